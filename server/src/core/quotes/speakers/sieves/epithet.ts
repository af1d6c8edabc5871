import { CLASS } from '../../../lexicon/wordClasses';
import type { QuoteWords } from '../../candidate';
import type { Resolution } from '../discourse';
import { likeliest } from '../ranking/rank';
import { type Description, descriptionOf } from './descriptionParts';
import type { Mention, Sieve } from './sieve';

/** "l'officier", "la magistrate", "la dirigeante du syndicat": a definite noun for one person means somebody of the article, or nobody named. */
export const epithetSieve: Sieve = {
  id: 'epithet',
  resolve: (mention) => {
    const noun = nounOf(mention);
    const description = isEpithet(mention, noun) ? descriptionOf(mention) : undefined;
    return description && resolveEpithet(description, noun);
  },
};

/** The token after the article, or after adjectives, numbers and capitals that stand before the noun: "the former Labour minister". */
function nounOf({ words, phrase: { start, end } }: Mention): number {
  for (let i = start + 1; i < Math.min(end, start + MAX_REACH); i++) {
    if (words.is(i, CLASS.of | CLASS.relative) || words.at(i) === ',') break;
    if (words.isHuman(i) && !words.isCapital(i)) return i;
  }
  return start + 1;
}

const MAX_REACH = 6;

function isEpithet({ discourse, words, phrase: { start, end } }: Mention, noun: number): boolean {
  const { definite, plural, pluralEndings } = discourse.pack;
  if (noun >= end || !words.is(start, CLASS.determiner) || !words.isHuman(noun)) return false;
  const form = words.at(start);
  return !plural.has(form) && definite.has(form) && !pluralEndings.some((ending) => words.at(noun).endsWith(ending));
}

// A noun and its adjective.
const MAX_BARE = 2;

function resolveEpithet(description: Description, noun: number): Resolution | undefined {
  const { discourse, words, phrase, role, of } = description;
  const { definite, epicene } = discourse.pack;
  const gender = epicene?.has(words.at(noun)) ? undefined : (definite.get(words.at(phrase.start)) ?? genderOfNoun(words, noun));
  const isBare = of < 0 && phrase.end - noun <= MAX_BARE;
  // "le préfet" is not the town hall that spoke before
  return likeliest({
    discourse,
    where: description,
    end: description.end,
    form: isBare ? 'epithet' : 'description',
    ...(gender && { gender }),
    meansPerson: true,
    role,
    isOffice: words.pack.speakers.offices.has(words.at(noun)),
    hasNamedComplement: of >= 0 && hasCapital(words, of, phrase.end),
  });
}

function hasCapital(words: QuoteWords, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (words.isCapital(i)) return true;
  return false;
}

/** The gender that a noun or the adjective before it shows where the article is l'. */
function genderOfNoun(words: QuoteWords, noun: number): 'm' | 'f' | undefined {
  const { emptyAdjectives, feminineNounEnding, masculineNounEnding } = words.pack.speakers;
  const byAdjective = emptyAdjectives.get(words.at(noun - 1));
  if (byAdjective !== undefined) return byAdjective;
  const form = words.at(noun);
  if (words.pack.feminine.has(form) || feminineNounEnding.test(form)) return 'f';
  return masculineNounEnding.test(form) ? 'm' : undefined;
}
