import * as vscode from 'vscode';
import {
  CorpusChangedNotification,
  EntitiesRequest,
  type EntityItem,
  QuotesBySpeakerRequest,
  type SpeakerQuotes,
  type TimelineItem,
  TimelineRequest,
} from '../../../server/src/protocol';
import type { Analyses } from '../annotations/analyses';
import { fromWire } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { ArticleTree, type ArticleViewKind, type Row } from './articleTree';
import { bySpeech, byType, ENTITY_ICONS, QUOTE_ICONS, splitTimeline, TIME_ICONS } from './rows';
import { ViewScope } from './scope';

/** The three views of the active article, or of the whole corpus. */
export function registerArticleViews(client: ArticleClient, analyses: Analyses, memory: vscode.Memento): vscode.Disposable {
  const scope = new ViewScope(memory);
  const trees = [
    new ArticleTree(client, analyses, scope, quotesBySpeaker()),
    new ArticleTree(client, analyses, scope, timeline()),
    new ArticleTree(client, analyses, scope, entities()),
  ];
  client.onTold(CorpusChangedNotification, () => {
    for (const tree of trees) tree.indexChanged();
  });
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    scope,
    ...trees,
    register('corpusAnnotator.views.more', (id: string, row: Row) => trees.find((tree) => tree.id === id)?.fetchMore(row)),
    register('corpusAnnotator.views.searchRow', (row: Row | undefined) => searchRow(row)),
  );
}

/** Shows a name's mentions, or what somebody says, as a concordance. */
async function searchRow(row: Row | undefined): Promise<void> {
  if (row?.named === undefined) return;
  const { of, name, type } = row.named;
  const written = `"${name.replaceAll('"', '?')}"`;
  const query = of === 'speakers' ? `speaker:${written}` : `entity:${written} type:${type}`;
  await vscode.commands.executeCommand('corpusAnnotator.search', query);
}

const spoken = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');
const icon = (id: string): vscode.ThemeIcon => new vscode.ThemeIcon(id);

function quotesBySpeaker(): ArticleViewKind<readonly SpeakerQuotes[]> {
  return {
    id: 'corpusAnnotator.quotesBySpeaker',
    of: 'speakers',
    request: QuotesBySpeakerRequest,
    layer: 'quotes',
    nothing: ui.views.noQuotes,
    rows: (speakers) =>
      bySpeech(speakers).map((speaker) => ({
        label: speaker.name || ui.views.speakerUnknown,
        spoken: spoken(speaker.name || ui.views.speakerUnknown, ui.status.counted.quotes(speaker.quotes.length), speaker.role),
        description: [String(speaker.quotes.length), speaker.role].filter(Boolean).join(' · '),
        icon: icon(speaker.type ? ENTITY_ICONS[speaker.type] : speaker.name ? 'account' : 'question'),
        ...(speaker.name !== '' && { context: 'speaker' }),
        children: speaker.quotes.map((quote) => ({
          label: quote.text,
          description: [ui.views.quoteKind[quote.kind], quote.cue].filter(Boolean).join(' · '),
          tooltip: quote.text,
          icon: icon(QUOTE_ICONS[quote.kind]),
          context: 'quotation',
          range: fromWire(quote.range),
        })),
      })),
  };
}

function timeline(): ArticleViewKind<readonly TimelineItem[]> {
  const row = (item: TimelineItem): Row => ({
    label: item.label,
    description: item.text,
    tooltip: `${item.value}\n\n${item.context}`,
    icon: icon(TIME_ICONS[item.type]),
    range: fromWire(item.range),
  });
  return {
    id: 'corpusAnnotator.timeline',
    of: 'dates',
    request: TimelineRequest,
    layer: 'dates',
    nothing: ui.views.noDates,
    rows: (items) => {
      const { placed, loose } = splitTimeline(items);
      if (loose.length === 0) return placed.map(row);
      const rest: Row = {
        label: ui.views.unplacedDates,
        description: String(loose.length),
        spoken: spoken(ui.views.unplacedDates, ui.status.counted.dates(loose.length)),
        children: loose.map(row),
        isCollapsed: true,
      };
      return [...placed.map(row), rest];
    },
  };
}

function entities(): ArticleViewKind<readonly EntityItem[]> {
  return {
    id: 'corpusAnnotator.entities',
    of: 'entities',
    request: EntitiesRequest,
    layer: 'entities',
    nothing: ui.views.noEntities,
    rows: (items) =>
      byType(items).map((group) => ({
        label: ui.common.types[group.type],
        description: String(group.entities.length),
        spoken: spoken(ui.common.types[group.type], ui.status.counted.entities(group.entities.length)),
        icon: icon(ENTITY_ICONS[group.type]),
        children: group.entities.map(entityRow),
      })),
  };
}

function entityRow(entity: EntityItem): Row {
  const ranges = entity.mentions.map(fromWire);
  const quotes = entity.quotes > 0 ? ui.views.quotesOf(entity.quotes) : undefined;
  const facts = [String(ranges.length), quotes, entity.role].filter(Boolean).join(' · ');
  const first = ranges[0];
  return {
    label: entity.name,
    description: facts,
    spoken: spoken(entity.name, ui.views.mentions(ranges.length), quotes, entity.role),
    tooltip: [entity.name, entity.role].filter(Boolean).join('\n'),
    ...(first && { range: first, places: ranges }),
    ...(ranges.length > 1 && {
      isCollapsed: true,
      children: ranges.map((range, index) => ({
        label: ui.views.mention(index + 1),
        description: ui.common.line(range.start.line + 1),
        range,
      })),
    }),
  };
}
