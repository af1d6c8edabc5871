import { own } from '../members';
import { DISPLAY_WORDS, type DisplayWords } from './displayWords';
import type { Day } from './isoDay';

/** How a language of the interface says dates: its names and orders as the platform has them, and the words around. */
export interface Speaker {
  /** BCP 47, without a region. */
  readonly language: string;
  readonly words: DisplayWords;
}

/** For an interface language (BCP 47); English where the platform has none of that name. */
export function speakerOf(uiLanguage: string): Speaker {
  const [primary = ''] = uiLanguage.toLowerCase().split(/[-_]/);
  const language = isSpoken(primary) ? primary : 'en';
  return { language, words: own(DISPLAY_WORDS, language) ?? { ...DISPLAY_WORDS.en, own: false } };
}

const isSpoken = (language: string): boolean =>
  /^\p{Ll}{2,3}$/u.test(language) && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;

/** What is said of a day. */
export type Fields = keyof typeof FIELDS;

const FIELDS = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  monthDay: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  monthAlone: { month: 'long' },
  weekday: { weekday: 'long' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Says what is asked of a day, as its language orders and spells it. */
export function sayFields(day: Day, fields: Fields, { language, words }: Speaker): string {
  const said = formatOf(language, fields)
    .formatToParts(dateOf(day))
    .map(({ type, value }) => {
      if (type === 'year') return sayYear(day.year, words);
      if (type === 'day') return sayDayNumber(day.day, words);
      return value;
    });
  return said.join('').trim();
}

/** The number of a day: 1er. */
export const sayDayNumber = (day: number, words: DisplayWords): string => (day === 1 ? words.firstDay : undefined) ?? String(day);

/** A year, which may lie before our era. */
export const sayYear = (year: number, words: DisplayWords): string =>
  year > 0 ? String(year) : words.bce.replace('{0}', String(1 - year));

/** What stands between the two ends of a stretch of days. */
export function betweenDays({ language }: Speaker): string {
  const [from, to] = [dateOf({ year: 2020, month: 3, day: 5 }), dateOf({ year: 2021, month: 4, day: 6 })];
  return /\s*[–—-]\s*/u.exec(formatOf(language, 'day').formatRange(from, to))?.[0] ?? ' – ';
}

// A cache: making a format takes longer than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, fields: Fields): Intl.DateTimeFormat {
  const key = `${language} ${fields}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const fixed = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' };
  const format = new Intl.DateTimeFormat(language, { ...fixed, ...FIELDS[fields] });
  formats.set(key, format);
  return format;
}

function dateOf({ year, month, day }: Day): Date {
  const date = new Date(0);
  // of two digits a constructor makes a year of the last century
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
