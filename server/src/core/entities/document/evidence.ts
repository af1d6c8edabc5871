import { foldWord, phraseHash } from '../lexicon';
import { hashPair, hashTriple } from '../model/hash';
import { LABELS, OUTSIDE, positionOf, TYPES, typeOf } from '../model/labels';
import { isAcronym } from './mention';

/**
 * What the rest of a document says about a word: the second pass reads these features beside the first pass's scores
 * (two-stage tagging, Krishnan and Manning 2006).
 */
export interface PassedChain {
  readonly words: readonly PassedWord[];
  /** Labels of the first pass. */
  readonly labels: Uint8Array;
}

/** A word of a chain as the second pass sees it. */
export interface PassedWord {
  readonly text: string;
  readonly foldHash: number;
  readonly capital: boolean;
}

interface Occurrences {
  count: number;
  /** How often the first pass labelled it just so, by label. */
  readonly labels: Uint16Array;
}

const TYPE_COUNT = TYPES.length;
const T = 300;

/** Evidence of one document. */
export interface DocumentEvidence {
  /** Features of each word of a chain, as hashes; undefined where no word of it has any. */
  features(chain: PassedChain): readonly (readonly number[])[] | undefined;
}

/** Gathers what the first pass found in all chains of a document. */
export function gatherEvidence(chains: readonly PassedChain[]): DocumentEvidence {
  const words = new Map<number, Occurrences>();
  const phrases = new Map<number, Float64Array>();
  const acronyms = new Map<string, Float64Array>();
  for (const chain of chains) {
    chain.words.forEach((word, i) => {
      if (!word.capital) return;
      let known = words.get(word.foldHash);
      if (known === undefined) {
        known = { count: 0, labels: new Uint16Array(LABELS) };
        words.set(word.foldHash, known);
      }
      known.count++;
      const label = chain.labels[i] as number;
      known.labels[label] = (known.labels[label] as number) + 1;
    });
    for (const { from, to, type } of namesOf(chain)) {
      let hash = 0;
      for (let i = from; i < to; i++) hash = phraseHash(hash, (chain.words[i] as PassedWord).foldHash);
      addCount(phrases, hash, type);
      if (to - from > 1) addCount(acronyms, initialsOf(chain.words.slice(from, to).map((word) => foldWord(word.text))), type);
    }
  }
  return { features: (chain) => chainFeatures(chain, words, phrases, acronyms) };
}

function addCount<K>(counts: Map<K, Float64Array>, key: K, type: number): void {
  let known = counts.get(key);
  if (known === undefined) {
    known = new Float64Array(TYPE_COUNT);
    counts.set(key, known);
  }
  known[type] = (known[type] as number) + 1;
}

const initialsOf = (texts: readonly string[]): string =>
  texts
    .filter((text) => text.length > 3 || !/^\p{Ll}{1,3}'?$/u.test(text))
    .map((text) => text[0])
    .join('');

function namesOf(chain: PassedChain): { from: number; to: number; type: number }[] {
  const names: { from: number; to: number; type: number }[] = [];
  for (let i = 0; i < chain.labels.length; i++) {
    const label = chain.labels[i] as number;
    if (label === OUTSIDE) continue;
    let to = i + 1;
    if (positionOf(label) === 0) {
      while (to < chain.labels.length && positionOf(chain.labels[to - 1] as number) !== 2) to++;
    }
    names.push({ from: i, to, type: typeOf(label) });
    i = to - 1;
  }
  return names;
}

function chainFeatures(
  chain: PassedChain,
  words: ReadonlyMap<number, Occurrences>,
  phrases: ReadonlyMap<number, Float64Array>,
  acronyms: ReadonlyMap<string, Float64Array>,
): number[][] | undefined {
  const features: number[][] = chain.words.map(() => []);
  let any = false;
  chain.words.forEach((word, i) => {
    const known = word.capital ? words.get(word.foldHash) : undefined;
    const out = features[i] as number[];
    if (known !== undefined && known.count > 1) wordFeatures(chain, i, known, out);
    if (isAcronym(word.text)) {
      const types = acronyms.get(foldWord(word.text));
      types?.forEach((n, type) => {
        if (n > 0) out.push(hashPair(T + 20, type, 0));
      });
    }
    if (out.length > 0) any = true;
  });
  if (phraseFeatures(chain, phrases, features)) any = true;
  return any ? features : undefined;
}

function wordFeatures(chain: PassedChain, i: number, known: Occurrences, out: number[]): void {
  const others = known.count - 1;
  const many = others > 2 ? 2 : others > 1 ? 1 : 0;
  const own = chain.labels[i] as number;
  const sums = new Float64Array(TYPE_COUNT + 1);
  for (let label = 0; label < LABELS; label++) {
    const n = (known.labels[label] as number) - (label === own ? 1 : 0);
    const type = label === OUTSIDE ? TYPE_COUNT : typeOf(label);
    sums[type] = (sums[type] as number) + n;
  }
  let best = 0;
  for (let type = 0; type <= TYPE_COUNT; type++) {
    out.push(hashTriple(T, type, bucket((sums[type] as number) / others), many));
    if ((sums[type] as number) > (sums[best] as number)) best = type;
  }
  out.push(hashTriple(T + 1, best, bucket((sums[best] as number) / others), own === OUTSIDE ? TYPE_COUNT : typeOf(own)));
  for (let other = 1; other < LABELS; other++) {
    const n = (known.labels[other] as number) - (other === own ? 1 : 0);
    if (n > 0) out.push(hashPair(T + 2, other, n > 1 ? 1 : 0));
  }
}

const bucket = (share: number): number => (share < 0.1 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.9 ? 3 : 4);
const LONGEST = 6;

/** Whole names found elsewhere in the document, wherever their words stand in this chain. */
function phraseFeatures(chain: PassedChain, phrases: ReadonlyMap<number, Float64Array>, features: number[][]): boolean {
  const own = namesOf(chain);
  const { words } = chain;
  let any = false;
  for (let from = 0; from < words.length; from++) {
    let hash = 0;
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
      hash = phraseHash(hash, (words[to - 1] as PassedWord).foldHash);
      const counts = phrases.get(hash);
      if (counts === undefined) continue;
      const ownType = own.find((name) => name.from === from && name.to === to)?.type;
      for (let type = 0; type < TYPE_COUNT; type++) {
        const n = (counts[type] as number) - (ownType === type ? 1 : 0);
        if (n <= 0) continue;
        any = true;
        for (let k = from; k < to; k++) {
          const position = to - from === 1 ? 3 : k === from ? 0 : k === to - 1 ? 2 : 1;
          (features[k] as number[]).push(hashTriple(T + 10, type, position, n > 1 ? 1 : 0));
        }
      }
    }
  }
  return any;
}
