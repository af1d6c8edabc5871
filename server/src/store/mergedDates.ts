import type { ArticleAnalysis, TemporalExpression, TimexType } from '../core/analysis';
import { overlaps, type Span, textSpan } from '../core/span';
import { headerOf } from '../formats/analysis/header';
import { attribute, extent, type ReviewItem } from './reviewItem';
import { isTimexType } from './schema';
import { intervalOf } from './timexValue';
import { eachInSteps, type InSteps } from './turns';

/** The dates as people have decided; the header's own, which is none of the items, stays unless somebody decided on it. */
export function* mergeDates(
  text: string,
  analysis: ArticleAnalysis,
  items: readonly ReviewItem[],
): InSteps<readonly TemporalExpression[]> {
  const machine = new Map(analysis.dates.map((date) => [spanKey(date), date]));
  const dates: TemporalExpression[] = [];
  let ofHeader = analysis.dates.filter(headerOf(analysis));
  yield* eachInSteps(items, (item) => {
    if (item.layer !== 'date') return;
    const at = extent(item);
    ofHeader = ofHeader.filter((date) => !overlaps(date, at));
    if (item.status !== 'rejected' && isTimexType(item.type))
      dates.push(mergedDate(text, item, item.type, { found: analysis.dates, at: machine }));
  });
  dates.push(...ofHeader);
  dates.sort((a, b) => a.start - b.start);
  let last: Span = { start: 0, end: 0 };
  return dates.filter((date) => {
    if (overlaps(last, date)) return false;
    last = date;
    return true;
  });
}

/** A date as it is decided; what has no value has the machine's for the same words, or else for words that they share. */
function mergedDate(text: string, item: ReviewItem, type: TimexType, { found, at: machine }: Found): TemporalExpression {
  const at = extent(item);
  // what is decided goes before what is only suggested, and dates never overlap
  const own = machine.get(spanKey(at));
  const value = attribute(item.attributes, 'value');
  if (own && item.status === 'suggested' && item.annotation === undefined) return own;
  if (own && (value === undefined || value === own.value)) return { ...own, type };
  const words = textSpan(text, at.start, at.end);
  if (value !== undefined) return { ...words, type, value, ...intervalOf(value) };
  const near = found.find((date) => overlaps(date, at));
  return near ? { ...near, ...words, type } : { ...words, type, value: '' };
}

/** What the machine found, and where. */
interface Found {
  readonly found: readonly TemporalExpression[];
  readonly at: ReadonlyMap<string, TemporalExpression>;
}

/** A place by which annotations are told apart. */
export const spanKey = (span: Span): string => `${span.start}-${span.end}`;
