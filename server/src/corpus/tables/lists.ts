import { tableMessages as messages } from '../../messages/tables';
import { perMillion } from '../../statistics/effects';
import type { Counting } from './counting';
import { finish, type MadeRow, partColumns } from './finish';
import { Frequencies, type Frequency } from './frequencies';
import { itemCounting } from './items';
import { ngramList } from './ngrams';
import { type Counted, Scope } from './scope';
import type { Column, CorpusTable, TableCell, TableRequest, TableTask } from './table';
import { NO_WORD } from './wordForms';
import { WordFrequencies } from './wordFrequencies';
import { partFilter, within, wordQuery } from './written';

const { columns: titles } = messages;

const FIGURES: readonly Column[] = [
  { id: 'count', title: titles.count, form: 'count' },
  { id: 'million', title: titles.million, form: 'figure' },
  { id: 'articles', title: titles.articles, form: 'count' },
  { id: 'share', title: titles.share, form: 'figure' },
];
const QUOTED: Column = { id: 'quoted', title: titles.quoted, form: 'count' };

/**
 * Lists: of words, n-grams (segments répétés), names, speakers, cues and kinds of quotations, each with its count, its range
 * (articles) and how many there are per million words and per cent of the articles; where the corpus is parted, with its
 * count in each part.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function listTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const list = listFor(scope);
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted !== undefined) list.count(counted);
    },
    finish: () => listTable(scope, list),
  };
}

/** How often something was counted. */
type Counts = Omit<Frequency, 'last' | 'parts'> & { readonly parts: readonly number[] | undefined };

function listFor(scope: Scope): List {
  const { kind } = scope.request;
  if (kind === 'words') return wordList(scope);
  return kind === 'ngrams' ? ngramList(scope) : listOf(scope, itemCounting(scope.request));
}

/** A list while it is counted. */
export interface List {
  readonly columns: readonly Column[];
  count(counted: Counted): void;
  /** What was counted so often at least, with its row; none for what makes no row. */
  rows(minimum: number): Iterable<readonly [MadeRow | undefined, Counts]>;
  /** By how much a count can be too low at most. */
  readonly lost: number;
}

/** Words are counted by their numbers. */
function wordList({ request, reader }: Scope): List {
  const counts = new WordFrequencies(request.by !== undefined);
  return {
    columns: [{ id: 'word', title: titles.word, form: 'text' }],
    lost: 0,
    count({ keys, article, partOf }) {
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] as number;
        if (key !== NO_WORD) counts.add(key, article, partOf(i));
      }
    },
    *rows(minimum) {
      for (const key of counts.keys()) {
        const [word, count] = [reader.word(key), counts.count(key)];
        if (count < minimum || reader.stop.has(word)) continue;
        const row = { cells: [word], query: () => within(wordQuery([word], request), request) };
        yield [row, { count, articles: counts.articles(key), words: 0, parts: counts.parts(key) }];
      }
    },
  };
}

function listOf(scope: Scope, counting: Counting): List {
  const counts = new Frequencies(scope.request.by !== undefined);
  return {
    columns: counting.columns,
    get lost() {
      return counts.lost;
    },
    count: (counted) => counting.count(counted, counts),
    *rows(minimum) {
      for (const [key, frequency] of counts.entries())
        if (frequency.count >= minimum) yield [counting.read(key, scope), frequency];
    },
  };
}

function listTable(scope: Scope, list: List): CorpusTable {
  const { request } = scope;
  const { parts, notes } = partColumns(scope);
  const hasWords = request.kind === 'speakers';
  const inParts = parts.map(({ name }): Column => partColumn(name, request.by ?? ''));
  const columns = [...list.columns, ...FIGURES, ...(hasWords ? [QUOTED] : []), ...inParts];
  const rows: MadeRow[] = [];
  for (const [row, frequency] of list.rows(request.minimum)) {
    if (row === undefined) continue;
    const inEach = parts.map(({ number }) => frequency.parts?.[number] ?? 0);
    const quoted = hasWords ? [frequency.words] : [];
    rows.push({ ...row, cells: [...row.cells, ...figures(frequency, scope), ...quoted, ...inEach] });
  }
  const none = rows.length === 0 && scope.articles > 0 ? [messages.notes.nonePassed(request.minimum)] : [];
  const lost = list.lost > 0 ? [messages.notes.lost(list.lost)] : [];
  return finish(scope, { columns, rows, sort: 'count', notes: [...notes, ...none, ...lost] });
}

function partColumn(name: string, by: string): Column {
  const filter = partFilter(by, name);
  return { id: `count:${name}`, title: titles.inPart(name), form: 'count', ...(filter !== undefined && { filter }) };
}

const figures = ({ count, articles }: Counts, scope: Scope): readonly TableCell[] => [
  count,
  perMillion(count, scope.words),
  articles,
  scope.articles === 0 ? null : (100 * articles) / scope.articles,
];
