import type { Meaning } from '../expression';
import { inexactDay } from './calendarDate';
import type { Context, Resolved } from './context';
import { dayPoint, isAsFineAs, type Point, UNNAMED_DAY } from './point';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;

const two = (n: number): string => String(n).padStart(2, '0');

/** The day that a time belongs to. */
interface Day {
  readonly value: string;
  readonly point: Point | null;
  readonly anchor?: 'document' | 'text';
}

/** The day of a time: the one named with it, else that of the text, unless it is said to be today; else the document's. */
function dayFor(named: Resolved | undefined, context: Context, lastDay: Point | null): Day {
  if (named !== undefined) return namedDay(named);
  if (lastDay !== null) return { value: lastDay.value, point: lastDay, anchor: 'text' };
  const { document } = context;
  if (document === null) return { value: 'XXXX-XX-XX', point: null };
  const point = document.grain === 'D' ? document : inexactDay(document, 0);
  return { value: point.value, point, anchor: 'document' };
}

function namedDay({ value, point: known, anchor }: Resolved): Day {
  const point = known ?? null;
  const from = anchor && { anchor };
  if (point !== null && !isAsFineAs(point, 'D')) return { value: `${value}-XX`, point, ...from };
  // today in a text without a date, a day out of all calendars: no day that an hour can be written after
  return { value: value.endsWith('_REF') ? 'XXXX-XX-XX' : value, point, ...from };
}

/** A clock time on its day; `named` is the day named with it. */
export function resolveClock(meaning: Of<'clock'>, named: Resolved | undefined, context: Context): Resolved {
  const day = dayFor(named, context, context.lastDay);
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

/** A part of a day; `named` is the day named with it. */
export function resolveDayPart(meaning: Of<'dayPart'>, named: Resolved | undefined, context: Context): Resolved {
  const said = dayFor(named, context, meaning.today === true ? null : context.lastDay);
  const day = named === undefined && isLastNight(meaning, said, context) ? nightBefore(said) : said;
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

/** They stayed up all night, told without a day: the night before the article's day. */
const isLastNight = ({ part, today }: Of<'dayPart'>, { anchor, point }: Day, { tense }: Context): boolean =>
  part === 'NI' && today !== true && anchor === 'document' && tense === 'past' && point?.exact === true;

function nightBefore(day: Day): Day {
  const point = dayPoint((day.point as Point).earliest - 1);
  return { ...day, value: point.value, point };
}

function bounds(point: Point | null): { readonly earliest?: number; readonly latest?: number; readonly point?: Point } {
  if (point === null || point === UNNAMED_DAY) return {};
  return {
    earliest: point.earliest,
    latest: point.latest,
    point: point.exact && point.grain === 'D' ? dayPoint(point.earliest) : point,
  };
}
