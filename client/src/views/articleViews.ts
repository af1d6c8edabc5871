import * as vscode from 'vscode';
import {
  EntitiesRequest,
  type EntityItem,
  type QuoteKind,
  QuotesBySpeakerRequest,
  type SpeakerQuotes,
  type TimelineItem,
  TimelineRequest,
} from '../../../server/src/protocol';
import type { Analyses } from '../annotations/analyses';
import { fromWire } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { ArticleTree, type ArticleViewKind, type Row } from './articleTree';
import { bySpeech, byType, ENTITY_ICONS, QUOTE_ICONS, splitTimeline, TIME_ICONS } from './rows';

/** The three views of the active article. */
export function registerArticleViews(client: ArticleClient, analyses: Analyses): vscode.Disposable {
  return vscode.Disposable.from(
    new ArticleTree(client, analyses, quotesBySpeaker()),
    new ArticleTree(client, analyses, timeline()),
    new ArticleTree(client, analyses, entities()),
  );
}

const icon = (id: string): vscode.ThemeIcon => new vscode.ThemeIcon(id);

function quotesBySpeaker(): ArticleViewKind<readonly SpeakerQuotes[]> {
  return {
    id: 'corpusAnnotator.quotesBySpeaker',
    request: QuotesBySpeakerRequest,
    nothing: vscode.l10n.t('No quotes were found in this article.'),
    rows: (speakers) =>
      bySpeech(speakers).map((speaker) => ({
        label: speaker.name || vscode.l10n.t('Speaker unknown'),
        description: [String(speaker.quotes.length), speaker.role].filter(Boolean).join(' · '),
        icon: icon(speaker.type ? ENTITY_ICONS[speaker.type] : speaker.name ? 'account' : 'question'),
        children: speaker.quotes.map((quote) => ({
          label: quote.text,
          description: [kindName(quote.kind), quote.cue].filter(Boolean).join(' · '),
          tooltip: quote.text,
          icon: icon(QUOTE_ICONS[quote.kind]),
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
    request: TimelineRequest,
    nothing: vscode.l10n.t('No dates were found in this article.'),
    rows: (items) => {
      const { placed, loose } = splitTimeline(items);
      if (loose.length === 0) return placed.map(row);
      const rest: Row = {
        label: vscode.l10n.t('Without a place in the calendar'),
        description: String(loose.length),
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
    request: EntitiesRequest,
    nothing: vscode.l10n.t('No entities were found in this article.'),
    rows: (items) =>
      byType(items).map((group) => ({
        label: typeName(group.type),
        description: String(group.entities.length),
        icon: icon(ENTITY_ICONS[group.type]),
        children: group.entities.map(entityRow),
      })),
  };
}

function entityRow(entity: EntityItem): Row {
  const ranges = entity.mentions.map(fromWire);
  const quotes = entity.quotes > 0 ? vscode.l10n.t('quotes: {0}', entity.quotes) : undefined;
  const facts = [String(ranges.length), quotes, entity.role].filter(Boolean).join(' · ');
  const first = ranges[0];
  return {
    label: entity.name,
    description: facts,
    tooltip: [entity.name, entity.role].filter(Boolean).join('\n'),
    ...(first && { range: first, places: ranges }),
    ...(ranges.length > 1 && {
      isCollapsed: true,
      children: ranges.map((range, index) => ({
        label: vscode.l10n.t('Mention {0}', index + 1),
        description: vscode.l10n.t('line {0}', range.start.line + 1),
        range,
      })),
    }),
  };
}

function typeName(type: EntityItem['type']): string {
  switch (type) {
    case 'PER':
      return vscode.l10n.t('Persons');
    case 'ORG':
      return vscode.l10n.t('Organisations');
    case 'LOC':
      return vscode.l10n.t('Places');
    default:
      return vscode.l10n.t('Works and events');
  }
}

function kindName(kind: QuoteKind): string {
  switch (kind) {
    case 'direct':
      return vscode.l10n.t('direct');
    case 'mixed':
      return vscode.l10n.t('mixed');
    case 'indirect':
      return vscode.l10n.t('indirect');
    case 'title':
      return vscode.l10n.t('title');
    default:
      return vscode.l10n.t('marked words');
  }
}
