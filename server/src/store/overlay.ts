import type { ArticleAnalysis } from '../core/analysis';
import { contains, overlaps, type Span } from '../core/span';
import { hull } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import { type Decisions, standing } from './decisions';
import { mergedAnalysis } from './mergedAnalysis';
import { extent, type Part, type ReviewItem } from './reviewItem';
import { type CorpusSchema, type TypeNames, typeNames } from './schema';
import { type ForeignSuggestion, type Suggestion, suggestionsOf } from './suggestions';

/** A text with suggestions and decisions laid over each other. */
export interface Overlay {
  /** In text order, the longer first; rejected ones too. */
  readonly items: readonly ReviewItem[];
  /** Our analysis as people have decided: what all features show. */
  readonly analysis: ArticleAnalysis;
}

/** What an overlay is made of. */
export interface OverlayInput {
  readonly text: string;
  /** What our detectors found, of exactly this text. */
  readonly analysis: ArticleAnalysis;
  readonly decisions: Decisions;
  readonly schema: CorpusSchema;
  /** Of other detectors. */
  readonly foreign?: readonly ForeignSuggestion[];
  /** Of our detectors. */
  readonly version: string;
}

/**
 * Lays decisions over suggestions. Pure; the decisions must be of the same text. Either part is made when somebody first
 * asks for it: not at every edit, and not while a decision is on its way to the disk.
 */
export function overlay(input: OverlayInput): Overlay {
  let items: readonly ReviewItem[] | undefined;
  let analysis: ArticleAnalysis | undefined;
  return {
    get items() {
      items ??= itemsOf(input);
      return items;
    },
    get analysis() {
      analysis ??= analysisOf(input, () => this.items);
      return analysis;
    },
  };
}

/** Where nothing is decided, the analysis stands as it is. */
function analysisOf(
  { text, analysis, decisions, foreign = [] }: OverlayInput,
  items: () => readonly ReviewItem[],
): ArticleAnalysis {
  if (decisions.document.annotations.length === 0 && foreign.length === 0) return analysis;
  const plain = foreign.length === 0 && items().every((item) => item.annotation === undefined);
  return plain ? analysis : mergedAnalysis(text, analysis, items(), decisions);
}

function itemsOf({ text, analysis, decisions, schema, foreign = [], version }: OverlayInput): readonly ReviewItem[] {
  const names = typeNames(schema);
  const decided = decidedItems(decisions, names);
  const suggestions = suggestionsOf(analysis, text, foreign, version);
  const { open, replaced } = suppress(suggestions, decided, names);
  return [
    ...decided.map((item) => ({ ...item, replaces: replaced.get(item.id) ?? [] })),
    ...open.map((suggestion) => suggestedItem(suggestion, names)),
  ].sort(byPlace);
}

const byPlace = (a: ReviewItem, b: ReviewItem): number => {
  const [left, right] = [extent(a), extent(b)];
  return left.start - right.start || right.end - left.end || (a.id < b.id ? -1 : 1);
};

function suggestedItem(suggestion: Suggestion, names: TypeNames): ReviewItem {
  const { layer, type } = names.of(suggestion);
  const { id, spans, sources, version, score, attributes, cue, speaker } = suggestion;
  return {
    id,
    layer,
    type,
    label: suggestion.type,
    spans,
    status: 'suggested',
    suggestion,
    sources,
    ...(version !== undefined && { version }),
    ...(score !== undefined && { score }),
    attributes,
    replaces: [],
    ...(cue && { cue }),
    ...(speaker && { speaker }),
  };
}

/** The decisions alone as items, for who asks what people have decided and not what is suggested. */
export function decisionItems(decisions: Decisions, schema: CorpusSchema): readonly ReviewItem[] {
  return decidedItems(decisions, typeNames(schema)).map((item) => ({ ...item, replaces: [] }));
}

/** The decisions as items; cue and speaker of a quotation belong to it and are none of their own. */
function decidedItems(decisions: Decisions, names: TypeNames): readonly Omit<ReviewItem, 'replaces'>[] {
  const byId = new Map(decisions.document.annotations.map((annotation) => [annotation.id, annotation]));
  const parts = new Map<string, { cue?: Part; speaker?: Part }>();
  const taken = new Set<string>();
  for (const { type, args } of decisions.document.relations) {
    const [from, to] = [byId.get(args[0]?.target ?? ''), byId.get(args[1]?.target ?? '')];
    if (from === undefined || to === undefined || (type !== 'cue' && type !== 'speaker')) continue;
    parts.set(from.id, { ...parts.get(from.id), [type]: { ...hull(to), annotation: to.id } });
    // a name that speaks is a mention besides; a bare cue or speaker is a part alone
    if (to.layer === 'quote') taken.add(to.id);
  }
  return decisions.document.annotations
    .filter((annotation) => !taken.has(annotation.id))
    .map((annotation): Omit<ReviewItem, 'replaces'> => {
      const mark = decisions.marks.get(annotation.id);
      const { layer, type } = names.of(annotation);
      const source = annotation.source;
      return {
        id: annotation.id,
        layer,
        type,
        label: annotation.type,
        spans: annotation.spans,
        status: mark?.doubtful ? 'doubtful' : standing(annotation),
        annotation,
        sources: source === undefined ? [] : [source],
        ...(annotation.score !== undefined && { score: annotation.score }),
        attributes: annotation.attributes,
        ...(annotation.note !== undefined && { note: annotation.note }),
        ...(mark?.judged && { judged: mark.judged }),
        ...(mark?.doubtful && { was: mark.doubtful }),
        ...parts.get(annotation.id),
      };
    });
}

type Decided = Omit<ReviewItem, 'replaces'>;

/**
 * Which suggestions are still open. A rejection takes away what it rejects: the same layer, type and words. Any other
 * decision takes away suggestions of its layer on the same words and those that cross it; what is nested in it, or
 * around it, stays (dates never nest).
 */
function suppress(
  suggestions: readonly Suggestion[],
  decided: readonly Decided[],
  names: TypeNames,
): { open: readonly Suggestion[]; replaced: ReadonlyMap<string, readonly Suggestion[]> } {
  const index = overlapIndex(decided);
  const replaced = new Map<string, Suggestion[]>();
  const open = suggestions.filter((suggestion) => {
    const place = extent(suggestion);
    const { layer, type } = names.of(suggestion);
    const judge = index(place).find((item) => {
      if (item.layer !== layer) return false;
      const other = extent(item);
      const equal = other.start === place.start && other.end === place.end;
      if (item.status === 'rejected') return equal && item.type === type;
      return equal || layer === 'date' || !(contains(other, place) || contains(place, other));
    });
    if (judge === undefined) return true;
    addTo(replaced, judge.id, suggestion);
    return false;
  });
  return { open, replaced };
}

/** Finds the items that overlap a span, in time that does not grow with those that do not. */
export function overlapIndex<T extends Pick<ReviewItem, 'spans'>>(items: readonly T[]): (span: Span) => readonly T[] {
  const sorted = [...items].sort((a, b) => extent(a).start - extent(b).start);
  const furthest: number[] = [];
  for (const item of sorted) furthest.push(Math.max(furthest.at(-1) ?? 0, extent(item).end));
  return (span) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (extent(sorted[middle] as T).start < span.end) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let i = low - 1; i >= 0 && (furthest[i] as number) > span.start; i--) {
      const item = sorted[i] as T;
      if (overlaps(extent(item), span)) found.push(item);
    }
    return found;
  };
}
