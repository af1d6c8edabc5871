import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import { HEADS, ORGANISATION_HEAD } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { withWords } from './spans';

/** How many small words may lead to the matter: de la. */
const MAX_LINKS = 2;
const LEAST_LETTERS = 4;
/** The longest part of a name before its matter: the noun for a body and its adjectives. */
const MAX_HEAD = 3;

/**
 * Office balte de protection du littoral, Fédération norlandaise de cyclisme, Agence de sûreté des ponts et des digues: a body's
 * name does not end before its matter, nor between two matters that a conjunction joins.
 */
export const bodyUpToMatter: NameRefiner = {
  id: 'body-up-to-matter',
  scope: 'sentence',
  appliesTo: ({ purposes }) => purposes !== undefined,
  refine(names, context) {
    let longer: NameSpan[] | undefined;
    names.forEach((name, k) => {
      const to = name.type === 'ORG' ? endOfMatters(name, context) : name.to;
      if (to === name.to || names.some((other) => other.from >= name.to && other.from < to)) return;
      longer ??= [...names];
      longer[k] = withWords(name, context.sentence, name.from, to);
    });
    return longer ?? names;
  },
};

function endOfMatters(name: NameSpan, { sentence, pack }: SentenceContext): number {
  const first = lacksMatter(name, sentence, pack) ? endOfMatter(sentence, name.to, pack) : undefined;
  const to = first ?? name.to;
  return (
    (hasMatter({ from: name.from, to }, sentence, pack) ? endOfSecond({ from: name.from, to }, sentence, pack) : undefined) ?? to
  );
}

/** Whether a name ends in what is done to a matter, or in an adjective right behind the noun for a body. */
function lacksMatter({ from, to }: NameSpan, { infos }: TaggedSentence, pack: EntityPack): boolean {
  const last = infos[to - 1] as WordInfo;
  if (to - from < 2 || last.capital) return false;
  if (to - from > 2 && pack.purposes?.has(last.folded) === true) return true;
  return to - from <= MAX_HEAD && isIncomplete(infos[from] as WordInfo, pack) && infos.slice(from + 1, to).every(isSmallWord);
}

const isBodyNoun = ({ bits, capital }: WordInfo): boolean => capital && (bits & HEADS) === ORGANISATION_HEAD;
const isIncomplete = ({ capital, folded }: WordInfo, { incompleteBodies }: EntityPack): boolean =>
  capital && incompleteBodies?.has(folded) === true;
const isSmallWord = ({ capital, particle, mark, digit }: WordInfo): boolean => !capital && !particle && !mark && !digit;

/** Index after the matter that small words lead to from one on. */
function endOfMatter({ infos }: TaggedSentence, from: number, pack: EntityPack): number | undefined {
  let at = from;
  while (at - from < MAX_LINKS && infos[at]?.particle === true) at++;
  const [link, matter] = [infos[from], infos[at]];
  if (at === from || link === undefined || !pack.genitives.has(link.folded)) return undefined;
  return matter !== undefined && isSmallWord(matter) && matter.text.length >= LEAST_LETTERS ? at + 1 : undefined;
}

/** Whether a name of a body ends in a matter in small letters that a genitive leads to. */
function hasMatter({ from, to }: Pick<NameSpan, 'from' | 'to'>, { infos }: TaggedSentence, pack: EntityPack): boolean {
  const [last, link] = [infos[to - 1] as WordInfo, infos[to - 2]];
  return (
    to - from > 3 &&
    isSmallWord(last) &&
    link !== undefined &&
    pack.genitives.has(link.folded) &&
    isBodyNoun(infos[from] as WordInfo)
  );
}

/** et des digues de mer: behind a second matter; undefined where the body itself may be one of two things. */
function endOfSecond(
  { from, to }: Pick<NameSpan, 'from' | 'to'>,
  sentence: TaggedSentence,
  pack: EntityPack,
): number | undefined {
  const { infos } = sentence;
  const joins = infos[to] !== undefined && pack.conjunctions?.has((infos[to] as WordInfo).folded) === true;
  const before = infos[from - 1];
  if (!joins || (before !== undefined && pack.genitives.has(before.folded))) return undefined;
  const end = endOfMatter(sentence, to + 1, pack);
  if (end === undefined || ((infos[end - 1] as WordInfo).bits & ORGANISATION_HEAD) !== 0) return undefined;
  return endOfMatter(sentence, end, pack) ?? end;
}
