import { dayNumber, daysInMonth, isoWeekOf, isoYear, mondayOfWeek } from '../calendar';
import type { Meaning } from '../expression';
import { inCentury, resolveCalendar, resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { resolveFeast } from './feastDate';
import { resolveNth, resolvePart, resolvePartial } from './parts';
import {
  centuryPoint,
  dayPoint,
  decadePoint,
  monthPoint,
  type Point,
  seasonPoint,
  startOf,
  weekPoint,
  yearPartPoint,
  yearPoint,
} from './point';
import { resolveDeictic, resolveDuration, resolveSame, resolveShift, resolveUnit } from './relative';
import { resolveClock, resolveDayPart } from './timeOfDay';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;

const vague = (value: string): Resolved => ({ type: 'DATE', value });

/** What a temporal expression means in its context. Total: what cannot be resolved keeps X in its value. */
export function resolveMeaning(meaning: Meaning, context: Context): Resolved {
  return withinReach(resolve(meaning, context), context);
}

// What ISO 8601, EDTF and TIMEX3 write with four digits.
const FIRST_DAY = dayNumber(-9999, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);
const TOO_FAR = /\d{5}|^-?\d{4}X|^(?:-|BC)?\d{3}XX/;

/** A date that no calendar value can be written for is somewhere in the past or future, and nothing is counted from it. */
function withinReach(resolved: Resolved, { document }: Context): Resolved {
  const { type, value, edtf, earliest = 0, latest = 0 } = resolved;
  const unwritable = TOO_FAR.test(value) && !value.startsWith('P');
  if (earliest >= FIRST_DAY && latest <= LAST_DAY && !unwritable && (edtf === undefined || !TOO_FAR.test(edtf))) return resolved;
  const { edtf: _edtf, earliest: _earliest, latest: _latest, point: _point, anchor: _anchor, ...rest } = resolved;
  if (!unwritable) return rest;
  if (type === 'TIME') return { ...rest, value: value.replace(/^[^T]*/, 'XXXX-XX-XX') };
  return { ...rest, value: latest < (document?.earliest ?? 0) ? 'PAST_REF' : 'FUTURE_REF' };
}

function resolve(meaning: Meaning, context: Context): Resolved {
  switch (meaning.kind) {
    case 'calendar':
      return resolveCalendar(meaning, context);
    case 'isoWeek':
      return isoWeek(meaning, context);
    case 'partOfYear':
      return partOfYear(meaning, context);
    case 'decade':
      return resolvedAt(decadePoint(decadeStart(meaning.first, context)));
    case 'century':
      return meaning.bce ? vague(`BC${String(meaning.n - 1).padStart(2, '0')}XX`) : resolvedAt(centuryPoint(meaning.n - 1));
    case 'years':
      return years(meaning);
    case 'fiscal': {
      const point = yearPoint(meaning.year);
      return { ...resolvedAt(point), value: `FY${meaning.year}` };
    }
    case 'unit':
      return resolveUnit(meaning, context);
    case 'same':
      return resolveSame(meaning, context);
    case 'deictic':
      return resolveDeictic(meaning.days, context);
    case 'vague':
      return vague(meaning.ref);
    case 'shift':
      return resolveShift(meaning, context);
    case 'feast':
      return resolveFeast(meaning, context);
    case 'part':
      return meaning.rest || meaning.half
        ? resolvePartial(meaning, resolveMeaning(meaning.of, context), context)
        : resolvePart(meaning.mod, resolveMeaning(meaning.of, context));
    case 'nth':
      return resolveNth(meaning, context);
    case 'clock':
      return resolveClock(meaning, context);
    case 'dayPart':
      return resolveDayPart(meaning, context);
    case 'duration':
      return resolveDuration(meaning, context);
    case 'set':
      return {
        type: 'SET',
        value: meaning.value,
        ...(meaning.quant && { quant: meaning.quant }),
        ...(meaning.freq && { freq: meaning.freq }),
      };
    case 'fixed':
      return fixed(meaning);
  }
}

function fixed(meaning: Of<'fixed'>): Resolved {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(meaning.value);
  const point =
    match === null
      ? null
      : match[3]
        ? dayPoint(dayNumber(Number(match[1]), Number(match[2]), Number(match[3])))
        : match[2]
          ? monthPoint(Number(match[1]), Number(match[2]))
          : yearPoint(Number(match[1]));
  if (point === null) return { type: 'DATE', value: meaning.value, ...(meaning.mod && { mod: meaning.mod }) };
  const resolved = resolvedAt(point);
  return { ...resolved, ...(meaning.edtf && { edtf: meaning.edtf }), ...(meaning.mod && { mod: meaning.mod }) };
}

function decadeStart(first: number, context: Context): number {
  if (first >= 100) return first;
  return inCentury(first, context.document === null ? null : startOf(context.document).year - 10);
}

function isoWeek(meaning: Of<'isoWeek'>, context: Context): Resolved {
  const year = meaning.year ?? (context.document === null ? undefined : isoWeekOf(context.document.earliest).year);
  if (year === undefined) return vague(`XXXX-W${String(meaning.week).padStart(2, '0')}`);
  return resolvedAt(weekPoint(mondayOfWeek(year, meaning.week)), meaning.year === undefined ? 'document' : undefined);
}

function years(meaning: Of<'years'>): Resolved {
  const { from, to, use } = meaning;
  const months: readonly [number, number] = use === 'season' ? [7, 6] : use === 'school' ? [9, 7] : [1, 12];
  const edtf =
    use === undefined
      ? `${isoYear(from)}/${isoYear(to)}`
      : `${isoYear(from)}-0${months[0]}/${isoYear(to)}-0${months[1]}${use === 'season' ? '~' : ''}`;
  return {
    type: 'DATE',
    value: `${isoYear(from)}/${isoYear(to)}`,
    edtf,
    earliest: dayNumber(from, months[0], 1),
    latest: dayNumber(to, months[1], daysInMonth(to, months[1])),
  };
}

function partOfYear(meaning: Of<'partOfYear'>, context: Context): Resolved {
  const make = (year: number): Point =>
    meaning.unit === 'SN' ? seasonPoint(year, meaning.n) : yearPartPoint(year, meaning.unit, meaning.n);
  if (meaning.year !== undefined) return resolvedAt(make(meaning.year));
  if (meaning.yearOf !== undefined) {
    const { point, anchor } = resolveMeaning(meaning.yearOf, context);
    if (point !== undefined) return resolvedAt(make(startOf(point).year), anchor);
  }
  const { document } = context;
  // en été, of what is so every year
  const habitual = meaning.generic === true && context.tense === undefined && context.year === undefined;
  if (document === null || habitual) return vague(`XXXX${make(2000).value.slice(4)}`);
  if (context.year !== undefined && meaning.direction === undefined) return resolvedAt(make(context.year), 'text');
  const now = startOf(document).year;
  const candidates = [now - 2, now - 1, now, now + 1, now + 2].map(make);
  const { direction } = meaning;
  const past = candidates.filter((point) => point.latest < document.earliest);
  const current = candidates.find((point) => point.earliest <= document.latest && point.latest >= document.earliest);
  const ahead = candidates.filter((point) => point.earliest > document.latest);
  let chosen: Point | undefined;
  if (direction !== undefined && direction < 0) chosen = past.at(direction);
  else if (direction !== undefined && direction > 0) chosen = ahead[direction - 1];
  else if (direction === 0)
    chosen =
      current ?? (context.tense === 'past' || context.signal === 'since' ? past.at(-1) : nearer(past.at(-1), ahead[0], document));
  else if (context.tense === 'future') chosen = current ?? ahead[0];
  else chosen = current ?? past.at(-1);
  // a quarter that runs is the one of the year before only where the text says so
  return resolvedAt(chosen ?? make(now), 'document');
}

/** This summer, said outside it: the coming one from January on, the one just gone in autumn. */
function nearer(past: Point | undefined, ahead: Point | undefined, document: Point): Point | undefined {
  if (past === undefined || ahead === undefined) return past ?? ahead;
  return document.earliest - past.latest <= 90 && document.earliest - past.latest < ahead.earliest - document.latest
    ? past
    : ahead;
}
