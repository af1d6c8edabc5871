import type { ArticleAnalysis, Block, Entity, EntityMention, Quotation, TemporalExpression } from '../core/analysis';
import { packFor } from '../core/languages/registry';
import { LineIndex } from '../core/lineIndex';
import { contains, lowerBound, type Span } from '../core/span';
import { splitSentences } from '../core/text/sentences';
import { tokenize } from '../core/text/tokens';

/**
 * One version of an article with what was found in it: what every editor feature reads. Immutable to the eye; what
 * features look up is indexed at the first question. All offsets are UTF-16, in `text`.
 */
export interface Article {
  readonly text: string;
  readonly lines: LineIndex;
  readonly analysis: ArticleAnalysis;
  /** The entity with an id; undefined where the analysis has none. */
  entity(id: string | undefined): Entity | undefined;
  /** All mentions of an entity, nested ones too, in text order. */
  mentionsOf(id: string): readonly EntityMention[];
  /** Speech whose speaker is the entity, in text order. */
  speechBy(id: string): readonly Quotation[];
  /** The block that an offset lies in or at the end of; undefined between blocks. */
  blockAt(offset: number): Block | undefined;
  /** The sentence that an offset lies in; its block, or an empty span, where there is none. */
  sentenceAt(offset: number): Span;
  /** The word, number or mark that an offset lies in; undefined in white space. */
  wordAt(offset: number): Span | undefined;
}

/** Puts a text and its analysis together. The analysis must be of exactly this text. */
export function createArticle(text: string, analysis: ArticleAnalysis, lines = new LineIndex(text)): Article {
  const entities = lazy(() => new Map(analysis.entityIndex.map((entity) => [entity.id, entity])));
  const mentions = lazy(() => groupBy(analysis.entities, (mention) => mention.entity));
  const speech = lazy(() => groupBy(analysis.quotes.filter(isSpeech), (quote) => quote.speakerEntity));
  const segments = new Map<Block, Segments>();

  function blockAt(offset: number): Block | undefined {
    const at = lowerBound(analysis.structure, offset + 1) - 1;
    const block = analysis.structure[at];
    return block !== undefined && offset <= block.end ? block : undefined;
  }

  function segmentsOf(block: Block): Segments {
    let known = segments.get(block);
    if (known === undefined) {
      known = segment(text, block, analysis.language);
      segments.set(block, known);
    }
    return known;
  }

  function find(offset: number, what: 'words' | 'sentences'): Span | undefined {
    const block = blockAt(offset);
    if (block === undefined) return undefined;
    const spans = segmentsOf(block)[what];
    const span = spans[lowerBound(spans, offset + 1) - 1];
    return span !== undefined && offset <= span.end ? span : undefined;
  }

  return Object.freeze({
    text,
    lines,
    analysis,
    entity: (id: string | undefined) => (id === undefined ? undefined : entities().get(id)),
    mentionsOf: (id: string) => mentions().get(id) ?? [],
    speechBy: (id: string) => speech().get(id) ?? [],
    blockAt,
    sentenceAt: (offset: number) => find(offset, 'sentences') ?? blockAt(offset) ?? { start: offset, end: offset },
    wordAt: (offset: number) => find(offset, 'words'),
  });
}

interface Segments {
  readonly words: readonly Span[];
  readonly sentences: readonly Span[];
}

function segment(text: string, block: Block, language: string): Segments {
  const { text: rules } = packFor(language);
  const tokens = tokenize(text.slice(block.start, block.end), rules);
  const shift = (span: Span): Span => ({ start: span.start + block.start, end: span.end + block.start });
  return { words: tokens.map(shift), sentences: splitSentences(tokens, rules).map(shift) };
}

/** Whether a quotation is speech; the other marked stretches are titles, nicknames and words held at a distance. */
export function isSpeech(quote: Pick<Quotation, 'kind'>): boolean {
  return quote.kind !== 'scare' && quote.kind !== 'title';
}

/** From the first word of a quotation's content to its last: incises in between are covered too. */
export function extentOf(quote: Quotation): Span {
  const start = quote.spans[0]?.[0] ?? 0;
  return { start, end: quote.spans.at(-1)?.[1] ?? start };
}

/** Whether an offset lies in the content of a quotation. */
export function inContent(quote: Quotation, offset: number): boolean {
  return quote.spans.some(([start, end]) => start <= offset && offset < end);
}

/** The innermost quotation whose content covers a span. */
export function quotationAround(article: Article, span: Span): Quotation | undefined {
  let found: Quotation | undefined;
  for (const quote of article.analysis.quotes) {
    if (extentOf(quote).start > span.start) break;
    if (!quote.spans.some(([start, end]) => contains({ start, end }, span))) continue;
    if (found === undefined || length(extentOf(quote)) <= length(extentOf(found))) found = quote;
  }
  return found;
}

/** Whether two expressions mean the same day or stretch of days. */
export function sameTime(a: TemporalExpression, b: TemporalExpression): boolean {
  if (a === b) return true;
  if (a.earliest !== undefined && a.latest !== undefined) return a.earliest === b.earliest && a.latest === b.latest;
  return a.type === b.type && a.value === b.value && !/^(?:P|X)/.test(a.value);
}

/** Whether a date was resolved against something else than itself. */
export const isRelative = (date: TemporalExpression): boolean => date.anchor !== undefined;

export const length = (span: Span): number => span.end - span.start;

function lazy<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => {
    value ??= { made: make() };
    return value.made;
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const id = key(item);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [item]);
    else group.push(item);
  }
  return groups;
}
