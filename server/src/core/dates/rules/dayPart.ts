import { durationOf } from '../duration';
import type { Meaning, Mod } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';
import { dayPartOf, isDay, meaning, saysThatAlone, standsFree, whole } from './captured';

/** Parts of days. */
export const DAY_PART_RULES: readonly DateRule[] = [
  { id: 'day-part-of-date', pattern: 'Date (comma|in|of|at)? (the|at)? (partWord|withinWord of? the?)? dayPart', make: onDay },
  { id: 'day-part-of-date', pattern: 'Date (partPrefix|in|at)? the? partWord of? the? dayPart', make: onDay },
  { id: 'day-part-of-date', pattern: '(the|this) dayPart (of|on|in) the? Date', make: onDay },
  { id: 'day-part-of-date', pattern: 'dayPart (of|on) the? Date', make: onDay },
  // the early hours of Sunday morning, of this morning
  {
    id: 'day-part-of-date',
    pattern: 'the dayPart of this dayPart:again',
    make: (c) => whole(c, { ...dayPartOf(c), today: true }),
  },
  { id: 'day-part-of-date', pattern: 'the dayPart of the? Date dayPart:again', make: onDay },
  { id: 'day-part-of-date', pattern: 'the partWord dayPart (of|on)? the? Date', make: onDay },
  { id: 'weekday-with-day-part', pattern: 'the? weekdayPart', make: (c) => whole(c, weekdayPart(c.value('weekdayPart'))) },
  {
    id: 'this-day-part',
    pattern: 'this dayPart',
    make: (c) => (isEventItself(c) ? null : whole(c, { ...dayPartOf(c), today: true })),
  },
  { id: 'day-part-from-text', pattern: 'the textWhich dayPart', make: (c) => whole(c, nextPart(c)) },
  { id: 'day-part-from-text', pattern: 'the dayPart textWhich', make: (c) => whole(c, nextPart(c)) },
  // the night before, the morning after
  {
    id: 'day-part-from-text',
    pattern: 'the dayPart after|before',
    make: (c) => (saysThatAlone(c) && standsFree(c) ? whole(c, partBeside(c)) : null),
  },
  { id: 'same-day-part', pattern: 'the dayPart same', make: (c) => whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) },
  { id: 'day-part-from-text', pattern: 'the which=1 dayPart', make: (c) => whole(c, nextPart(c)) },
  { id: 'this-day-part', pattern: 'the dayPart=NI which=1', make: (c) => whole(c, dayPartOf(c, { kind: 'deictic', days: 0 })) },
  {
    id: 'this-day-part',
    pattern: 'withinWord this dayPart',
    make: (c) => whole(c, { ...dayPartOf(c), mod: c.value('withinWord') as Mod, today: true }),
  },
  {
    id: 'day-part-of-date',
    pattern: 'withinWord in the dayPart (of|on) the? Date',
    make: (c) => (isCompared(c) ? onPlainDay(c) : null),
  },
  {
    id: 'day-part-of-date',
    pattern: 'the? earlyHours (of|on) the? Date',
    make: (c) => (isDay(meaning(c, 'Date')) ? whole(c, { kind: 'dayPart', part: 'MO', day: meaning(c, 'Date') }) : null),
  },
  { id: 'part-of-day-part', pattern: 'withinWord in the dayPart', make: (c) => (isCompared(c) ? whole(c, laterIn(c)) : null) },
  { id: 'last-day-part', pattern: 'which=-1 dayPart', make: (c) => whole(c, dayPartOf(c, { kind: 'deictic', days: -1 })) },
  { id: 'last-day-part', pattern: 'the dayPart which=-1', make: (c) => whole(c, dayPartOf(c, { kind: 'deictic', days: -1 })) },
  {
    id: 'this-day-part',
    pattern: 'todayPart',
    make: (c) => whole(c, { kind: 'dayPart', part: c.value('todayPart') as 'EV', today: true }),
  },
  { id: 'part-of-day-part', pattern: "(the|this)? partWord '-'? of? the? dayPart", make: (c) => whole(c, dayPartOf(c)) },
  { id: 'part-of-day-part', pattern: 'partWord this dayPart', make: (c) => whole(c, { ...dayPartOf(c), today: true }) },
  { id: 'day-part-of-event', pattern: 'the dayPart', make: (c) => (isOfEvent(c) ? whole(c, dayPartOf(c, UNNAMED_DAY)) : null) },
  {
    id: 'day-part-alone',
    pattern: 'the dayPart',
    make: (c) => (isDuring(c) || isOfTheDay(c) || isOwner(c) ? whole(c, theDayOrPart(c)) : null),
  },
  { id: 'whole-day-part', pattern: 'wholeDayPart dayPart', make: (c) => wholePart(c) },
  {
    id: 'whole-day-part',
    pattern: 'wholeDayPart dayPart (of|on)? the? Date',
    make: (c) => (c.value('dayPart') === 'DT' ? null : onPlainDay(c)),
  },
  { id: 'day-part-alone', pattern: 'dayPart', make: (c) => (isDuring(c) ? whole(c, dayPartOf(c)) : null) },
  {
    id: 'same-day-part',
    pattern: '(that|the|this)? same? dayPart there',
    make: (c) => whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })),
  },
  // the second night
  { id: 'nth-day', pattern: 'the Ord dayPart=NI', make: (c) => whole(c, dayPartOf(c)) },
  // that night, in languages that put nothing after it
  {
    id: 'same-day-part',
    pattern: 'that dayPart',
    make: (c) => (saysThatAlone(c) ? whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) : null),
  },
  {
    id: 'same-day-part',
    pattern: 'withinWord that dayPart',
    make: (c) => (saysThatAlone(c) ? whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) : null),
  },
  {
    id: 'same-day-part',
    pattern: '(that|the|this)? same dayPart',
    make: (c) => whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })),
  },
  {
    id: 'night-between-days',
    pattern: 'the? dayPart=NI (of|from) the? Date until the? Date:to',
    make: (c) => whole(c, { ...dayPartOf(c, meaning(c, 'Date')), overnight: true } as Meaning),
  },
  { id: 'night-between-days', pattern: 'the? dayPart=NI (of|from) the? Day until the? Date:to', make: (c) => nightBetween(c) },
];

function onDay(c: Captures): TimexMatch[] | null {
  // le 8 juin, la journée des abeilles: a day that has a name
  if (c.value('dayPart') === 'DT' && c.reader.sense(c.from('dayPart') - 1, 'the') !== undefined && c.has('comma')) return null;
  const date = meaning(c, 'Date');
  // early Friday morning: what it is early in is the morning
  if (date.kind === 'part' && !c.has('partWord') && isDay(date.of))
    return whole(c, { ...dayPartOf(c, date.of), mod: date.mod } as Meaning);
  return onPlainDay(c);
}

/** Toute la nuit; toute la journée is a day long. */
const wholePart = (c: Captures): TimexMatch[] | null =>
  whole(c, c.value('dayPart') === 'DT' ? durationOf({ parts: [{ n: 1, unit: 'D' }] }) : dayPartOf(c));

const onPlainDay = (c: Captures): TimexMatch[] | null =>
  isDay(meaning(c, 'Date')) ? whole(c, dayPartOf(c, meaning(c, 'Date'))) : null;

const isDuring = (c: Captures): boolean => c.reader.endingBefore(c.at, 'duringDay') >= 0 || isListed(c);

/** Late afternoon and evening: after another part of the day. */
function isListed({ reader, at }: Captures): boolean {
  const and = reader.endingBefore(at, 'and');
  return and >= 0 && reader.endingBefore(and, 'dayPart') >= 0;
}

/** Dans la journée: the day itself, of the text. */
const theDayOrPart = (c: Captures): Meaning => (c.value('dayPart') === 'DT' ? { kind: 'same', unit: 'D' } : dayPartOf(c));

/** Les averses de la nuit: of the one spoken of, unless more is said of it (la nuit des musées). */
const isOfTheDay = (c: Captures): boolean =>
  c.reader.endingBefore(c.at, 'ofTheDay') >= 0 &&
  !c.reader.isCapital(c.end - 1) &&
  !c.reader.isCapital(c.end) &&
  c.reader.sense(c.end, 'of') === undefined;

/** A day that the text has not named: that of what happened. */
const UNNAMED_DAY: Meaning = { kind: 'vague', ref: 'PAST_REF' };

/** Le soir de sa mort, the night she died: the words after it say which. */
function isOfEvent(c: Captures): boolean {
  const { reader } = c;
  if (c.value('dayPart') === 'DT') return false;
  if (reader.sense(c.end, 'whereClause') !== undefined) return true;
  const of = reader.sense(c.end, 'of');
  if (of === undefined || reader.isCapital(of.end)) return false;
  // le soir des festivités: of anything; a night or an evening's party may have its name from it
  const article = reader.sense(of.end, 'the');
  const isDefinite = article !== undefined || reader.sense(of.end - 1, 'ofThe') !== undefined;
  if (isDefinite && reader.sense(c.from('dayPart'), 'plainPart') !== undefined && !reader.isCapital(article?.end ?? of.end))
    return true;
  return reader.sense(of.end, 'possessive') !== undefined || reader.sense(article?.end ?? of.end, 'event') !== undefined;
}

/** Cette soirée, où un trio jouera: what is held, not when. */
const isEventItself = ({ reader, end }: Captures): boolean =>
  reader.sense(end - 1, 'heldPart') !== undefined &&
  (reader.sense(end, 'relative') !== undefined || (reader.words[end] === ',' && reader.sense(end + 1, 'relative') !== undefined));

/** The morning's winner. */
const isOwner = (c: Captures): boolean => c.reader.words[c.end] === "'s";

/** The next morning, the previous night: of the day beside the one last spoken of. */
function nextPart(c: Captures): Meaning {
  const sign = c.number('textWhich') < 0 ? -1 : 1;
  return dayPartOf(c, { kind: 'shift', amount: { parts: [{ n: 1, unit: 'D' }] }, sign, from: 'text' });
}

/** The night before: of the day before the one last spoken of. */
const partBeside = (c: Captures): Meaning =>
  dayPartOf(c, {
    kind: 'shift',
    amount: { parts: [{ n: 1, unit: 'D' }] },
    sign: c.reader.sense(c.end - 1, 'before') === undefined ? 1 : -1,
    from: 'text',
  });

/** Dienstagabend: weekday and part of the day in one word, written in the pack as "2 EV". */
function weekdayPart(value: string): Meaning {
  const [weekday = '', name] = value.split(' ');
  // gisteravond: "d-1 EV"
  if (weekday.startsWith('d'))
    return { kind: 'dayPart', part: name as 'EV', day: { kind: 'deictic', days: Number(weekday.slice(1)) } };
  return { kind: 'dayPart', part: name as 'EV', day: { kind: 'calendar', weekday: Number(weekday) } };
}

/** Later in the evening, plus tard dans la soirée; but tard dans la nuit, whose adverb stands outside. */
const isCompared = ({ reader, at }: Captures): boolean =>
  reader.sense(at, 'laterAfter') !== undefined || reader.sense(at, 'earlierAfter') !== undefined;

/** A part of the day that the text speaks of; all of it is that day. */
function laterIn(c: Captures): Meaning {
  const mod = c.value('withinWord') as Mod;
  return c.value('dayPart') === 'DT' ? { kind: 'part', mod, of: { kind: 'same', unit: 'D' } } : { ...dayPartOf(c), mod };
}

const overnight = (c: Captures, day: Meaning): Meaning => ({ ...dayPartOf(c, day), overnight: true }) as Meaning;

/** The night of the 13th to the 14th: a night is dated by the evening it begins with. */
function nightBetween(c: Captures): TimexMatch[] | null {
  const to = meaning(c, 'to');
  const day = c.part<number>('Day') as number;
  if (to.kind !== 'calendar' || to.day === undefined) return null;
  if (to.month === undefined || day < to.day) return whole(c, overnight(c, { ...to, weekday: undefined, day }));
  return whole(c, overnight(c, { kind: 'shift', amount: { parts: [{ n: 1, unit: 'D' }] }, sign: -1, from: to }));
}
