import { isoDay } from '../calendar';
import type { Meaning } from '../expression';
import { resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { FEASTS, LONG_FEASTS } from './feasts';
import { dayPoint, monthPoint, type Point, startOf, yearPoint } from './point';

/** A feast in the year named, or in the one that the words and verbs point to. */
export function resolveFeast(meaning: Extract<Meaning, { kind: 'feast' }>, context: Context): Resolved {
  const feast = FEASTS[meaning.id];
  const { document } = context;
  if (feast === undefined) return { type: 'DATE', value: 'XXXX-XX-XX' };
  const at = (year: number): readonly [number, number] | null => feast(year, context.orthodox);
  const counted = meaning.yearsAway === undefined || document === null ? undefined : startOf(document).year + meaning.yearsAway;
  const year = meaning.year ?? counted ?? (meaning.direction === undefined ? context.year : undefined);
  if (year !== undefined) return described(meaning.id, at(year), year);
  if (document === null) return unplaced(meaning.id, at(2000), at(2001));
  const now = startOf(document).year;
  const years = [now - 2, now - 1, now, now + 1, now + 2].filter((y) => at(y) !== null);
  const [first] = years;
  // nowhere near: before there was a calendar that has it
  if (first === undefined) return described(meaning.id, null, now, 'document');
  const start = (y: number): number => at(y)?.[0] ?? Number.NaN;
  const past = years.filter((y) => start(y) <= document.latest);
  const before = years.filter((y) => start(y) < document.earliest);
  const ahead = years.filter((y) => start(y) > document.latest);
  const { direction } = meaning;
  const chosen = pick();
  return described(meaning.id, at(chosen), chosen, 'document');

  function pick(): number {
    const lastPast = past.at(-1) ?? (first as number);
    const next = ahead[0] ?? (years.at(-1) as number);
    if (direction !== undefined && direction < 0) return before.at(-1) ?? lastPast;
    if (direction !== undefined && direction > 0) return next;
    if (direction === 0) return now;
    if (start(lastPast) >= (document as Point).earliest) return lastPast;
    if (context.tense === 'future') return next;
    // close before it no one speaks of last year's without saying so
    if (document?.grain === 'D' && start(next) - document.latest <= 21 && document.earliest - start(lastPast) > 300) return next;
    // said within two months before it, a feast is the coming one unless the verb looks back
    const soon = start(next) - (document as Point).latest <= 60 && (document as Point).earliest - start(lastPast) > 240;
    return soon && context.tense !== 'past' && document?.grain === 'D' ? next : lastPast;
  }
}

function described(id: string, days: readonly [number, number] | null, year: number, anchor?: 'document'): Resolved {
  if (days === null) return resolvedAt(yearPoint(year), anchor);
  const [earliest, latest] = days;
  if (!LONG_FEASTS.has(id)) return resolvedAt(dayPoint(earliest), anchor);
  if (id === 'schoolStart') return { ...resolvedAt(monthPoint(year, 9), anchor), edtf: `${monthPoint(year, 9).value}~` };
  const point = yearPoint(year);
  return { ...resolvedAt(point, anchor), edtf: `${isoDay(earliest)}~/${isoDay(latest)}~`, earliest, latest };
}

/** Without a year: the day of the year where it is the same every year. */
function unplaced(id: string, one: readonly [number, number] | null, other: readonly [number, number] | null): Resolved {
  const a = one === null || LONG_FEASTS.has(id) ? '' : isoDay(one[0]).slice(4);
  const b = other === null ? '' : isoDay(other[0]).slice(4);
  return { type: 'DATE', value: a !== '' && a === b ? `XXXX${a}` : 'XXXX-XX-XX' };
}
