import { phraseHash } from '../lexicon';
import { hashPair, hashTriple } from '../model/hash';
import { BEGIN, INSIDE, LABELS, LAST, OUTSIDE, positionOf, TYPES, typeOf, UNIT } from '../model/labels';
import { isAcronym } from '../nameForms';

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
  readonly folded: string;
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

/** What a document says of the words of a chain: for each thing said the word's index, then the feature's hash. */
export type ChainFeatures = readonly number[];

/** Evidence of one document. */
export interface DocumentEvidence {
  /** What the document says of a chain's words; undefined where it says nothing. */
  features(chain: PassedChain): ChainFeatures | undefined;
}

/** For models that have no second pass. */
export const NO_EVIDENCE: DocumentEvidence = { features: () => undefined };

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
    countWords(chain, findings.words);
    countNames(chain, findings);
  }
  return { features: (chain) => chainFeatures(chain, findings) };
}

function countWords({ words, labels }: PassedChain, counts: Findings['words']): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as PassedWord;
    if (word.capital) addOccurrence(counts, word.foldHash, labels[i] as number);
  }
}

function countNames({ words, labels }: PassedChain, { phrases, beginnings, acronyms }: Findings): void {
  for (let from = 0, to = 0; from < labels.length; from = to) {
    to = from + 1;
    if (labels[from] === OUTSIDE) continue;
    to = endOfName(labels, from);
    const type = typeOf(labels[from] as number);
    let hash = 0;
    for (let i = from; i < to; i++) hash = phraseHash(hash, (words[i] as PassedWord).foldHash);
    addCount(phrases, hash, type);
    beginnings.add((words[from] as PassedWord).foldHash);
    if (to - from > 1) addCount(acronyms, initialsOf(words, from, to), type);
  }
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

const SMALL_WORD = /^\p{Ll}{1,3}'?$/u;

function initialsOf(words: readonly PassedWord[], from: number, to: number): string {
  let initials = '';
  for (let i = from; i < to; i++) {
    const { folded } = words[i] as PassedWord;
    if (folded.length > 3 || !SMALL_WORD.test(folded)) initials += folded[0] ?? '';
  }
  return initials;
}

/** Where the name ends that begins at a word. */
function endOfName(labels: Uint8Array, from: number): number {
  let to = from + 1;
  if (positionOf(labels[from] as number) === BEGIN) {
    while (to < labels.length && positionOf(labels[to - 1] as number) !== LAST) to++;
  }
  return to;
}

/** The type of the name that is just these words, or -1. */
function typeOfName(labels: Uint8Array, from: number, to: number): number {
  for (let at = 0, end = 0; at <= from; at = end) {
    end = at + 1;
    if (labels[at] === OUTSIDE) continue;
    end = endOfName(labels, at);
    if (at === from) return end === to ? typeOf(labels[at] as number) : -1;
  }
  return -1;
}

function chainFeatures(chain: PassedChain, findings: Findings): ChainFeatures | undefined {
  let features: number[] | undefined;
  for (let i = 0; i < chain.words.length; i++) {
    const word = chain.words[i] as PassedWord;
    if (!word.capital) continue;
    const known = findings.words.get(word.foldHash);
    if (known?.labels !== undefined) {
      features ??= [];
      addWord(features, i, chain.labels[i] as number, { others: known.count - 1, labels: known.labels });
    }
    const types = typesOfAcronym(word, findings);
    if (types === undefined) continue;
    features ??= [];
    addAcronym(features, i, types);
  }
  for (let from = 0; from < chain.words.length; from++) {
    if (!findings.beginnings.has((chain.words[from] as PassedWord).foldHash)) continue;
    features ??= [];
    addPhrases(features, chain, from, findings.phrases);
  }
  return features !== undefined && features.length > 0 ? features.slice() : undefined;
}

/** The types of the names that a word may be the acronym of, each with how often it was found. */
const typesOfAcronym = (word: PassedWord, { acronyms }: Findings): Float64Array | undefined =>
  acronyms.size > 0 && isAcronym(word.text) ? acronyms.get(word.folded) : undefined;

// What can be said is little; its hashes are at hand.
const BUCKETS = 5;
const MANY = 3;
const SHARE = table([TYPE_COUNT + 1, BUCKETS, MANY], (type, share, many) => hashTriple(T, type, share, many));
const BEST = table([TYPE_COUNT + 1, BUCKETS, TYPE_COUNT + 1], (best, share, own) => hashTriple(T + 1, best, share, own));
const LABELLED = table([LABELS, 2, 1], (label, often) => hashPair(T + 2, label, often));
const PHRASE = table([TYPE_COUNT, 4, 2], (type, position, often) => hashTriple(T + 10, type, position, often));
const ACRONYM = table([TYPE_COUNT, 1, 1], (type) => hashPair(T + 20, type, 0));

function table([m, n, o]: readonly [number, number, number], hash: (a: number, b: number, c: number) => number): Int32Array {
  const hashes = new Int32Array(m * n * o);
  for (let i = 0; i < hashes.length; i++) hashes[i] = hash(Math.floor(i / (n * o)), Math.floor(i / o) % n, i % o);
  return hashes;
}

const sums = new Float64Array(TYPE_COUNT + 1);

function addAcronym(features: number[], i: number, types: Float64Array): void {
  for (let type = 0; type < TYPE_COUNT; type++) {
    if ((types[type] as number) > 0) features.push(i, ACRONYM[type] as number);
  }
}

/** How many other mentions of a word there are, and how often all were labelled just so. */
interface Elsewhere {
  readonly others: number;
  readonly labels: Uint16Array;
}

const typeOrNone = (label: number): number => (label === OUTSIDE ? TYPE_COUNT : typeOf(label));

/** How often a word was labelled just so elsewhere. */
const countOf = (label: number, own: number, labels: Uint16Array): number => (labels[label] as number) - (label === own ? 1 : 0);

/** How the word was labelled elsewhere. */
function addWord(features: number[], i: number, own: number, elsewhere: Elsewhere): void {
  const { others, labels } = elsewhere;
  const many = others > 2 ? 2 : others > 1 ? 1 : 0;
  sums.fill(0);
  for (let label = 0; label < LABELS; label++) {
    const type = typeOrNone(label);
    sums[type] = (sums[type] as number) + countOf(label, own, labels);
  }
  let best = 0;
  for (let type = 0; type <= TYPE_COUNT; type++) {
    const share = bucket((sums[type] as number) / others);
    features.push(i, SHARE[(type * BUCKETS + share) * MANY + many] as number);
    if ((sums[type] as number) > (sums[best] as number)) best = type;
  }
  const share = bucket((sums[best] as number) / others);
  features.push(i, BEST[(best * BUCKETS + share) * (TYPE_COUNT + 1) + typeOrNone(own)] as number);
  for (let other = 1; other < LABELS; other++) {
    const n = countOf(other, own, labels);
    if (n > 0) features.push(i, LABELLED[other * 2 + (n > 1 ? 1 : 0)] as number);
  }
}

const bucket = (share: number): number => (share < 0.1 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.9 ? 3 : 4);
const MAX_NAME_WORDS = 6;

/** Whole names found elsewhere in the document that begin at a word, wherever their words stand in this chain. */
function addPhrases(features: number[], chain: PassedChain, from: number, phrases: ReadonlyMap<number, Float64Array>): void {
  const { words, labels } = chain;
  let hash = 0;
  for (let to = from + 1; to <= Math.min(words.length, from + MAX_NAME_WORDS); to++) {
    hash = phraseHash(hash, (words[to - 1] as PassedWord).foldHash);
    const counts = phrases.get(hash);
    if (counts === undefined) continue;
    const own = typeOfName(labels, from, to);
    for (let type = 0; type < TYPE_COUNT; type++) {
      const n = (counts[type] as number) - (own === type ? 1 : 0);
      if (n > 0) addPhrase(features, { from, to }, type, n > 1 ? 1 : 0);
    }
  }
}

/** @param often - 1 where the name was found more than once */
function addPhrase(
  features: number[],
  { from, to }: { readonly from: number; readonly to: number },
  type: number,
  often: 0 | 1,
): void {
  for (let k = from; k < to; k++) {
    const position = to - from === 1 ? UNIT : k === from ? BEGIN : k === to - 1 ? LAST : INSIDE;
    features.push(k, PHRASE[(type * 4 + position) * 2 + often] as number);
  }
}
