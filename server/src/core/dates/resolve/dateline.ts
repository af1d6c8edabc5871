import type { DocumentView, PlacedParagraph } from '../../document';
import type { Span } from '../../span';
import type { DateCandidate } from '../expression';
import { emptyContext } from './context';
import { resolveMeaning } from './meaning';
import type { Point } from './point';

/** Where a paragraph stands in the present version of its document; the same object in each of its versions. */
export interface Place {
  /** Where it begins in the document. */
  base: number;
  readonly text: string;
}

/** A stretch of a paragraph; offsets count from its start. */
export interface Said extends Span {
  readonly place: Place;
}

/** A candidate at its place in the document. */
export interface Placed {
  readonly candidate: DateCandidate;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** A day that an article says of itself at its head; the span is the date's own. */
export interface Dateline extends Span {
  readonly point: Point;
  /** A line that says when it was published (Publié le 8 janvier 2016), or place and day before the text. */
  readonly origin: 'dateline' | 'published';
}

/** How far into an article a dateline stands at most, in code units. */
export const REACH = 300;
const LONGEST_LINE = 60;
/** `MOSCOU, le`: what may stand on a line before the day. */
const PLACE_BEFORE = /^\p{Lu}[^.!?\d]{0,30},\s*(?:\p{L}{1,4}\s+)?$/u;
/** What stands before the day in a dateline, not in a line that says when something was published. */
const DAY_NEXT = /(?:^|[,(–—-])\s*(?:\p{L}{1,4}\s+)?$/u;

/**
 * The days at an article's head that are its own: a dateline (8 janvier 2016. – …; MOSCOU, 12 janvier) or a line that tells
 * when it was published. A day without its year counts where the year or month is known otherwise.
 *
 * @param known - the document's own date; days that lie outside it are left out.
 */
export function findDatelines(
  document: DocumentView,
  placed: readonly Omit<Placed, 'place'>[],
  known: Point | null,
): readonly Dateline[] {
  const from = document.paragraphs[0]?.start ?? 0;
  const found: Dateline[] = [];
  for (const item of placed) {
    if (item.start - from > REACH) break;
    const { meaning } = item.candidate;
    if (meaning.kind !== 'calendar' || meaning.month === undefined || meaning.day === undefined || meaning.bce) continue;
    if (meaning.year === undefined && known === null) continue;
    const origin = originOf(document, item, meaning.year === undefined || known !== null);
    if (origin === undefined) continue;
    const { point } = resolveMeaning(meaning, { ...emptyContext(false), document: known });
    if (point?.grain !== 'D' || !point.exact) continue;
    if (known !== null && (point.earliest < known.earliest || known.latest < point.latest)) continue;
    found.push({ start: item.start, end: item.end, point, origin });
  }
  return found;
}

/** @param isStrict - whether only lines of their own count: where the date is known already, one in running text is not a dateline. */
function originOf(document: DocumentView, { start, end }: Span, isStrict: boolean): Dateline['origin'] | undefined {
  const byline = document.structure.find((block) => block.role === 'byline' && block.start <= start && end <= block.end);
  if (byline !== undefined) return DAY_NEXT.test(document.text.slice(byline.start, start)) ? 'dateline' : 'published';
  const paragraph = document.paragraphs.find((p) => p.start <= start && end <= p.end);
  if (paragraph !== undefined && isLine(document.text, paragraph, start, end)) return 'dateline';
  const after = document.text.slice(end, end + 8);
  return !isStrict && (/^\s*[.,)]?\s*[–—-]\s/u.test(after) || /^\)?\s*[:|–—]/u.test(after)) ? 'dateline' : undefined;
}

/** A line that is the day, perhaps with a place before it. */
function isLine(text: string, paragraph: PlacedParagraph, start: number, end: number): boolean {
  if (paragraph.end !== end || end - paragraph.start > LONGEST_LINE) return false;
  return paragraph.start === start || PLACE_BEFORE.test(text.slice(paragraph.start, start));
}
