/** Words in a sequence. */
const LENGTH = 4;

/**
 * A text's sequences of four words as numbers, in order, each once; of a shorter text the one sequence that it is. Case,
 * accents, marks and white space do not matter.
 */
export function shinglesOf(text: string, seed: number): { readonly words: number; readonly shingles: Uint32Array } {
  const words = numbersOfWords(text, seed);
  const count = words.length === 0 ? 0 : Math.max(1, words.length - LENGTH + 1);
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let number = seed >>> 0;
    for (let j = i; j < Math.min(words.length, i + LENGTH); j++) number = mixed(Math.imul(number, 31) ^ (words[j] as number));
    numbers[i] = number;
  }
  numbers.sort();
  let kept = 0;
  for (let i = 0; i < count; i++) if (i === 0 || numbers[i] !== numbers[kept - 1]) numbers[kept++] = numbers[i] as number;
  return { words: words.length, shingles: numbers.slice(0, kept) };
}

/**
 * The numbers by which a text is looked up: all of a short one, every fourth or eighth of a longer one, by the number
 * itself, so that two texts with a sequence in common look up the same.
 */
export function* indexed(shingles: Uint32Array): Generator<number> {
  const step = shingles.length < 64 ? 1 : shingles.length < 256 ? 4 : 8;
  for (const number of shingles) if (number % step === 0) yield number;
}

/** How much of each of two texts the other has too, from 0 to 1. */
export function commonShare(a: Uint32Array, b: Uint32Array): { readonly ofShorter: number; readonly ofLonger: number } {
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return {
    ofShorter: common / Math.max(1, Math.min(a.length, b.length)),
    ofLonger: common / Math.max(1, a.length, b.length),
  };
}

function numbersOfWords(text: string, seed: number): Uint32Array {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const numbers: number[] = [];
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    // FNV-1a
    let number = (0x811c9dc5 ^ seed) >>> 0;
    for (let i = 0; i < word.length; i++) number = Math.imul(number ^ word.charCodeAt(i), 0x01000193);
    numbers.push(number >>> 0);
  }
  return Uint32Array.from(numbers);
}

/** The last step of MurmurHash3: each bit of what goes in changes half of what comes out. */
function mixed(number: number): number {
  let mix = number ^ (number >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
