import { FEATURE_KINDS, KIND, type PhraseLists, SEEN_KINDS } from '../lexicon';
import { hashPair, hashString, hashTriple } from './hash';
import { CLOSING, FLAG, OPENING, type WordInfo } from './wordInfo';

/** One sentence as the model reads it, with what is computed once for all its words; the arrays may be longer than it. */
export interface SentenceView {
  readonly words: readonly WordInfo[];
  /** Which words the model labels; the rest is outside any name. */
  readonly active: Uint8Array;
  /** Four numbers a word: bits of the phrases that begin at it, go through it, end at it, and are it. */
  readonly phrases: Int32Array;
  /** Phrases of two words or more that begin with a capital: index of the first word, number of words, bits. */
  readonly listed: number[];
  /** The same for names that were seen in training, see SEEN in lexicon.ts. */
  readonly seen: Int32Array;
  /** Hashes of the small words before and behind each run of capitalised words, and of the run itself. */
  readonly headBefore: Int32Array;
  readonly verbBehind: Int32Array;
  /** Before each run, the nearest word that says what kind of thing is named (groupe, usine, ministre), as a hash; 0 for none. */
  readonly kindBefore: Int32Array;
  readonly run: Int32Array;
  readonly runShape: Int32Array;
  /** How near a run stands to the sentence's start and end, and the word behind it: Dear Ann, and a line that is a name. */
  readonly runEdge: Int32Array;
  /**
   * Bit 0: in quotation marks, bit 1: in parentheses, bit 2: a sentence with capitals at most words, bit 3: of capital
   * letters throughout, bit 4: of small letters throughout.
   */
  readonly surroundings: Uint8Array;
}

/** How far behind and before a trigger words are labelled too: names may go on and begin in small letters. */
const REACH = 7;
const REACH_BACK = 4;
const T0 = 100;
const EDGE = hashString('<edge>');

/**
 * Computes what the features of a sentence's words share. The working memory is kept: a view holds until the next one
 * is made. Only what active words are asked about is written; the rest is left over from sentences before.
 */
export function createSentenceViewer(phrases: PhraseLists, seen: PhraseLists): (words: readonly WordInfo[]) => SentenceView {
  let view = makeView(128);
  return (words) => {
    const n = words.length;
    if (view.active.length < n) view = makeView(2 * n);
    view.words = words;
    view.listed.length = 0;
    const { flags, hashes } = view;
    let any = 0;
    for (let i = 0; i < n; i++) {
      const word = words[i] as WordInfo;
      flags[i] = word.flags;
      hashes[i] = word.foldHash;
      any |= word.flags;
    }
    view.active.fill(0, 0, n);
    if ((any & (FLAG.trigger | FLAG.opens)) === 0) return view;
    markActive(view, phrases);
    markPhrases(view, phrases, seen);
    markRuns(view);
    markSurroundings(view, (any & FLAG.encloses) !== 0);
    return view;
  };
}

/** A view under way, with what is read off its words first. */
type View = { -readonly [K in keyof SentenceView]: SentenceView[K] } & {
  readonly flags: Uint16Array;
  readonly hashes: Int32Array;
};

const makeView = (n: number): View => ({
  words: [],
  active: new Uint8Array(n),
  phrases: new Int32Array(4 * n),
  listed: [],
  seen: new Int32Array(4 * n),
  headBefore: new Int32Array(n),
  verbBehind: new Int32Array(n),
  kindBefore: new Int32Array(n),
  run: new Int32Array(n),
  runShape: new Int32Array(n),
  runEdge: new Int32Array(n),
  surroundings: new Uint8Array(n),
  flags: new Uint16Array(n),
  hashes: new Int32Array(n),
});

/** Marks the words around each trigger, up to the nearest ones that no name holds. */
function markActive({ words, flags, hashes, active }: View, phrases: PhraseLists): void {
  let until = -1;
  for (let i = 0; i < words.length; i++) {
    const flag = flags[i] as number;
    if ((flag & FLAG.never) !== 0) {
      until = -1;
      continue;
    }
    if ((flag & FLAG.trigger) !== 0 || ((flag & FLAG.opens) !== 0 && phrases.measure(hashes, i, words.length) > 1)) {
      for (let k = i - 1; k >= 0 && k >= i - REACH_BACK && active[k] === 0 && ((flags[k] as number) & FLAG.never) === 0; k--)
        active[k] = 1;
      until = i + REACH;
    }
    if (i <= until) active[i] = 1;
  }
}

function markPhrases(view: View, phrases: PhraseLists, seen: PhraseLists): void {
  const { words, flags, active, hashes, listed } = view;
  const n = words.length;
  for (let i = 0; i < n; i++) {
    if (active[i] === 0) continue;
    for (let at = 4 * i; at < 4 * i + 4; at++) {
      view.phrases[at] = 0;
      view.seen[at] = 0;
    }
  }
  for (let i = 0; i < n; i++) {
    const flag = flags[i] as number;
    if (active[i] === 0 || (flag & FLAG.mark) !== 0) continue;
    if ((flag & FLAG.begins) === 0) markPhrase(view.phrases, i, 1, (words[i] as WordInfo).bits);
    else {
      const length = phrases.measure(hashes, i, n);
      if (length > 1 && (flag & FLAG.capital) !== 0) listed.push(i, length, phrases.found);
      if (length > 0) markPhrase(view.phrases, i, length, phrases.found);
    }
    const length = seen.measure(hashes, i, n);
    if (length > 0) markPhrase(view.seen, i, length, seen.found);
  }
}

/** Writes the bits of a phrase to its words: in four layers, for where it begins, goes on and ends, and for words that are it. */
function markPhrase(layers: Int32Array, from: number, length: number, bits: number): void {
  if (length === 1) {
    layers[4 * from + 3] = (layers[4 * from + 3] as number) | bits;
    return;
  }
  const last = from + length - 1;
  layers[4 * from] = (layers[4 * from] as number) | bits;
  for (let k = from + 1; k < last; k++) layers[4 * k + 1] = (layers[4 * k + 1] as number) | bits;
  layers[4 * last + 2] = (layers[4 * last + 2] as number) | bits;
}

/** Finds runs of capitalised words (particles between them allowed) and the nearest telling words around them. */
function markRuns(view: View): void {
  const { words, flags } = view;
  let i = 0;
  while (i < words.length) {
    if (((flags[i] as number) & FLAG.capital) === 0) {
      i++;
      continue;
    }
    let last = i;
    for (let k = i + 1; k < words.length && k - last <= 3; k++) {
      const flag = flags[k] as number;
      if ((flag & FLAG.capital) !== 0) last = k;
      else if ((flag & FLAG.particle) === 0) break;
    }
    const before = tellingWord(view, i - 1, -1);
    const behind = tellingWord(view, last + 1, 1);
    const kind = kindWord(words, i - 1);
    let hash = 0;
    for (let k = i; k <= last; k++) hash = hashPair(T0, hash, (words[k] as WordInfo).lower);
    const shape = hashPair(T0 + 1, Math.min(last - i, 4), 0);
    const edge = hashTriple(T0 + 6, Math.min(i, 3), Math.min(words.length - 1 - last, 3), words[last + 1]?.lower ?? EDGE);
    for (let k = i; k <= last; k++) {
      view.headBefore[k] = before;
      view.verbBehind[k] = behind;
      view.kindBefore[k] = kind;
      view.run[k] = hashPair(T0 + 2, hash, k - i);
      view.runShape[k] = hashPair(T0 + 3, shape, Math.min(k - i, 4));
      view.runEdge[k] = edge;
    }
    i = last + 1;
  }
}

/** The first word from an index on that is neither a particle nor a mark: the noun before a name, the verb behind it. */
function tellingWord({ words, flags }: View, from: number, step: number): number {
  for (let i = from, seen = 0; i >= 0 && i < words.length && seen < 4; i += step, seen++) {
    const flag = flags[i] as number;
    if ((flag & FLAG.parts) !== 0 || (flag & (FLAG.particle | FLAG.mark)) === 0) return (words[i] as WordInfo).lower;
  }
  return EDGE;
}

const HEADS = (1 << KIND.title) | (1 << KIND.organisationHead) | (1 << KIND.placeHead) | (1 << KIND.eventHead);
const FARTHEST_HEAD = 7;

function kindWord(words: readonly WordInfo[], from: number): number {
  for (let i = from, distance = 0; i >= 0 && distance < FARTHEST_HEAD; i--, distance++) {
    const word = words[i] as WordInfo;
    if (word.capital || (word.mark && word.text !== '«' && word.text !== '-')) return 0;
    const bits = word.bits & HEADS;
    if (bits !== 0) return hashPair(T0 + 5, bits, distance > 2 ? 1 : 0);
  }
  return 0;
}

function markSurroundings({ words, flags, surroundings }: View, enclosed: boolean): void {
  const n = words.length;
  let capitals = 0;
  let uppers = 0;
  let letters = 0;
  for (let i = 0; i < n; i++) {
    const flag = flags[i] as number;
    if ((flag & (FLAG.mark | FLAG.digit)) !== 0) continue;
    letters++;
    if ((flag & FLAG.capital) !== 0) capitals++;
    if ((flag & FLAG.upper) !== 0) uppers++;
  }
  const loud = (letters > 3 && capitals > letters * 0.6 ? 4 : 0) | (uppers > letters * 0.6 ? 8 : 0) | (capitals === 0 ? 16 : 0);
  if (!enclosed) {
    surroundings.fill(loud, 0, n);
    return;
  }
  let quoted = 0;
  let parenthesis = 0;
  for (let i = 0; i < n; i++) {
    const text = ((flags[i] as number) & FLAG.encloses) === 0 ? '' : (words[i] as WordInfo).text;
    if (CLOSING.has(text)) quoted = 0;
    if (text === ')') parenthesis = 0;
    if (text === '"') quoted = 1 - quoted;
    surroundings[i] = quoted | (parenthesis << 1) | loud;
    if (OPENING.has(text)) quoted = 1;
    if (text === '(') parenthesis = 1;
  }
}

/**
 * Writes the features of a word that depend on its surroundings.
 * @returns how many were written to `out`, which holds {@link MOST_CONTEXT_FEATURES}
 */
export function contextFeatures(view: SentenceView, i: number, out: Int32Array): number {
  const { words } = view;
  const word = words[i] as WordInfo;
  const before = words[i - 1];
  const behind = words[i + 1];
  const before2 = words[i - 2];
  const behind2 = words[i + 2];
  const lowerBefore = before?.lower ?? EDGE;
  const lowerBehind = behind?.lower ?? EDGE;
  const shapeBefore = before?.shape ?? EDGE;
  const shapeBehind = behind?.shape ?? EDGE;
  let t = T0 + 10;
  let k = 0;
  out[k++] = hashPair(t++, lowerBefore, word.lower);
  out[k++] = hashPair(t++, word.lower, lowerBehind);
  if (word.capital) out[k++] = hashPair(t, view.run[i] as number, 0);
  t++;
  out[k++] = hashTriple(t++, lowerBefore, lowerBehind, word.shape);
  out[k++] = hashTriple(t++, shapeBefore, word.shape, shapeBehind);
  out[k++] = hashPair(t++, word.shape, shapeBehind);
  out[k++] = hashPair(t++, lowerBefore, word.shape);
  out[k++] = hashPair(t++, lowerBehind, word.shape);
  out[k++] = hashTriple(t++, before2?.lower ?? EDGE, lowerBefore, word.shape);
  out[k++] = hashTriple(t++, lowerBehind, behind2?.lower ?? EDGE, word.shape);
  const classOf = word.statistics.middle;
  out[k++] = hashTriple(t++, before?.statistics.middle ?? -1, classOf, word.shape);
  out[k++] = hashTriple(t++, behind?.statistics.middle ?? -1, classOf, word.shape);
  out[k++] = hashPair(t++, lowerBefore, classOf);
  out[k++] = hashPair(t++, lowerBefore, word.suffix);
  out[k++] = hashTriple(t++, before?.bits ?? -1, word.bits, behind?.bits ?? -1);
  out[k++] = hashPair(t++, view.surroundings[i] as number, word.shape);
  out[k++] = hashTriple(t + 100, view.surroundings[i] as number, word.shape, word.statistics.casing);
  out[k++] = hashTriple(t + 101, Math.min(i, 3), Math.min(words.length - 1 - i, 3), word.shape);
  out[k++] = hashPair(t++, i === 0 ? 1 : 0, hashPair(t, word.shape, word.statistics.casing));
  t++;
  if (i === 0) out[k++] = hashPair(t, shapeBehind, word.statistics.casing);
  t++;
  if (word.capital) {
    const head = view.headBefore[i] as number;
    const verb = view.verbBehind[i] as number;
    const place = view.runShape[i] as number;
    out[k++] = hashPair(t, head, place);
    out[k++] = hashPair(t + 1, verb, place);
    out[k++] = hashPair(t + 3, place, word.shape);
    out[k++] = hashPair(t + 4, head, 0);
    out[k++] = hashPair(t + 5, verb, 0);
    out[k++] = hashTriple(t + 6, head, verb, place);
    out[k++] = hashPair(t + 7, place, word.bits);
    out[k++] = hashPair(t + 100, view.runEdge[i] as number, place);
    const kind = view.kindBefore[i] as number;
    if (kind !== 0) {
      out[k++] = hashPair(t + 2, kind, place);
      out[k++] = hashPair(t + 8, kind, hashPair(0, place, word.bits));
    }
  }
  t += 9;
  for (let layer = 0; layer < 4; layer++) {
    const bits = view.phrases[4 * i + layer] as number;
    if (bits === 0) continue;
    const used = bits & ((1 << FEATURE_KINDS) - 1);
    out[k++] = hashPair(t + layer, used, 1);
    for (let kind = 0; kind < FEATURE_KINDS; kind++) {
      if ((used & (1 << kind)) !== 0) out[k++] = hashPair(t + layer, kind, word.capital ? 2 : 3);
    }
  }
  t += 4;
  for (let layer = 0; layer < 4; layer++) {
    const bits = view.seen[4 * i + layer] as number;
    if (bits === 0) continue;
    out[k++] = hashPair(t + layer, bits, word.capital ? 2 : 3);
    for (let kind = 0; kind < SEEN_KINDS; kind++) {
      if ((bits & (1 << kind)) !== 0) out[k++] = hashPair(t + layer, kind, word.capital ? 4 : 5);
    }
  }
  return k;
}

/** How many of the context features, from the first on, know the word's own letters. */
export const lexicalContext = (word: WordInfo): number => (word.capital ? 3 : 2);

/** Room that {@link contextFeatures} may need. */
export const MOST_CONTEXT_FEATURES = 128;
