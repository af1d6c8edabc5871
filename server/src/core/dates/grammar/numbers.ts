import type { PlacedSense, Reader } from '../lexicon';
import type { CodedPart, Found } from './types';

/** A year as written: two digits stay two digits (`short`), for the resolver to place in a century. */
export interface WrittenYear {
  readonly year: number;
  readonly short?: boolean;
}

const digitsAt = (reader: Reader, at: number): string => (reader.isNumber(at) ? (reader.words[at] as string) : '');

/** Whether a number stands by itself: not inside 3.14, 10 000, 01.40.20 or A-380. */
export function standsAlone(reader: Reader, at: number, end: number, joins = /^[.,:/]$/): boolean {
  const before = reader.words[at - 1];
  if (before !== undefined && reader.isGlued(at)) {
    if (joins.test(before) && reader.isNumber(at - 2) && reader.isGlued(at - 1)) return false;
    if (/^[$€£¥#+]$/.test(before)) return false;
    if (/^[\p{L}]/u.test(before) && !/'$/.test(before)) return false;
  }
  const after = reader.words[end];
  if (after === undefined || !reader.isGlued(end)) return true;
  if (/^[%€$£°]$/.test(after)) return false;
  return !(joins.test(after) && reader.isNumber(end + 1) && reader.isGlued(end + 1));
}

/** Number words: adds and multiplies as far as the words go. Gives the value and where it ends. */
function readNumerals(reader: Reader, at: number): Found | null {
  let total = 0;
  let current = 0;
  let last = Number.POSITIVE_INFINITY;
  let end = -1;
  let i = at;
  for (let words = 0; words < 12; words++) {
    const sense = reader.sense(i, 'numeral');
    if (sense === undefined) break;
    const n = sense.number;
    // in one word with others it is whole; hundreds have words of their own in some languages
    if (n > 100 && n !== 1000) {
      if (current > 0 || (n > 1000 && total > 0)) break;
      current = n;
      last = 100;
      end = i = sense.end;
      if (reader.sense(i, 'numeralAnd') !== undefined && reader.sense(i + 1, 'numeral') !== undefined) i++;
      continue;
    }
    if (n === 100) {
      if (current > 99) break;
      current = Math.max(1, current) * 100;
    } else if (n === 1000) {
      if (total > 0) break;
      total = Math.max(1, current) * 1000;
      current = 0;
    } else {
      if (!fits(current % 100, n, last)) break;
      current += n;
    }
    last = n;
    end = sense.end;
    i = sense.end;
    const joined = (reader.words[i] === '-' && reader.isGlued(i)) || reader.sense(i, 'numeralAnd') !== undefined;
    if (joined && (current > 0 || total > 0)) i++;
  }
  return end < 0 ? null : { end, value: total + current };
}

/** Whether a number word can follow within a hundred: tens take units, and what French builds on 60 and 80 takes up to 19. */
function fits(current: number, n: number, last: number): boolean {
  if (current === 0) return true;
  if (n >= 20 || last < 20) return false;
  if (last === 100) return true;
  return n < 10 || (n < 20 && (last === 60 || last === 80));
}

const readNumber = (reader: Reader, at: number): Found | null => {
  const digits = digitsAt(reader, at);
  if (digits === '') return readNumerals(reader, at);
  if (digits.length > 9 || !standsAlone(reader, at, at + 1)) return null;
  if (isThousandsGroup(reader, at)) return null;
  let end = at + 1;
  let value = Number(digits);
  for (; digits.length <= 3 && value > 0 && value < 1e6 && isThousandsGroup(reader, end); end++)
    value = value * 1000 + Number(reader.words[end]);
  return { end, value };
};

/** Three digits after one to three others, as in 28 000. */
function isThousandsGroup(reader: Reader, at: number): boolean {
  return digitsAt(reader, at).length === 3 && reader.isNumber(at - 1) && digitsAt(reader, at - 1).length <= 3;
}

const readDay = (reader: Reader, at: number): Found | null => {
  const digits = digitsAt(reader, at);
  if (digits !== '') {
    const n = Number(digits);
    if (digits.length > 2 || n < 1 || n > 31) return null;
    // "1 er août", as some texts space it
    const attached = reader.isGlued(at + 1) || (reader.words[at + 1] === 'er' && n === 1);
    const suffix = attached ? reader.sense(at + 1, 'ordinalSuffix') : undefined;
    return suffix === undefined ? { end: at + 1, value: n } : { end: suffix.end, value: n };
  }
  const ordinal = reader.sense(at, 'ordinal');
  if (ordinal !== undefined && ordinal.number >= 1 && ordinal.number <= 31) return { end: ordinal.end, value: ordinal.number };
  const words = readNumerals(reader, at);
  if (words === null) return null;
  const tail = ordinalTail(reader, words);
  const n = (tail ?? words).value as number;
  return n >= 2 && n <= 31 ? (tail ?? words) : null;
};

/** twenty-first: a number word that an ordinal ends. */
function ordinalTail(reader: Reader, words: Found): Found | null {
  const at = reader.words[words.end] === '-' ? words.end + 1 : words.end;
  const ordinal = reader.sense(at, 'ordinal');
  const tens = words.value as number;
  if (ordinal === undefined || tens % 10 !== 0 || tens < 20 || ordinal.number > 9 || ordinal.number < 1) return null;
  return { end: ordinal.end, value: tens + ordinal.number };
}

const readOrdinal = (reader: Reader, at: number): Found | null => {
  const digits = digitsAt(reader, at);
  if (digits !== '') {
    const suffix = reader.isGlued(at + 1) ? reader.sense(at + 1, 'ordinalSuffix') : undefined;
    return suffix === undefined || digits.length > 3 ? null : { end: suffix.end, value: Number(digits) };
  }
  const sense: PlacedSense | undefined = reader.sense(at, 'ordinal');
  if (sense !== undefined) return { end: sense.end, value: sense.number };
  const words = readNumerals(reader, at);
  return words === null ? null : ordinalTail(reader, words);
};

const readYear = (reader: Reader, at: number): Found | null => {
  const digits = digitsAt(reader, at);
  if (digits.length === 4) {
    const year = Number(digits);
    // a slash may join a year to the next: 2016/2017
    if (year < 1000 || year > 2999 || !standsAlone(reader, at, at + 1, /^[.,:]$/)) return null;
    return { end: at + 1, value: { year } satisfies WrittenYear };
  }
  if (
    (reader.words[at] === "'" || reader.words[at] === '‘' || reader.words[at] === '’') &&
    reader.isNumber(at + 1) &&
    reader.isGlued(at + 1)
  ) {
    const short = digitsAt(reader, at + 1);
    return short.length === 2 && standsAlone(reader, at + 1, at + 2)
      ? { end: at + 2, value: { year: Number(short), short: true } satisfies WrittenYear }
      : null;
  }
  if (digits !== '') return null;
  const words = readNumerals(reader, at);
  if (words === null) return null;
  const n = words.value as number;
  if (n >= 1100 && n < 2200 && (words.end - at >= 2 || (reader.sense(at, 'numeral')?.number ?? 0) > 1000))
    return { end: words.end, value: { year: n } satisfies WrittenYear };
  return n >= 11 && n <= 20 ? wordPairYear(reader, words) : null;
};

/** nineteen eighty-four: a century and a year in it, each a number word. */
function wordPairYear(reader: Reader, century: Found): Found | null {
  const rest = readNumerals(reader, century.end);
  if (rest === null || (rest.value as number) < 10 || (rest.value as number) > 99) return null;
  return { end: rest.end, value: { year: (century.value as number) * 100 + (rest.value as number) } satisfies WrittenYear };
}

const readShortYear = (reader: Reader, at: number): Found | null => {
  const digits = digitsAt(reader, at);
  // a slash may join it to the year before: 2015/16
  return digits.length === 2 && standsAlone(reader, at, at + 1, /^[.,:]$/)
    ? { end: at + 1, value: { year: Number(digits), short: true } satisfies WrittenYear }
    : null;
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a Roman numeral up to 399; 0 where it is not one. */
function romanValue(word: string): number {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(word)) return 0;
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const n = ROMAN[word[i] as string] as number;
    sum += n < (ROMAN[word[i + 1] as string] ?? 0) ? -n : n;
  }
  return sum;
}

/** XIX, XIXe, 19e, 19th, dix-neuvième: the number of a century. */
const readCentury = (reader: Reader, at: number): Found | null => {
  const ordinal = readOrdinal(reader, at);
  if (ordinal !== null) return ordinal;
  const word = reader.words[at] ?? '';
  if (!/^[ivxlc]/.test(word) || !reader.isCapital(at)) return null;
  const whole = romanValue(word);
  // XX e siècle: the ending that was set high above the line
  if (whole > 0) return { end: /^(?:e|er|ème|eme)$/.test(reader.words[at + 1] ?? '') ? at + 2 : at + 1, value: whole };
  const numeral = /^([ivxl]+)(?:e|er|ème|eme)$/.exec(word);
  const value = numeral === null ? 0 : romanValue(numeral[1] as string);
  return value > 0 ? { end: at + 1, value } : null;
};

const WORDS = ['c:numeral', '#'];
// What can be glued to a number in digits, or stand after it where the text was set so.
const SUFFIXES = ['c:ordinalSuffix', ...['e', 'er', 'ème', 'eme'].map((ending) => `w:${ending}`)];
// What a century can begin with, written in Roman numerals: up to XXX, with the endings that French and its neighbours write.
const ROMANS = Array.from({ length: 30 }, (_, i) => toRoman(i + 1)).flatMap((roman) =>
  ['', 'e', 'er', 'ème', 'eme'].map((ending) => `w:${roman}${ending}`),
);

function toRoman(n: number): string {
  return 'x'.repeat(Math.floor(n / 10)) + (['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][n % 10] as string);
}

/** The parts of the grammar that read numbers. */
export const NUMBER_PARTS: Readonly<Record<string, CodedPart>> = {
  Num: { first: WORDS, longer: ['#'], read: readNumber },
  Day: { first: [...WORDS, 'c:ordinal'], longer: SUFFIXES, read: readDay },
  Ord: { first: [...WORDS, 'c:ordinal'], longer: SUFFIXES, read: readOrdinal },
  Year: { first: [...WORDS, "w:'", 'w:‘', 'w:’'], longer: [], read: readYear },
  ShortYear: { first: ['#'], longer: [], read: readShortYear },
  // the hour of 18:30: the colon after it does not make it part of a longer number
  HourColon: {
    first: ['#'],
    longer: [],
    read: (reader, at) =>
      digitsAt(reader, at).length <= 2 &&
      Number(digitsAt(reader, at)) <= 24 &&
      !(reader.isGlued(at) && /^[.,:/$€£]$/.test(reader.words[at - 1] ?? ''))
        ? { end: at + 1, value: reader.words[at] }
        : null,
  },
  Digits: {
    first: ['#'],
    longer: [],
    read: (reader, at) => (reader.isNumber(at) ? { end: at + 1, value: reader.words[at] } : null),
  },
  Century: { first: [...WORDS, 'c:ordinal', ...ROMANS], longer: SUFFIXES, read: readCentury },
};
