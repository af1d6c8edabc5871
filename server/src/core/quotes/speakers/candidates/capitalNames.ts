import { CLASS } from '../../../lexicon/wordClasses';
import { packed } from '../../../packed';
import type { Exception } from '../../../rules/rule';
import { isAccepted } from '../../../rules/run';
import type { Range } from '../../../syntax/ranges';
import type { QuoteWords } from '../../candidate';
import { textOf } from '../../offsets';
import type { CandidateType } from '../candidates';
import { endOfNameRun, isHyphen, isNameWord } from './nameRun';
import { type CapitalRun, isAcronym, typeOfName } from './nameType';

/** A name by its capitals, with the type that the words around it make likely; tokens. */
export interface CapitalName extends Range {
  readonly type: CandidateType;
}

/** Runs of capitalised words with the particles between them; a sentence's first word only where it is not a common word. */
export function capitalNames(words: QuoteWords): readonly CapitalName[] {
  const names: CapitalName[] = [];
  for (let i = 0; i < words.tokens.length; i++) {
    if (!isNameWord(words, i) || !isAccepted(NOT_FIRST_OF_NAME, { words, i })) continue;
    const run = nameRun(words, i);
    i = run.end - 1;
    if (isAccepted(NOT_A_NAME, { words, run })) names.push({ start: run.start, end: run.end, type: typeOfName(words, run) });
  }
  return packed(names);
}

interface WordAt {
  readonly words: QuoteWords;
  readonly i: number;
}

const NOT_FIRST_OF_NAME: readonly Exception<WordAt>[] = [
  {
    // "le député PS Jean Dupont": a party is not a part of the name
    id: 'acronym-before-name',
    holds: ({ words, i }) => words.isHuman(i - 1) && isAcronym(words, i) && words.isCapital(i + 1) && !isAcronym(words, i + 1),
  },
  {
    // "le Français Jean Dupont": what people come from is not a part of their name
    id: 'demonym-before-name',
    holds: ({ words, i }) =>
      words.is(i - 1, CLASS.determiner) &&
      words.isCapital(i + 1) &&
      words.pack.demonymEndings.some((ending) => words.at(i).endsWith(ending)),
  },
  {
    // "Interrogé Jean Dupont": a verb or an adverb at a sentence's head
    id: 'sentence-opener',
    holds: ({ words, i }) =>
      opensSentence(words, i) && (words.info[i]?.verb !== undefined || words.isAdverb(i)) && isNameWord(words, i + 1),
  },
];

const NOT_A_NAME: readonly Exception<{ readonly words: QuoteWords; readonly run: CapitalRun }>[] = [
  {
    id: 'common-word-at-sentence-head',
    holds: ({ words, run: { start, capitals } }) => capitals === 1 && opensSentence(words, start) && isCommonWord(words, start),
  },
  {
    id: 'single-letter',
    holds: ({ words, run: { start, capitals } }) => capitals === 1 && (words.tokens[start]?.text.length ?? 0) < 2,
  },
  {
    // "IT ISN'T OVER.": who shouts a sentence names nobody
    id: 'sentence-in-capitals',
    holds: ({ words, run: { start, end } }) => /^[.!?]$/.test(words.at(end)) && isClauseInCapitals(words, start, end),
  },
  {
    // "l'ONG", "le PDG"
    id: 'common-noun-in-capitals',
    holds: ({ words, run: { start, capitals } }) =>
      capitals === 1 && isAcronym(words, start) && words.pack.organisations.has(words.at(start)),
  },
];

/** The whole name that begins with a word, with the particle that a hyphen ties to it: al-Joulani. */
function nameRun(words: QuoteWords, i: number): CapitalRun {
  const isTied = isHyphen(words, i - 1) && !words.spaced(i) && words.is(i - 2, CLASS.particle);
  const start = isTied ? i - 2 : i;
  return { start, ...endOfNameRun(words, start, i + 1) };
}

const PREDICATE = CLASS.subject | CLASS.auxiliary | CLASS.being | CLASS.modal | CLASS.negation;

/** Words in capitals back to the sentence's head, with a subject's pronoun or a verb among them. */
function isClauseInCapitals(words: QuoteWords, start: number, end: number): boolean {
  let first = start;
  while (first > 0 && words.isWord(first - 1) && words.isCapital(first - 1)) first--;
  const text = textOf(words, first, end);
  if (text !== text.toUpperCase() || !opensSentence(words, first)) return false;
  for (let i = first; i < end; i++) if (words.is(i, PREDICATE) || words.info[i]?.verb !== undefined) return true;
  return false;
}

const opensSentence = (words: QuoteWords, i: number): boolean => i === 0 || /^[.!?…«»"“”:–—-]$/.test(words.at(i - 1));

const isCommonWord = (words: QuoteWords, i: number): boolean =>
  words.info[i]?.classes !== 0 || words.info[i]?.verb !== undefined || words.isAdverb(i) || words.isHuman(i);
