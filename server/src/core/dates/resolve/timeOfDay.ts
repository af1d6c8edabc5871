import type { Meaning } from '../expression';
import { inexactDay } from './calendarDate';
import type { Context, Resolved } from './context';
import { resolveMeaning } from './meaning';
import { dayPoint, isAsFineAs, type Point } from './point';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;

const two = (n: number): string => String(n).padStart(2, '0');

/** The day that a time belongs to: the one named with it, else that of the text, else the document's. */
function dayFor(
  day: Meaning | undefined,
  context: Context,
  today: boolean,
): { readonly value: string; readonly point: Point | null; readonly anchor?: 'document' | 'text' } {
  if (day !== undefined) {
    const resolved = resolveMeaning(day, context);
    const point = resolved.point ?? null;
    if (point !== null && !isAsFineAs(point, 'D'))
      return { value: `${resolved.value}-XX`, point, ...(resolved.anchor && { anchor: resolved.anchor }) };
    // today in a text without a date, a day out of all calendars: no day that an hour can be written behind
    const value = resolved.value.endsWith('_REF') ? 'XXXX-XX-XX' : resolved.value;
    return { value, point, ...(resolved.anchor && { anchor: resolved.anchor }) };
  }
  if (!today && context.lastDay !== null) return { value: context.lastDay.value, point: context.lastDay, anchor: 'text' };
  const { document } = context;
  if (document === null) return { value: 'XXXX-XX-XX', point: null };
  const point = document.grain === 'D' ? document : inexactDay(document, 0);
  return { value: point.value, point, anchor: 'document' };
}

/** A clock time on its day. */
export function resolveClock(meaning: Of<'clock'>, context: Context): Resolved {
  const day = dayFor(meaning.day, context, false);
  const clock = `${two(meaning.hour)}:${two(meaning.minute ?? 0)}${meaning.second === undefined ? '' : `:${two(meaning.second)}`}`;
  return {
    type: 'TIME',
    value: `${day.value}T${clock}${meaning.zone ?? ''}`,
    ...(meaning.approximate && { mod: 'APPROX' as const }),
    ...bounds(day.point),
    ...(day.anchor && { anchor: day.anchor }),
    minutes: meaning.hour * 60 + (meaning.minute ?? 0),
  };
}

/** A part of a day. */
export function resolveDayPart(meaning: Of<'dayPart'>, context: Context): Resolved {
  const day = dayFor(meaning.day, context, meaning.today === true);
  const edtf = day.point?.edtf;
  return {
    type: 'TIME',
    value: `${day.value}T${meaning.part}`,
    ...(meaning.mod && { mod: meaning.mod }),
    ...(edtf !== undefined && { edtf }),
    ...bounds(day.point),
    ...(day.anchor && { anchor: day.anchor }),
  };
}

function bounds(point: Point | null): { readonly earliest?: number; readonly latest?: number; readonly point?: Point } {
  if (point === null) return {};
  return {
    earliest: point.earliest,
    latest: point.latest,
    point: point.exact && point.grain === 'D' ? dayPoint(point.earliest) : point,
  };
}
