import type { Amount, Direction, Meaning } from '../expression';
import { unitOf } from './amounts';
import type { WrittenYear } from './numbers';
import type { Captures } from './pattern';

/** The meaning that a part of the grammar caught under a name. */
export const meaning = (c: Captures, name: string): Meaning => c.part<Meaning>(name) as Meaning;
/** The year caught, as a field of a meaning; two digits lie in the last century. */
export const yearIn = (c: Captures): { readonly year?: number } => {
  const year = c.part<WrittenYear>('Year');
  return year === undefined ? {} : { year: year.short ? 1900 + year.year : year.year };
};
/** Which one is meant, as a field of a meaning: last, this, next. */
export const directionIn = (c: Captures): { readonly direction?: Direction } =>
  c.has('which') ? { direction: c.number('which') as Direction } : c.has('this') ? { direction: 0 } : {};

/** Units of the clock: no date is counted in them. */
export const CLOCK_UNITS = /^T/;

/** A season, quarter or half of a year. */
export const partOfYear =
  (unit: 'SN' | 'Q' | 'S') =>
  (c: Captures): Meaning | null => {
    const n =
      unit === 'SN'
        ? c.number('season')
        : (c.part<number>('Ord') ?? (c.has('quarterCode') ? c.number('quarterCode') : c.number('halfCode')));
    const most = unit === 'SN' || unit === 'Q' ? 4 : 2;
    if (Number.isNaN(n) || n > most || n === 0) return null;
    const reference = c.part<number>('YearRef');
    return {
      kind: 'partOfYear',
      unit,
      n: n < 0 ? most : n,
      ...yearIn(c),
      ...directionIn(c),
      ...(reference !== undefined && { yearOf: { kind: 'unit', unit: 'Y', offset: reference, from: 'document' } }),
      ...(c.has('textYear') && { yearOf: { kind: 'unit', unit: 'Y', offset: 0, from: 'text' } }),
    };
  };

/** An amount before or after the document's date or the text's. */
export function shift(sign: 1 | -1, from: 'document' | 'text') {
  return (c: Captures): Meaning => ({ kind: 'shift', amount: amountIn(c), sign, from });
}

/** The amount caught; a unit by itself is one of it. */
export const amountIn = (c: Captures): Amount => c.part<Amount>('Amount') ?? { parts: [{ n: 1, unit: unitOf(c) }] };

/** The nth of something in something else. */
export function nth(c: Captures): Meaning | null {
  const n = c.part<number>('Ord') ?? c.number('which');
  const of = meaning(c, 'Base');
  if (of.kind === 'deictic' || (of.kind === 'calendar' && of.day !== undefined)) return null;
  if (c.has('weekday')) return { kind: 'nth', n, unit: 'weekday', weekday: c.number('weekday'), of };
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit)) return null;
  // the first days, the last months: its beginning, its end
  if (c.reader.sense(c.from('unit'), 'units') !== undefined && c.reader.sense(c.from('unit'), 'sameNumber') === undefined)
    return n === 1 || n === -1 ? { kind: 'part', mod: n === 1 ? 'START' : 'END', of } : null;
  return { kind: 'nth', n, unit, of };
}

/** Six ans après: by itself, not before a noun that it is counted from (six ans après sa victoire). */
export function standsFree(c: Captures): boolean {
  const last = ['after', 'before', 'textWhich'].some((cls) => c.reader.sense(c.end - 1, cls) !== undefined);
  const next = c.reader.words[c.end];
  return !last || next === undefined || !/^[\p{L}\p{N}]/u.test(next) || c.reader.sense(c.end, 'and') !== undefined;
}

/** Une heure plus tard, quelques jours plus tard: hours and minutes, and days of which nobody says how many, are an amount where the language leaves what counts from them outside. */
export function isDurationAlone(c: Captures): boolean {
  return (
    c.reader.sense(c.to('Amount'), 'laterOutside') !== undefined &&
    amountIn(c).parts.every(({ n, unit }) => n === null || CLOCK_UNITS.test(unit))
  );
}
