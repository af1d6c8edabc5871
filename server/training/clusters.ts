/** Deterministic pseudo-random numbers in [0, 1) (mulberry32, public domain). */
export function randomiser(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How words are put into classes. */
export interface ClusterOptions {
  /** How many classes; with `within`, how many each of its classes is parted into. */
  readonly classes: number;
  /** Coarser classes, from 1, that the classes are to be parts of. */
  readonly within?: ReadonlyMap<string, number>;
  /** How often all words are gone through, at most. */
  readonly rounds: number;
  /** Rarer words get no class. */
  readonly leastCount: number;
}

/**
 * Word classes by the exchange algorithm (Kneser and Ney 1993): words are moved one by one to the class that makes a
 * class bigram model of the text most probable.
 * @param sentences - words by sentence
 * @returns class by word, from 1
 */
export function clusterWords(sentences: readonly (readonly string[])[], options: ClusterOptions): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([word, n]) => n >= options.leastCount && options.within?.has(word) !== false)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = vocabulary.map(([word]) => word);
  const id = new Map(vocabulary.map(([word], i) => [word, i]));
  const V = vocabulary.length;
  const { within } = options;
  const parts = options.classes;
  const C = within === undefined ? parts : parts * Math.max(...within.values());
  // the classes that a word may be in: all, or the parts of its coarser class
  const firstOf = (w: number): number => (within === undefined ? 0 : parts * ((within.get(words[w] as string) as number) - 1));
  const EDGE = V;
  const pairs = new Map<number, number>();
  for (const sentence of sentences) {
    let before = EDGE;
    for (const word of [...sentence, undefined]) {
      const now = word === undefined ? EDGE : (id.get(word) ?? -1);
      if (now >= 0 && before >= 0) {
        const key = before * (V + 1) + now;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
      before = now;
    }
  }
  const follow: [number, number][][] = Array.from({ length: V + 1 }, () => []);
  const precede: [number, number][][] = Array.from({ length: V + 1 }, () => []);
  for (const [key, n] of pairs) {
    const a = Math.floor(key / (V + 1));
    const b = key % (V + 1);
    (follow[a] as [number, number][]).push([b, n]);
    (precede[b] as [number, number][]).push([a, n]);
  }
  const cls = new Int32Array(V + 1);
  for (let w = 0; w < V; w++) cls[w] = firstOf(w) + (w % parts);
  cls[EDGE] = C;
  const S = C + 1;
  const bigram = new Float64Array(S * S);
  const left = new Float64Array(S);
  const right = new Float64Array(S);
  for (const [key, n] of pairs) {
    const a = cls[Math.floor(key / (V + 1))] as number;
    const b = cls[key % (V + 1)] as number;
    bigram[a * S + b] = (bigram[a * S + b] as number) + n;
    left[a] = (left[a] as number) + n;
    right[b] = (right[b] as number) + n;
  }
  // counts are whole numbers, most of them small: a table spares most logarithms
  const table = Float64Array.from({ length: 1 << 16 }, (_, x) => (x > 0 ? x * Math.log(x) : 0));
  const xlogx = (x: number): number => (x < table.length ? (table[x] as number) : x * Math.log(x));
  const after = new Float64Array(S);
  const before = new Float64Array(S);
  for (let round = 0; round < options.rounds; round++) {
    let moved = 0;
    for (let w = 0; w < V; w++) {
      const old = cls[w] as number;
      let self = 0;
      let outs = 0;
      let ins = 0;
      const touchedAfter: number[] = [];
      const touchedBefore: number[] = [];
      for (const [b, n] of follow[w] as [number, number][]) {
        outs += n;
        if (b === w) {
          self += n;
          continue;
        }
        const c = cls[b] as number;
        if (after[c] === 0) touchedAfter.push(c);
        after[c] = (after[c] as number) + n;
      }
      for (const [a, n] of precede[w] as [number, number][]) {
        ins += n;
        if (a === w) continue;
        const c = cls[a] as number;
        if (before[c] === 0) touchedBefore.push(c);
        before[c] = (before[c] as number) + n;
      }
      const shift = (c: number, sign: number): void => {
        for (const d of touchedAfter) bigram[c * S + d] = (bigram[c * S + d] as number) + sign * (after[d] as number);
        for (const d of touchedBefore) bigram[d * S + c] = (bigram[d * S + c] as number) + sign * (before[d] as number);
        bigram[c * S + c] = (bigram[c * S + c] as number) + sign * self;
        left[c] = (left[c] as number) + sign * outs;
        right[c] = (right[c] as number) + sign * ins;
      };
      shift(old, -1);
      let best = old;
      let most = Number.NEGATIVE_INFINITY;
      const first = firstOf(w);
      for (let c = first; c < first + parts; c++) {
        let gain = 0;
        for (const d of touchedAfter) {
          if (d === c) continue;
          const n = bigram[c * S + d] as number;
          gain += xlogx(n + (after[d] as number)) - xlogx(n);
        }
        for (const d of touchedBefore) {
          if (d === c) continue;
          const n = bigram[d * S + c] as number;
          gain += xlogx(n + (before[d] as number)) - xlogx(n);
        }
        const own = bigram[c * S + c] as number;
        gain += xlogx(own + self + (after[c] as number) + (before[c] as number)) - xlogx(own);
        gain -= xlogx((left[c] as number) + outs) - xlogx(left[c] as number);
        gain -= xlogx((right[c] as number) + ins) - xlogx(right[c] as number);
        if (gain > most + 1e-9) {
          most = gain;
          best = c;
        }
      }
      shift(best, 1);
      if (best !== old) moved++;
      cls[w] = best;
      for (const c of touchedAfter) after[c] = 0;
      for (const c of touchedBefore) before[c] = 0;
    }
    if (moved < V * 0.002) break;
  }
  return new Map(vocabulary.map(([word], w) => [word, (cls[w] as number) + 1]));
}
