/**
 * Finds all places of any words in one text without going through the text for each: by the rarest of their pieces.
 * Answers are kept, so that a thousand equal words are looked for once.
 */
export class OccurrenceIndex {
  readonly #text: string;
  /** The last place of each kind of piece, and for each place the one before of the same kind; -1 where there is none. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  readonly #count: Int32Array;
  readonly #known = new Map<string, readonly number[]>();

  constructor(text: string) {
    this.#text = text;
    this.#last = new Int32Array(KINDS).fill(-1);
    this.#count = new Int32Array(KINDS);
    this.#before = new Int32Array(Math.max(0, text.length - PIECE + 1));
    for (let at = 0; at + PIECE <= text.length; at++) {
      const kind = kindAt(text, at);
      this.#before[at] = this.#last[kind] as number;
      this.#last[kind] = at;
      this.#count[kind] = (this.#count[kind] as number) + 1;
    }
  }

  /** The offsets at which some words stand, ascending; places that overlap count. Of no words, none. */
  places(words: string): readonly number[] {
    let places = this.#known.get(words);
    if (places === undefined) {
      places = words.length < PIECE ? this.#scan(words) : this.#look(words);
      this.#known.set(words, places);
    }
    return places;
  }

  #scan(words: string): readonly number[] {
    const places: number[] = [];
    if (words === '') return places;
    for (let at = this.#text.indexOf(words); at >= 0; at = this.#text.indexOf(words, at + 1)) places.push(at);
    return places;
  }

  #look(words: string): readonly number[] {
    let [offset, kind, count] = [0, 0, Number.POSITIVE_INFINITY];
    for (let at = 0; at + PIECE <= words.length && count > 1; at++) {
      const candidate = kindAt(words, at);
      const many = this.#count[candidate] as number;
      if (many < count) [offset, kind, count] = [at, candidate, many];
    }
    const places: number[] = [];
    for (let at = this.#last[kind] as number; at >= 0; at = this.#before[at] as number)
      if (at >= offset && this.#text.startsWith(words, at - offset)) places.push(at - offset);
    return places.reverse();
  }
}

/** Characters in a piece, and how many kinds of pieces are told apart. */
const PIECE = 4;
const KINDS = 1 << 16;

function kindAt(text: string, at: number): number {
  let hash = 0;
  for (let i = 0; i < PIECE; i++) hash = (Math.imul(hash, 31_321) + text.charCodeAt(at + i)) | 0;
  return (hash ^ (hash >>> 15)) & (KINDS - 1);
}

/** Where a value belongs in an ascending list: the number of those below it. */
export function rank(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
