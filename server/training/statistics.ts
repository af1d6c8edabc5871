import { foldWord, packStatistics } from '../src/core/entities/lexicon';
import { hashString } from '../src/core/entities/model/hash';
import { clusterWords } from './clusters';
import type { Lexicon } from './wordnet';

/** How many classes the words are parted into at each grain; each is parted into those of the next. */
const GRAINS = { coarse: 60, middle: 240, fine: 960 } as const;

/** What is learnt from unlabelled text: classes of words and how often they are written small, as model tables. */
export function wordTables(
  sentences: readonly (readonly string[])[],
  rounds: number,
  lexicon?: Lexicon,
): { keys: Int32Array; values: Int32Array } {
  const inner = sentences.map((sentence) => sentence.map((word) => word.replace(/\p{Nd}/gu, '0')));
  const coarse = clusterWords(inner, { classes: GRAINS.coarse, rounds, leastCount: 3 });
  const middle = clusterWords(inner, { classes: GRAINS.middle / GRAINS.coarse, rounds, leastCount: 3, within: coarse });
  const fine = clusterWords(inner, { classes: GRAINS.fine / GRAINS.middle, rounds, leastCount: 3, within: middle });
  const casing = casings(sentences);
  const table = new Map<number, number>();
  for (const word of new Set([...fine.keys(), ...casing.keys(), ...(lexicon?.words ?? [])])) {
    const folded = foldWord(word);
    const packed = packStatistics({
      coarse: coarse.get(word) ?? 0,
      middle: middle.get(word) ?? 0,
      fine: fine.get(word) ?? 0,
      casing: casing.get(folded) ?? lexicon?.casing(folded) ?? 0,
      sense: lexicon?.sense(folded) ?? 0,
    });
    if (packed !== 0) table.set(hashString(word), packed);
  }
  const keys = Int32Array.from(table.keys()).sort();
  return { keys, values: keys.map((key) => table.get(key) as number) };
}

/** By folded word: 1 never written small inside a sentence … 5 nearly always; absent where seen less than twice. */
function casings(sentences: readonly (readonly string[])[]): Map<string, number> {
  const small = new Map<string, number>();
  const all = new Map<string, number>();
  for (const sentence of sentences) {
    sentence.forEach((word, i) => {
      if (!/^\p{L}/u.test(word)) return;
      const folded = foldWord(word);
      const isSmall = /^\p{Ll}/u.test(word);
      // a capital at the start of a sentence tells nothing
      if (i === 0 && !isSmall) return;
      all.set(folded, (all.get(folded) ?? 0) + 1);
      if (isSmall) small.set(folded, (small.get(folded) ?? 0) + 1);
    });
  }
  const casing = new Map<string, number>();
  for (const [word, n] of all) {
    const share = (small.get(word) ?? 0) / n;
    if (n === 1) casing.set(word, share === 0 ? 6 : 7);
    else casing.set(word, share === 0 ? 1 : share < 0.2 ? 2 : share < 0.8 ? 3 : share < 0.97 ? 4 : 5);
  }
  return casing;
}
