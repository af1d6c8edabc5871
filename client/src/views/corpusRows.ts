import * as vscode from 'vscode';
import {
  type CorpusRow,
  type CorpusRows,
  CorpusRowsRequest,
  type CorpusViewKind,
  type EntityItem,
  type RowArticle,
  RowArticlesRequest,
  type RowPlace,
  RowPlacesRequest,
  type TimelineItem,
} from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import type { Row } from './articleTree';
import { PagedRows, type RowsPage } from './pagedRows';
import { ENTITY_ICONS, QUOTE_ICONS, TIME_ICONS } from './rows';

const icon = (id: string): vscode.ThemeIcon => new vscode.ThemeIcon(id);

/** What a view shows of the whole corpus, and how far its index is. */
export interface CorpusAnswer {
  /** Those that are there now: more may be fetched. */
  rows(): Promise<readonly Row[]>;
  /** Undefined: there is no index. */
  readonly progress: Pick<CorpusRows, 'done' | 'of'> | undefined;
}

/** Makes the rows of a view that shows the whole corpus: groups, rows, their articles, and the places in these. */
export class CorpusRowsOf {
  readonly #client: ArticleClient;
  readonly #of: CorpusViewKind;

  constructor(client: ArticleClient, of: CorpusViewKind) {
    this.#client = client;
    this.#of = of;
  }

  /**
   * The first rows.
   *
   * @param uri - a folder or article of the corpus.
   * @param written - what rows are to have in them.
   */
  async roots(uri: string, written: string): Promise<CorpusAnswer> {
    const asked = { uri, of: this.#of, written };
    const paged = this.#pages(uri, written);
    const found = await this.#client.ask(CorpusRowsRequest, { ...asked, from: 0, count: 0 });
    const progress = found ?? undefined;
    if (this.#of === 'speakers') return { rows: async () => (found ? paged.shown() : []), progress };
    const groups = found?.groups ?? [];
    const rows = groups.map(({ id, rows: count }): Row => {
      const label = this.#of === 'dates' ? id || ui.views.unplacedDates : ui.common.types[id as EntityItem['type']];
      return {
        label,
        description: String(count),
        icon: icon(this.#of === 'dates' ? 'calendar' : ENTITY_ICONS[id as EntityItem['type']]),
        isCollapsed: groups.length > 1,
        pages: this.#pages(uri, written, id),
      };
    });
    return { rows: async () => rows, progress };
  }

  #pages(uri: string, written: string, group?: string): PagedRows {
    return new PagedRows(async (from, count): Promise<RowsPage | undefined> => {
      const asked = { uri, of: this.#of, written, from, count, ...(group !== undefined && { group }) };
      const found = await this.#client.ask(CorpusRowsRequest, asked);
      return found ? { rows: found.rows.map((row) => this.#row(uri, row)), total: found.total } : undefined;
    }, moreRow);
  }

  #row(uri: string, row: CorpusRow): Row {
    const counted =
      this.#of === 'speakers' ? ui.views.quotesIn(row.count, row.articles) : ui.views.mentionsIn(row.count, row.articles);
    return {
      label: row.label,
      description: [counted, ...(row.alone ? [ui.views.alone] : [])].join(' · '),
      ...(row.alone && { tooltip: ui.views.aloneTooltip(row.label) }),
      ...(row.others && { tooltip: [row.label, ...row.others].join('\n') }),
      icon: icon(iconOf(this.#of, row.type)),
      context: this.#of === 'dates' ? 'corpusDate' : 'corpusName',
      named: { uri, of: this.#of, name: row.name, type: row.type },
      isCollapsed: true,
      pages: new PagedRows(async (from, count) => {
        const asked = { uri, of: this.#of, name: row.name, type: row.type, from, count };
        const found = await this.#client.ask(RowArticlesRequest, asked);
        return found ? { rows: found.articles.map((article) => this.#article(row, article)), total: found.total } : undefined;
      }, moreRow),
    };
  }

  #article({ name, type }: CorpusRow, { uri, path, title, date, count }: RowArticle): Row {
    return {
      label: title ?? path.split('/').at(-1) ?? path,
      description: [date, String(count)].filter(Boolean).join(' · '),
      spoken: [title ?? path, date, ui.views.mentions(count)].filter(Boolean).join(', '),
      tooltip: path,
      icon: icon('file-text'),
      isCollapsed: true,
      pages: new PagedRows(async (from) => {
        const found = (await this.#client.ask(RowPlacesRequest, { uri, of: this.#of, name, type })) ?? [];
        return { rows: found.slice(from).map((place) => placeRow(uri, place)), total: found.length };
      }, moreRow),
    };
  }
}

function placeRow(uri: string, { range, text, kind, cue }: RowPlace): Row {
  const place = toRange(range);
  return {
    label: text,
    description: [kind && ui.views.quoteKind[kind], cue, ui.common.line(place.start.line + 1)].filter(Boolean).join(' · '),
    tooltip: text,
    icon: icon(kind ? QUOTE_ICONS[kind] : 'location'),
    ...(kind && { context: 'quotation' }),
    range: place,
    uri,
  };
}

/** The row that fetches more of those before it. */
const moreRow = (left: number, pages: PagedRows): Row => ({ label: ui.views.more(left), icon: icon('ellipsis'), more: pages });

function iconOf(of: CorpusViewKind, type: string): string {
  if (of === 'dates') return TIME_ICONS[type as TimelineItem['type']] ?? 'calendar';
  return ENTITY_ICONS[type as EntityItem['type']] ?? 'account';
}
