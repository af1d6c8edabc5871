import { isAccepted } from '../../rules/run';
import { countsSomething, NO_SHORT_YEAR, type ShortYearAlone } from '../exceptions/shortYear';
import type { Meaning, Mod } from '../expression';
import { NUMBER_PARTS, type WrittenYear } from '../grammar/numbers';
import type { CodedPart, DateRule, Found } from '../grammar/types';
import type { Reader } from '../lexicon';
import type { TimexMatch } from '../timexMatch';

/** A year of two digits alone, en 98: only where the words around leave no doubt. */
export const SHORT_YEAR_RULES: readonly DateRule[] = [
  { id: 'short-year-alone', pattern: 'ShortYearAlone', make: (c) => c.part<TimexMatch[]>('ShortYearAlone') },
];

/** Reads it by the words around, which no pattern sees. */
export const SHORT_YEAR_PARTS: Readonly<Record<string, CodedPart>> = {
  ShortYearAlone: { first: ['#', 'c:partWord', "w:'", 'w:‘'], read: readShortYearAlone },
};

function readShortYearAlone(reader: Reader, at: number): Found | null {
  const candidate = candidateAt(reader, at);
  if (candidate === null || !isAccepted(NO_SHORT_YEAR, candidate)) return null;
  const { from, to, yy, part } = candidate;
  const year: Meaning = { kind: 'calendar', yy };
  const meaning: Meaning = part === undefined ? year : { kind: 'part', mod: part as Mod, of: year };
  const first: TimexMatch = { from, to, meaning };
  const second = part === undefined ? secondYear(reader, to) : null;
  return second === null ? { end: to, value: [first] } : { end: second.to, value: [first, second] };
}

function candidateAt(reader: Reader, from: number): ShortYearAlone | null {
  const part = reader.sense(from, 'partWord');
  const start = part?.end ?? from;
  const year = NUMBER_PARTS.Year?.read(reader, start) ?? NUMBER_PARTS.ShortYear?.read(reader, start);
  const written = year?.value as WrittenYear | undefined;
  if (!year || !written?.short) return null;
  return { reader, yy: written.year, from, to: year.end, hasApostrophe: !reader.isNumber(start), part: part?.value };
}

/** Entre 97 et 99. */
function secondYear(reader: Reader, at: number): TimexMatch | null {
  const joint = reader.sense(at, 'and') ?? reader.sense(at, 'rangeTo');
  const year = joint === undefined ? null : NUMBER_PARTS.ShortYear?.read(reader, joint.end);
  if (!joint || !year || countsSomething(reader, year.end)) return null;
  return { from: joint.end, to: year.end, meaning: { kind: 'calendar', yy: (year.value as WrittenYear).year } };
}
