import type { DayPart, Direction, Meaning } from '../expression';
import type { Reader } from '../lexicon';
import { NUMBER_PARTS, type WrittenYear } from './numbers';
import type { CodedPart, Found, Rule } from './pattern';
import type { Piece } from './topRules';

/** One day or month of a list, before what it shares with the others is known. */
interface Item {
  from: number;
  to: number;
  weekday?: number;
  day?: number;
  month?: number;
  /** What joins it to the next: a range or a list. */
  range?: boolean;
}

interface Shared {
  readonly end: number;
  readonly year?: number;
  readonly yy?: number;
  readonly direction?: Direction;
  readonly yearsAway?: number;
}

const LONGEST_LIST = 12;

/** What joins the items of a list or the ends of a range. */
function joint(reader: Reader, at: number): { readonly end: number; readonly range: boolean } | null {
  const range = reader.sense(at, 'rangeTo');
  if (range !== undefined) return { end: range.end, range: true };
  const and = reader.sense(at, 'and');
  if (and !== undefined) return { end: and.end, range: false };
  if (reader.words[at] !== ',') return null;
  const after = reader.sense(at + 1, 'and');
  return { end: after === undefined ? at + 1 : after.end, range: false };
}

function readItem(reader: Reader, at: number): Item | null {
  let i = at;
  const item: Item = { from: at, to: at };
  const skip = (cls: string): void => {
    i = reader.sense(i, cls)?.end ?? i;
  };
  skip('the');
  const weekday = reader.sense(i, 'weekday');
  if (weekday !== undefined) {
    item.weekday = weekday.number;
    i = weekday.end;
    if (reader.words[i] === '.') i++;
    if (reader.words[i] === ',') i++;
    skip('the');
  }
  const monthFirst = reader.lexicon.pack.dayFirst ? undefined : reader.sense(i, 'month');
  if (monthFirst !== undefined) {
    const day = NUMBER_PARTS.Day?.read(reader, monthFirst.end);
    if (day) return { ...item, month: monthFirst.number, day: day.value as number, to: day.end };
  }
  const day = NUMBER_PARTS.Day?.read(reader, i);
  if (day) {
    item.day = day.value as number;
    item.to = i = day.end;
    if (reader.words[i] === '.' && reader.isGlued(i)) i++;
    const of = reader.sense(i, 'of');
    const month = reader.sense(of?.end ?? i, 'month');
    if (month !== undefined) {
      item.month = month.number;
      item.to = month.end;
    } else if (reader.words[item.to] === '.' && reader.isGlued(item.to) && reader.lexicon.pack.classes.ordinalDot !== undefined)
      item.to++;
    return item;
  }
  if (weekday !== undefined) return null;
  const month = reader.sense(i, 'month');
  if (month === undefined) return null;
  return { ...item, month: month.number, to: month.end };
}

function readShared(reader: Reader, at: number): Shared {
  let i = at;
  if (reader.words[i] === ',') i++;
  i = reader.sense(i, 'of')?.end ?? i;
  const year = NUMBER_PARTS.Year?.read(reader, i);
  if (year) {
    const written = year.value as WrittenYear;
    return { end: year.end, ...(written.short ? { yy: written.year } : { year: written.year }) };
  }
  const which = reader.sense(at, 'which');
  if (which !== undefined) return { end: which.end, direction: which.number as Direction };
  const thisYear = reader.sense(i, 'this');
  const unit = reader.sense(thisYear?.end ?? -1, 'yearWord');
  return thisYear !== undefined && unit !== undefined ? { end: unit.end, yearsAway: 0 } : { end: at };
}

/** Days or months that share a month or a year: du 3 au 5 mai, lundi 20, mardi 21 et dimanche 26 avril, de mai à juillet 2016. */
function readList(reader: Reader, at: number): Found | null {
  // article 12-3, 14 mai
  if (reader.isNumber(at) && reader.endingBefore(at, 'notBeforeDay') >= 0) return null;
  const items: Item[] = [];
  let i = at;
  for (; items.length < LONGEST_LIST; ) {
    const item = readItem(reader, i);
    if (item === null) break;
    items.push(item);
    const next = joint(reader, item.to);
    if (next === null) break;
    // du 24 juillet et du 5 août 2006
    const start = readItem(reader, next.end) === null ? (reader.sense(next.end, 'of')?.end ?? next.end) : next.end;
    if (readItem(reader, start) === null) break;
    item.range = next.range;
    i = start;
  }
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return null;
  const monthFirst = items[0]?.day !== undefined && items[0]?.month !== undefined && last.month === undefined;
  if (monthFirst && reader.lexicon.pack.dayFirst) return null;
  if (monthFirst && !endsCleanly(reader, last.to)) return null;
  if (!monthFirst && last.month === undefined) return null;
  const shared = readShared(reader, last.to);
  const sharing = items.some((item) => item.month === undefined) || shared.end > last.to;
  if (!sharing || items.some((item) => item.day === undefined) !== items.every((item) => item.day === undefined)) return null;
  return { end: shared.end, value: pieces(items, shared, monthFirst) };
}

function endsCleanly(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (word === undefined || !/^[\p{L}\p{N}%]/u.test(word)) return reader.words[at] !== ':' && reader.words[at] !== '%';
  return reader.sense(at, 'functionWord') !== undefined || NUMBER_PARTS.Year?.read(reader, at) !== null;
}

function pieces(items: readonly Item[], shared: Shared, monthFirst: boolean): Piece[] {
  const months = items.map((item) => item.month);
  if (monthFirst) for (let i = 1; i < months.length; i++) months[i] ??= months[i - 1];
  for (let i = months.length - 2; i >= 0; i--) months[i] ??= months[i + 1];
  const lastMonth = months.at(-1) as number;
  return items.map((item, i) => {
    const month = months[i] as number;
    // from November to March 2016: the months before the turn of the year lie in the year before
    const back = item.range && month > lastMonth ? 1 : 0;
    const meaning: Meaning = {
      kind: 'calendar',
      month,
      ...(item.day !== undefined && { day: item.day }),
      ...(item.weekday !== undefined && { weekday: item.weekday }),
      ...(shared.year !== undefined && { year: shared.year - back }),
      ...(shared.yy !== undefined && { yy: (shared.yy - back + 100) % 100 }),
      ...(shared.direction !== undefined && { direction: shared.direction }),
      ...(shared.yearsAway !== undefined && { yearsAway: shared.yearsAway - back }),
    };
    return {
      from: item.from,
      to: i === items.length - 1 ? shared.end : item.to,
      meaning,
      ...(item.range && { opensRange: true }),
    };
  });
}

/** A day of the month alone (le 16), or a two-digit year alone (en 98): only where the words around leave no doubt. */
function readBare(reader: Reader, at: number): Found | null {
  return bareDay(reader, at) ?? bareYear(reader, at);
}

function bareDay(reader: Reader, at: number): Found | null {
  const the = reader.sense(at, 'the');
  const day = NUMBER_PARTS.Day?.read(reader, the?.end ?? at);
  if (!day) return null;
  // arrivé le premier à 9 h: no day
  const inDigits = reader.isNumber(the?.end ?? at);
  const range =
    reader.sense(day.end, 'rangeTo') ??
    (inDigits && reader.endingBefore(at, 'beforeTheDay') >= 0 ? reader.sense(day.end, 'and') : undefined);
  const between = the !== undefined && reader.endingBefore(at, 'beforeTheDay') >= 0;
  const announced =
    between ||
    reader.endingBefore(at, 'beforeBareDay') >= 0 ||
    (range !== undefined && reader.endingBefore(at, 'beforeBareRange') >= 0);
  const isOrdinal =
    reader.isNumber(the?.end ?? at) &&
    reader.sense((the?.end ?? at) + 1, 'ordinalSuffix') !== undefined &&
    reader.lexicon.pack.capitals;
  // only the first is a date with its ending in French: le 15e is a floor or a district
  if (
    !reader.lexicon.pack.capitals &&
    day.value !== 1 &&
    reader.isNumber(day.end - 2) &&
    reader.sense(day.end - 1, 'ordinalSuffix') !== undefined
  )
    return null;
  const next = day.end;
  const clock = reader.sense(reader.sense(next, 'at')?.end ?? next, 'noon') !== undefined || clockFollows(reader, next);
  if (!inDigits && reader.sense(reader.sense(next, 'at')?.end ?? -1, 'dayPart') === undefined && (between || clock)) return null;
  if (the !== undefined && clock)
    return {
      end: day.end,
      value: [{ from: at, to: day.end, meaning: { kind: 'calendar', day: day.value as number } }] satisfies Piece[],
    };
  // le 17 au soir
  const part = reader.sense(reader.sense(next, 'at')?.end ?? -1, 'dayPart');
  // the 15th and 18th centuries
  if (isOrdinal && centuryAhead(reader, next)) {
    const century: Meaning = { kind: 'century', n: day.value as number };
    return { end: day.end, value: [{ from: at, to: day.end, meaning: century }] satisfies Piece[] };
  }
  if (!announced && !isOrdinal && part === undefined) return null;
  // the 4th and youngest, until the fourth or fifth day: no days of a month
  if (reader.lexicon.pack.capitals && ((isOrdinal && !announced) || !inDigits) && part === undefined && !endsHere(reader, next))
    return null;
  if (the === undefined && !announced) return null;
  if (part !== undefined && the !== undefined) {
    const meaning: Meaning = {
      kind: 'dayPart',
      part: part.value as DayPart,
      day: { kind: 'calendar', day: day.value as number },
    };
    return { end: part.end, value: [{ from: at, to: part.end, meaning }] satisfies Piece[] };
  }
  const word = reader.words[next];
  const stops = word === undefined || /^[.,;!?)»]$/.test(word) || reader.sense(next, 'functionWord') !== undefined;
  if (range !== undefined) {
    const to = NUMBER_PARTS.Day?.read(reader, reader.sense(range.end, 'the')?.end ?? range.end);
    if (!to || (to.value as number) <= (day.value as number)) return null;
    const end = reader.words[to.end];
    if (end !== undefined && !/^[.,;!?)»]$/.test(end) && reader.sense(to.end, 'functionWord') === undefined) return null;
    return {
      end: to.end,
      value: [
        { from: at, to: day.end, meaning: { kind: 'calendar', day: day.value as number }, opensRange: true },
        { from: range.end, to: to.end, meaning: { kind: 'calendar', day: to.value as number } },
      ] satisfies Piece[],
    };
  }
  if (!stops || (reader.isGlued(next) && reader.isNumber(next + 1) && reader.isGlued(next + 1))) return null;
  return {
    end: day.end,
    value: [{ from: at, to: day.end, meaning: { kind: 'calendar', day: day.value as number } }] satisfies Piece[],
  };
}

const endsHere = (reader: Reader, at: number): boolean => {
  const word = reader.words[at];
  return word === undefined || /^[.,;:!?)]$/.test(word);
};

// How far behind a century's number the word for centuries may stand: the 20th and into the 21st century.
const CENTURY_REACH = 6;

/** Whether an ordinal belongs to centuries named behind the next one. */
function centuryAhead(reader: Reader, at: number): boolean {
  if (reader.sense(at, 'and') === undefined && reader.sense(at, 'rangeTo') === undefined) return false;
  for (let i = at + 1; i < at + CENTURY_REACH; i++) {
    if (reader.sense(i, 'centuryWord') !== undefined) return true;
    const word = reader.words[i];
    if (word === undefined || /^[.;,!?]$/.test(word)) return false;
  }
  return false;
}

function clockFollows(reader: Reader, at: number): boolean {
  const prefix = reader.sense(at, 'at') ?? reader.sense(at, 'around');
  return (
    prefix !== undefined &&
    reader.isNumber(prefix.end) &&
    (reader.sense(prefix.end + 1, 'hourMark') ?? reader.sense(prefix.end + 1, 'hourWord')) !== undefined
  );
}

function bareYear(reader: Reader, at: number): Found | null {
  const part = reader.sense(at, 'partWord');
  const start = part?.end ?? at;
  const year = NUMBER_PARTS.Year?.read(reader, start) ?? NUMBER_PARTS.ShortYear?.read(reader, start);
  const written = year?.value as WrittenYear | undefined;
  if (!year || !written?.short) return null;
  const apostrophe = !reader.isNumber(start);
  if (!apostrophe && written.year < 40) return null;
  if (!apostrophe && part === undefined && reader.endingBefore(at, 'beforeShortYear') < 0) return null;
  if (apostrophe && part === undefined && reader.endingBefore(at, 'beforeYear') < 0) return null;
  const word = reader.words[year.end];
  if (word !== undefined && /^[\p{L}%€$°]/u.test(word) && reader.sense(year.end, 'functionWord') === undefined) return null;
  const of: Meaning = { kind: 'calendar', yy: written.year };
  const meaning: Meaning = part === undefined ? of : { kind: 'part', mod: part.value as 'START', of };
  const pieces: Piece[] = [{ from: at, to: year.end, meaning }];
  // entre 97 et 99, but entre 60 et 80 000
  const next = reader.sense(year.end, 'and') ?? reader.sense(year.end, 'rangeTo');
  if (next !== undefined && reader.isNumber(next.end) && reader.isNumber(next.end + 1)) return null;
  const other = next === undefined ? null : NUMBER_PARTS.ShortYear?.read(reader, next.end);
  if (!other || part !== undefined || countsSomething(reader, other.end)) return { end: year.end, value: pieces };
  const to: Meaning = { kind: 'calendar', yy: (other.value as WrittenYear).year };
  return {
    end: other.end,
    value: [...pieces, { from: next?.end ?? other.end - 1, to: other.end, meaning: to }] satisfies Piece[],
  };
}

const countsSomething = (reader: Reader, at: number): boolean =>
  /^[\p{L}%€$°]/u.test(reader.words[at] ?? '') && reader.sense(at, 'functionWord') === undefined;

const DAYS = ['#', 'c:the', 'c:weekday', 'c:numeral', 'c:ordinal', 'c:month'];

/** Parts of the grammar that read several expressions at once. */
export const LIST_CODED: Readonly<Record<string, CodedPart>> = {
  Days: { first: DAYS, read: readList },
  Bare: { first: ['#', 'c:the', 'c:partWord', "w:'", 'w:‘', 'c:ordinal'], read: readBare },
};

type Clock = Extract<Meaning, { kind: 'clock' }>;

/** Two hours that share what marks them as hours: de 14 à 16 h, 3-5 pm. */
export const LIST_PARTS: Readonly<Record<string, readonly Rule[]>> = {
  Hours: [
    {
      pattern: 'Hour rangeTo Clock',
      make: (c) => {
        const { reader } = c;
        const clock = c.part<Clock>('Clock') as Clock;
        const hour = c.part<number>('Hour') as number;
        const marked = reader.sense(c.end - 1, 'ampm') !== undefined || reader.sense(c.end - 1, 'hourMark') !== undefined;
        const announced = marked || reader.endingBefore(c.at, 'beforeClock') >= 0 || reader.isGlued(c.from('rangeTo'));
        if (!announced || !reader.isNumber(c.at)) return null;
        const afternoon =
          clock.hour >= 12 && reader.sense(c.end - 1, 'ampm') !== undefined && hour < 12 && hour + 12 <= clock.hour;
        const first: Clock = { kind: 'clock', hour: afternoon ? hour + 12 : hour };
        return [
          { from: c.at, to: c.to('Hour'), meaning: first, opensRange: true },
          { from: c.from('Clock'), to: c.end, meaning: clock },
        ] satisfies Piece[];
      },
    },
  ],
};
