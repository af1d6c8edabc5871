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
  /** The first one's label. */
  readonly first: number;
  /** How often the first pass labelled it just so, by label; from the second one on. */
  labels: Uint16Array | undefined;
}

const TYPE_COUNT = TYPES.length;
const T = 300;

/** Evidence of one document. */
export interface DocumentEvidence {
  /** Features of each word of a chain, as hashes; undefined where no word of it has any. */
  features(chain: PassedChain): readonly (readonly number[])[] | undefined;
}

/** What the first pass found in a document. */
interface Findings {
  readonly words: Map<number, Occurrences>;
  readonly phrases: Map<number, Float64Array>;
  /** Words that the phrases begin with. */
  readonly beginnings: Set<number>;
  readonly acronyms: Map<string, Float64Array>;
}

/** Gathers what the first pass found in all chains of a document. */
export function gatherEvidence(chains: readonly PassedChain[]): DocumentEvidence {
  const findings: Findings = { words: new Map(), phrases: new Map(), beginnings: new Set(), acronyms: new Map() };
  for (const chain of chains) {
    for (let i = 0; i < chain.words.length; i++) {
      const word = chain.words[i] as PassedWord;
      if (word.capital) addOccurrence(findings.words, word.foldHash, chain.labels[i] as number);
    }
    for (const { from, to, type } of namesOf(chain)) {
      let hash = 0;
      for (let i = from; i < to; i++) hash = phraseHash(hash, (chain.words[i] as PassedWord).foldHash);
      addCount(findings.phrases, hash, type);
      findings.beginnings.add((chain.words[from] as PassedWord).foldHash);
      if (to - from > 1)
        addCount(findings.acronyms, initialsOf(chain.words.slice(from, to).map((word) => foldWord(word.text))), type);
    }
  }
  return { features: (chain) => chainFeatures(chain, findings) };
}

function addOccurrence(words: Map<number, Occurrences>, word: number, label: number): void {
  const known = words.get(word);
  if (known === undefined) {
    words.set(word, { count: 1, first: label, labels: undefined });
    return;
  }
  known.count++;
  if (known.labels === undefined) {
    known.labels = new Uint16Array(LABELS);
    known.labels[known.first] = 1;
  }
  known.labels[label] = (known.labels[label] as number) + 1;
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

const NONE: readonly number[] = [];

function chainFeatures(chain: PassedChain, { words, phrases, beginnings, acronyms }: Findings): number[][] | undefined {
  let features: number[][] | undefined;
  const add = (i: number, hash: number): void => {
    features ??= chain.words.map(() => NONE as number[]);
    if (features[i] === NONE) features[i] = [];
    (features[i] as number[]).push(hash);
  };
  for (let i = 0; i < chain.words.length; i++) {
    const word = chain.words[i] as PassedWord;
    if (!word.capital) continue;
    const known = words.get(word.foldHash);
    if (known?.labels !== undefined) wordFeatures(chain, i, known.count, known.labels, add);
    if (acronyms.size > 0 && isAcronym(word.text)) {
      const types = acronyms.get(foldWord(word.text));
      types?.forEach((n, type) => {
        if (n > 0) add(i, hashPair(T + 20, type, 0));
      });
    }
  }
  phraseFeatures(chain, phrases, beginnings, add);
  return features;
}

const sums = new Float64Array(TYPE_COUNT + 1);

function wordFeatures(
  chain: PassedChain,
  i: number,
  count: number,
  labels: Uint16Array,
  add: (i: number, hash: number) => void,
): void {
  const others = count - 1;
  const many = others > 2 ? 2 : others > 1 ? 1 : 0;
  const own = chain.labels[i] as number;
  sums.fill(0);
  for (let label = 0; label < LABELS; label++) {
    const n = (labels[label] as number) - (label === own ? 1 : 0);
    const type = label === OUTSIDE ? TYPE_COUNT : typeOf(label);
    sums[type] = (sums[type] as number) + n;
  }
  let best = 0;
  for (let type = 0; type <= TYPE_COUNT; type++) {
    add(i, hashTriple(T, type, bucket((sums[type] as number) / others), many));
    if ((sums[type] as number) > (sums[best] as number)) best = type;
  }
  add(i, hashTriple(T + 1, best, bucket((sums[best] as number) / others), own === OUTSIDE ? TYPE_COUNT : typeOf(own)));
  for (let other = 1; other < LABELS; other++) {
    const n = (labels[other] as number) - (other === own ? 1 : 0);
    if (n > 0) add(i, hashPair(T + 2, other, n > 1 ? 1 : 0));
  }
}

const bucket = (share: number): number => (share < 0.1 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.9 ? 3 : 4);
const LONGEST = 6;

/** Whole names found elsewhere in the document, wherever their words stand in this chain. */
function phraseFeatures(
  chain: PassedChain,
  phrases: ReadonlyMap<number, Float64Array>,
  beginnings: ReadonlySet<number>,
  add: (i: number, hash: number) => void,
): void {
  const { words } = chain;
  let own: ReturnType<typeof namesOf> | undefined;
  for (let from = 0; from < words.length; from++) {
    if (!beginnings.has((words[from] as PassedWord).foldHash)) continue;
    let hash = 0;
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
      hash = phraseHash(hash, (words[to - 1] as PassedWord).foldHash);
      const counts = phrases.get(hash);
      if (counts === undefined) continue;
      own ??= namesOf(chain);
      const ownType = own.find((name) => name.from === from && name.to === to)?.type;
      for (let type = 0; type < TYPE_COUNT; type++) {
        const n = (counts[type] as number) - (ownType === type ? 1 : 0);
        if (n <= 0) continue;
        for (let k = from; k < to; k++) {
          const position = to - from === 1 ? 3 : k === from ? 0 : k === to - 1 ? 2 : 1;
          add(k, hashTriple(T + 10, type, position, n > 1 ? 1 : 0));
        }
      }
    }
  }
}
