import type { Reader } from '../lexicon';
import type { TimexMatch } from '../timexMatch';

// What the words around a match say, as several exceptions ask it.

/** A word in small letters that is none of grammar: a noun, an adjective, a verb. */
export const isContentWord = (reader: Reader, at: number): boolean =>
  /^\p{Ll}/u.test(reader.words[at] ?? '') && reader.sense(at, 'functionWord') === undefined;

/** Whether a match stands by "and", "to" or a comma after the one just read: January and March. */
export function isJoinedTo(reader: Reader, from: number, previous: TimexMatch | undefined): boolean {
  if (previous === undefined) return false;
  for (let i = previous.to; i < from; i++) {
    if (reader.sense(i, 'and') === undefined && reader.sense(i, 'rangeTo') === undefined && reader.words[i] !== ',') return false;
  }
  return from - previous.to <= 2;
}

/** Whether a name stands right before: Peugeot 2008, Windows 2000. */
export function followsName(reader: Reader, from: number, previous: TimexMatch | undefined): boolean {
  if (previous !== undefined && previous.to === from) return false;
  if (!reader.isCapital(from - 1) || reader.endingBefore(from, 'beforeYear') >= 0) return false;
  if (from - 1 === 0) return reader.sense(0, 'the') === undefined && reader.senses(0).length === 0;
  return reader.senses(from - 1).length === 0 || reader.tokens[from - 1]?.text.length === 1;
}

/** Whether a unit or what is counted follows: 2000 euros; en 1945 M. Durand has none. */
const countsUnit = (reader: Reader, to: number): boolean =>
  (reader.sense(to, 'unit') !== undefined || reader.sense(to, 'counted') !== undefined) &&
  !(reader.words[to]?.length === 1 && reader.isCapital(to) && reader.words[to + 1] === '.');

/** Whether a unit of measure, a currency or a per cent follows the number. */
export const isQuantity = (reader: Reader, to: number): boolean =>
  /^[%‰€$£¥°]$/.test(reader.words[to] ?? '') || countsUnit(reader, to);

/** Whether a word follows that the number may count: 2000 morts. Words of grammar do not. */
export function countsWhatFollows(reader: Reader, to: number): boolean {
  const token = reader.tokens[to];
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text)) return reader.isNumber(to);
  return reader.sense(to, 'functionWord') === undefined && reader.sense(to, 'month') === undefined;
}

/** The same, of a word that can be a plural: les photos de 2009 montrent, but un cortège de 2009 marcheurs. */
export function countsSeveral(reader: Reader, to: number): boolean {
  if (!countsWhatFollows(reader, to)) return false;
  const { plural } = reader.lexicon.pack;
  return plural === undefined || reader.isNumber(to) || countsUnit(reader, to) || plural.test(reader.words[to] ?? '');
}

/** The same, of a word that is a plural by its form. */
export function countsPlural(reader: Reader, to: number): boolean {
  const { plural } = reader.lexicon.pack;
  return plural !== undefined && countsWhatFollows(reader, to) && plural.test(reader.words[to] ?? '');
}

/** Whether a word is written in capitals throughout. */
export function isShouted(reader: Reader, at: number): boolean {
  const text = reader.tokens[at]?.text ?? '';
  return text === text.toUpperCase();
}
