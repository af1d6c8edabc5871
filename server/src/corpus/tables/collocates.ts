import { tableMessages as messages } from '../../messages/tables';
import { cubedMutualInformation, logDice, mutualInformation, tScore } from '../../statistics/association';
import { expected, logLikelihood, type TwoByTwo } from '../../statistics/contingency';
import { perMillion } from '../../statistics/effects';
import { specificity } from '../../statistics/hypergeometric';
import { isSpeech } from '../parts/partition';
import { type CompiledQuery, compileQuery } from '../query/compile';
import { parseQuery, readQuery } from '../query/query';
import { type Hit, search } from '../query/search';
import { type SearchDocument, sentencesOf, tokensOf } from '../searchDocument';
import { compileAsked } from './asked';
import { finish, type MadeRow, sortedBy } from './finish';
import { type Counted, Scope } from './scope';
import type { Column, Setting, TableCell, TableRequest, TableTask } from './table';
import { NO_WORD } from './wordForms';
import { WordFrequencies } from './wordFrequencies';
import { filter, token, within, wordQuery } from './written';

/** A token of a node, of a window, or of neither. */
const [NEITHER, WINDOW, NODE] = [0, 1, 2];

/**
 * Collocates (cooccurrents): words that stand in the windows around what a query finds, or within the quotations of a
 * speaker, more often than chance would have it. As Evert (2008) counts surface co-occurrence: a token counts once however
 * many windows it is in; the words of the node itself count nowhere; the window does not leave the article, nor the
 * sentence unless that is asked.
 *
 * @throws QueryError for a query that cannot be read
 */
export function collocateTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const isInside = request.speaker?.words === 'inside';
  const node = compiledNode(request);
  const together = new WordFrequencies(false);
  const all = new WordFrequencies(false);
  const sums = { hits: 0, window: 0, words: 0 };
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      const hits = search(node, document);
      sums.hits += hits.length;
      const { keys } = counted;
      const marks = isInside ? inside(document, request.speaker?.name ?? '') : around(counted, hits, request);
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] as number;
        if (key === NO_WORD || marks?.[i] === NODE) continue;
        sums.words++;
        all.add(key, counted.article);
        if (marks?.[i] !== WINDOW) continue;
        sums.window++;
        together.add(key, counted.article);
      }
    },
    finish: () => collocateTable(scope, together, all, sums),
  };
}

function compiledNode(request: TableRequest): CompiledQuery {
  const { speaker, queries = [] } = request;
  if (speaker === undefined) return compileAsked(queries[0] ?? '', request);
  return compileQuery(parseQuery(filter(speaker.words === 'inside' ? 'speaker' : 'entity', speaker.name)));
}

/** Marks the words of the windows around hits, and the hits. */
function around({ document, keys }: Counted, hits: readonly Hit[], request: TableRequest): Uint8Array | undefined {
  if (hits.length === 0) return undefined;
  const marks = new Uint8Array(keys.length);
  const sentences = request.crossSentences ? undefined : sentenceNumbers(document);
  const mark = (from: number, step: -1 | 1, words: number, at: number): void => {
    for (let i = from, left = words; left > 0 && i >= 0 && i < keys.length; i += step) {
      if (sentences !== undefined && sentences[i] !== sentences[at]) return;
      if (keys[i] === NO_WORD) continue;
      marks[i] = WINDOW;
      left--;
    }
  };
  for (const { first, last } of hits) {
    mark(first - 1, -1, request.left, first);
    mark(last, 1, request.right, last - 1);
  }
  for (const { first, last } of hits) marks.fill(NODE, first, last);
  return marks;
}

function sentenceNumbers(document: SearchDocument): Int32Array {
  const numbers = new Int32Array(tokensOf(document)).fill(-1);
  for (const [number, { first, last }] of sentencesOf(document).entries()) numbers.fill(number, first, last);
  return numbers;
}

/** Marks the words within the quotations of a speaker. */
function inside(document: SearchDocument, speaker: string): Uint8Array {
  const marks = new Uint8Array(tokensOf(document)).fill(NEITHER);
  for (const quotation of document.quotations)
    if (isSpeech(quotation) && quotation.speakers.includes(speaker))
      for (const { first, last } of quotation.parts) marks.fill(WINDOW, first, last);
  return marks;
}

interface Sums {
  readonly hits: number;
  readonly window: number;
  readonly words: number;
}

const { columns: titles, settings, notes } = messages;

const COLUMNS: readonly Column[] = [
  { id: 'word', title: titles.word, form: 'text' },
  { id: 'together', title: titles.together, form: 'count' },
  { id: 'articles', title: titles.articles, form: 'count' },
  { id: 'total', title: titles.total, form: 'count' },
  { id: 'million', title: titles.million, form: 'figure' },
  { id: 'expected', title: titles.expected, form: 'figure' },
  { id: 'cooccurrence', title: titles.cooccurrence, form: 'figure' },
  { id: 'logLikelihood', title: titles.logLikelihood, form: 'figure' },
  { id: 'logDice', title: titles.logDice, form: 'figure' },
  { id: 'mutualInformation', title: titles.mutualInformation, form: 'figure' },
  { id: 'cubedMutualInformation', title: titles.cubedMutualInformation, form: 'figure' },
  { id: 'tScore', title: titles.tScore, form: 'figure' },
];

function collocateTable(scope: Scope, together: WordFrequencies, all: WordFrequencies, sums: Sums) {
  const { request, reader } = scope;
  const by = sortedBy(request, COLUMNS, SORT);
  const rows: MadeRow[] = [];
  for (const key of together.keys()) {
    const [word, count] = [reader.word(key), together.count(key)];
    if (count < request.minimum || reader.stop.has(word)) continue;
    const total = all.count(key);
    const table = { observed: count, part: sums.window, total, all: sums.words };
    const counts = [word, count, together.articles(key), total, perMillion(total, scope.words)];
    const whole = (): readonly TableCell[] => [...counts, ...STATISTICS.map((of) => of(table, sums.hits))];
    const sorted = STATISTICS.map((of, i) => (by === counts.length + i ? of(table, sums.hits) : null));
    rows.push({ cells: [...counts, ...sorted], whole, query: () => queryOf(word, request) });
  }
  const looked = request.speaker?.name ?? request.queries?.[0] ?? '';
  return finish(scope, {
    columns: COLUMNS,
    rows,
    sort: SORT,
    settings: nodeSettings(request, looked, sums),
    notes: sums.window === 0 ? [notes.nothingFound(looked)] : [],
  });
}

/** In the order of their columns. */
const STATISTICS: readonly ((table: TwoByTwo, hits: number) => TableCell)[] = [
  expected,
  specificity,
  logLikelihood,
  (table, hits) => logDice(table.observed, hits, table.total),
  mutualInformation,
  cubedMutualInformation,
  tScore,
];

const SORT = 'cooccurrence';

function nodeSettings(request: TableRequest, looked: string, { hits, window }: Sums): readonly Setting[] {
  const { speaker, left, right, crossSentences } = request;
  const words = speaker === undefined ? [] : [{ name: settings.speaker, value: settings[speaker.words] }];
  const size = crossSentences ? settings.windowOf(left, right) : settings.windowIn(left, right);
  return [
    { name: settings.query, value: looked },
    { name: settings.found, value: hits },
    ...words,
    ...(speaker?.words === 'inside' ? [] : [{ name: settings.window, value: size }]),
    { name: settings.windowSize, value: window },
  ];
}

/** What shows a collocate: within the speech, or at most so far from the node, on either side. */
function queryOf(word: string, request: TableRequest): string | null {
  const { speaker, queries = [], left, right, crossSentences } = request;
  if (speaker?.words === 'inside') return within(`${wordQuery([word], request)} ${filter('speaker', speaker.name)}`, request);
  const node =
    speaker === undefined ? cqlOf(queries[0] ?? '', request) : `[entity="${speaker.name.replace(/[^\p{L}\p{N} ]/gu, '.')}"]+`;
  if (node === undefined) return null;
  const other = token(word, request);
  const gap = (words: number): string => (words > 1 ? ` []{0,${Math.min(200, words - 1)}} ` : ' ');
  const sides = [left > 0 ? [other + gap(left) + node] : [], right > 0 ? [node + gap(right) + other] : []].flat();
  const query = sides.length === 1 ? (sides[0] as string) : `(${sides.join(' | ')})`;
  return crossSentences ? query : `${query} within s`;
}

/** Words of the simple form as CQL; undefined for what has filters, which do not stand within a pattern. */
function cqlOf(written: string, request: TableRequest): string | undefined {
  const query = readQuery(written);
  if (query.filters.length > 0) return undefined;
  if (query.form === 'cql') return query.within === null ? `(${written})` : undefined;
  if (query.words.some(({ kind, text }) => kind === 'words' && /[*?]/.test(text))) return undefined;
  return query.words.flatMap(({ text }) => text.split(/\s+/).map((word) => token(word, request))).join(' ');
}
