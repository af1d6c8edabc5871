import { CLASS } from '../../../lexicon/wordClasses';
import type { QuoteWords } from '../../candidate';
import type { Resolution } from '../discourse';
import { resolveAnaphor } from './antecedent';
import type { Mention, Sieve } from './sieve';

// A noun and its adjective.
const MAX_TOKENS = 2;

/** "l'officier", "la magistrate": a bare definite noun for one person means the one last spoken of. */
export const epithetSieve: Sieve = {
  id: 'epithet',
  resolve: (mention) => {
    const noun = nounOf(mention);
    return isEpithet(mention, noun) ? resolveEpithet(mention, noun) : undefined;
  },
};

/** The token after the article, or after an adjective that only praises or pities. */
function nounOf({ words, phrase: { start } }: Mention): number {
  return words.isHuman(start + 1) || !words.pack.speakers.emptyAdjectives.has(words.at(start + 1)) ? start + 1 : start + 2;
}

function isEpithet({ discourse, words, phrase: { start, end } }: Mention, noun: number): boolean {
  const { definite, plural, pluralEndings } = discourse.pack;
  if (end - noun < 1 || end - noun > MAX_TOKENS || !words.is(start, CLASS.determiner) || !words.isHuman(noun)) return false;
  const form = words.at(start);
  if (plural.has(form) || !definite.has(form)) return false;
  if (pluralEndings.some((ending) => words.at(end - 1).endsWith(ending))) return false;
  for (let i = start + 1; i < end; i++) if (words.is(i, CLASS.of)) return false;
  return true;
}

function resolveEpithet(mention: Mention, noun: number): Resolution | undefined {
  const { discourse, words, phrase } = mention;
  const { definite, epicene } = discourse.pack;
  const gender = epicene?.has(words.at(noun)) ? undefined : (definite.get(words.at(phrase.start)) ?? genderOfNoun(words, noun));
  // "le préfet" is not the town hall that spoke before
  return resolveAnaphor({ mention, gender, meansPerson: true });
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
