import type { EntityType, Quotation } from '../core/analysis';
import { lowerBound, type Span } from '../core/span';
import { type Article, isRelative, isSpeech } from './article';

const TYPE_OF: Readonly<Record<EntityType, TokenType>> = { PER: 'person', ORG: 'organization', LOC: 'place', MISC: 'work' };
const UNCERTAIN_BELOW = 0.5;
const UNCERTAIN: readonly TokenModifier[] = ['uncertain'];
const SPEAKER: readonly TokenModifier[] = ['speaker'];
const NONE: readonly TokenModifier[] = [];
const RELATIVE: readonly TokenModifier[] = ['relative'];

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

const contentOf = (quote: Quotation): Span[] => quote.spans.map(([start, end]) => ({ start, end }));

interface Layered extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
  /** Which layer wins where two that overlap are equally long. */
  readonly rank: number;
}

/** The article's layers flattened: in text order, without overlaps. The innermost layer gives the type. */
export function paint(article: Article, range?: Span): PaintedSpan[] {
  const inRange = (span: Span): boolean => range === undefined || (span.start < range.end && range.start < span.end);
  const layers = layersOf(article, inRange);
  layers.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const flat: PaintedSpan[] = [];
  const open: Layered[] = [];
  let at = 0;
  const emit = (to: number): void => {
    const top = innermost(open);
    if (top !== undefined && to > at) flat.push({ start: at, end: to, type: top.type, modifiers: top.modifiers });
    at = Math.max(at, to);
  };
  const closeBefore = (offset: number): void => {
    while (open.length > 0) {
      let next: Layered | undefined;
      for (const layer of open) if (layer.end <= offset && (next === undefined || layer.end < next.end)) next = layer;
      if (next === undefined) return;
      emit(next.end);
      open.splice(open.indexOf(next), 1);
    }
  };
  for (const layer of layers) {
    closeBefore(layer.start);
    emit(layer.start);
    at = Math.max(at, layer.start);
    open.push(layer);
  }
  closeBefore(Number.POSITIVE_INFINITY);
  return withContext(flat, article);
}

// At most a handful are open at one time: mentions nest two or three deep.
function innermost(open: readonly Layered[]): Layered | undefined {
  let best: Layered | undefined;
  for (const layer of open) {
    if (best === undefined || layer.rank > best.rank) best = layer;
    else if (layer.rank === best.rank && layer.end - layer.start < best.end - best.start) best = layer;
  }
  return best;
}

function layersOf(article: Article, inRange: (span: Span) => boolean): Layered[] {
  const { entities, dates, quotes } = article.analysis;
  const layers: Layered[] = [];
  for (const quote of quotes) {
    if (quote.speaker && inRange(quote.speaker)) layers.push(layer(quote.speaker, 'speaker', SPEAKER, 0));
    if (quote.cue && inRange(quote.cue)) layers.push(layer(quote.cue, 'cue', NONE, 1));
  }
  for (const mention of entities) {
    // The outer mention alone is painted: a nested one is told on hover, and would tear the colour apart.
    if (mention.nested || !inRange(mention)) continue;
    layers.push(layer(mention, TYPE_OF[mention.type], mention.confidence < UNCERTAIN_BELOW ? UNCERTAIN : NONE, 2));
  }
  for (const date of dates) {
    if (!inRange(date)) continue;
    const unresolved = date.type === 'DATE' && date.earliest === undefined;
    const relative = isRelative(date) ? RELATIVE : NONE;
    layers.push(layer(date, 'date', unresolved ? [...relative, ...UNCERTAIN] : relative, 3));
  }
  return layers;
}

function layer(span: Span, type: TokenType, modifiers: readonly TokenModifier[], rank: number): Layered {
  return { start: span.start, end: span.end, type, modifiers, rank };
}

/** Adds what is around: in a quotation's content, in the words for a speaker. */
function withContext(flat: readonly PaintedSpan[], article: Article): PaintedSpan[] {
  const { quotes } = article.analysis;
  const contents = merged(quotes.filter(isSpeech).flatMap(contentOf));
  const speakers = merged(quotes.flatMap((quote) => (quote.speaker ? [quote.speaker] : [])));
  return flat.map((span) => {
    const added: TokenModifier[] = [];
    if (within(contents, span)) added.push('inQuotation');
    if (span.type !== 'speaker' && within(speakers, span)) added.push('speaker');
    return added.length === 0 ? span : { ...span, modifiers: [...span.modifiers, ...added] };
  });
}

/** Spans sorted and joined where they overlap. */
function merged(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ start: span.start, end: span.end });
  }
  return joined;
}

function within(spans: readonly Span[], inner: Span): boolean {
  const outer = spans[lowerBound(spans, inner.start + 1) - 1];
  return outer !== undefined && inner.end <= outer.end;
}
