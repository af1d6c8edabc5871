import { isCalendarDay } from '../calendar';
import type { Meaning } from '../expression';
import type { Reader } from '../lexicon';
import { standsAlone } from './numbers';
import type { CodedPart, Found } from './types';

/** The longest chain of digits joined by one separator that begins at a token: 30/09/2015, 2015-09-30, 27.3.15. */
function digitChain(
  reader: Reader,
  at: number,
): { readonly parts: readonly string[]; readonly separator: string; readonly end: number } | null {
  if (!reader.isNumber(at)) return null;
  const separator = reader.words[at + 1];
  if (separator === undefined || !/^[-/.‑]$/.test(separator)) return null;
  const parts = [reader.words[at] as string];
  let end = at + 1;
  while (parts.length < 4 && reader.words[end] === separator && reader.isNumber(end + 1)) {
    if (!reader.isGlued(end) !== !reader.isGlued(end + 1)) break;
    // spaced out only a slash still joins numbers to a date
    if (!reader.isGlued(end) && separator !== '/') break;
    parts.push(reader.words[end + 1] as string);
    end += 2;
  }
  return parts.length > 1 ? { parts, separator, end } : null;
}

function readNumericDate(reader: Reader, at: number): Found | null {
  const chain = digitChain(reader, at);
  if (chain === null || chain.parts.length > 3 || !standsAlone(reader, at, chain.end)) return null;
  const before = reader.words[at - 1];
  if (before !== undefined && reader.isGlued(at) && /^[-–—]$/.test(before)) return null;
  const value = chain.parts.length === 3 ? threeParts(reader, chain.parts) : twoParts(reader, at, chain.parts, chain.separator);
  return value === null ? null : { end: chain.end, value };
}

function threeParts(reader: Reader, parts: readonly string[]): Meaning | null {
  const [a, b, c] = parts.map(Number) as [number, number, number];
  const [la, lb, lc] = parts.map((part) => part.length) as [number, number, number];
  if (la === 4 && lb <= 2 && lc <= 2) return isCalendarDay(a, b, c) ? { kind: 'calendar', year: a, month: b, day: c } : null;
  if (la > 2 || lb > 2 || (lc !== 4 && lc !== 2)) return null;
  const dayFirst = reader.lexicon.pack.dayFirst ? b <= 12 : a > 12;
  const [day, month] = dayFirst ? [a, b] : [b, a];
  if (!isCalendarDay(lc === 4 ? c : 2000, month, day)) return null;
  return lc === 4 ? { kind: 'calendar', year: c, month, day } : { kind: 'calendar', yy: c, month, day };
}

function twoParts(reader: Reader, at: number, parts: readonly string[], separator: string): Meaning | null {
  const [a, b] = parts.map(Number) as [number, number];
  const [la, lb] = parts.map((part) => part.length) as [number, number];
  if (/^[$€£¥]$/.test(reader.words[at - 1] ?? '')) return null;
  const isYear = (n: number, length: number): boolean =>
    length === 4 && n >= (separator === '.' ? 1900 : 1500) && n < (separator === '.' ? 2100 : 2200);
  if (isYear(a, la) && (lb === 2 || separator === '/') && b >= 1 && b <= 12) return { kind: 'calendar', year: a, month: b };
  if (isYear(b, lb) && la <= 2 && a >= 1 && a <= 12) return { kind: 'calendar', year: b, month: a };
  if (la > 2 || lb > 2 || separator === '-' || separator === '‑') return null;
  // 3/4 is a fraction and 49.3 an article, unless the words before it speak of a day
  if (!announcesDay(reader, at, separator)) return null;
  const dayFirst = reader.lexicon.pack.dayFirst ? b <= 12 : a > 12;
  const [day, month] = dayFirst ? [a, b] : [b, a];
  return isCalendarDay(2000, month, day) ? { kind: 'calendar', month, day } : null;
}

function announcesDay(reader: Reader, at: number, separator: string): boolean {
  if (reader.endingBefore(at, 'weekday') >= 0) return true;
  if (reader.words[at - 1] === ',' && reader.endingBefore(at - 1, 'weekday') >= 0) return true;
  if (separator === '.') return reader.words[at + 3] === '.' && reader.endingBefore(at, 'beforeDay') >= 0;
  if (reader.endingBefore(at, 'beforeDay') >= 0 || closesRange(reader, at)) return true;
  // a text that is nothing else, such as a table's cell
  return at === 0 && reader.tokens.length <= 3;
}

/** From 5/22 to 5/28: after a day of the same form. */
function closesRange(reader: Reader, at: number): boolean {
  const to = reader.endingBefore(at, 'rangeTo');
  return to >= 3 && reader.isNumber(to - 1) && reader.words[to - 2] === '/' && announcesDay(reader, to - 3, '/');
}

/** The part of the grammar that reads dates in digits. */
export const NUMERIC_PARTS: Readonly<Record<string, CodedPart>> = {
  Numeric: { first: ['#'], read: readNumericDate },
};
