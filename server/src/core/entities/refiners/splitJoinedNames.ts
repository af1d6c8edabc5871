import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import { ANY_GIVEN_NAME, ORGANISATION_HEAD, ORGANISATIONS } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { withWords } from './spans';

/** Two bodies joined by a conjunction and an article are two names: the Office for Tides and the Ministry of Harbours. */
export const splitAtConjunction: NameRefiner = {
  id: 'split-at-conjunction',
  scope: 'sentence',
  appliesTo: ({ conjunctions }) => conjunctions !== undefined,
  refine: (names, context) => splitEach(names, context, secondBody),
};

/** A listed body's name and that of somebody of it side by side are two: la présidente du Medef Odile Sarna. */
export const splitBodyBeforePerson: NameRefiner = {
  id: 'split-body-before-person',
  scope: 'sentence',
  refine: (names, context) => splitEach(names, context, personOfBody),
};

/** The second of two names in one: its words, `from` to `to` (exclusive), and where the first one ends. */
interface Second {
  readonly firstTo: number;
  readonly from: number;
  readonly type: 'ORG' | 'PER';
}

function splitEach(
  names: readonly NameSpan[],
  context: SentenceContext,
  secondOf: (name: NameSpan, context: SentenceContext) => Second | undefined,
): readonly NameSpan[] {
  let split: NameSpan[] | undefined;
  names.forEach((name, k) => {
    const second = name.type === 'ORG' && name.to - name.from > 2 ? secondOf(name, context) : undefined;
    if (second === undefined) split?.push(name);
    else {
      split ??= names.slice(0, k);
      split.push(withWords(name, context.sentence, name.from, second.firstTo));
      split.push({ ...withWords(name, context.sentence, second.from, name.to), type: second.type });
    }
  });
  return split ?? names;
}

function secondBody({ from, to }: NameSpan, { sentence: { infos }, pack }: SentenceContext): Second | undefined {
  for (let i = from + 1; i < to - 2; i++) {
    const [word, next, head] = [infos[i] as WordInfo, infos[i + 1] as WordInfo, infos[i + 2] as WordInfo];
    if (pack.conjunctions?.has(word.folded) !== true || !pack.articles.has(next.folded) || next.capital || !head.capital)
      continue;
    if (holdsHead(infos, from, i) && holdsHead(infos, i + 2, to)) return { firstTo: i, from: i + 2, type: 'ORG' };
  }
  return undefined;
}

const holdsHead = (infos: readonly WordInfo[], from: number, to: number): boolean =>
  infos.slice(from, to).some(({ bits, capital }) => capital && (bits & ORGANISATION_HEAD) !== 0);

function personOfBody({ from, to }: NameSpan, { sentence: { infos }, phrases }: SentenceContext): Second | undefined {
  const [given, family] = [infos[to - 2] as WordInfo, infos[to - 1] as WordInfo];
  if ((given.bits & ANY_GIVEN_NAME) === 0 || !given.capital || !family.capital || family.upper) return undefined;
  const bitsOf = (end: number): number => phrases.bits(infos.slice(from, end).map((info) => info.foldHash));
  const isTwo = (bitsOf(to - 2) & ORGANISATIONS) !== 0 && bitsOf(to) === 0 && (family.bits & ORGANISATION_HEAD) === 0;
  return isTwo ? { firstTo: to - 2, from: to - 2, type: 'PER' } : undefined;
}
