import { readWrittenDate } from '../../core/dates/writtenDate';
import { packFor } from '../../core/languages/registry';

/** Which of two figures is the day where both could be: `04/03/2017`. */
export type DayOrder = 'day-first' | 'month-first';

/** The languages whose dates in words are understood, likeliest first. */
const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'];

/** A date as a file has it, as EDTF to the day, month or year: figures, words (`mardi 12 janvier 2016`), seconds since 1970. */
export function readImportedDate(words: string, order: DayOrder = 'day-first'): string | null {
  const said = words
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\b1er\b/g, '1er')
    .trim();
  const seconds = /^(\d{10})(\d{3})?$/.exec(said)?.[1];
  if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const figures = order === 'month-first' ? said.replace(/^(\d{1,2})([-/.])(\d{1,2})\2(?=\d{4})/, '$3$2$1$2') : said;
  for (const language of LANGUAGES) {
    for (const candidate of [figures, figures.replace(/^\p{L}+,?\s+(?=\d|\p{L}+\s+\d)/u, '')]) {
      const date = readWrittenDate(candidate, packFor(language));
      if (date !== null) return date;
    }
  }
  const within = /\b\d{4}-\d\d-\d\d\b|\b\d\d?[/.]\d\d?[/.]\d{4}\b/.exec(figures)?.[0];
  return within === undefined ? null : readWrittenDate(within, packFor('fr'));
}
