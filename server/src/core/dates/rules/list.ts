import type { Direction, Meaning } from '../expression';
import { NUMBER_PARTS, type WrittenYear } from '../grammar/numbers';
import type { CodedPart, DateRule, Found } from '../grammar/types';
import type { Reader } from '../lexicon';
import type { TimexMatch } from '../timexMatch';

/** Days or months that share a month or a year: du 3 au 5 mai, lundi 20 et mardi 21 avril, de mai à juillet 2016. */
export const LIST_RULES: readonly DateRule[] = [
  { id: 'list-of-dates', pattern: 'Days', make: (c) => c.part<TimexMatch[]>('Days') },
];

/** Reads such a list: how many items there are no pattern can say. */
export const LIST_PARTS: Readonly<Record<string, CodedPart>> = {
  Days: { first: ['#', 'c:the', 'c:weekday', 'c:numeral', 'c:ordinal', 'c:month'], read: readList },
};

/** One day or month of a list, before what it shares with the others is known. */
interface Item {
  readonly from: number;
  readonly to: number;
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
}

/** An item, and whether it begins a range with the next. */
interface ListItem extends Item {
  readonly opensRange: boolean;
}

/** What the items share: their year, as far as one is said. */
interface Shared {
  readonly end: number;
  readonly year?: number;
  readonly yy?: number;
  readonly direction?: Direction;
  readonly yearsAway?: number;
}

const MAX_ITEMS = 12;

function readList(reader: Reader, at: number): Found | null {
  // article 12-3, 14 mai
  if (reader.isNumber(at) && reader.endingBefore(at, 'notBeforeDay') >= 0) return null;
  const items = upToLastMonth(reader, readItems(reader, at));
  const last = items.at(-1);
  if (last === undefined || items.length < 2 || !areAlike(items)) return null;
  const monthFirst = items[0]?.day !== undefined && items[0]?.month !== undefined && last.month === undefined;
  if (!(monthFirst ? canShareFirstMonth(reader, last) : last.month !== undefined)) return null;
  const shared = readShared(reader, last.to);
  if (items.every((item) => item.month !== undefined) && shared.end === last.to) return null;
  return { end: shared.end, value: matchesOf(items, shared, monthFirst) };
}

/** Du 3 au 14 septembre, de 9 h à 12 h: where the month comes last, the numbers after the last month are none of the list. */
function upToLastMonth(reader: Reader, items: readonly ListItem[]): readonly ListItem[] {
  if (!reader.lexicon.pack.dayFirst) return items;
  const count = items.findLastIndex((item) => item.month !== undefined) + 1;
  return count === 0 || count === items.length
    ? items
    : items.slice(0, count).map((item, i) => (i === count - 1 ? { ...item, opensRange: false } : item));
}

/** June 3 and 5: the month comes first where the language says so, and nothing counts the last number. */
const canShareFirstMonth = (reader: Reader, last: Item): boolean => !reader.lexicon.pack.dayFirst && endsCleanly(reader, last.to);

/** Whether all are days, or all are months. */
const areAlike = (items: readonly Item[]): boolean =>
  items.some((item) => item.day === undefined) === items.every((item) => item.day === undefined);

function readItems(reader: Reader, at: number): readonly ListItem[] {
  const items: ListItem[] = [];
  for (let i = at; items.length < MAX_ITEMS; ) {
    const item = readItem(reader, i);
    if (item === null) break;
    const next = joint(reader, item.to);
    const start = next === null ? -1 : startOfNext(reader, next.end);
    items.push({ opensRange: start >= 0 && next?.range === true, ...item });
    if (start < 0) break;
    i = start;
  }
  return items;
}

/** Where the item after a joint begins, perhaps after a preposition: du 24 juillet et du 5 août 2006; -1 where none does. */
function startOfNext(reader: Reader, at: number): number {
  if (readItem(reader, at) !== null) return at;
  const start = reader.sense(at, 'of')?.end ?? at;
  return readItem(reader, start) === null ? -1 : start;
}

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

/** A day with its weekday and month, as far as they are said, or a month. */
function readItem(reader: Reader, at: number): Item | null {
  const afterArticle = reader.sense(at, 'the')?.end ?? at;
  const weekday = reader.sense(afterArticle, 'weekday');
  const start = weekday === undefined ? afterArticle : afterWeekday(reader, weekday.end);
  const item = monthAndDay(reader, start) ?? dayAndMonth(reader, start);
  if (item !== null) return weekday === undefined ? { from: at, ...item } : { from: at, weekday: weekday.number, ...item };
  const month = weekday === undefined ? reader.sense(start, 'month') : undefined;
  return month === undefined ? null : { from: at, month: month.number, to: month.end };
}

function afterWeekday(reader: Reader, end: number): number {
  let at = end;
  if (reader.words[at] === '.') at++;
  if (reader.words[at] === ',') at++;
  return reader.sense(at, 'the')?.end ?? at;
}

function monthAndDay(reader: Reader, at: number): Omit<Item, 'from'> | null {
  const month = reader.lexicon.pack.dayFirst ? undefined : reader.sense(at, 'month');
  const day = month === undefined ? null : NUMBER_PARTS.Day?.read(reader, month.end);
  return day && month ? { month: month.number, day: day.value as number, to: day.end } : null;
}

function dayAndMonth(reader: Reader, at: number): Omit<Item, 'from'> | null {
  const day = NUMBER_PARTS.Day?.read(reader, at);
  if (!day) return null;
  const dotted = reader.words[day.end] === '.' && reader.isGlued(day.end);
  const next = dotted ? day.end + 1 : day.end;
  const month = reader.sense(reader.sense(next, 'of')?.end ?? next, 'month');
  if (month !== undefined) return { day: day.value as number, month: month.number, to: month.end };
  return { day: day.value as number, to: dotted && reader.lexicon.pack.classes.ordinalDot !== undefined ? next : day.end };
}

function readShared(reader: Reader, at: number): Shared {
  const comma = reader.words[at] === ',' ? at + 1 : at;
  const start = reader.sense(comma, 'of')?.end ?? comma;
  const year = NUMBER_PARTS.Year?.read(reader, start);
  if (year) {
    const written = year.value as WrittenYear;
    return { end: year.end, ...(written.short ? { yy: written.year } : { year: written.year }) };
  }
  const which = reader.sense(at, 'which');
  if (which !== undefined) {
    const year = reader.sense(which.end, 'yearWord');
    return year === undefined
      ? { end: which.end, direction: which.number as Direction }
      : { end: year.end, yearsAway: which.number };
  }
  const thisYear = reader.sense(start, 'this');
  const unit = reader.sense(thisYear?.end ?? -1, 'yearWord');
  return thisYear !== undefined && unit !== undefined ? { end: unit.end, yearsAway: 0 } : { end: at };
}

function endsCleanly(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (word === undefined || !/^[\p{L}\p{N}%]/u.test(word)) return word !== ':' && word !== '%';
  return reader.sense(at, 'functionWord') !== undefined || NUMBER_PARTS.Year?.read(reader, at) !== null;
}

function matchesOf(items: readonly ListItem[], shared: Shared, monthFirst: boolean): TimexMatch[] {
  const months = monthsOf(items, monthFirst);
  const lastMonth = months.at(-1) as number;
  return items.map((item, i) => {
    const month = months[i] as number;
    // from November to March 2016: the months before the turn of the year lie in the year before
    const back = item.opensRange && month > lastMonth ? 1 : 0;
    return {
      from: item.from,
      to: i === items.length - 1 ? shared.end : item.to,
      meaning: {
        kind: 'calendar',
        month,
        ...(item.day !== undefined && { day: item.day }),
        ...(item.weekday !== undefined && { weekday: item.weekday }),
        ...yearOf(shared, back),
      },
      ...(item.opensRange && { opensRange: true }),
    };
  });
}

/** The items' months: one that is not said is that of the item after it, or before it where the month comes first. */
function monthsOf(items: readonly Item[], monthFirst: boolean): readonly (number | undefined)[] {
  const months = items.map((item) => item.month);
  if (monthFirst) for (let i = 1; i < months.length; i++) months[i] ??= months[i - 1];
  for (let i = months.length - 2; i >= 0; i--) months[i] ??= months[i + 1];
  return months;
}

const yearOf = ({ year, yy, direction, yearsAway }: Shared, back: number): Partial<Extract<Meaning, { kind: 'calendar' }>> => ({
  ...(year !== undefined && { year: year - back }),
  ...(yy !== undefined && { yy: (yy - back + 100) % 100 }),
  ...(direction !== undefined && { direction }),
  ...(yearsAway !== undefined && { yearsAway: yearsAway - back }),
});
