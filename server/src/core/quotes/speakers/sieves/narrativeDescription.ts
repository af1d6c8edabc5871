import { CLASS, PARTICIPLE } from '../../../lexicon/wordClasses';
import type { Phrase } from '../../../syntax/nounPhrases';
import type { QuoteWords } from '../../candidate';
import { textOf } from '../../offsets';
import type { Resolution } from '../discourse';
import type { Sieve } from './sieve';

/** "la maraîchère", "mon père": in a narrative that is who it is, until the text gives a name. */
export const narrativeDescriptionSieve: Sieve = {
  id: 'narrative-description',
  resolve: ({ discourse, words, phrase }) => (discourse.narrative ? calledByDescription(words, phrase) : undefined),
};

/** Somebody known by a description alone: its words up to a relative or a participle, with a capital. */
function calledByDescription(words: QuoteWords, phrase: Phrase): Resolution {
  let end = phrase.start + 1;
  while (end < phrase.end && belongsToName(words, phrase, end)) end++;
  const name = textOf(words, phrase.start, end);
  const gender = genderOfOpening(words, words.at(phrase.start));
  return { name: name.charAt(0).toUpperCase() + name.slice(1), ...(gender && { gender }) };
}

function belongsToName(words: QuoteWords, { start }: Phrase, i: number): boolean {
  if (!words.isWord(i) || words.is(i, CLASS.relative | CLASS.that)) return false;
  return i === start + 1 || !words.has(i, PARTICIPLE);
}

function genderOfOpening({ pack }: QuoteWords, opening: string): 'm' | 'f' | undefined {
  if (pack.feminine.has(opening)) return 'f';
  return pack.definite.get(opening) ?? (pack.speakers.masculineDeterminers.has(opening) ? 'm' : undefined);
}
