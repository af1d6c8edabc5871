import type { ArticleAnalysis } from '../core/analysis';
import type { LearntChange } from '../core/learning/changes';
import { contains, overlaps, type Span } from '../core/span';
import { datesInText } from '../formats/analysis/header';
import { hull } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import { type Decisions, standing } from './decisions';
import { mergedAnalysis } from './mergedAnalysis';
import { extent, type Part, type ReviewItem } from './reviewItem';
import { type CorpusSchema, type TypeNames, typeNames } from './schema';
import { type ForeignSuggestion, type Suggestion, suggestionsOf } from './suggestions';
import { atOnce, eachInSteps, filterInSteps, flatMapInSteps, type InSteps } from './turns';

/** A text with suggestions and decisions laid over each other. */
export interface Overlay {
  /** In text order, the longer first; rejected ones too. */
  readonly items: readonly ReviewItem[];
  /** Our analysis as people have decided: what all features show. */
  readonly analysis: ArticleAnalysis;
  /**
   * Where nobody has decided on anything and no other detector has spoken: how many suggestions each layer has, which is
   * known without making the items.
   */
  readonly undecided?: ReadonlyMap<string, number> | undefined;
  /** Where so much is decided that others are to have their turns: makes both a step at a time, before somebody asks. */
  readonly making?: InSteps<void> | undefined;
}

/** From so many decisions on, what is shown takes more than some milliseconds. */
const MANY = 1_500;

/** What an overlay is made of. */
export interface OverlayInput {
  readonly text: string;
  /** What our detectors found, of exactly this text. */
  readonly analysis: ArticleAnalysis;
  readonly decisions: Decisions;
  readonly schema: CorpusSchema;
  /** Of other detectors. */
  readonly foreign?: readonly ForeignSuggestion[];
  /** What was learnt from decisions, of exactly this text. */
  readonly learnt?: readonly LearntChange[];
  /** Of our detectors. */
  readonly version: string;
}

/** What is shown where the schema wants no suggestions: what people decided alone. */
function withoutSuggestions(input: OverlayInput): OverlayInput {
  return {
    ...input,
    foreign: [],
    learnt: [],
    analysis: { ...input.analysis, entities: [], dates: [], quotes: [], entityIndex: [] },
  };
}

/**
 * Lays decisions over suggestions. Pure; the decisions must be of the same text. Either part is made when somebody first
 * asks for it: not at every edit, and not while a decision is on its way to the disk.
 */
export function overlay(given: OverlayInput): Overlay {
  const input = given.schema.suggestions === false ? withoutSuggestions(given) : given;
  let items: readonly ReviewItem[] | undefined;
  let analysis: ArticleAnalysis | undefined;
  let counts: ReadonlyMap<string, number> | undefined;
  function* make(): InSteps<void> {
    items = yield* itemsOf(input);
    analysis = yield* analysisOf(input, items);
  }
  const making = make();
  const until = <T>(made: () => T | undefined): T => {
    for (;;) {
      const found = made();
      if (found !== undefined) return found;
      // it threw before
      if (making.next().done && made() === undefined) throw new Error('overlay');
    }
  };
  return {
    get items() {
      return until(() => items);
    },
    get analysis() {
      if (isUndecided(input)) return input.analysis;
      return until(() => analysis);
    },
    get undecided() {
      if (isUndecided(input)) counts ??= countByLayer(input);
      return counts;
    },
    making: input.decisions.document.annotations.length < MANY ? undefined : making,
  };
}

/** Where nothing is decided, the analysis stands as it is. */
export const isUndecided = ({
  decisions,
  foreign = [],
  learnt = [],
}: Pick<OverlayInput, 'decisions' | 'foreign' | 'learnt'>): boolean =>
  decisions.document.annotations.length === 0 && foreign.length === 0 && learnt.length === 0;

/** How many items each layer has where all are suggestions of our own: as many as {@link itemsOf} makes. */
function countByLayer({ analysis, schema }: OverlayInput): ReadonlyMap<string, number> {
  const names = typeNames(schema);
  const counts = new Map<string, number>();
  const count = (layer: string, type: string): void => {
    const shown = names.of({ layer, type }).layer;
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  };
  for (const mention of analysis.entities) count('entity', mention.type);
  for (const date of datesInText(analysis)) count('date', date.type);
  for (const quote of analysis.quotes) if (quote.spans.length > 0) count('quote', quote.kind);
  return counts;
}

function* analysisOf(input: OverlayInput, items: readonly ReviewItem[]): InSteps<ArticleAnalysis> {
  const { text, analysis, decisions, foreign = [], learnt = [] } = input;
  const plain = foreign.length === 0 && learnt.length === 0 && items.every((item) => item.annotation === undefined);
  return plain ? analysis : yield* mergedAnalysis(text, analysis, items, decisions);
}

function* itemsOf(input: OverlayInput): InSteps<readonly ReviewItem[]> {
  const { text, analysis, decisions, schema, foreign = [], learnt = [], version } = input;
  const names = typeNames(schema);
  const decided = yield* decidedItems(decisions, names);
  const suggestions = suggestionsOf(analysis, text, { foreign, learnt, version });
  yield;
  const { open, replaced } = yield* suppress(suggestions, decided, names);
  const items: ReviewItem[] = [];
  yield* eachInSteps(decided, (item) => items.push({ ...item, replaces: replaced.get(item.id) ?? [] }));
  yield* eachInSteps(open, (suggestion) => items.push(suggestedItem(suggestion, names)));
  return inPlace(items);
}

/** In text order, the longer first. */
function inPlace(items: ReviewItem[]): readonly ReviewItem[] {
  return items.sort((a, b) => first(a) - first(b) || last(b) - last(a) || (a.id < b.id ? -1 : 1));
}

const first = (item: Pick<ReviewItem, 'spans'>): number => item.spans[0]?.start ?? 0;
const last = (item: Pick<ReviewItem, 'spans'>): number => item.spans[item.spans.length - 1]?.end ?? 0;

const REPLACES_NOTHING: readonly Suggestion[] = [];

/** Without spreads: there are thousands of these, and an object that is put together from parts takes many times longer to make. */
function suggestedItem(suggestion: Suggestion, names: TypeNames): ReviewItem {
  const { layer, type } = names.of(suggestion);
  const item: { -readonly [Key in keyof ReviewItem]: ReviewItem[Key] } = {
    id: suggestion.id,
    layer,
    type,
    label: suggestion.type,
    spans: suggestion.spans,
    status: 'suggested',
    suggestion,
    sources: suggestion.sources,
    attributes: suggestion.attributes,
    replaces: REPLACES_NOTHING,
  };
  if (suggestion.version !== undefined) item.version = suggestion.version;
  if (suggestion.score !== undefined) item.score = suggestion.score;
  if (suggestion.cue) item.cue = suggestion.cue;
  if (suggestion.speaker) item.speaker = suggestion.speaker;
  return item;
}

/** The decisions alone as items, for who asks what people have decided and not what is suggested. */
export function decisionItems(decisions: Decisions, schema: CorpusSchema): readonly ReviewItem[] {
  return atOnce(decidedItems(decisions, typeNames(schema))).map((item) => ({ ...item, replaces: [] }));
}

/** The decisions as items; cue and speaker of a quotation belong to it and are none of their own. */
function* decidedItems(decisions: Decisions, names: TypeNames): InSteps<readonly Decided[]> {
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
  return yield* flatMapInSteps(decisions.document.annotations, (annotation): readonly Decided[] => {
    if (taken.has(annotation.id)) return [];
    const mark = decisions.marks.get(annotation.id);
    const { layer, type } = names.of(annotation);
    const source = annotation.source;
    return [
      {
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
        ...(mark?.signed && { signed: mark.signed }),
        ...(mark?.doubtful && { was: mark.doubtful }),
        ...parts.get(annotation.id),
      },
    ];
  });
}

type Decided = Omit<ReviewItem, 'replaces'>;

/**
 * Which suggestions are still open. A rejection takes away what it rejects: the same layer, type and words. Any other
 * decision takes away suggestions of its layer on the same words and those that cross it; what is nested in it, or
 * around it, stays (dates never nest).
 */
function* suppress(
  suggestions: readonly Suggestion[],
  decided: readonly Decided[],
  names: TypeNames,
): InSteps<{ open: readonly Suggestion[]; replaced: ReadonlyMap<string, readonly Suggestion[]> }> {
  const replaced = new Map<string, Suggestion[]>();
  if (decided.length === 0) return { open: suggestions, replaced };
  const index = overlapIndex(decided);
  const open = yield* filterInSteps(suggestions, (suggestion) => {
    const place = extent(suggestion);
    const near = index(place);
    if (near.length === 0) return true;
    const { layer, type } = names.of(suggestion);
    const judge = near.find((item) => {
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

/** Finds the items that overlap a span (so many at most), in time that does not grow with those that do not. */
export function overlapIndex<T extends Pick<ReviewItem, 'spans'>>(
  items: readonly T[],
): (span: Span, atMost?: number) => readonly T[] {
  const sorted = [...items].sort((a, b) => first(a) - first(b));
  const furthest: number[] = [];
  for (const item of sorted) furthest.push(Math.max(furthest.at(-1) ?? 0, last(item)));
  return (span, atMost = Number.POSITIVE_INFINITY) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (first(sorted[middle] as T) < span.end) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let i = low - 1; i >= 0 && (furthest[i] as number) > span.start && found.length < atMost; i--) {
      const item = sorted[i] as T;
      if (overlaps(extent(item), span)) found.push(item);
    }
    return found;
  };
}
