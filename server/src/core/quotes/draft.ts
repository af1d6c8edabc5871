import type { QuotationKind } from '../analysis';
import { partitionPoint } from '../span';
import type { Complement } from './clauses';
import type { CueGroup } from './groups';
import type { Phrase } from './phrases';
import type { Sentence } from './sentences';
import type { Words } from './words';

/** A range of tokens, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Which rule made a quotation; decides between rules, and nothing else reads it. */
export type Rule =
  | 'attribution'
  | 'colon'
  | 'dash'
  | 'floating'
  | 'fragment'
  | 'headline'
  | 'incise'
  | 'incise in marks'
  | 'indirect question'
  | 'infinitive'
  | 'mark'
  | 'marked words'
  | 'noun complement'
  | 'noun cue'
  | 'signature'
  | 'stray'
  | 'that clause';

/** A quotation as one paragraph shows it, before other paragraphs and the article's entities are looked at. */
export interface Draft {
  readonly parts: readonly Range[];
  readonly kind: QuotationKind;
  /** The rule that found it, by the linguistic form it handles. */
  readonly rule: Rule;
  readonly cue?: Range;
  readonly speaker?: Phrase;
  readonly confidence: number;
  /** Index of the stretch that it lies in, or -1. */
  readonly zone: number;
  readonly problem?: 'unclosed' | 'unopened';
}

/** Where rules look: the open text of the paragraph (`stretch` -1) or the inside of one marked stretch. */
export interface Zone extends Range {
  readonly stretch: number;
  readonly sentences: readonly Sentence[];
}

/** What a rule reads and writes. */
export interface Scene {
  readonly words: Words;
  readonly zone: Zone;
  readonly groups: readonly CueGroup[];
  readonly drafts: Draft[];
  /** Stretches that a quotation already uses. */
  readonly used: Set<number>;
  /** Cue groups (by head token) that a quotation already uses. */
  readonly spent: Set<number>;
  /** What each group brings in, once it was looked for: null for nothing. */
  readonly complements: Map<number, Complement | null>;
}

/** A scene without quotations yet. `groups` are those of the zone's own level, in order. */
export function sceneOf(words: Words, zone: Zone, groups: readonly CueGroup[], drafts: Draft[], used: Set<number>): Scene {
  return { words, zone, groups, drafts, used, spent: new Set(), complements: new Map() };
}

/** Index of the first group whose head is at or behind a token. */
export function firstGroup(groups: readonly CueGroup[], token: number): number {
  return partitionPoint(groups, ({ head }) => head < token);
}

/** The groups whose heads lie in a range, in order. */
export function groupsIn(groups: readonly CueGroup[], range: Range): readonly CueGroup[] {
  return groups.slice(firstGroup(groups, range.start), firstGroup(groups, range.end));
}

/** Whether the head of any group lies in a range. */
export function hasGroups(groups: readonly CueGroup[], range: Range): boolean {
  const first = groups[firstGroup(groups, range.start)];
  return first !== undefined && first.head < range.end;
}

/**
 * Those of some tokens (in order) that a rule reads in a range: at the zone's own level, in no stretch that opens there.
 * What {@link nextAt} visits from the range's start, without walking over all that lies between.
 */
export function visited(words: Words, tokens: readonly number[], range: Range, zone: number): number[] {
  const found: number[] = [];
  for (
    let k = partitionPoint(tokens, (token) => token < range.start);
    k < tokens.length && (tokens[k] as number) < range.end;
    k++
  ) {
    const token = tokens[k] as number;
    const { inside, stretches } = words.marks;
    let around = inside[token] as number;
    while (around >= 0 && around !== zone && stretches[around]?.parent !== zone) around = stretches[around]?.parent ?? -1;
    if (around === zone || around < 0 || (stretches[around]?.open ?? 0) < range.start) found.push(token);
  }
  return found;
}

/** The next token at the zone's own level: stretches inside it are stepped over. */
export function nextAt(words: Words, i: number, zone: number): number {
  const stretch = words.opens(i);
  if (stretch !== undefined && stretch.parent === zone && stretch.open === i)
    return Math.min(stretch.close, words.tokens.length - 1) + 1;
  return i + 1;
}

/** The stretches that lie directly in a token range. */
export function stretchesIn(words: Words, start: number, end: number, zone: number): number[] {
  const found: number[] = [];
  for (let i = start; i < end; i = nextAt(words, i, zone)) {
    if (words.opens(i) !== undefined) found.push(words.marks.inside[i] as number);
  }
  return found;
}

/** The words of a stretch, marks excluded. */
export function interior(words: Words, index: number): Range {
  const stretch = words.marks.stretches[index];
  if (stretch === undefined) return { start: 0, end: 0 };
  return { start: stretch.open + 1, end: Math.min(stretch.close, words.tokens.length) };
}
