import type { Token } from '../../text/tokens';
import { describeWord, type ScoredWord, type WordSources } from './wordInfo';

// Words kept with their summed weights; a large corpus has more different words than are worth keeping.
const MAX_WORDS = 40_000;
/** How many of them are found by their tokens' hash. */
const COMMON = 32_768;

/** Describes words, each of them once: what is known of a word follows from its text. */
export function openWordTable(sources: WordSources): (word: Pick<Token, 'text' | 'hash'>) => ScoredWord {
  const known = new Map<string, ScoredWord>();
  // by the hash's last bits: the common words, in less memory than the table of all
  const common: (ScoredWord | undefined)[] = new Array(COMMON).fill(undefined);
  return ({ text, hash }) => {
    const recent = common[hash & (COMMON - 1)];
    if (recent !== undefined && recent.text === text) return recent;
    let word = known.get(text);
    if (word === undefined) {
      if (known.size >= MAX_WORDS) known.clear();
      word = describeWord(text, sources);
      known.set(text, word);
    }
    common[hash & (COMMON - 1)] = word;
    return word;
  };
}
