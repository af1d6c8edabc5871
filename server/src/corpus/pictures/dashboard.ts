import { pictureMessages as messages } from '../../messages/pictures';
import { tableMessages } from '../../messages/tables';
import type { SearchDocument } from '../searchDocument';
import { finish } from '../tables/finish';
import { listTask } from '../tables/lists';
import { Scope } from '../tables/scope';
import { seriesTask } from '../tables/spread';
import type { Column, CorpusTable, TableCell, TableRequest, TableRow, TableTask } from '../tables/table';
import { filter, within } from '../tables/written';
import { progressTask } from './progress';

const COLUMNS: readonly Column[] = [
  { id: 'section', title: messages.columns.section, form: 'text' },
  { id: 'item', title: messages.columns.entry, form: 'text' },
  { id: 'count', title: tableMessages.columns.count, form: 'count' },
  { id: 'articles', title: tableMessages.columns.articles, form: 'count' },
  { id: 'of', title: messages.columns.total, form: 'count' },
];

/** The parts of a dashboard, in their order. */
export const DASHBOARD_SECTIONS = [
  'corpus',
  'language',
  'type',
  'quote',
  'name',
  'speaker',
  'period',
  'folder',
  'review',
] as const;
export type DashboardSection = (typeof DASHBOARD_SECTIONS)[number];

/** So many names and speakers are shown. */
const MOST_NAMES = 12;
/** More months than these are shown as years. */
const MOST_MONTHS = 120;

/**
 * A corpus at a glance: its size, span of time and languages, what is annotated by type, who is named and quoted most, when,
 * and how far the review is. The figures are those of the tables of that name, which count them.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function dashboardTask(request: TableRequest): TableTask {
  const plain = plainRequest(request);
  const scope = new Scope(plain);
  const of = (more: Pick<TableRequest, 'kind' | 'by'>): TableRequest => ({ ...plain, limit: Number.POSITIVE_INFINITY, ...more });
  const tasks = {
    entities: listTask(of({ kind: 'entities' })),
    speakers: listTask(of({ kind: 'speakers' })),
    quotes: listTask(of({ kind: 'quotes' })),
    months: seriesTask(of({ kind: 'series', by: 'month' })),
    years: seriesTask(of({ kind: 'series', by: 'year' })),
    progress: progressTask(of({ kind: 'progress' })),
  };
  const facts = new Facts();
  return {
    take(document) {
      if (scope.enter(document) === undefined) return;
      facts.take(document);
      for (const task of Object.values(tasks)) task.take(document);
    },
    finish() {
      const made = {
        entities: tasks.entities.finish(),
        speakers: tasks.speakers.finish(),
        quotes: tasks.quotes.finish(),
        series: shorter(tasks.months.finish(), tasks.years.finish()),
        progress: tasks.progress.finish(),
      };
      const rows = [
        ...facts.rows(scope, made),
        ...listed('quote', made.quotes, 'quote'),
        ...listed('name', named(made.entities), 'name', MOST_NAMES),
        ...listed('speaker', named(made.speakers), 'speaker', MOST_NAMES),
        ...listed('period', made.series, 'period'),
        ...reviewed(made.progress),
      ];
      const undated = facts.undated > 0 ? [tableMessages.notes.undated(facts.undated)] : [];
      return finish(scope, { columns: COLUMNS, rows, sort: undefined, notes: undated });
    },
  };
}

/** What a dashboard leaves to its settings: the sub-corpus alone. */
function plainRequest({ queries: _queries, by: _by, group: _group, sort: _sort, ...request }: TableRequest): TableRequest {
  return { ...request, minimum: 1 };
}

/** What is known of the articles as such. */
class Facts {
  undated = 0;
  #first = '';
  #last = '';
  readonly #languages = new Map<string, number>();
  readonly #dates = { count: 0, articles: 0 };

  take({ date, language, dates }: SearchDocument): void {
    if (date === null) this.undated++;
    else {
      if (this.#first === '' || date < this.#first) this.#first = date;
      if (date > this.#last) this.#last = date;
    }
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    this.#dates.count += dates.length;
    if (dates.length > 0) this.#dates.articles++;
  }

  rows({ request, articles, words }: Scope, { entities, speakers }: Record<'entities' | 'speakers', CorpusTable>): TableRow[] {
    const row = (section: DashboardSection, item: string, [count, inArticles, query]: readonly Fact[]): TableRow => ({
      cells: [section, item, (count as TableCell) ?? null, (inArticles as TableCell) ?? null, null],
      query: typeof query === 'string' ? within(query, request) : null,
    });
    return [
      row('corpus', 'articles', [articles]),
      row('corpus', 'words', [words]),
      row('corpus', 'first', [this.#first === '' ? null : this.#first]),
      row('corpus', 'last', [this.#last === '' ? null : this.#last]),
      row('corpus', 'undated', [this.undated]),
      row('corpus', 'names', [named(entities).rows.length]),
      row('corpus', 'speakers', [named(speakers).rows.length]),
      ...[...this.#languages]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([language, count]) => row('language', language, [count, count])),
      ...byType(entities).map(([type, count]) => row('type', type, [count, null, filter('type', type)])),
      row('type', 'date', [this.#dates.count, this.#dates.articles, '[date=".+"]+']),
    ];
  }
}

type Fact = TableCell | undefined;

/** A table without what is not known. */
const named = (table: CorpusTable): CorpusTable => ({ ...table, rows: table.rows.filter(({ cells }) => cells[0] !== '') });

/** Mentions by the type of what is named. */
function byType(entities: CorpusTable): readonly (readonly [string, number])[] {
  const [type, count] = [at(entities, 'type'), at(entities, 'count')];
  const sums = new Map<string, number>();
  for (const { cells } of entities.rows) {
    const key = String(cells[type]);
    sums.set(key, (sums.get(key) ?? 0) + Number(cells[count]));
  }
  return [...sums].sort(([, x], [, y]) => y - x);
}

const at = ({ columns }: CorpusTable, id: string): number => columns.findIndex((column) => column.id === id);

/** The first rows of another table as a section. */
function listed(section: DashboardSection, table: CorpusTable, item: string, most = table.rows.length): TableRow[] {
  const [name, count, inArticles] = [at(table, item), at(table, 'count'), at(table, 'articles')];
  return table.rows.slice(0, most).map(({ cells, query }) => {
    const row = [section, cells[name] ?? '', cells[count] ?? null, cells[inArticles] ?? null, null];
    return { cells: row, query };
  });
}

/** Months, or years where there are too many of them to be told apart, or where dates are to the year alone. */
const shorter = (months: CorpusTable, years: CorpusTable): CorpusTable =>
  months.rows.length > MOST_MONTHS || months.rows.length === 0 ? years : months;

function reviewed(progress: CorpusTable): TableRow[] {
  const [section, item, done, total] = ['section', 'item', 'reviewed', 'total'].map((id) => at(progress, id)) as [
    number,
    number,
    number,
    number,
  ];
  return progress.rows.map(({ cells, query }) => ({
    cells: [
      cells[section] === 'folder' ? 'folder' : 'review',
      cells[item] ?? '',
      cells[done] ?? null,
      null,
      cells[total] ?? null,
    ],
    query,
  }));
}
