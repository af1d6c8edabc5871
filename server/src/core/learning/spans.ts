import type { ParagraphView } from '../document';
import { openModel } from '../entities/index';
import { hashPair, hashTriple } from '../entities/model/hash';
import { BEGIN, INSIDE, LAST, labelOf, OUTSIDE, TYPES, UNIT } from '../entities/model/labels';
import type { TagModel } from '../entities/model/tagModel';
import { FLAG, type WordInfo } from '../entities/model/wordInfo';
import type { EntityPack } from '../entities/pack';
import { compoundTest, scoreParagraph, type TaggedSentence } from '../entities/tagger';
import type { Word } from '../entities/words';
import type { Span } from '../span';

/** A stretch of words that may be a name: what the project's model decides on. Offsets count from the paragraph's start. */
export interface CandidateSpan extends Span {
  /** Its words as they stand, parted by single spaces. */
  readonly form: string;
  /** Hashes of what it and its surroundings look like. */
  readonly features: Int32Array;
  /** How probable the shipped model holds each of {@link TYPES} for just these words; their sum is below 1. */
  readonly probabilities: Float32Array;
}

/** What the spans of a language are found with. */
export interface SpanFinder {
  /**
   * The candidate spans of a paragraph: all that the shipped model holds for possible, runs of capitalised words, and those
   * asked for, in text order.
   * @param asked - spans to be candidates too, from the paragraph's start; what does not begin and end with words is left out
   * @param isForm - whether words (joined by spaces) are a form that was decided on
   */
  find(view: ParagraphView, asked: readonly Span[], isForm: (form: string) => boolean): CandidateSpan[];
}

/** From which probability on the shipped model's own idea of a name is a candidate. */
const LEAST = 0.02;
/** Words of a candidate at most. */
const MOST_WORDS = 10;
/** Words of a decided form at most that is looked for where the model sees nothing. */
const MOST_FORM_WORDS = 6;

/**
 * Makes what finds candidates in a language.
 * @param bytes - the shipped model's bytes; undefined where the language has none
 */
export function createSpanFinder(bytes: Uint8Array | undefined, pack: EntityPack): SpanFinder | undefined {
  const model = bytes && openModel(bytes, pack)?.model;
  if (model === undefined) return undefined;
  const splits = compoundTest(model.phrases);
  return {
    find(view, asked, isForm) {
      const scored = scoreParagraph(view, model, pack, splits);
      return scored.flatMap((sentence) => spansOfSentence(sentence, model, asked, isForm));
    },
  };
}

/** The words of a span in a sentence: `from` to `to` (exclusive). */
interface Place {
  readonly from: number;
  readonly to: number;
}

function spansOfSentence(
  sentence: TaggedSentence,
  model: TagModel,
  asked: readonly Span[],
  isForm: (form: string) => boolean,
): CandidateSpan[] {
  const found = new Map<number, { place: Place; probabilities: Float32Array }>();
  const at = (from: number, to: number): Float32Array => {
    const key = from * 4096 + to;
    let known = found.get(key);
    if (known === undefined) {
      known = { place: { from, to }, probabilities: new Float32Array(TYPES.length) };
      found.set(key, known);
    }
    return known.probabilities;
  };
  for (const chain of sentence.chains) probableSpans(model, chain, at);
  capitalRuns(sentence.infos, at);
  askedSpans(sentence.words, asked, at);
  knownForms(sentence.words, isForm, at);
  const places = [...found.values()].sort((a, b) => a.place.from - b.place.from || b.place.to - a.place.to);
  return places.map(({ place, probabilities }) => candidate(sentence, model, place, probabilities));
}

type At = (from: number, to: number) => Float32Array;

/** What the shipped model holds for possible. */
function probableSpans(model: TagModel, chain: TaggedSentence['chains'][number], at: At): void {
  const confidence = model.confidence(chain);
  for (let i = 0; i < chain.length; i++) {
    if (confidence(i, [OUTSIDE]) > 1 - LEAST) continue;
    for (let type = 0; type < TYPES.length; type++) probableFrom(chain, confidence, [i, type], at);
  }
}

/** The possible names of a type that begin at a word of a chain. */
function probableFrom(
  { from, length }: TaggedSentence['chains'][number],
  confidence: ReturnType<TagModel['confidence']>,
  [i, type]: readonly [number, number],
  at: At,
): void {
  const alone = confidence(i, [labelOf(type, UNIT)]);
  if (alone >= LEAST) at(from + i, from + i + 1)[type] = alone;
  let path = [labelOf(type, BEGIN)];
  for (let to = i + 2; to <= Math.min(length, i + MOST_WORDS) && confidence(i, path) >= LEAST; to++) {
    const whole = confidence(i, [...path, labelOf(type, LAST)]);
    if (whole >= LEAST) at(from + i, from + to)[type] = whole;
    path = [...path, labelOf(type, INSIDE)];
  }
}

/** Runs of capitalised words, and those joined by small words that names hold between them. */
function capitalRuns(infos: readonly WordInfo[], at: At): void {
  for (let i = 0; i < infos.length; i++) {
    if (!isCapital(infos[i])) continue;
    const end = endOfCapitals(infos, i);
    for (let to: number | undefined = end; to !== undefined && to - i <= MOST_WORDS; to = goesOn(infos, to)) at(i, to);
    i = end - 1;
  }
}

const isCapital = (word: WordInfo | undefined): boolean => ((word?.flags ?? 0) & (FLAG.capital | FLAG.opens)) === FLAG.capital;

function endOfCapitals(infos: readonly WordInfo[], from: number): number {
  let end = from;
  while (isCapital(infos[end])) end++;
  return end;
}

/** Where a run ends that goes on behind one or two small words; undefined where it does not. */
function goesOn(infos: readonly WordInfo[], from: number): number | undefined {
  let next = from;
  while (next - from < 2 && infos[next]?.particle === true && !isCapital(infos[next])) next++;
  return next > from && isCapital(infos[next]) ? endOfCapitals(infos, next) : undefined;
}

function askedSpans(words: readonly Word[], asked: readonly Span[], at: At): void {
  const first = words[0]?.start ?? 0;
  const last = words[words.length - 1]?.end ?? 0;
  for (const span of asked) {
    if (span.start < first || span.end > last) continue;
    const from = words.findIndex((word) => word.start === span.start);
    const to = words.findIndex((word) => word.end === span.end) + 1;
    if (from >= 0 && to > from && to - from <= MOST_WORDS * 2) at(from, to);
  }
}

function knownForms(words: readonly Word[], isForm: (form: string) => boolean, at: At): void {
  for (let from = 0; from < words.length; from++) {
    let form = '';
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_FORM_WORDS); to++) {
      form += (form === '' ? '' : ' ') + (words[to - 1] as Word).text;
      if (isForm(form)) at(from, to);
    }
  }
}

// Template numbers of the features; other parts of the analysis have theirs below 300.
const T = 400;
const EDGE = 7;

function candidate(
  { words, infos }: TaggedSentence,
  model: TagModel,
  { from, to }: Place,
  probabilities: Float32Array,
): CandidateSpan {
  const start = (words[from] as Word).start;
  const end = (words[to - 1] as Word).end;
  const form = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  return { start, end, form, features: featuresOf(infos, model, from, to), probabilities };
}

function featuresOf(infos: readonly WordInfo[], model: TagModel, from: number, to: number): Int32Array {
  const first = infos[from] as WordInfo;
  const last = infos[to - 1] as WordInfo;
  const length = Math.min(to - from, 4);
  const cased = hashTriple(T + 2, first.shape, last.shape, length);
  const out = [cased];
  wordsWithin(out, infos.slice(from, to), model);
  out.push(
    hashPair(T + 9, last.suffix, length > 1 ? 1 : 0),
    hashPair(T + 12, first.bits, length),
    hashPair(T + 13, last.bits, length),
  );
  out.push(hashPair(T + 22, first.statistics.fine, last.statistics.fine), hashPair(T + 24, last.statistics.middle, length));
  out.push(hashTriple(T + 23, first.statistics.casing, from === 0 ? 1 : 0, length));
  wordsAround(out, infos, [from, to], cased);
  return Int32Array.from(out);
}

/** What the words of a span are, each and together. */
function wordsWithin(out: number[], words: readonly WordInfo[], model: TagModel): void {
  const several = words.length > 1 ? 1 : 0;
  let form = 0;
  let shape = 0;
  for (const word of words) {
    form = hashPair(T, form, word.lower);
    shape = hashPair(T + 1, shape, word.shape);
    if (!word.particle && !word.mark) out.push(hashPair(T + 5, word.lower, 0), hashPair(T + 6, word.statistics.middle, 0));
  }
  const bits = model.phrases.bits(words.map((word) => word.foldHash));
  for (let kind = 0; bits >> kind !== 0; kind++)
    if ((bits & (1 << kind)) !== 0) out.push(hashPair(T + 11, kind, Math.min(words.length, 4)));
  out.push(hashPair(T + 3, form, 0), hashPair(T + 4, shape, 0), hashPair(T + 10, bits, several));
  out.push(hashPair(T + 7, (words[0] as WordInfo).lower, several), hashPair(T + 8, (words.at(-1) as WordInfo).lower, several));
}

/** What stands before a span and after it. */
function wordsAround(out: number[], infos: readonly WordInfo[], [from, to]: readonly [number, number], cased: number): void {
  const before = infos[from - 1];
  const after = infos[to];
  const wordBefore = before?.lower ?? EDGE;
  const wordAfter = after?.lower ?? EDGE;
  const farBefore = infos[from - 2]?.lower ?? EDGE;
  out.push(hashPair(T + 14, wordBefore, 0), hashPair(T + 15, wordAfter, 0), hashPair(T + 16, wordBefore, cased));
  out.push(
    hashTriple(T + 17, farBefore, wordBefore, 0),
    hashTriple(T + 18, wordBefore, wordAfter, 0),
    hashPair(T + 25, farBefore, 0),
  );
  out.push(hashPair(T + 19, before?.statistics.middle ?? EDGE, 0), hashPair(T + 20, after?.statistics.middle ?? EDGE, 0));
  out.push(hashPair(T + 21, before?.bits ?? EDGE, 0));
}
