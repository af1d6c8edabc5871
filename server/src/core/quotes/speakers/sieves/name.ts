import { CLASS } from '../../../lexicon/wordClasses';
import { isBareName, type Phrase } from '../../../syntax/nounPhrases';
import { tokenAt } from '../../../syntax/paragraphWords';
import type { Range } from '../../../syntax/ranges';
import type { QuoteWords } from '../../candidate';
import { textOf } from '../../offsets';
import { type CandidateMention, type CandidateSpeaker, type CandidateType, mentionsIn } from '../candidates';
import { type Discourse, type Resolution, resolutionOf } from '../discourse';
import { endOfDescription, institutionHead } from './descriptionParts';
import type { Mention, Sieve } from './sieve';

/** The name in a mention that is its head or stands beside its head: "le ministre X", "X, fondateur de Y"; not "le ministre de X". */
export const nameSieve: Sieve = {
  id: 'name',
  resolve: (mention) => {
    const heads = headNames(mention);
    const named = likeliestSpeaker(heads, mention);
    // a name that the capitals around it hid: the mention's own words
    if (named === undefined) return isHiddenName(mention) ? { name: ownWords(mention) } : undefined;
    return (
      joinedNames(heads, named, mention) ??
      compoundInstitution(mention, named) ??
      longerName(mention, named) ??
      asNamedHere(mention, named.candidate)
    );
  },
};

/** Capitals alone, but "Data", "Police" at the head of a sentence are nouns. */
function isHiddenName({ words, phrase }: Mention): boolean {
  if (!isBareName(words, phrase)) return false;
  if (!words.features.bareNounSubjects) return true;
  const isNoun = words.isHuman(phrase.start) || words.is(phrase.start, CLASS.institution | CLASS.source);
  return phrase.end > phrase.start + 1 || !isNoun || !beginsSentence(words, phrase.start);
}

const beginsSentence = (words: QuoteWords, i: number): boolean => i === 0 || /^[.!?…:»”"“«]$/.test(words.at(i - 1));

const ownWords = ({ words, phrase }: Mention): string => textOf(words, phrase.start, phrase.end);

/** The names in a mention that its head bears. */
function headNames(mention: Mention): readonly CandidateMention[] {
  const inside = mentionsIn(mention.discourse.candidates, mention.start, mention.end);
  if (inside.length === 1) return isHeadName(mention, inside[0] as CandidateMention, inside) ? inside : [];
  return inside.filter((name) => isHeadName(mention, name, inside));
}

function isHeadName({ words, phrase, base }: Mention, name: CandidateMention, inside: readonly CandidateMention[]): boolean {
  const token = tokenAt(words, name.start - base);
  if (isIndefinite(words, phrase, token) && name.candidate.type !== 'ORG') return false;
  // "Reed's daughter" is not Reed, "Reed's tweet" is what he says
  const after = tokenAt(words, name.end - base - 1) + 1;
  if (words.pack.speakers.genitives.has(words.at(after)) && speaksForItself(words, after + 1, phrase.end)) return false;
  if (name.candidate.type !== 'PER' && name.candidate.type !== 'ORG' && isModifier(words, after, phrase.end)) return false;
  // "le président de la région Val-Noir Jean Dupont": a person's name right after another name heads the phrase
  const followsName = name.candidate.type === 'PER' && inside.some((other) => isRightBefore(other, name));
  return isHead(words, phrase, token, followsName ? 'name' : 'word');
}

/** "the Swedish minister", "Swedish state media": a name before a noun for whom it tells more of, in languages where that heads. */
function isModifier(words: QuoteWords, from: number, end: number): boolean {
  if (!words.pack.speakers.lastNameHeads) return false;
  let head = -1;
  for (let i = from; i < end && words.isWord(i) && !words.isCapital(i); i++) {
    if (words.is(i, CLASS.preposition | CLASS.of | CLASS.conjunction | CLASS.determiner | CLASS.relative)) break;
    head = i;
  }
  if (head < 0 || words.is(head, CLASS.institution) || words.pack.organisations.has(words.at(head))) return false;
  return words.isHuman(head) || words.is(head, CLASS.source);
}

/** Whether somebody is among some words, or a body of people. */
function speaksForItself(words: QuoteWords, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (words.isHuman(i) || words.is(i, CLASS.institution) || words.isCapital(i)) return true;
  return false;
}

/** "un Kanak de vingt ans": what somebody is, not who. */
const isIndefinite = (words: QuoteWords, { start }: Phrase, token: number): boolean =>
  token === start + 1 && words.lists.indefiniteArticle.has(words.at(start));

function likeliestSpeaker(names: readonly CandidateMention[], mention: Mention): CandidateMention | undefined {
  const ofType = (type: CandidateType): CandidateMention | undefined => {
    const first = names.find((name) => name.candidate.type === type);
    if (first === undefined || !mention.words.pack.speakers.lastNameHeads) return first;
    return names.findLast((name) => name.candidate.type === type && isCompound(mention, first, name));
  };
  return ofType('PER') ?? ofType('unknown') ?? ofType('ORG') ?? ofType('MISC') ?? names[0];
}

/** "Reed campaign manager Tom Hale": two names with nothing but nouns between them, or one. */
function isCompound({ words, base }: Mention, first: CandidateMention, last: CandidateMention): boolean {
  const end = tokenAt(words, last.start - base);
  for (let i = tokenAt(words, first.end - base - 1) + 1; i < end; i++)
    if (!words.isWord(i) || words.is(i, CLASS.conjunction | CLASS.preposition | CLASS.relative)) return false;
  return true;
}

/** Two names with "et" between them are two speakers. */
function joinedNames(
  heads: readonly CandidateMention[],
  first: CandidateMention,
  { words, base }: Mention,
): Resolution | undefined {
  if (heads.length === 1) return undefined;
  const list = [first];
  let last = first;
  for (const next of heads) {
    if (next.start <= last.start || next.candidate === first.candidate) continue;
    const between = words.text.slice(last.end - base, next.start - base).trim();
    if (!words.pack.speakers.betweenNames.test(between)) continue;
    list.push(next);
    last = next;
  }
  if (list.length === 1) return undefined;
  return { ...resolutionOf(first.candidate), name: list.map(({ candidate }) => candidate.name).join(' ; ') };
}

/** "le comité Nobel", "le Conseil constitutionnel": an institution whose name is more than the capital word in it. */
function compoundInstitution(
  { words, phrase, base }: Mention,
  { candidate, start, end }: CandidateMention,
): Resolution | undefined {
  const head = institutionHead(words, phrase);
  if (head < 0 || candidate.entity !== undefined) return undefined;
  const token = tokenAt(words, start - base);
  const last = endOfDescription(words, phrase);
  const isLonger = token === head && tokenAt(words, end - base - 1) + 1 < last;
  const isAfterPerson = candidate.type === 'PER' && token === head + 1;
  return isLonger || isAfterPerson ? { name: textOf(words, head, last) } : undefined;
}

/** "the New Arden Courier", "Arden police" are not the town: a place's name that goes on is a part of a longer one. */
function longerName({ words, phrase, base }: Mention, { candidate, start, end }: CandidateMention): Resolution | undefined {
  let last = tokenAt(words, end - base - 1) + 1;
  if (candidate.type !== 'LOC' && candidate.type !== 'MISC' && candidate.type !== 'unknown') return undefined;
  const body =
    words.pack.speakers.lastNameHeads && bodyBehind(words, { start: tokenAt(words, start - base), end: last }, phrase.end);
  if (body) return { name: textOf(words, body.start, body.end) };
  if (candidate.type !== 'LOC' || !words.isCapital(last)) return undefined;
  while (last < phrase.end && words.isCapital(last)) last++;
  return { name: textOf(words, tokenAt(words, start - base), last) };
}

/** A name with the noun for a body that it stands before, in languages whose last noun heads: "Arden health ministry". */
function bodyBehind(words: QuoteWords, name: Range, limit: number): Range | undefined {
  let body = -1;
  for (let i = name.end; i < limit && words.isWord(i); i++) {
    if (words.is(i, CLASS.preposition | CLASS.of | CLASS.conjunction | CLASS.determiner | CLASS.relative)) break;
    body = words.is(i, CLASS.institution) ? i : -1;
  }
  return body < 0 ? undefined : { start: name.start, end: body + 1 };
}

/** A candidate by its fullest name; "le comité Nobel" as the sentence names it, not as a signature's capitals do. */
function asNamedHere({ discourse, words, phrase }: Mention, candidate: CandidateSpeaker): Resolution {
  const fullest = fullestNameOf(discourse, candidate);
  const start = words.is(phrase.start, CLASS.determiner) ? phrase.start + 1 : phrase.start;
  if (fullest.entity !== undefined) return fullest;
  const name = textOf(words, start, phrase.end);
  return name.toLowerCase() === fullest.name.toLowerCase() ? { ...fullest, name } : fullest;
}

/** "le Conseil" after "le Conseil constitutionnel": the organisation whose name goes on from the noun. */
function fullestNameOf(discourse: Discourse, candidate: CandidateSpeaker): Resolution {
  let known = discourse.fullest.get(candidate);
  if (known === undefined) {
    known = fullestAmong(discourse, candidate);
    discourse.fullest.set(candidate, known);
  }
  return known;
}

function fullestAmong({ candidates }: Discourse, candidate: CandidateSpeaker): Resolution {
  const { name, type, places } = candidate;
  if (type !== 'ORG' || !/^\p{Lu}\p{Ll}+$/u.test(name)) return resolutionOf(candidate);
  const fuller = candidates.all.find(
    (other) => other.type === 'ORG' && other.name.startsWith(`${name} `) && (other.places[0] ?? 0) < (places[0] ?? 0),
  );
  return resolutionOf(fuller ?? candidate);
}

const isRightBefore = (first: CandidateMention, second: CandidateMention): boolean =>
  first !== second && first.end < second.start && second.start - first.end < 3;

/**
 * Whether a name in a phrase belongs to its head: no "de" before it within its own segment.
 * @param follows - what stands right before it: another name, or any word
 */
function isHead(words: QuoteWords, phrase: Phrase, token: number, follows: 'name' | 'word'): boolean {
  for (let i = token - 1; i >= phrase.start; i--) {
    // "le maire (sans étiquette) Jean Dupont"
    if (words.at(i) === ')') i = bracketBefore(words, i, phrase.start) - 1;
    const text = words.at(i);
    if (text === ',' || text === '(') return true;
    if (words.is(i, CLASS.of)) return i < token - 1 && isHeadBehindOf(words, phrase, { of: i, token, follows });
    if (words.is(i, CLASS.conjunction)) return true;
    if (words.is(i, CLASS.preposition | CLASS.relative) && i > phrase.start) return false;
  }
  return true;
}

/** The token of the bracket that another closes; the same where it is not in the phrase. */
function bracketBefore(words: QuoteWords, close: number, floor: number): number {
  for (let i = close - 1; i >= floor; i--) if (words.at(i) === '(') return i;
  return close;
}

/**
 * "le porte-parole du gouvernement X" names the spokesman. "le porte-parole du ministère des Affaires étrangères François
 * Rivasseau" has a comma; without one a name after a noun is that noun's own.
 */
function isHeadAfterComplement(words: QuoteWords, phrase: Phrase, token: number, follows: 'name' | 'word'): boolean {
  const before = token - 1;
  return (
    isHeadedByPerson(words, phrase) &&
    !words.isHuman(before) &&
    (follows === 'name' || !words.isCapital(before)) &&
    !words.is(before, CLASS.determiner)
  );
}

/** The same of a name before which "de" or "of" stands, and something else. */
const isHeadBehindOf = (
  words: QuoteWords,
  phrase: Phrase,
  at: { of: number; token: number; follows: 'name' | 'word' },
): boolean => isHeadAfterComplement(words, phrase, at.token, at.follows) || isBehindBodysPerson(words, phrase, at.of, at.token);

/**
 * "Bank of Arden governor Tom Hale": behind a noun for a person, before which the name of a body stands, in languages whose
 * last noun heads; not "the office of governor Tom Hale".
 */
function isBehindBodysPerson(words: QuoteWords, phrase: Phrase, of: number, token: number): boolean {
  if (!words.pack.speakers.lastNameHeads || !words.isHuman(token - 1) || isHeadedByPerson(words, phrase)) return false;
  const owner = words.is(of + 1, CLASS.determiner) ? of + 2 : of + 1;
  return owner < token - 1 && words.isCapital(of - 1) && words.isCapital(owner);
}

/** Whether the phrase's own noun means a person. */
function isHeadedByPerson(words: QuoteWords, { start, end }: Phrase): boolean {
  for (let i = start; i < Math.min(end, start + 4); i++) {
    if (words.is(i, CLASS.of) && i > start) return false;
    if (words.isHuman(i)) return true;
  }
  return false;
}
