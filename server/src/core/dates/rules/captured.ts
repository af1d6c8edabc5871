import type { Amount, DayPart, Direction, Meaning, Mod, Unit } from '../expression';
import type { WrittenYear } from '../grammar/numbers';
import type { Captures } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';

/** How many: a number, or null where none is given (some days). */
export interface Quantity {
  readonly n: number | null;
  readonly mod?: Mod;
}

/** The meaning that a part of the grammar caught under a name. */
export const meaning = (c: Captures, name: string): Meaning => c.part<Meaning>(name) as Meaning;

/** All that a rule matched, as one expression of this meaning; null where there is none. */
export const whole = (c: Captures, means: Meaning | null | undefined): TimexMatch[] | null =>
  means === null || means === undefined ? null : [{ from: c.at, to: c.end, meaning: means }];

/** The unit caught under a name. */
export function unitOf(c: Captures, name = 'unit'): Unit {
  return c.value(name) as Unit;
}

/** The amount caught; a unit by itself is one of it. */
export const amountIn = (c: Captures): Amount => c.part<Amount>('Amount') ?? { parts: [{ n: 1, unit: unitOf(c) }] };

/** The year caught, as a field of a meaning; two digits lie in the last century. */
export const yearIn = (c: Captures): { readonly year?: number } => {
  const year = c.part<WrittenYear>('Year');
  return year === undefined ? {} : { year: year.short ? 1900 + year.year : year.year };
};

/** Which one is meant, as a field of a meaning: last, this, next. */
export const directionIn = (c: Captures): { readonly direction?: Direction } =>
  c.has('which') ? { direction: c.number('which') as Direction } : c.has('this') ? { direction: 0 } : {};

/** An amount before or after the document's date or the text's. */
export function shift(sign: 1 | -1, from: 'document' | 'text') {
  return (c: Captures): Meaning => ({ kind: 'shift', amount: amountIn(c), sign, from });
}

/** The part of the day caught: this evening, Monday morning, in the night of the 3rd. */
export function dayPartOf(c: Captures, day?: Meaning): Extract<Meaning, { kind: 'dayPart' }> {
  return {
    kind: 'dayPart',
    part: c.value('dayPart') as DayPart,
    ...(day && { day }),
    ...(c.has('partWord') && { mod: c.value('partWord') as Mod }),
  };
}

/** Units of the clock: no date is counted in them. */
export const CLOCK_UNITS = /^T/;

/** Whether the unit caught has a form that only several of it have; mois is one and many. */
export const isSurelyPlural = (c: Captures): boolean =>
  c.reader.sense(c.from('unit'), 'units') !== undefined && c.reader.sense(c.from('unit'), 'sameNumber') === undefined;

/** Several of a unit, by the form of the word or of its article: the coming weeks are no week. */
export const isPlural = (c: Captures): boolean =>
  isSurelyPlural(c) ||
  (c.has('which') && c.reader.sense(c.from('which'), 'pluralWhich') !== undefined) ||
  (c.reader.sense(c.from('unit'), 'units') !== undefined && c.reader.sense(c.at, 'these') !== undefined);

/** Six ans après: by itself, not before a noun that it is counted from (six ans après sa victoire). */
export function standsFree(c: Captures): boolean {
  const last = ['after', 'before', 'textWhich'].some((cls) => c.reader.sense(c.end - 1, cls) !== undefined);
  const next = c.reader.words[c.end];
  return !last || next === undefined || !/^[\p{L}\p{N}]/u.test(next) || c.reader.sense(c.end, 'and') !== undefined;
}

/** Une heure plus tard: counted hours and minutes are an amount where the language leaves what counts from them outside; quelques jours après too, but not quelques jours plus tard. */
export function isDurationAlone(c: Captures): boolean {
  const at = c.to('Amount');
  if (c.reader.sense(at, 'laterOutside') === undefined) return false;
  const isSaidWhole = c.reader.sense(at, 'after') === undefined && c.reader.sense(at, 'before') === undefined;
  return amountIn(c).parts.every(({ n, unit }) => (n === null ? !isSaidWhole : CLOCK_UNITS.test(unit)));
}

/** Whether a meaning is one day, of which there can be a part or an hour. */
export const isDay = (m: Meaning): boolean => {
  switch (m.kind) {
    case 'deictic':
    case 'feast':
      return true;
    case 'calendar':
      return m.day !== undefined || m.weekday !== undefined;
    case 'shift':
      return m.amount.parts.some((p) => p.unit === 'D' || p.unit === 'W');
    case 'nth':
      return m.unit === 'weekday' || m.unit === 'D';
    default:
      return m.kind === 'same' && m.unit === 'D';
  }
};

/** Whether no word like -là follows "that" in the language: that night. */
export const saysThatAlone = (c: Captures): boolean => (c.reader.lexicon.pack.classes.there ?? '') === '';
