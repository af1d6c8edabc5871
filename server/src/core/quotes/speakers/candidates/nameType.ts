import { CLASS } from '../../../lexicon/wordClasses';
import type { Range } from '../../../syntax/ranges';
import type { QuoteWords } from '../../candidate';
import { textOf } from '../../offsets';
import type { CandidateType } from '../candidates';

/** A run of capitalised words. */
export interface CapitalRun extends Range {
  /** How many of its words have a capital. */
  readonly capitals: number;
}

/** The type that a name's own words and those around it make likely: a title makes a person, an article an organisation. */
export const typeOfName = (words: QuoteWords, run: CapitalRun): CandidateType =>
  TYPE_SIGNS.find(({ holds }) => holds(words, run))?.type ?? 'unknown';

interface TypeSign {
  readonly type: CandidateType;
  readonly holds: (words: QuoteWords, run: CapitalRun) => boolean;
}

// asked in this order; the first that holds decides
const TYPE_SIGNS: readonly TypeSign[] = [
  { type: 'PER', holds: followsHonorific },
  { type: 'ORG', holds: namesInstitution },
  { type: 'PER', holds: (words, { start }) => words.isHuman(start - 1) },
  { type: 'ORG', holds: isInCapitals },
  { type: 'ORG', holds: hasShortOf },
  { type: 'PER', holds: (words, { start, capitals }) => capitals > 1 && !words.is(start - 1, CLASS.determiner) },
  { type: 'ORG', holds: (words, { start }) => words.is(start - 1, CLASS.determiner) },
  { type: 'LOC', holds: followsPlacePreposition },
];

/** Whether a word is a short one in capitals. */
export const isAcronym = (words: QuoteWords, i: number): boolean => /^\p{Lu}{2,5}$/u.test(words.tokens[i]?.text ?? '');

/** "M. Dupont": the honorific's stop may stand between. */
function followsHonorific(words: QuoteWords, { start }: CapitalRun): boolean {
  const { honorifics } = words.pack;
  return honorifics.has(words.at(start - 1)) || honorifics.has(words.at(start - 2));
}

function namesInstitution(words: QuoteWords, { start, end }: CapitalRun): boolean {
  for (let i = start; i < end; i++) if (words.is(i, CLASS.institution | CLASS.source)) return true;
  return false;
}

function isInCapitals(words: QuoteWords, { start, end, capitals }: CapitalRun): boolean {
  if (capitals !== 1) return false;
  const name = textOf(words, start, end);
  return name.length > 1 && name.length < 7 && name === name.toUpperCase();
}

/** "Référendum d'Initiative Citoyenne": d' and du join no first and family name. */
function hasShortOf(words: QuoteWords, { start, end }: CapitalRun): boolean {
  for (let i = start; i < end; i++)
    if (words.is(i, CLASS.of) && !words.isCapital(i) && !words.pack.speakers.fullOf.has(words.at(i))) return true;
  return false;
}

/** After a preposition that neither brings in a complement nor a source. */
function followsPlacePreposition(words: QuoteWords, { start }: CapitalRun): boolean {
  const before = start - 1;
  return (
    words.is(before, CLASS.preposition) &&
    !words.is(before, CLASS.of) &&
    !words.pack.attributions.some((phrase) => phrase.words.at(-1) === words.at(before))
  );
}
