import { endOf, startOf } from '../offsets';
import { type AssemblyContext, lastEnd, type PlacedQuotation } from './quotation';

/** What is joined, by paragraph. */
interface Joining {
  readonly context: AssemblyContext;
  readonly found: readonly PlacedQuotation[];
  /** Made for the first quotation that is left open: most articles have none. */
  byParagraph: Map<number, PlacedQuotation[]> | undefined;
  /** Quotations that are parts of an earlier one. */
  readonly absorbed: Set<PlacedQuotation>;
}

// Further than this an opening mark without a closing one is a slip, not a quotation over paragraphs.
const MAX_PARAGRAPHS = 12;

/** Joins quotations over several paragraphs, whether each of them repeats the opening mark or not. */
export function joinParagraphs(found: readonly PlacedQuotation[], context: AssemblyContext): readonly PlacedQuotation[] {
  const { scans } = context;
  const joining: Joining = { context, found, byParagraph: undefined, absorbed: new Set() };
  for (let index = 0; index + 1 < scans.length; index++) {
    const open = unclosedAtEnd(joining, index);
    if (open === undefined) continue;
    const limit = Math.min(scans.length, index + MAX_PARAGRAPHS);
    for (let next = index + 1; next < limit; next++) if (!takesUp(joining, open, next, limit)) break;
  }
  return joining.absorbed.size > 0 ? found.filter((item) => !joining.absorbed.has(item)) : found;
}

function inParagraph(joining: Joining, paragraph: number): PlacedQuotation[] {
  if (joining.byParagraph === undefined) {
    joining.byParagraph = new Map();
    for (const item of joining.found) listOf(joining.byParagraph, item.paragraph).push(item);
  }
  return listOf(joining.byParagraph, paragraph);
}

function listOf(byParagraph: Map<number, PlacedQuotation[]>, paragraph: number): PlacedQuotation[] {
  const list = byParagraph.get(paragraph) ?? [];
  byParagraph.set(paragraph, list);
  return list;
}

/** The direct quotation whose mark a paragraph leaves open: its last span ends with the paragraph. */
function unclosedAtEnd(joining: Joining, paragraph: number): PlacedQuotation | undefined {
  const { document, scans } = joining.context;
  const words = scans[paragraph]?.words;
  const last = words?.marks.spans.findLast(({ parent }) => parent === -1);
  if (words === undefined || last === undefined || last.closed || last.close < words.tokens.length) return undefined;
  const end = document.paragraphs[paragraph]?.end ?? 0;
  return inParagraph(joining, paragraph).findLast((item) => item.kind === 'direct' && Math.abs(lastEnd(item) - end) < 2);
}

/**
 * Joins what belongs to an open quotation in a paragraph after it.
 * @param limit - the first paragraph too far on
 * @returns whether it may go on in the next paragraph
 */
function takesUp(joining: Joining, open: PlacedQuotation, paragraph: number, limit: number): boolean {
  const { document, scans } = joining.context;
  const scan = scans[paragraph];
  const place = document.paragraphs[paragraph];
  // old books open marks for a whole dialogue and mark its turns by dashes
  if (scan === undefined || place === undefined || scan.turn !== undefined) return false;
  const { spans, unopened } = scan.words.marks;
  const first = spans[0];
  if (first?.open === 0) return takesUpRepeatedMark(joining, open, paragraph, first.closed ? 'closed' : 'open');
  const closing = unopened[0];
  if (closing !== undefined && (first === undefined || first.open >= closing)) {
    closeIn(joining, open, paragraph, closing);
    return false;
  }
  const isClosedLater = first === undefined && scans.slice(paragraph, limit).some(({ words }) => words.marks.unopened.length > 0);
  if (isClosedLater) open.spans.push([place.start, place.end]);
  return isClosedLater;
}

/** The quotation goes on in a paragraph that opens with the mark again. */
function takesUpRepeatedMark(joining: Joining, open: PlacedQuotation, paragraph: number, mark: 'open' | 'closed'): boolean {
  const { absorbed, context } = joining;
  const words = context.scans[paragraph]?.words;
  const base = context.document.paragraphs[paragraph]?.start ?? 0;
  const start = base + (words === undefined ? 0 : startOf(words, 1));
  const here = inParagraph(joining, paragraph);
  const follower = here.find((item) => item !== open && !absorbed.has(item) && item.spans[0]?.[0] === start);
  if (follower === undefined) return false;
  for (const span of follower.spans) open.spans.push(span);
  if (open.speaker === undefined && follower.speaker !== undefined) open.speaker = follower.speaker;
  if (open.cue === undefined && follower.cue !== undefined) open.cue = follower.cue;
  absorbed.add(follower);
  here.push(open);
  if (mark === 'open') return true;
  delete open.problem;
  return false;
}

/** The quotation ends at the closing mark of a paragraph that opens none before it. */
function closeIn(joining: Joining, open: PlacedQuotation, paragraph: number, closing: number): void {
  const { absorbed, context } = joining;
  const words = context.scans[paragraph]?.words;
  const start = context.document.paragraphs[paragraph]?.start ?? 0;
  open.spans.push([start, start + (words === undefined ? 0 : endOf(words, closing - 1))]);
  const reported = inParagraph(joining, paragraph).find((item) => item !== open && item.spans[0]?.[0] === start);
  if (reported?.speaker !== undefined && open.speaker === undefined) {
    open.speaker = reported.speaker;
    if (reported.cue) open.cue = reported.cue;
    delete open.inherits;
  }
  if (reported !== undefined) absorbed.add(reported);
  delete open.problem;
}
