import type { LanguagePack } from '../languages/pack';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokens';
import { isCalendarDay, isoDate } from './calendar';
import { findCandidates } from './find';

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d\d?)(?:\2(\d\d?))?)?(?:[T ]\d\d?:\d\d.*)?$/;
const COMPACT = /^((?:1[5-9]|20)\d\d)(\d\d)(\d\d)$/;
const DAY_FIRST = /^(\d\d?)([-/.])(\d\d?)\2(\d{4})$/;
const MONTH_FIRST = /^(\d\d?)[-/.](\d{4})$/;

/**
 * A date that is written in figures, as EDTF to the year, month or day: `2017-03-04`, `2017/03`, `20170304`, `04/03/2017`.
 * The day comes before the month where both could be; null where it is not one that a calendar has.
 */
export function readNumericDate(words: string): string | null {
  const said = words.trim();
  const yearFirst = YEAR_FIRST.exec(said);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const compact = COMPACT.exec(said);
  if (compact) return dateOf(compact[1], compact[2], compact[3]);
  const dayFirst = DAY_FIRST.exec(said);
  if (dayFirst) return dateOf(dayFirst[4], dayFirst[3], dayFirst[1]) ?? dateOf(dayFirst[4], dayFirst[1], dayFirst[3]);
  const monthFirst = MONTH_FIRST.exec(said);
  return monthFirst ? dateOf(monthFirst[2], monthFirst[1]) : null;
}

/** The same for a date in words too, in a language: `3 mars 2017`, `mars 2017`. Null without its year. */
export function readWrittenDate(words: string, pack: LanguagePack): string | null {
  const numeric = readNumericDate(words);
  if (numeric !== null) return numeric;
  const text = words.trim();
  const tokens = tokenize(text, pack.text);
  for (const { meaning } of findCandidates({ text, tokens, sentences: splitSentences(tokens, pack.text) }, pack.dates)) {
    if (meaning.kind !== 'calendar' || meaning.year === undefined || meaning.bce) continue;
    return dateOf(String(meaning.year), meaning.month?.toString(), meaning.day?.toString());
  }
  return null;
}

/** As EDTF, where there is such a day. */
function dateOf(year: string | undefined, month?: string, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (!isCalendarDay(y, m, d)) return null;
  return isoDate(y, month === undefined ? undefined : m, day === undefined ? undefined : d);
}
