import { isoDay } from '../calendar';
import type { Meaning } from '../expression';
import { resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { yearOfFeast } from './direction';
import { FEASTS, LONG_FEASTS } from './feasts';
import { dayPoint, monthPoint, startOf, yearPoint } from './point';

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
  // nowhere near: before there was a calendar that has it
  if (years.length === 0) return described(meaning.id, null, now, 'document');
  const firstDay = (y: number): number => at(y)?.[0] ?? Number.NaN;
  const meant = yearOfFeast(years, firstDay, document, { ...context, direction: meaning.direction });
  return described(meaning.id, at(meant), meant, 'document');
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
