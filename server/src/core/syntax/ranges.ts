import { partitionPoint } from '../span';
import type { ParagraphWords } from './paragraphWords';
import type { Sentence } from './sentences';
import type { VerbGroup } from './verbGroups';

/** A range of tokens, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where rules look: the open text of the paragraph (`stretch` -1) or the inside of one marked stretch. */
export interface Zone extends Range {
  readonly span: number;
  readonly sentences: readonly Sentence[];
}

/** Index of the first group whose head is at or after a token. */
export function firstGroup(groups: readonly VerbGroup[], token: number): number {
  return partitionPoint(groups, ({ head }) => head < token);
}

/** The groups whose heads lie in a range, in order. */
export function groupsIn(groups: readonly VerbGroup[], range: Range): readonly VerbGroup[] {
  return groups.slice(firstGroup(groups, range.start), firstGroup(groups, range.end));
}

/**
 * Those of some tokens (in order) that a rule reads in a range: at the zone's own level, in no stretch that opens there.
 * What {@link nextAt} visits from the range's start, without walking over all that lies between.
 */
export function visited(words: ParagraphWords, tokens: readonly number[], range: Range, zone: number): number[] {
  const found: number[] = [];
  for (
    let k = partitionPoint(tokens, (token) => token < range.start);
    k < tokens.length && (tokens[k] as number) < range.end;
    k++
  ) {
    const token = tokens[k] as number;
    const { inside, spans } = words.marks;
    let around = inside[token] as number;
    while (around >= 0 && around !== zone && spans[around]?.parent !== zone) around = spans[around]?.parent ?? -1;
    if (around === zone || around < 0 || (spans[around]?.open ?? 0) < range.start) found.push(token);
  }
  return found;
}

/** The next token at the zone's own level: stretches inside it are stepped over. */
export function nextAt(words: ParagraphWords, i: number, zone: number): number {
  const stretch = words.opens(i);
  if (stretch !== undefined && stretch.parent === zone && stretch.open === i)
    return Math.min(stretch.close, words.tokens.length - 1) + 1;
  return i + 1;
}

/** The stretches that lie directly in a token range. */
export function quotedSpansIn(words: ParagraphWords, start: number, end: number, zone: number): number[] {
  const found: number[] = [];
  for (let i = start; i < end; i = nextAt(words, i, zone)) {
    if (words.opens(i) !== undefined) found.push(words.marks.inside[i] as number);
  }
  return found;
}

/** The words of a stretch, marks excluded. */
export function interior(words: ParagraphWords, index: number): Range {
  const stretch = words.marks.spans[index];
  if (stretch === undefined) return { start: 0, end: 0 };
  return { start: stretch.open + 1, end: Math.min(stretch.close, words.tokens.length) };
}
