import { fold } from './fold';
import { rank } from './occurrenceIndex';

/**
 * The sentences of a text that repeats itself, in their order, as short as they can be told apart and counted: what
 * stands around words does not tell which of two equal sentences they were in, the order of all sentences does.
 */
export interface SentenceSketch {
  /** What each sentence is known by; equal for sentences that say the same. */
  readonly names: readonly string[];
  /** Where each begins, in code points. */
  readonly starts: readonly number[];
}

// a sentence with its marks, or what is between two; hard-wrapped lines are cut, in the old text as in the new one
const SENTENCE = /[^.!?\n]*(?:[.!?]+[\s»"”’)\]]*|\n+|$)/gu;
/** Letters that name a sentence: two that differ have one name once in 1.7 million. */
const NAME = 4;
/** So many comparisons at most: a text of thousands of sentences that was rewritten is left to what stands around words. */
const MOST = 4_000_000;

/** By so much white space in a sentence may have grown or shrunk, in code points. */
const SLACK = 3;

let last: { readonly text: string; readonly sketch: ReturnType<typeof sketchOf> } | undefined;

/** Sentences are alike that have so many folded characters in common at either end. */
const EDGE = 16;

/** The sentences of a text; `alike`: some begin or end with the same words, and what stands around words may be elsewhere, too. */
export function sketchOf(text: string): SentenceSketch & { readonly alike: boolean } {
  if (last?.text === text) return last.sketch;
  const names: string[] = [];
  const starts: number[] = [];
  const edges = new Set<string>();
  let alike = false;
  let at = 0;
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (sentence === '') continue;
    const words = fold(sentence).text;
    names.push(nameOf(words));
    starts.push(at);
    at += codePoints(sentence);
    for (const edge of [`^${words.slice(0, EDGE)}`, `${words.slice(-EDGE)}$`]) {
      alike ||= words.length >= EDGE && edges.has(edge);
      edges.add(edge);
    }
  }
  const sketch = { names, starts, alike };
  last = { text, sketch };
  return sketch;
}

/** A sketch as a review file has it: of each sentence its name and its length, to base 36; undefined where no two are alike. */
export function writeSketch(text: string): string | undefined {
  const { names, starts, alike } = sketchOf(text);
  if (!alike) return undefined;
  const end = codePoints(text);
  return names.map((name, i) => name + ((starts[i + 1] ?? end) - (starts[i] as number)).toString(36)).join(' ');
}

/** Reads it back; undefined for what is none. */
export function readSketch(written: string): SentenceSketch | undefined {
  const names: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const part of written.split(' ')) {
    if (!/^[0-9a-z]{5,10}$/.test(part)) return undefined;
    names.push(part.slice(0, NAME));
    starts.push(at);
    at += Number.parseInt(part.slice(NAME), 36);
  }
  return { names, starts };
}

/** What the order of all sentences tells of a place of the new text and one of the old, in code points. */
export type SentenceOrder = (now: number, old: number) => 'same' | 'other' | undefined;

/**
 * Puts the sentences of an old and a new text side by side, as a comparison of files does it with lines, from the beginning
 * and from the end. `same`: either way the two places are in one sentence, equally far into it; `other`: one way the place
 * is in a sentence that stood elsewhere. Where the two ways differ nobody can tell.
 */
export function sentenceOrder(before: SentenceSketch, text: string): SentenceOrder {
  const after = sketchOf(text);
  const ways = alignments(before.names, after.names);
  return (now, old) => {
    const sentence = indexAt(after.starts, now);
    const was = indexAt(before.starts, old);
    const found = ways.map((way) => way.get(sentence));
    if (found.some((one) => one !== found[0] || (one !== undefined && one !== was))) return 'other';
    const isSame = found.length > 0 && found[0] === was;
    const into = now - (after.starts[sentence] ?? 0) - (old - (before.starts[was] ?? 0));
    return isSame && Math.abs(into) <= SLACK ? 'same' : undefined;
  };
}

/** For sentences of the new text the one of the old text that each is, going from the beginning and going from the end. */
function alignments(old: readonly string[], now: readonly string[]): readonly ReadonlyMap<number, number>[] {
  if (old.length * now.length > MOST) return [];
  const backwards = alignment([...old].reverse(), [...now].reverse());
  const turned = [...backwards].map(([after, before]) => [now.length - 1 - after, old.length - 1 - before] as const);
  return [alignment(old, now), new Map(turned)];
}

/** The longest common subsequence; where several are as long, the one that takes each sentence as early as it can. */
function alignment(old: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] as number;
  const isSame = (i: number, j: number): boolean => old[i] === now[j] && old[i] !== NOTHING;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found = new Map<number, number>();
  for (let [i, j] = [0, 0]; i < old.length && j < now.length; ) {
    if (isSame(i, j)) found.set(j++, i++);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return found;
}

/** The index of the last of some ascending numbers that is not above a value. */
const indexAt = (starts: readonly number[], value: number): number => rank(starts, value + 1) - 1;

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A hash (FNV-1a) of folded words, in four letters. */
function nameOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 36 ** NAME).toString(36).padStart(NAME, '0');
}

const NOTHING = nameOf('');
