import type { EntityType, TemporalExpression } from '../core/analysis';
import type { ArticleSketch, SketchedQuotation } from '../core/sketch';
import type { Span } from '../core/span';
import { type Article, isRelative, isSpeech } from './article';
import { SpanList } from './spanList';

const UNCERTAIN_BELOW = 0.5;

/**
 * What a painted stretch is. `person`, `organization`, `place` and `work` are entities, `date` every temporal expression,
 * `cue` what introduces speech, `speaker` what names a speaker without being an entity's name: a pronoun, a title.
 */
export type TokenType = 'person' | 'organization' | 'place' | 'work' | 'date' | 'cue' | 'speaker';

/** What else is true of it; the protocol says what each means. */
export type TokenModifier = 'speaker' | 'inQuotation' | 'uncertain' | 'relative';

/** A painted stretch; no two overlap. It may hold line breaks. */
export interface PaintedSpan extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** An article, or what of it is known when colours are asked for. */
interface Painted {
  readonly analysis: ArticleSketch;
}

/** The types, by their number in a code of {@link paintCodes}: its lower three bits. */
export const PAINT_TYPES = ['person', 'organization', 'place', 'work', 'date', 'cue', 'speaker'] as const;
/** The modifiers, by their bits above those. */
export const PAINT_MODIFIERS = ['relative', 'uncertain', 'inQuotation', 'speaker'] as const;

const [PERSON, ORGANIZATION, PLACE, WORK, DATE, CUE, SPEAKER] = [0, 1, 2, 3, 4, 5, 6];
const TYPE_BITS = 7;
const [RELATIVE, UNCERTAIN, IN_QUOTATION, OF_SPEAKER] = [8, 16, 32, 64];
const TYPE_OF: Readonly<Record<EntityType, number>> = { PER: PERSON, ORG: ORGANIZATION, LOC: PLACE, MISC: WORK };
/** Which layer wins where two overlap, by type: a date before a name, a name before a cue. */
const RANK = [2, 2, 2, 2, 3, 1, 0];

/** The article's layers flattened, in words. */
export function paint(article: Article, range?: Span): PaintedSpan[] {
  const codes = paintCodes(article, range);
  return Array.from({ length: codes.length }, (_, i) => {
    const code = codes.codes[i] as number;
    const type = PAINT_TYPES[code & TYPE_BITS] as TokenType;
    const modifiers = PAINT_MODIFIERS.filter((_modifier, bit) => (code & (8 << bit)) !== 0);
    // what a speaker is by itself comes before what is around it
    return { ...codes.at(i), type, modifiers: type === 'speaker' ? modifiers.reverse() : modifiers };
  });
}

/**
 * The article's layers flattened: in text order, without overlaps. The innermost layer gives the type. The code of each span is
 * its type's number in {@link PAINT_TYPES} with the bits of {@link PAINT_MODIFIERS}.
 */
export function paintCodes({ analysis }: Painted, range?: Span): SpanList {
  const { entities, dates, quotes } = analysis;
  const inRange = (span: Span): boolean => range === undefined || (span.start < range.end && range.start < span.end);
  const spoken = new SpanList(2 * quotes.length);
  for (const quote of quotes) addQuote(spoken, quote, inRange);
  const named = new SpanList(entities.length);
  for (const mention of entities) {
    // The outer mention alone is painted: a nested one is told on hover, and would tear the colour apart.
    if (mention.nested || !inRange(mention)) continue;
    named.add(mention.start, mention.end, TYPE_OF[mention.type] | (mention.confidence < UNCERTAIN_BELOW ? UNCERTAIN : 0));
  }
  const dated = new SpanList(dates.length);
  for (const date of dates) if (inRange(date)) dated.add(date.start, date.end, codeOf(date));
  return withContext(flattened([spoken.order(), named.order(), dated.order()]), quotes);
}

/** What speaks: the words for the speaker, and what introduces the speech; the one that stands first before the other. */
function addQuote(list: SpanList, { speaker, cue }: SketchedQuotation, inRange: (span: Span) => boolean): void {
  const cueFirst = cue !== undefined && speaker !== undefined && cue.start < speaker.start;
  if (cueFirst && inRange(cue)) list.add(cue.start, cue.end, CUE);
  if (speaker && inRange(speaker)) list.add(speaker.start, speaker.end, SPEAKER | OF_SPEAKER);
  if (!cueFirst && cue && inRange(cue)) list.add(cue.start, cue.end, CUE);
}

function codeOf(date: TemporalExpression): number {
  const unresolved = date.type === 'DATE' && date.earliest === undefined;
  return DATE | (isRelative(date) ? RELATIVE : 0) | (unresolved ? UNCERTAIN : 0);
}

/** Spans of several lists in order, in one without overlaps. */
function flattened(lists: readonly SpanList[]): SpanList {
  const flat = new Flattened(2 * lists.reduce((sum, { length }) => sum + length, 0));
  const next = lists.map(() => 0);
  for (;;) {
    let first = -1;
    for (let i = 0; i < lists.length; i++) {
      const other = lists[i] as SpanList;
      if (next[i] === other.length) continue;
      if (first < 0 || precedes(other, next[i] as number, lists[first] as SpanList, next[first] as number)) first = i;
    }
    const list = lists[first];
    if (list === undefined) return flat.done();
    const at = next[first] as number;
    next[first] = at + 1;
    flat.open(list.starts[at] as number, list.ends[at] as number, list.codes[at] as number);
  }
}

function precedes(a: SpanList, i: number, b: SpanList, j: number): boolean {
  const starts = (a.starts[i] as number) - (b.starts[j] as number);
  return starts === 0 ? (a.ends[i] as number) > (b.ends[j] as number) : starts < 0;
}

/** Lays layers over one another; they come in document order. */
class Flattened {
  readonly #flat: SpanList;
  /** Those that cover the present place. At most a handful at one time: mentions nest two or three deep. */
  readonly #ends: number[] = [];
  readonly #lengths: number[] = [];
  readonly #codes: number[] = [];
  #at = 0;

  /** @param most - twice as many as there are layers: each cuts another in two at most. */
  constructor(most: number) {
    this.#flat = new SpanList(most);
  }

  open(start: number, end: number, code: number): void {
    this.#closeBefore(start);
    this.#emit(start);
    this.#at = Math.max(this.#at, start);
    this.#ends.push(end);
    this.#lengths.push(end - start);
    this.#codes.push(code);
  }

  done(): SpanList {
    this.#closeBefore(Number.POSITIVE_INFINITY);
    return this.#flat;
  }

  #closeBefore(offset: number): void {
    const ends = this.#ends;
    while (ends.length > 0) {
      let next = 0;
      for (let i = 1; i < ends.length; i++) if ((ends[i] as number) < (ends[next] as number)) next = i;
      if ((ends[next] as number) > offset) return;
      this.#emit(ends[next] as number);
      if (next === ends.length - 1) {
        ends.pop();
        this.#lengths.pop();
        this.#codes.pop();
      } else for (const list of [ends, this.#lengths, this.#codes]) list.splice(next, 1);
    }
  }

  #emit(to: number): void {
    const top = this.#innermost();
    if (top >= 0 && to > this.#at) this.#flat.add(this.#at, to, this.#codes[top] as number);
    this.#at = Math.max(this.#at, to);
  }

  #innermost(): number {
    let best = -1;
    for (let i = 0; i < this.#codes.length; i++) {
      if (best < 0) best = i;
      else {
        const ranks = this.#rank(i) - this.#rank(best);
        if (ranks > 0 || (ranks === 0 && (this.#lengths[i] as number) < (this.#lengths[best] as number))) best = i;
      }
    }
    return best;
  }

  #rank(i: number): number {
    return RANK[(this.#codes[i] as number) & TYPE_BITS] as number;
  }
}

/** Adds what is around: in a quotation's content, in the words for a speaker. */
function withContext(flat: SpanList, quotes: readonly SketchedQuotation[]): SpanList {
  const contents = new SpanList(quotes.reduce((sum, { spans }) => sum + spans.length, 0));
  const speakers = new SpanList(quotes.length);
  for (const quote of quotes) {
    if (isSpeech(quote)) for (const [start, end] of quote.spans) contents.add(start, end);
    if (quote.speaker) speakers.add(quote.speaker.start, quote.speaker.end);
  }
  addWithin(flat, contents.order().join(), IN_QUOTATION);
  addWithin(flat, speakers.order().join(), OF_SPEAKER);
  return flat;
}

/** Adds a bit to the spans that lie within one of others; both are in order and do not overlap. */
function addWithin(flat: SpanList, outer: SpanList, bit: number): void {
  let at = 0;
  for (let i = 0; i < flat.length; i++) {
    while (at < outer.length && (outer.ends[at] as number) < (flat.ends[i] as number)) at++;
    if (at < outer.length && (outer.starts[at] as number) <= (flat.starts[i] as number)) {
      flat.codes[i] = (flat.codes[i] as number) | bit;
    }
  }
}
