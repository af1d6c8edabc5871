import { tableMessages as messages } from '../../messages/tables';
import { deviationOfProportions, juillandD, normalizedDeviation, type PartCount, range } from '../../statistics/dispersion';
import { perMillion } from '../../statistics/effects';
import { partBy, partName } from '../parts/partition';
import type { CompiledQuery } from '../query/compile';
import { search } from '../query/search';
import { compileAsked } from './asked';
import { finish } from './finish';
import { Frequencies, type Frequency } from './frequencies';
import { type Counted, Scope, wordsIn } from './scope';
import type { Column, Setting, TableCell, TableRequest, TableRow, TableTask } from './table';
import { NO_WORD } from './wordForms';
import { WordFrequencies } from './wordFrequencies';
import { partFilter, within, wordQuery } from './written';

const { columns: titles, settings, notes } = messages;

const SPREAD: readonly Column[] = [
  { id: 'item', title: titles.item, form: 'text' },
  { id: 'count', title: titles.count, form: 'count' },
  { id: 'million', title: titles.million, form: 'figure' },
  { id: 'range', title: titles.articles, form: 'count' },
  { id: 'parts', title: titles.parts, form: 'count' },
  { id: 'juillandD', title: titles.juillandD, form: 'figure' },
  { id: 'deviation', title: titles.deviation, form: 'figure' },
  { id: 'normalized', title: titles.normalized, form: 'figure' },
];

/**
 * Dispersion: how evenly what queries find is spread over the parts of the corpus, or over its articles where it is not
 * parted; without a query, every word over the parts.
 *
 * @throws QueryError for a query that cannot be read
 */
export function dispersionTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const queries = (request.queries ?? []).map((written) => ({ written, query: compileAsked(written, request) }));
  const overArticles = request.by === undefined;
  const isAll = queries.length === 0;
  const counts = new Frequencies(true);
  const words = new WordFrequencies(true);
  const sizes: number[] = [];
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      if (overArticles) sizes.push(wordsIn(counted.keys));
      const placed = overArticles ? { ...counted, partOf: () => counted.article } : counted;
      if (!isAll) countQueries(placed, queries, counts);
      else if (!overArticles) countWords(placed, words);
    },
    finish() {
      const parts = overArticles ? sizes : scope.partition.parts.map(({ words }) => words);
      const told = [
        ...(isAll && overArticles ? [notes.needsItems] : []),
        ...(parts.length < 2 ? [notes.fewParts(parts.length)] : []),
        ...(isAll && !overArticles ? [notes.mostFrequent(request.limit)] : []),
      ];
      const rows = isAll ? wordRows(scope, words, parts) : queryRows(scope, counts, parts);
      return finish(scope, { columns: SPREAD, rows, sort: 'count', notes: told, settings: overSettings(request, parts.length) });
    },
  };
}

interface Asked {
  readonly written: string;
  readonly query: CompiledQuery;
}

function countQueries({ document, article, partOf }: Counted, queries: readonly Asked[], counts: Frequencies): void {
  for (const { written, query } of queries)
    for (const { first } of search(query, document)) counts.add(written, article, partOf(first));
}

function countWords({ keys, article, partOf }: Counted, counts: WordFrequencies): void {
  for (const [i, key] of keys.entries()) if (key !== NO_WORD) counts.add(key, article, partOf(i));
}

/** The most frequent words: all of them over many parts would be words × parts. */
function wordRows(scope: Scope, counts: WordFrequencies, parts: readonly number[]): TableRow[] {
  const { request, reader } = scope;
  const wanted = [...counts.keys()].filter((key) => counts.count(key) >= request.minimum && !reader.stop.has(reader.word(key)));
  return wanted
    .sort((a, b) => counts.count(b) - counts.count(a))
    .slice(0, request.limit)
    .map((key) => {
      const word = reader.word(key);
      const frequency = { count: counts.count(key), articles: counts.articles(key), parts: counts.parts(key) };
      return { ...spreadRow(word, frequency, scope, parts), query: within(wordQuery([word], request), request) };
    });
}

function queryRows(scope: Scope, counts: Frequencies, parts: readonly number[]): TableRow[] {
  return (scope.request.queries ?? []).map((written) => {
    const frequency = counts.get(written);
    return frequency === undefined ? absent(written, parts.length) : spreadRow(written, frequency, scope, parts);
  });
}

const absent = (item: string, parts: number): TableRow => ({
  cells: [item, 0, 0, 0, parts === 0 ? null : 0, null, null, null],
  query: item,
});

function spreadRow(
  item: string,
  frequency: Pick<Frequency, 'count' | 'articles'> & { readonly parts: readonly number[] | undefined },
  { words }: Scope,
  sizes: readonly number[],
): TableRow {
  const { count, parts = [] } = frequency;
  const spread = sizes.map((tokens, i): PartCount => ({ count: parts[i] ?? 0, tokens }));
  const figures = [juillandD(spread), deviationOfProportions(spread), normalizedDeviation(spread)];
  return { cells: [item, count, perMillion(count, words), frequency.articles, range(spread), ...figures], query: item };
}

const overSettings = ({ by }: TableRequest, parts: number): readonly Setting[] => [
  { name: titles.parts, value: by === undefined ? settings.articleCount(parts) : parts },
];

const SERIES: readonly Column[] = [
  { id: 'period', title: titles.period, form: 'text' },
  { id: 'count', title: titles.count, form: 'count' },
  { id: 'million', title: titles.million, form: 'figure' },
  { id: 'articles', title: titles.articles, form: 'count' },
  { id: 'ofArticles', title: titles.ofArticles, form: 'count' },
  { id: 'share', title: titles.share, form: 'figure' },
];

/**
 * What queries find over time, by year or month (`by`): how often, per million words of that time, and in what share of its
 * articles; without a query, quotations. Each query has a row for each time.
 *
 * @throws QueryError for a query that cannot be read
 */
export function seriesTask(request: TableRequest): TableTask {
  const by = request.by ?? 'month';
  const scope = new Scope({ ...request, by });
  const queries = (request.queries?.length ? request.queries : ['quote:*']).map((written) => ({
    written,
    query: compileAsked(written, request),
    counts: new Frequencies(false),
  }));
  let undated = 0;
  return {
    take(document) {
      const counted = scope.enter(document);
      const period = counted === undefined ? '' : partName(document, partBy(by));
      if (counted === undefined) return;
      if (period === '') undated++;
      else for (const { query, counts } of queries) countHits(counted, query, counts, period);
    },
    finish() {
      const periods = scope.partition.parts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const isOne = queries.length === 1;
      const rows = queries.flatMap(({ written, counts }) =>
        periods.map(({ name, words, articles }): TableRow => {
          const { count, articles: having } = counts.get(name) ?? { count: 0, articles: 0 };
          const share: TableCell = articles === 0 ? null : (100 * having) / articles;
          const cells = [name, count, perMillion(count, words), having, articles, share];
          return { cells: isOne ? cells : [written, ...cells], query: `${within(written, request)} ${partFilter(by, name)}` };
        }),
      );
      const item: Column = { id: 'item', title: titles.item, form: 'text' };
      const told = undated > 0 ? [notes.undated(undated)] : [];
      const looked = queries.map(({ written }) => ({ name: settings.query, value: written }));
      return finish(scope, { columns: isOne ? SERIES : [item, ...SERIES], rows, sort: undefined, notes: told, settings: looked });
    },
  };
}

function countHits({ document, article }: Counted, query: CompiledQuery, counts: Frequencies, period: string): void {
  for (const _ of search(query, document)) counts.add(period, article);
}
