import { isAccepted } from '../../rules/run';
import { breaksOff, type DayAlone, NO_DAY, NO_DAY_BY_ITSELF, NO_PLAIN_DAY } from '../exceptions/dayAlone';
import type { DayPart, Meaning } from '../expression';
import { NUMBER_PARTS } from '../grammar/numbers';
import type { CodedPart, DateRule, Found } from '../grammar/types';
import type { Reader } from '../lexicon';
import type { TimexMatch } from '../timexMatch';

/** A day of the month alone, le 16: only where the words around leave no doubt. */
export const DAY_ALONE_RULES: readonly DateRule[] = [
  { id: 'day-alone', pattern: 'DayAlone', make: (c) => c.part<TimexMatch[]>('DayAlone') },
];

/** Reads it by the words around, which no pattern sees. */
export const DAY_ALONE_PARTS: Readonly<Record<string, CodedPart>> = {
  DayAlone: { first: ['#', 'c:the', 'c:ordinal'], read: readDayAlone },
};

function readDayAlone(reader: Reader, at: number): Found | null {
  const candidate = candidateAt(reader, at);
  if (candidate === null || !isAccepted(NO_DAY, candidate)) return null;
  if (candidate.hasArticle && candidate.isBeforeClock) return found(candidate, calendarDay(candidate.day));
  if (candidate.isOrdinal && isBeforeCenturies(reader, candidate.to))
    return found(candidate, { kind: 'century', n: candidate.day });
  if (!isAccepted(NO_DAY_BY_ITSELF, candidate)) return null;
  if (candidate.part !== undefined && candidate.hasArticle) return dayWithPart(candidate, candidate.part.value as DayPart);
  if (candidate.joint !== undefined) return dayRange(candidate);
  return isAccepted(NO_PLAIN_DAY, candidate) ? found(candidate, calendarDay(candidate.day)) : null;
}

function candidateAt(reader: Reader, at: number): DayAlone | null {
  const the = reader.sense(at, 'the');
  const start = the?.end ?? at;
  const day = NUMBER_PARTS.Day?.read(reader, start);
  if (!day) return null;
  const to = day.end;
  const afterAt = reader.sense(to, 'at')?.end;
  const inDigits = reader.isNumber(start);
  const followsBetween = reader.endingBefore(at, 'beforeTheDay') >= 0;
  const joint = reader.sense(to, 'rangeTo') ?? (inDigits && followsBetween ? reader.sense(to, 'and') : undefined);
  const isBetween = the !== undefined && followsBetween;
  return {
    reader,
    day: day.value as number,
    from: at,
    to,
    hasArticle: the !== undefined,
    inDigits,
    isOrdinal: inDigits && reader.lexicon.pack.capitals && reader.sense(start + 1, 'ordinalSuffix') !== undefined,
    isAnnounced:
      isBetween || isAnnounced(reader, at, joint !== undefined ? ['beforeBareDay', 'beforeBareRange'] : ['beforeBareDay']),
    isBetween,
    isBeforeClock: reader.sense(afterAt ?? to, 'noon') !== undefined || clockFollows(reader, to),
    joint,
    part: reader.sense(afterAt ?? -1, 'dayPart'),
  };
}

const isAnnounced = (reader: Reader, at: number, classes: readonly string[]): boolean =>
  classes.some((cls) => reader.endingBefore(at, cls) >= 0);

const calendarDay = (day: number): Meaning => ({ kind: 'calendar', day });

const found = ({ from, to }: DayAlone, meaning: Meaning): Found => ({
  end: to,
  value: [{ from, to, meaning }] satisfies TimexMatch[],
});

/** Le 17 au soir. */
function dayWithPart({ reader, from, to, day }: DayAlone, part: DayPart): Found {
  const end = reader.sense(reader.sense(to, 'at')?.end ?? -1, 'dayPart')?.end ?? to;
  return { end, value: [{ from, to: end, meaning: { kind: 'dayPart', part, day: calendarDay(day) } }] satisfies TimexMatch[] };
}

/** Du 3 au 5: the later day closes it, and nothing that it could count may follow. */
function dayRange({ reader, from, to, day, joint }: DayAlone): Found | null {
  const start = joint?.end ?? to;
  const last = NUMBER_PARTS.Day?.read(reader, reader.sense(start, 'the')?.end ?? start);
  if (!last || (last.value as number) <= day || !breaksOff(reader, last.end)) return null;
  return {
    end: last.end,
    value: [
      { from, to, meaning: calendarDay(day), opensRange: true },
      { from: start, to: last.end, meaning: calendarDay(last.value as number) },
    ] satisfies TimexMatch[],
  };
}

// How far after a century's number the word for centuries may stand: the 20th and into the 21st century.
const CENTURY_REACH = 6;

/** Whether an ordinal belongs to centuries named after the next one: the 15th and 18th centuries. */
function isBeforeCenturies(reader: Reader, at: number): boolean {
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
