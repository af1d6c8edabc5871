import { overlaps } from '../core/span';
import { type Annotation, hull } from '../formats/annotationDocument';
import type { Decisions } from './decisions';
import { labelKey } from './labels';
import { type MergeResult, mergeDecisions } from './merge';
import type { SidecarFiles } from './sidecars';

/** What the two sides of a merge by git have of an article's files, and what they had before where git says so (diff3). */
export interface ConflictSides {
  readonly ours: SidecarFiles;
  readonly theirs: SidecarFiles;
  readonly base?: SidecarFiles;
  /** Which file has the first mark, and on which line. */
  readonly at: { readonly file: 'ann' | 'review'; readonly line: number };
}

/** Takes files with git's conflict marks apart. Undefined where there are none, or they are not as git writes them. */
export function conflictSides({ ann, review }: SidecarFiles): ConflictSides | undefined {
  const [annParts, reviewParts] = [partsOf(ann), partsOf(review)];
  if (annParts === 'broken' || reviewParts === 'broken') return undefined;
  const [inAnn, inReview] = [annParts.line, reviewParts.line];
  const line = inAnn ?? inReview;
  if (line === undefined) return undefined;
  const hasBase = [annParts, reviewParts].every((parts) => parts.line === undefined || parts.base !== undefined);
  const side = (name: 'ours' | 'theirs'): SidecarFiles => ({ ann: annParts[name], review: reviewParts[name] });
  return {
    ours: side('ours'),
    theirs: side('theirs'),
    ...(hasBase && { base: { ann: annParts.base ?? ann, review: reviewParts.base ?? review } }),
    at: { file: inAnn === undefined ? 'review' : 'ann', line },
  };
}

interface Parts {
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly base?: string;
  /** Of the first mark, from 1. */
  readonly line?: number;
}

const MARK = /^(?:<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$))/;
/** Which part each mark may follow, and which it begins. */
const NEXT: Readonly<Record<string, { readonly after: readonly string[]; readonly begins: string }>> = {
  '<': { after: ['all'], begins: 'ours' },
  '|': { after: ['ours'], begins: 'base' },
  '=': { after: ['ours', 'base'], begins: 'theirs' },
  '>': { after: ['theirs'], begins: 'all' },
};

function partsOf(content: string | undefined): Parts | 'broken' {
  if (content === undefined) return { ours: undefined, theirs: undefined };
  const lines = placed(content.match(/[^\n]*\n|[^\n]+$/g) ?? []);
  if (lines === undefined) return 'broken';
  const marks = lines.filter(({ mark }) => mark !== undefined);
  const [first] = marks;
  if (!first) return { ours: content, theirs: content };
  const side = (name: string): string =>
    lines.flatMap(({ line, part, mark }) => (mark === undefined && (part === 'all' || part === name) ? [line] : [])).join('');
  const times = (mark: string): number => marks.filter((one) => one.mark === mark).length;
  const hasBase = times('|') === times('=');
  return { ours: side('ours'), theirs: side('theirs'), line: lines.indexOf(first) + 1, ...(hasBase && { base: side('base') }) };
}

interface PlacedLine {
  readonly line: string;
  /** What it is in, or begins: one of the sides, what was before, or all. */
  readonly part: string;
  readonly mark?: string;
}

/** Lines with what they stand in; undefined where the marks are not in git's order. */
function placed(lines: readonly string[]): readonly PlacedLine[] | undefined {
  const result: PlacedLine[] = [];
  let part = 'all';
  for (const line of lines) {
    const bare = line.replace(/\r?\n$/, '');
    const mark = MARK.test(bare) ? bare.charAt(0) : undefined;
    if (mark !== undefined) {
      const next = NEXT[mark];
      if (!next?.after.includes(part)) return undefined;
      part = next.begins;
    }
    result.push({ line, part, ...(mark !== undefined && { mark }) });
  }
  return part === 'all' ? result : undefined;
}

/**
 * Merges what both sides decided. Where it is not known what they had before, that is what both have; an annotation that both
 * have on the same words and say different things of is a conflict; what one side alone has is kept.
 *
 * @param base - what both had before, as git tells it.
 */
export function mergeSides(ours: Decisions, theirs: Decisions, base: Decisions = shared(ours, theirs)): MergeResult {
  return mergeDecisions(base, ours, theirs);
}

function shared(ours: Decisions, theirs: Decisions): Decisions {
  const other = new Map(theirs.document.annotations.map((annotation) => [annotation.id, annotation]));
  const annotations = ours.document.annotations.flatMap((annotation): readonly Annotation[] => {
    const same = other.get(annotation.id);
    if (same === undefined) return [];
    if (JSON.stringify(same) === JSON.stringify(annotation)) return [annotation];
    // neither side has it so: both have changed it
    return overlaps(hull(same), hull(annotation)) ? [{ ...annotation, type: '', attributes: {} }] : [];
  });
  const inBoth = <T extends { readonly id: string }>(own: readonly T[], others: readonly T[]): readonly T[] => {
    const known = new Set(others.map((item) => JSON.stringify(item)));
    return own.filter((item) => known.has(JSON.stringify(item)));
  };
  const labels = new Set((theirs.labels ?? []).map(labelKey));
  const known = (ours.labels ?? []).filter((label) => labels.has(labelKey(label)));
  const { outcome: _outcome, labels: _labels, ...rest } = ours;
  return {
    ...rest,
    document: {
      ...ours.document,
      annotations,
      relations: inBoth(ours.document.relations, theirs.document.relations),
      groups: inBoth(ours.document.groups, theirs.document.groups),
    },
    lost: ours.lost.filter((item) => theirs.lost.some((same) => JSON.stringify(same) === JSON.stringify(item))),
    alone: new Set([...ours.alone].filter((id) => theirs.alone.has(id))),
    ...(known.length > 0 && { labels: known }),
  };
}
