import type { Message } from '../../messages/message';
import { tableMessages as messages } from '../../messages/tables';
import {
  chiSquared,
  chiSquaredYates,
  isLargeEnough,
  logLikelihood,
  logLikelihoodTwoTerm,
  type TwoByTwo,
} from '../../statistics/contingency';
import { logRatio, percentDifference, perMillion } from '../../statistics/effects';
import { specificity } from '../../statistics/hypergeometric';
import { finish, type MadeRow, sortedBy } from './finish';
import { type Counted, Scope } from './scope';
import type { Column, FrequencyList, Setting, TableCell, TableRequest, TableTask } from './table';
import { NO_WORD, type WordKey } from './wordForms';
import { WordFrequencies } from './wordFrequencies';
import { partFilter, within, wordQuery } from './written';

/** The part that is asked for, or what it is held against: its size, and how often each word is there. */
class Side {
  words = 0;
  articles = 0;
  readonly counts = new WordFrequencies(false);
}

/** What a part is held against: its size, and how often it has a word. */
interface Against extends Pick<Side, 'words' | 'articles'> {
  count(key: WordKey): number;
  articlesOf(key: WordKey): number;
}

/** Below so many words a part is a text at best: what is frequent in it is frequent by chance. */
const LEAST_WORDS = 100;

/**
 * Keywords (spécificités): words that a part of the corpus has more often, or less often, than the other parts, one other
 * part, or an outside list.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function keywordTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const [own, others] = [new Side(), new Side()];
  const side = sideOf(scope);
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      const before = { own: own.words, others: others.words };
      countSides(counted, side, { own, others });
      if (own.words > before.own) own.articles++;
      if (others.words > before.others) others.articles++;
    },
    finish: () =>
      keywordTable(scope, own, request.reference === undefined ? otherParts(others) : listSide(request.reference, scope)),
  };
}

/** Counts an article's words on their sides. */
function countSides({ keys, partOf, article }: Counted, side: SideOf, sides: Readonly<Record<'own' | 'others', Side>>): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const at = key === NO_WORD ? undefined : side(partOf(i));
    if (at === undefined) continue;
    sides[at].words++;
    sides[at].counts.add(key, article);
  }
}

type SideOf = (part: number) => 'own' | 'others' | undefined;

/** Which side a part is on. */
function sideOf({ request, partition }: Scope): SideOf {
  const { by, part, against, reference } = request;
  if (by === undefined || part === undefined) return () => 'own';
  const own = partition.numberOf(part);
  const other = against === undefined ? undefined : partition.numberOf(against);
  return (number) => {
    if (number === own) return 'own';
    if (number < 0 || reference !== undefined) return undefined;
    return other === undefined || number === other ? 'others' : undefined;
  };
}

const otherParts = ({ words, articles, counts }: Side): Against => ({
  ...{ words, articles },
  count: (key) => counts.count(key),
  articlesOf: (key) => counts.articles(key),
});

/** Lays an outside list beside what was counted. */
function listSide({ words, size }: FrequencyList, { reader }: Scope): Against {
  const list = new Map<string, number>();
  for (const [form, count] of words) list.set(form, (list.get(form) ?? 0) + count);
  return { words: size, articles: 0, count: (key) => list.get(reader.word(key)) ?? 0, articlesOf: () => 0 };
}

/** The words of both sides, each once. */
function* wordsOf(own: Side, others: Against, scope: Scope): Generator<WordKey> {
  for (let key = NO_WORD + 1; key < scope.reader.size; key++)
    if (own.counts.count(key) > 0 || (scope.request.reference === undefined && others.count(key) > 0)) yield key;
}

const { columns: titles, settings, notes } = messages;

function keywordTable(scope: Scope, own: Side, others: Against) {
  const { request, reader } = scope;
  const problem = problemOf(request, own, others);
  const [columns, sort] = [columnsOf(request.part, request.by), problem ? 'count' : 'specificity'];
  const by = sortedBy(request, columns, sort);
  const rows: MadeRow[] = [];
  for (const key of wordsOf(own, others, scope)) {
    const [word, count, elsewhere] = [reader.word(key), own.counts.count(key), others.count(key)];
    if (count + elsewhere < request.minimum || reader.stop.has(word)) continue;
    const table = { observed: count, part: own.words, total: count + elsewhere, all: own.words + others.words };
    const figures = [
      ...[word, count, perMillion(count, own.words), own.counts.articles(key)],
      ...[elsewhere, perMillion(elsewhere, others.words), others.articlesOf(key)],
    ];
    const cells = (isAsked: (column: number) => boolean): readonly TableCell[] => [
      ...figures,
      ...STATISTICS.map(({ of }, i) => (problem === undefined && isAsked(figures.length + i) ? of(table) : null)),
    ];
    rows.push({
      cells: cells((column) => column === by),
      whole: () => cells(() => true),
      query: () => within(wordQuery([word], request), request),
    });
  }
  return finish(scope, {
    columns,
    rows,
    sort,
    settings: comparedSettings(request, own, others),
    notes: [problem ?? notes.chiNeeds],
  });
}

function columnsOf(part: string | undefined, by: string | undefined): readonly Column[] {
  const filter = by === undefined || part === undefined ? undefined : partFilter(by, part);
  const own = filter === undefined ? {} : { filter };
  const [count, million, articles] =
    part === undefined
      ? [titles.count, titles.million, titles.articles]
      : [titles.inPart(part), titles.millionInPart(part), titles.articlesInPart(part)];
  return [
    { id: 'word', title: titles.word, form: 'text', ...own },
    { id: 'count', title: count, form: 'count', ...own },
    { id: 'million', title: million, form: 'figure', ...own },
    { id: 'articles', title: articles, form: 'count', ...own },
    { id: 'others', title: titles.inOthers, form: 'count' },
    { id: 'othersMillion', title: titles.millionInOthers, form: 'figure' },
    { id: 'othersArticles', title: titles.articlesInOthers, form: 'count' },
    ...STATISTICS.map(({ id }): Column => ({ id, title: titles[id], form: 'figure' })),
  ];
}

const STATISTICS = [
  { id: 'specificity', of: specificity },
  { id: 'logLikelihoodTwoTerm', of: logLikelihoodTwoTerm },
  { id: 'logLikelihood', of: logLikelihood },
  { id: 'chiSquared', of: (table) => (isLargeEnough(table) ? chiSquared(table) : null) },
  { id: 'chiSquaredYates', of: (table) => (isLargeEnough(table) ? chiSquaredYates(table) : null) },
  { id: 'logRatio', of: logRatio },
  { id: 'percentDifference', of: percentDifference },
] as const satisfies readonly { readonly id: keyof typeof titles; readonly of: (table: TwoByTwo) => TableCell }[];

/** Why no statistic can be given. */
function problemOf({ by = '', part, against }: TableRequest, own: Side, others: Pick<Side, 'words'>): Message | undefined {
  const name = part ?? '*';
  if (own.words === 0) return notes.noPart(name, by);
  if (others.words === 0) return against === undefined ? notes.onePart(by) : notes.noPart(against, by);
  if (own.words < LEAST_WORDS) return notes.smallPart(name, own.words, LEAST_WORDS);
  return others.words < LEAST_WORDS ? notes.smallPart(against ?? '…', others.words, LEAST_WORDS) : undefined;
}

function comparedSettings({ part, against, reference }: TableRequest, own: Side, others: Against): readonly Setting[] {
  const other = settings.ofSize(against ?? settings.others, others.words, others.articles);
  return [
    ...(part === undefined ? [] : [{ name: settings.part, value: settings.ofSize(part, own.words, own.articles) }]),
    { name: settings.against, value: reference === undefined ? other : settings.listOfSize(reference.name, reference.size) },
  ];
}
