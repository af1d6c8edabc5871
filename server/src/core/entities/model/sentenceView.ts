import { KIND, type PhraseLists } from '../lexicon';
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
  /** Hashes of the small words before and after each run of capitalised words, and of the run itself. */
  readonly headBefore: Int32Array;
  readonly verbAfter: Int32Array;
  /** Before each run, the nearest word that says what kind of thing is named (groupe, usine, ministre), as a hash; 0 for none. */
  readonly kindBefore: Int32Array;
  readonly run: Int32Array;
  readonly runShape: Int32Array;
  /** How near a run stands to the sentence's start and end, and the word after it: Dear Ann, and a line that is a name. */
  readonly runEdge: Int32Array;
  /**
   * Bit 0: in quotation marks, bit 1: in parentheses, bit 2: a sentence with capitals at most words, bit 3: of capital
   * letters throughout, bit 4: of small letters throughout.
   */
  readonly surroundings: Uint8Array;
}

/** How far after and before a trigger words are labelled too: names may go on and begin in small letters. */
const REACH = 7;
const REACH_BACK = 4;
const T0 = 100;
/** Stands for the word beyond a sentence's ends. */
export const EDGE = hashString('<edge>');

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
  verbAfter: new Int32Array(n),
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
  const { words, flags, active, hashes } = view;
  const n = words.length;
  clearLayers(view, n);
  for (let i = 0; i < n; i++) {
    const flag = flags[i] as number;
    if (active[i] === 0 || (flag & FLAG.mark) !== 0) continue;
    if ((flag & FLAG.begins) === 0) markPhrase(view.phrases, i, 1, (words[i] as WordInfo).bits);
    else markListed(view, i, phrases);
    const length = seen.measure(hashes, i, n);
    if (length > 0) markPhrase(view.seen, i, length, seen.found);
  }
}

function clearLayers({ active, phrases, seen }: View, n: number): void {
  for (let i = 0; i < n; i++) {
    if (active[i] === 0) continue;
    for (let at = 4 * i; at < 4 * i + 4; at++) {
      phrases[at] = 0;
      seen[at] = 0;
    }
  }
}

/** Marks the longest phrase of the lists that begins at a word. */
function markListed(view: View, i: number, phrases: PhraseLists): void {
  const length = phrases.measure(view.hashes, i, view.words.length);
  if (length > 1 && ((view.flags[i] as number) & FLAG.capital) !== 0) view.listed.push(i, length, phrases.found);
  if (length > 0) markPhrase(view.phrases, i, length, phrases.found);
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

/** Finds runs of capitalised words (particles between them allowed) and the nearest words that say something around them. */
function markRuns(view: View): void {
  const { words, flags } = view;
  let i = 0;
  while (i < words.length) {
    if (((flags[i] as number) & FLAG.capital) === 0) i++;
    else {
      const last = endOfRun(view, i);
      markRun(view, i, last);
      i = last + 1;
    }
  }
}

const MAX_PARTICLES = 2;

/** The last word of a run of capitalised words. */
function endOfRun({ words, flags }: View, from: number): number {
  let last = from;
  for (let k = from + 1; k < words.length && k - last <= MAX_PARTICLES + 1; k++) {
    const flag = flags[k] as number;
    if ((flag & FLAG.capital) !== 0) last = k;
    else if ((flag & FLAG.particle) === 0) break;
  }
  return last;
}

function markRun(view: View, from: number, last: number): void {
  const { words } = view;
  const before = informativeWord(view, from - 1, -1);
  const after = informativeWord(view, last + 1, 1);
  const kind = kindWord(words, from - 1);
  let hash = 0;
  for (let k = from; k <= last; k++) hash = hashPair(T0, hash, (words[k] as WordInfo).lower);
  const shape = hashPair(T0 + 1, Math.min(last - from, 4), 0);
  const edge = hashTriple(T0 + 6, Math.min(from, 3), Math.min(words.length - 1 - last, 3), words[last + 1]?.lower ?? EDGE);
  for (let k = from; k <= last; k++) {
    view.headBefore[k] = before;
    view.verbAfter[k] = after;
    view.kindBefore[k] = kind;
    view.run[k] = hashPair(T0 + 2, hash, k - from);
    view.runShape[k] = hashPair(T0 + 3, shape, Math.min(k - from, 4));
    view.runEdge[k] = edge;
  }
}

/** The first word from an index on that is neither a particle nor a mark: the noun before a name, the verb after it. */
function informativeWord({ words, flags }: View, from: number, step: number): number {
  for (let i = from, seen = 0; i >= 0 && i < words.length && seen < 4; i += step, seen++) {
    const flag = flags[i] as number;
    if ((flag & FLAG.parts) !== 0 || (flag & (FLAG.particle | FLAG.mark)) === 0) return (words[i] as WordInfo).lower;
  }
  return EDGE;
}

const HEADS = (1 << KIND.title) | (1 << KIND.organisationHead) | (1 << KIND.placeHead) | (1 << KIND.eventHead);
const MAX_HEAD_DISTANCE = 7;

function kindWord(words: readonly WordInfo[], from: number): number {
  for (let i = from, distance = 0; i >= 0 && distance < MAX_HEAD_DISTANCE; i--, distance++) {
    const word = words[i] as WordInfo;
    if (word.capital || (word.mark && word.text !== '«' && word.text !== '-')) return 0;
    const bits = word.bits & HEADS;
    if (bits !== 0) return hashPair(T0 + 5, bits, distance > 2 ? 1 : 0);
  }
  return 0;
}

function markSurroundings(view: View, enclosed: boolean): void {
  const n = view.words.length;
  const casing = casingOfSentence(view);
  if (enclosed) markEnclosed(view, casing);
  else view.surroundings.fill(casing, 0, n);
}

/** From which share of its words on a sentence is one of capitals. */
const MOST = 0.6;
const MANY_WORDS = 3;

/** Bits 2 to 4 of {@link SentenceView.surroundings}. */
function casingOfSentence({ words, flags }: View): number {
  let capitals = 0;
  let uppers = 0;
  let letters = 0;
  for (let i = 0; i < words.length; i++) {
    const flag = flags[i] as number;
    if ((flag & (FLAG.mark | FLAG.digit)) !== 0) continue;
    letters++;
    if ((flag & FLAG.capital) !== 0) capitals++;
    if ((flag & FLAG.upper) !== 0) uppers++;
  }
  const isTitleCased = letters > MANY_WORDS && capitals > letters * MOST;
  return (isTitleCased ? 4 : 0) | (uppers > letters * MOST ? 8 : 0) | (capitals === 0 ? 16 : 0);
}

/** Writes for each word whether it stands in quotation marks and in parentheses, beside what is true of all. */
function markEnclosed({ words, flags, surroundings }: View, casing: number): void {
  let quoted = 0;
  let parenthesis = 0;
  for (let i = 0; i < words.length; i++) {
    const text = ((flags[i] as number) & FLAG.encloses) === 0 ? '' : (words[i] as WordInfo).text;
    if (CLOSING.has(text)) quoted = 0;
    if (text === ')') parenthesis = 0;
    if (text === '"') quoted = 1 - quoted;
    surroundings[i] = quoted | (parenthesis << 1) | casing;
    if (OPENING.has(text)) quoted = 1;
    if (text === '(') parenthesis = 1;
  }
}
