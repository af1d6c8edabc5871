import { isCalendarDay, isoDate } from './dates/calendar';
import { findDates } from './dates/index';
import { findDatelines, type Placed } from './dates/resolve/dateline';
import { parsePoint } from './dates/resolve/point';
import type { DocumentView } from './document';
import type { Span } from './span';
import { dateFromName, type Header } from './structure/header';

/** A date that could be the article's. */
export interface ArticleDateCandidate {
  /** EDTF to the year, month or day. */
  readonly date: string;
  /** Where it is from: the header, a dateline (PARIS, 3 mars), a line that says when it was published, the file's name. */
  readonly origin: 'header' | 'dateline' | 'published' | 'fileName';
  /** Where in the text it stands. */
  readonly span?: Span;
}

/**
 * The dates that an article's text and name offer for its own, likeliest first, each once: the header's, or the days of
 * datelines within the header's month before it; other datelines; the name's. A name like `04-03-2017` offers both readings.
 *
 * @param document - its first paragraphs are enough; its own date is not looked at.
 * @param header - its date as EDTF, a date in words read already.
 */
export function articleDates(
  document: DocumentView,
  header: Header | null,
  file: string | undefined,
  pack: DatePackOf,
): readonly ArticleDateCandidate[] {
  const placed = document.paragraphs.flatMap((paragraph): Omit<Placed, 'place'>[] =>
    findDates(paragraph.view, pack.dates).map((candidate) => ({
      candidate,
      start: candidate.start + paragraph.start,
      end: candidate.end + paragraph.start,
    })),
  );
  const named = file === undefined ? [] : datesOfName(file);
  const known = parsePoint(header?.date ?? named[0] ?? '');
  const lineOf = (point: typeof known): ArticleDateCandidate[] =>
    findDatelines(document, placed, point).map(({ start, end, point: { value }, origin }) => ({
      date: value,
      origin,
      span: { start, end },
    }));
  const head: ArticleDateCandidate[] =
    header?.date == null ? [] : [{ date: header.date, origin: 'header', ...(header.dateSpan && { span: header.dateSpan }) }];
  const within = known === null || known.grain === 'D' ? [] : lineOf(known);
  const all = [...within, ...head, ...lineOf(null), ...named.map((date) => ({ date, origin: 'fileName' }) as const)];
  return all.filter(({ date }, index) => all.findIndex((other) => other.date === date) === index);
}

type DatePackOf = { readonly dates: Parameters<typeof findDates>[1] };

const DAY_FIRST = /(?<!\d)(\d\d?)([-_.])(\d\d?)\2((?:18|19|20)\d\d)(?!\d)/;

/** The dates that a file's name or folders may bear; with the day first, both readings where both are days. */
function datesOfName(file: string): readonly string[] {
  const sure = dateFromName(file);
  if (sure !== null && parsePoint(sure) !== null) return [sure];
  const match = DAY_FIRST.exec(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
  if (match === null) return [];
  const [year, first, second] = [Number(match[4]), Number(match[1]), Number(match[3])];
  const readings = [
    [second, first],
    [first, second],
  ] as const;
  const dates = readings
    .filter(([month, day]) => isCalendarDay(year, month, day))
    .map(([month, day]) => isoDate(year, month, day));
  return [...new Set(dates)];
}
