import fs from 'node:fs';
import { foldWord, packStatistics } from '../src/core/entities/lexicon';
import { hashString } from '../src/core/entities/model/hash';
import type { Lexicon } from './wordnet';

/** A word's classes at three grains, each a part of the one before; from 1. */
export interface WordClasses {
  readonly coarse: number;
  readonly middle: number;
  readonly fine: number;
}

/** What a model holds of words: their classes, and how often they are written small, as tables. */
export function wordTables(
  sentences: readonly (readonly string[])[],
  classes: ReadonlyMap<string, WordClasses>,
  lexicon?: Lexicon,
): { keys: Int32Array; values: Int32Array } {
  const casing = casings(sentences);
  const table = new Map<number, number>();
  const packed = (word: string): number => {
    const folded = foldWord(word);
    return packStatistics({
      ...(classes.get(word) ?? classes.get(folded) ?? UNCLASSED),
      casing: casing.get(folded) ?? lexicon?.casing(folded) ?? 0,
      sense: lexicon?.sense(folded) ?? 0,
    });
  };
  for (const word of new Set([...classes.keys(), ...casing.keys(), ...(lexicon?.words ?? [])])) {
    const value = packed(word);
    // a word that is not found as it is written is looked up in small letters
    const folded = foldWord(word);
    if (value !== 0 && (word === folded || value !== packed(folded))) table.set(hashString(word), value);
  }
  const keys = Int32Array.from(table.keys()).sort();
  return { keys, values: keys.map((key) => table.get(key) as number) };
}

const UNCLASSED: WordClasses = { coarse: 0, middle: 0, fine: 0 };

/** How many forms are read of a list of classes, which has the most common ones first: all, those in small letters, those in capitals. */
export interface ClassLimits {
  readonly all: number;
  readonly small: number;
  readonly upper: number;
}

/** Classes of word forms: lines of form, and its class at three grains or more, from 0, parted by tabs. */
export function readClasses(file: string, limits: ClassLimits): Map<string, WordClasses> {
  const classes = new Map<string, WordClasses>();
  let rank = 0;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [form = '', coarse, middle, fine] = line.split('\t');
    if (++rank > limits.all) break;
    if (!/^\p{L}[\p{L}\p{M}'’.-]*$/u.test(form)) continue;
    if (rank > limits.small && form === form.toLowerCase()) continue;
    if (rank > limits.upper && form.length > 1 && form === form.toUpperCase()) continue;
    classes.set(form, { coarse: Number(coarse) + 1, middle: Number(middle) + 1, fine: Number(fine) + 1 });
  }
  return classes;
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
      // a capital at the start of a sentence says nothing
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
