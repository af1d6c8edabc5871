import { CLASS, FINITE } from '../../../lexicon/wordClasses';
import { nounPhraseAt } from '../../../syntax/nounPhrases';
import type { QuoteWords } from '../../candidate';
import { endOf, textOf } from '../../offsets';
import { mentionsIn } from '../candidates';
import type { Resolution } from '../discourse';
import { descriptionOf } from './descriptionParts';
import { institutionSieve } from './institution';
import { nameSieve } from './name';
import { type Mention, mentionAt, type Sieve } from './sieve';

/**
 * "a statement released by the harbour board", "a spokesperson for Arden's foreign ministry", "a Reed campaign spokesman": what is
 * written or said for a body without a speaker's name is that body's.
 */
export const utteranceOwnerSieve: Sieve = {
  id: 'utterance-owner',
  resolve: (mention) => {
    const noun = utteranceNoun(mention);
    if (noun < 0) return undefined;
    return ownerBefore(mention, noun) ?? (isNamed(mention, noun) ? undefined : ownerBehind(mention, noun));
  },
};

// A noun for what is said stands among the first words: "a brief joint government statement".
const NOUN_REACH = 7;

/** The token of the noun for who or what speaks for somebody else, before any preposition; -1 without one. */
function utteranceNoun({ words, phrase: { start, end } }: Mention): number {
  let found = -1;
  for (let i = start; i < Math.min(end, start + NOUN_REACH); i++) {
    if (words.is(i, CLASS.preposition | CLASS.of) || words.at(i) === ',') break;
    found = speaksForOthers(words, i) ? i : -1;
  }
  return found;
}

/** "a CNN analysis of …", "le Journal de …", "a spokesperson for the board, Ann Reed": the mention says itself who speaks. */
function isNamed(mention: Mention, noun: number): boolean {
  const { discourse, words, base, start } = mention;
  const before = mentionsIn(discourse.candidates, start, base + endOf(words, noun));
  return before.some(({ candidate }) => candidate.type === 'ORG') || nameSieve.resolve(mention)?.candidate?.type === 'PER';
}

const speaksForOthers = (words: QuoteWords, i: number): boolean =>
  words.is(i, CLASS.mouthpiece) || (words.is(i, CLASS.source) && !words.is(i, CLASS.human | CLASS.institution));

// "a survey published last Tuesday evening by …"
const OWNER_REACH = 6;

function ownerBehind(mention: Mention, noun: number): Resolution | undefined {
  const { words } = mention;
  const limit = Math.min(words.tokens.length, noun + 1 + OWNER_REACH);
  for (let i = noun + 1; i < limit; i++) {
    if (!words.isWord(i) || words.is(i, CLASS.that | CLASS.relative)) return undefined;
    if (links(words, noun, i)) return ownerAt(mention, noun, i + 1);
    // the verb of which it is the subject
    if (i >= mention.phrase.end && words.has(i, FINITE) && !links(words, noun, i + 1)) return undefined;
  }
  return undefined;
}

/** "by", "from"; an English "of" tells what an analysis is about, but whose a spokesperson is. */
const links = (words: QuoteWords, noun: number, i: number): boolean =>
  words.pack.speakers.ownerLinks.has(words.at(i)) || (words.is(i, CLASS.of) && words.isHuman(noun));

function ownerAt(mention: Mention, noun: number, at: number): Resolution | undefined {
  const { discourse, words, paragraph } = mention;
  const phrase = nounPhraseAt(words, at, at < mention.phrase.end ? mention.phrase.end : words.tokens.length, 'left');
  const inner = phrase && mentionAt(discourse, paragraph, phrase, mention.quoted);
  if (inner === undefined || phrase?.kind === 'pronoun') return undefined;
  const owner = ownerNamed(inner);
  const type = owner?.candidate?.type;
  // "le rapport de la mairie": a body that nobody names says little
  if (owner === undefined || type === 'LOC' || !/\p{Lu}/u.test(owner.name)) return undefined;
  // unnamed people who are known by a person alone stay unnamed
  return type === 'PER' && words.isHuman(noun) ? undefined : owner;
}

function ownerNamed(inner: Mention): Resolution | undefined {
  const named = nameSieve.resolve(inner);
  if (named !== undefined) return named;
  const description = descriptionOf(inner);
  const isBody = description !== undefined && inner.words.is(description.institution, CLASS.institution);
  return isBody ? institutionSieve.resolve(description) : undefined;
}

/** "a Reed campaign spokesman": the body that stands before the noun, from the first capital on, unless it is named as a whole. */
function ownerBefore({ discourse, words, base, phrase, start }: Mention, noun: number): Resolution | undefined {
  if (noun !== phrase.end - 1 || !words.is(noun - 1, CLASS.institution) || words.is(noun - 1, CLASS.human)) return undefined;
  const end = base + endOf(words, noun - 1);
  if (mentionsIn(discourse.candidates, start, end).some((name) => name.end === end)) return undefined;
  let first = noun - 1;
  for (let i = noun - 2; i >= phrase.start && words.isWord(i) && !words.is(i, CLASS.determiner); i--)
    if (words.isCapital(i)) first = i;
  return first === noun - 1 ? undefined : { name: textOf(words, first, noun) };
}
