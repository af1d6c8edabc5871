import type { Message } from '../../messages/message';
import { tableMessages as messages } from '../../messages/tables';
import { namedParts } from './asked';
import type { PartSize } from './partSizes';
import type { Scope } from './scope';
import type { Column, CorpusTable, Setting, TableCell, TableRequest, TableRow } from './table';

/** A row whose query, and cells that it is not sorted by, may be made once it is known that it is shown: most rows never are. */
export interface MadeRow {
  readonly cells: readonly TableCell[];
  readonly query: string | null | (() => string | null);
  /** Its cells in place of those that it was sorted by. */
  readonly whole?: () => readonly TableCell[];
}

const shownRow = ({ cells, query, whole }: MadeRow): TableRow => ({
  cells: whole?.() ?? cells,
  query: typeof query === 'function' ? query() : query,
});

/** By which column, of these, rows are sorted; negative: by none. */
export const sortedBy = ({ sort }: Pick<TableRequest, 'sort'>, columns: readonly Column[], usual: string | undefined): number =>
  columns.findIndex(({ id }) => id === (sort ?? usual));

/** What a task has made of its counts. */
export interface Made {
  readonly columns: readonly Column[];
  readonly rows: MadeRow[];
  /** The column that the rows are sorted by, the greatest first, where nothing else is asked. */
  readonly sort: string | undefined;
  readonly settings?: readonly Setting[];
  readonly notes?: readonly Message[];
}

/** Makes a table of what was counted: sorted, cut at the limit, with every setting it was counted by. */
export function finish(scope: Scope, { columns, rows, sort, settings = [], notes = [] }: Made): CorpusTable {
  const { request, articles, words } = scope;
  const by = sortedBy(request, columns, sort);
  const told: Message[] = [...notes];
  if (request.sort !== undefined && by < 0)
    told.push(
      messages.notes.noSort(
        request.sort,
        columns.map(({ id }) => id),
      ),
    );
  if (articles === 0) told.push(messages.notes.nothing);
  const sorted = by < 0 ? rows : rows.sort((a, b) => byCell(a, b, by));
  const shown = sorted.slice(0, request.limit);
  if (shown.length < sorted.length) told.push(messages.notes.more(shown.length, sorted.length));
  return {
    kind: request.kind,
    settings: [...commonSettings(scope), ...settings],
    columns,
    rows: shown.map(shownRow),
    all: rows.length,
    articles,
    words,
    notes: told,
  };
}

/** The greatest first, words in their order; what has no value is last; equal ones by their first cells. */
function byCell({ cells: a }: MadeRow, { cells: b }: MadeRow, at: number): number {
  const [x, y] = [a[at] ?? null, b[at] ?? null];
  if (x === null || y === null) return x === y ? inOrder(a[0], b[0]) : x === null ? 1 : -1;
  if (x === y) return inOrder(a[0], b[0]);
  return typeof x === 'number' && typeof y === 'number' ? y - x : inOrder(x, y);
}

const inOrder = (x: unknown, y: unknown): number => (x === y ? 0 : String(x) < String(y) ? -1 : 1);

const { settings: names } = messages;

function commonSettings(scope: Scope): readonly Setting[] {
  const { request, articles, words, partition } = scope;
  const { within, by, minimum, stop, lemmas, marks, group, shortest, longest } = request;
  const all: (Setting | false)[] = [
    { name: names.counted, value: names.size(articles, words) },
    { name: names.word, value: marks ? names.wordOrMark : names.wordAlone },
    { name: names.comparison, value: comparisonOf(request) },
    within !== undefined && { name: names.within, value: within },
    ...namedParts(request).map(({ name, value }) => ({ name: names.named(name), value })),
    by !== undefined && { name: names.by, value: by },
    by !== undefined && partition.unknownWords > 0 && { name: names.unknown, value: names.wordCount(partition.unknownWords) },
    group !== undefined && { name: names.group, value: group },
    request.kind === 'ngrams' && { name: names.lengths, value: shortest === longest ? longest : `${shortest}–${longest}` },
    { name: names.minimum, value: minimum },
    stop.length > 0 && { name: names.stop, value: listOf(request.listNames?.stop, stop.length) },
    lemmas.length > 0 && { name: names.lemmas, value: listOf(request.listNames?.lemmas, lemmas.length) },
    request.sort !== undefined && { name: names.sorted, value: request.sort },
  ];
  return all.filter((setting) => setting !== false);
}

/** A table in whose corpus copies were left out, so many: what its rows and marks open leaves them out too. */
export const countedOnce = (table: CorpusTable, left: number): CorpusTable => ({
  ...table,
  settings: [...table.settings, { name: names.duplicates, value: names.once(left) }],
  rows: table.rows.map((row) => ({ ...row, query: row.query === null ? null : withoutCopies(row.query) })),
  ...(table.drawn !== undefined && {
    drawn: {
      ...table.drawn,
      queries: Object.fromEntries(Object.entries(table.drawn.queries).map(([name, query]) => [name, withoutCopies(query)])),
    },
  }),
});

const ONCE = ' copies:once';
const withoutCopies = (query: string): string => (query.endsWith(ONCE) ? query : `${query}${ONCE}`);

/** A table of the first articles, while the others are being counted: it says so before all else. */
export const countedSoFar = (table: CorpusTable, articles: number, of: number): CorpusTable => ({
  ...table,
  notes: [messages.notes.soFar(articles, of), ...table.notes],
});

const listOf = (file: string | undefined, entries: number): Message =>
  file === undefined ? names.entries(entries) : names.entriesOf(file, entries);

function comparisonOf({ matchCase, ignoreAccents }: Scope['request']): Message {
  if (matchCase) return ignoreAccents ? names.capitals : names.both;
  return ignoreAccents ? names.none : names.accents;
}

/** So many parts have a column each. */
const MOST_PARTS = 50;

/** The parts that have columns, by their numbers, in the order of their names; and what is said where they are not all. */
export function partColumns(scope: Scope): {
  readonly parts: readonly (PartSize & { readonly number: number })[];
  readonly notes: readonly Message[];
} {
  const { by } = scope.request;
  if (by === undefined) return { parts: [], notes: [] };
  const all = scope.partition.parts.map((part, number) => ({ ...part, number }));
  const largest = all.sort((a, b) => b.words - a.words).slice(0, MOST_PARTS);
  return {
    parts: largest.sort((a, b) => inOrder(a.name, b.name)),
    notes: all.length > MOST_PARTS ? [messages.notes.tooManyParts(by, all.length, MOST_PARTS)] : [],
  };
}
