import { CLASS } from '../../../lexicon/wordClasses';
import type { Phrase } from '../../../syntax/nounPhrases';
import type { QuoteWords } from '../../candidate';
import { officeOf, type Role, roleOf } from '../roles';
import type { Mention } from './sieve';

/** A mention that describes its speaker, taken apart. */
export interface Description extends Mention {
  readonly role: Role;
  /** The token of its head. */
  readonly head: number;
  /** The token of its first "of", or -1. */
  readonly of: number;
  /** The token of the institution or source that heads it, or -1. */
  readonly institution: number;
  /** "un ministre": somebody not known yet. */
  readonly isIndefinite: boolean;
}

/** A mention as a description; undefined where it has no head. */
export function descriptionOf(mention: Mention): Description | undefined {
  const { words, phrase } = mention;
  const content: string[] = [];
  let of = -1;
  let head = -1;
  for (let i = phrase.start; i < phrase.end && words.at(i) !== ',' && !words.is(i, CLASS.relative); i++) {
    if (!words.isWord(i)) continue;
    if (of < 0 && i > phrase.start && words.is(i, CLASS.of)) of = i;
    if (head < 0 && !words.is(i, CLASS.determiner | CLASS.of)) head = i;
    content.push(words.at(i));
  }
  if (head < 0) return undefined;
  return {
    role: officeOf(roleOf(content, words.pack), words.pack),
    head,
    of,
    institution: institutionHead(words, phrase),
    isIndefinite: words.pack.speakers.indefiniteDeterminers.has(words.at(phrase.start)),
    ...mention,
  };
}

/** The gender that a description's article shows. */
export const articleGender = ({ words, phrase }: Mention): 'm' | 'f' | undefined =>
  words.pack.definite.get(words.at(phrase.start));

/** "le groupe", "la compagnie aérienne": a noun with so many adjectives at most, nothing that names. */
export function isBareNoun(words: QuoteWords, phrase: Phrase, noun: number, adjectives: number): boolean {
  const end = endOfDescription(words, phrase);
  if (!words.is(phrase.start, CLASS.determiner) || end - noun > 1 + adjectives) return false;
  for (let i = noun; i < end; i++) if (words.isCapital(i) || words.is(i, CLASS.of)) return false;
  return true;
}

/** The token at which a description's comma, relative or bracket begins; its end without one. */
export function endOfDescription(words: QuoteWords, phrase: Phrase): number {
  for (let i = phrase.start; i < phrase.end; i++)
    if (words.at(i) === ',' || words.is(i, CLASS.relative) || words.at(i) === '(') return i;
  return phrase.end;
}

/** The token of the institution or source that heads a description; -1 where a person does, or nothing of the kind. */
export function institutionHead(words: QuoteWords, { start, end }: Phrase): number {
  for (let i = start; i < Math.min(end, start + 4); i++) {
    if ((words.is(i, CLASS.of) && i > start) || words.is(i, CLASS.human)) return -1;
    if (words.is(i, CLASS.institution | CLASS.source)) return i;
  }
  return -1;
}
