import type { ArticleAnalysis, TemporalExpression } from '../core/analysis';
import { overlaps, type Span, textSpan } from '../core/span';
import { attribute, extent, type ReviewItem } from './reviewItem';
import { isTimexType } from './schema';
import { intervalOf } from './timexValue';
import { eachInSteps, type InSteps } from './turns';

/** The dates as people have decided. */
export function* mergeDates(
  text: string,
  analysis: ArticleAnalysis,
  items: readonly ReviewItem[],
): InSteps<readonly TemporalExpression[]> {
  const machine = new Map(analysis.dates.map((date) => [spanKey(date), date]));
  const dates: TemporalExpression[] = [];
  yield* eachInSteps(items, (item) => {
    if (item.layer !== 'date' || !isTimexType(item.type)) return;
    const at = extent(item);
    // what is decided goes before what is only suggested, and dates never overlap
    const own = machine.get(spanKey(at));
    const value = attribute(item.attributes, 'value');
    if (own && item.status === 'suggested' && item.annotation === undefined) dates.push(own);
    else if (own && (value === undefined || value === own.value)) dates.push({ ...own, type: item.type });
    else
      dates.push({
        ...textSpan(text, at.start, at.end),
        type: item.type,
        value: value ?? '',
        ...(value !== undefined && intervalOf(value)),
      });
  });
  dates.sort((a, b) => a.start - b.start);
  let last: Span = { start: 0, end: 0 };
  return dates.filter((date) => {
    if (overlaps(last, date)) return false;
    last = date;
    return true;
  });
}

/** A place by which annotations are told apart. */
export const spanKey = (span: Span): string => `${span.start}-${span.end}`;
