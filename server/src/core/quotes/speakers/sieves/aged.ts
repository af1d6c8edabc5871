import { HYPHEN } from '../../../syntax/nounPhraseEnds';
import { tokenAt } from '../../../syntax/paragraphWords';
import type { Range } from '../../../syntax/ranges';
import type { QuoteWords } from '../../candidate';
import { paragraphStart } from '../../offsets';
import type { CandidateMention, CandidateSpeaker } from '../candidates';
import type { Discourse } from '../discourse';
import { resolutionOf } from '../discourse';
import { likeliest } from '../ranking/rank';
import type { Sieve } from './sieve';

/** "the 23-year-old": the only person of that age, or a person of the article as a noun alone means one. */
export const agedSieve: Sieve = {
  id: 'aged',
  resolve: (mention) => {
    const { discourse, words, phrase, end } = mention;
    const age = words.pack.definite.has(words.at(phrase.start)) ? phrase.start + 1 : -1;
    if (age < 0 || ageEnd(words, age) !== phrase.end) return undefined;
    const ofAge = personsAged(discourse, words.at(age));
    const [only] = ofAge;
    if (ofAge.size === 1 && only !== undefined) return resolutionOf(only);
    return likeliest({ discourse, where: mention, end, form: 'epithet', meansPerson: true, role: NO_ROLE });
  },
};

const NO_ROLE = { head: '', words: new Set<string>() };

/** Where "23-year-old" ends that begins at a token; -1 where none does. */
function ageEnd(words: QuoteWords, i: number): number {
  const isAge =
    words.tokens[i]?.kind === 'number' &&
    HYPHEN.test(words.at(i + 1)) &&
    words.lists.years.has(words.at(i + 2)) &&
    HYPHEN.test(words.at(i + 3)) &&
    words.lists.old.has(words.at(i + 4));
  return isAge ? i + 5 : -1;
}

/** The persons whose name stands beside that age: "Ann Reed, 23, …", "23-year-old Ann Reed". */
function personsAged({ candidates, scans, paragraphs }: Discourse, age: string): ReadonlySet<CandidateSpeaker> {
  const found = new Set<CandidateSpeaker>();
  for (const mention of candidates.mentions) {
    const words = scans[mention.paragraph]?.words;
    if (words === undefined || mention.candidate.type !== 'PER') continue;
    if (isBesideAge(words, tokensOf(words, mention, paragraphStart(paragraphs, mention.paragraph)), age))
      found.add(mention.candidate);
  }
  return found;
}

const tokensOf = (words: QuoteWords, { start, end }: CandidateMention, base: number): Range => ({
  start: tokenAt(words, start - base),
  end: tokenAt(words, end - base - 1) + 1,
});

function isBesideAge(words: QuoteWords, { start, end }: Range, age: string): boolean {
  if (words.at(end) === ',' && words.at(end + 1) === age && !words.isWord(end + 2)) return true;
  return words.at(start - 5) === age && ageEnd(words, start - 5) === start;
}
