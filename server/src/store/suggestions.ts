import type { ArticleAnalysis } from '../core/analysis';
import type { LearntChange } from '../core/learning/changes';
import type { Span } from '../core/span';
import { headerOf } from '../formats/analysis/header';
import type { Attributes } from '../formats/annotationDocument';
import { type Draft, withLearnt } from './learntSuggestions';

/** What a detector proposes. Never stored: it is found again whenever it is wanted. */
export interface Suggestion {
  /** The same as long as its words, type and its place among equal ones are: for lists that are shown again after an edit. */
  readonly id: string;
  readonly layer: string;
  readonly type: string;
  /** At least one, in text order. */
  readonly spans: readonly Span[];
  /** Between 0 and 1. */
  readonly score?: number;
  readonly attributes: Attributes;
  /** Who proposes it; several where detectors agree. */
  readonly sources: readonly string[];
  readonly version?: string;
  /** Of a quotation. */
  readonly cue?: Span;
  readonly speaker?: Span;
  /** Where our own analysis has it: which list, and the index in it. */
  readonly origin?: { readonly list: 'entities' | 'dates' | 'quotes'; readonly index: number };
  /** Why it is suggested so, where that was learnt from decisions. */
  readonly because?: LearntChange['because'];
}

/** What our own detectors are called in decisions. */
const OWN_SOURCE = 'corpus-annotator';

/** What another detector found; it becomes suggestions beside ours. */
export interface ForeignSuggestion {
  readonly layer: string;
  readonly type: string;
  readonly spans: readonly Span[];
  readonly score?: number;
  readonly attributes?: Attributes;
  readonly source: string;
  readonly version?: string;
}

/** What was last asked of an analysis: after a decision, the same is asked again. */
const lastAsked = new WeakMap<
  ArticleAnalysis,
  {
    readonly text: string;
    readonly foreign: readonly ForeignSuggestion[];
    readonly learnt: readonly LearntChange[];
    readonly version: string;
    readonly suggestions: readonly Suggestion[];
  }
>();

/** What suggestions are made of beside the analysis. */
export interface SuggestedBy {
  /** What other detectors found. */
  readonly foreign: readonly ForeignSuggestion[];
  /** What was learnt from decisions; see {@link withLearnt}. */
  readonly learnt: readonly LearntChange[];
  /** Of our detectors. */
  readonly version: string;
}

/**
 * All suggestions for a text: ours, then those of other detectors. Where one says just what another has said they become
 * one suggestion with both as its sources and the higher score. A date in the header says when the article is of and is
 * nothing to decide on.
 */
export function suggestionsOf(analysis: ArticleAnalysis, text: string, by: SuggestedBy): readonly Suggestion[] {
  const last = lastAsked.get(analysis);
  const isSame = last !== undefined && isSameList(last.foreign, by.foreign) && isSameList(last.learnt, by.learnt);
  if (isSame && last.text === text && last.version === by.version) return last.suggestions;
  const suggestions = suggest(analysis, text, by);
  lastAsked.set(analysis, { text, ...by, suggestions });
  return suggestions;
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === 0 && b.length === 0);

function suggest(analysis: ArticleAnalysis, text: string, { foreign, learnt, version }: SuggestedBy): readonly Suggestion[] {
  const drafts = withLearnt(ownDrafts(analysis, version), learnt);
  if (foreign.length > 0) addForeign(drafts, foreign);
  const inHeader = headerOf(analysis);
  const ordered = drafts
    .filter(({ layer, spans }) => spans.length > 0 && !(layer === 'date' && spans.every(inHeader)))
    .sort((a, b) => start(a) - start(b));
  nameAll(ordered, text);
  return ordered;
}

function ownDrafts(analysis: ArticleAnalysis, version: string): Draft[] {
  const drafts: Draft[] = [];
  const sources = [OWN_SOURCE];
  for (const [index, mention] of analysis.entities.entries())
    drafts.push({
      id: '',
      layer: 'entity',
      type: mention.type,
      spans: [{ start: mention.start, end: mention.end }],
      score: mention.confidence,
      attributes: {},
      sources,
      version,
      origin: { list: 'entities', index },
    });
  for (const [index, date] of analysis.dates.entries())
    drafts.push({
      id: '',
      layer: 'date',
      type: date.type,
      spans: [{ start: date.start, end: date.end }],
      attributes: date.mod === undefined ? { value: date.value } : { value: date.value, mod: date.mod },
      sources,
      version,
      origin: { list: 'dates', index },
    });
  for (const [index, quote] of analysis.quotes.entries())
    drafts.push({
      id: '',
      layer: 'quote',
      type: quote.kind,
      spans: quote.spans.map(([start, end]) => ({ start, end })),
      score: quote.confidence,
      attributes: quote.speakerName === undefined ? {} : { speakerName: quote.speakerName },
      sources,
      version,
      ...(quote.cue && { cue: { start: quote.cue.start, end: quote.cue.end } }),
      ...(quote.speaker && { speaker: { start: quote.speaker.start, end: quote.speaker.end } }),
      origin: { list: 'quotes', index },
    });
  return drafts;
}

/** Adds what other detectors found; where one says just what another has said, that one gets it as a further source. */
function addForeign(drafts: Draft[], foreign: readonly ForeignSuggestion[]): void {
  const known = new Map(drafts.map((draft, i) => [identity(draft), i]));
  for (const { source, attributes = {}, ...rest } of foreign) {
    const at = known.get(identity(rest));
    const same = at === undefined ? undefined : drafts[at];
    if (same === undefined || at === undefined) {
      known.set(identity(rest), drafts.length);
      drafts.push({ id: '', ...rest, attributes, sources: [source] });
    } else {
      const score =
        same.score === undefined ? rest.score : rest.score === undefined ? same.score : Math.max(same.score, rest.score);
      drafts[at] = { ...same, sources: [...new Set([...same.sources, source])], ...(score !== undefined && { score }) };
    }
  }
}

/** Gives all their names; of those with the same layer, type and words each its number. */
function nameAll(ordered: readonly Draft[], text: string): void {
  const seen = new Map<string, { readonly hash: string; count: number }>();
  for (const draft of ordered) {
    const name = `${draft.layer}/${draft.type}/${wordsOf(text, draft.spans)}`;
    let same = seen.get(name);
    if (same === undefined) {
      same = { hash: hash(name), count: 0 };
      seen.set(name, same);
    }
    same.count++;
    draft.id = `s${same.hash}.${same.count}`;
  }
}

function wordsOf(text: string, spans: readonly Span[]): string {
  const [first] = spans;
  return first !== undefined && spans.length === 1
    ? text.slice(first.start, first.end)
    : spans.map((span) => text.slice(span.start, span.end)).join('|');
}

const start = (draft: Pick<Suggestion, 'spans'>): number => draft.spans[0]?.start ?? 0;

const identity = ({ layer, type, spans }: Pick<Suggestion, 'layer' | 'type' | 'spans'>): string =>
  `${layer}/${type}@${spans.map((span) => `${span.start}-${span.end}`).join(',')}`;

/** A short name for words: 53 bits, enough for the few thousand that one article has. */
function hash(words: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
