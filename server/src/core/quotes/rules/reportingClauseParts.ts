import { CLASS } from '../../lexicon/wordClasses';
import { isBareName, type Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';

/** A reporting clause between or after the quoted words: ", a déclaré X", "comme l'indique X", "X said". */
export interface ReportingClause {
  readonly cue: VerbGroup;
  readonly speaker: Phrase;
  /** First token that belongs to it, its comma included. */
  readonly start: number;
  /** First token after it and after what belongs to it. */
  readonly end: number;
}

/** Where a reporting clause is looked for: around a cue, in what is left of a sentence. */
export interface ClausePlace {
  readonly words: QuoteWords;
  readonly cue: VerbGroup;
  readonly sentence: Range;
  readonly zone: number;
}

/** comme, ainsi que, ce que: the first token of what opens a reporting clause without a pause, or -1. */
export function openerAt(words: QuoteWords, at: number): number {
  if (!words.endsOpener(at)) return -1;
  for (const opener of words.pack.inciseOpeners) {
    const parts = opener.split('_');
    const start = at - parts.length + 1;
    if (start >= 0 && parts.every((part, k) => words.at(start + k) === part)) return start;
  }
  return -1;
}

const HEAD_REACH = 5;

/** A person, a name, or a definite description: what an unmarked reporting clause needs for its subject. */
export function canReport(words: QuoteWords, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun' || (phrase.kind === 'name' && isBareName(words, beforeApposition(words, phrase)))) return true;
  for (let i = phrase.start; i < Math.min(phrase.end, phrase.start + HEAD_REACH); i++)
    if (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source)) return true;
  return phrase.kind === 'name' && words.is(phrase.start, CLASS.determiner) && words.isCapital(phrase.start + 1);
}

/** "Anna Reed, a longtime adviser": what stands before the first comma. */
function beforeApposition(words: QuoteWords, phrase: Phrase): Phrase {
  for (let i = phrase.start; i < phrase.end; i++) if (words.at(i) === ',') return { start: phrase.start, end: i, kind: 'name' };
  return phrase;
}

const AFTER_SPEAKER = CLASS.preposition | CLASS.time | CLASS.relative | CLASS.subordinator | CLASS.conjunction;

/** What may follow a reporting clause's speaker: a stop, a preposition, a time, a relative, an opening mark. */
export function mayFollowSpeaker(words: QuoteWords, i: number, limit: number): boolean {
  const token = i < limit ? words.tokens[i] : undefined;
  if (token === undefined || token.kind === 'punctuation' || token.kind === 'symbol') return true;
  return words.is(i, AFTER_SPEAKER) || words.isAdverb(i) || (words.verb(i)?.forms ?? 0) > 3;
}

/** Over "dans un communiqué", "à l'AFP", ", en riant": up to the next comma, stop or mark. */
export function clauseTail(words: QuoteWords, from: number, limit: number): number {
  let i = from;
  while (i < limit && !endsTail(words, i)) i++;
  return i;
}

const endsTail = (words: QuoteWords, i: number): boolean =>
  words.opens(i) !== undefined ||
  words.closes(i) !== undefined ||
  /^[,;:).!?…]$/.test(words.at(i)) ||
  (/^[-–—]$/.test(words.at(i)) && words.spaced(i));
