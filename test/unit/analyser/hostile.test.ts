import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DATES, hostileTexts, LANGUAGES, randomFrom } from '../../../scripts/lib/hostileTexts.mjs';
import { KINDS, longText } from '../../../scripts/lib/longTexts.mjs';
import { faultsOf } from '../../../scripts/lib/soundness.mjs';
import { createAnalyser } from '../../../server/src/core/analyser';
import type { ArticleAnalysis } from '../../../server/src/core/analysis';
import { civilDay, isoDay } from '../../../server/src/core/dates/calendar';
import { FEASTS, type Feast } from '../../../server/src/core/dates/resolve/feasts';

const failed: string[] = [];
const options = { onError: (layer: string, error: unknown): unknown => failed.push(`${layer}: ${error}`) };
const cold = createAnalyser({ ...options, reuse: false });

/** The analysis of a text, which no guard had to save. */
function analyse(text: string, more: { language?: string; date?: string | null } = {}): ArticleAnalysis {
  failed.length = 0;
  const analysis = cold.analyse({ id: 'x', text, ...more });
  expect(failed).toEqual([]);
  return analysis;
}

const folder = fileURLToPath(new URL('../../../samples/corpus', import.meta.url));
const samples = (fs.readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));

describe('hostile texts (npm run fuzz takes more of them)', () => {
  test.each([1, 2, 3])('give sound analyses, and the same after an edit (seed %i)', (seed) => {
    const texts = hostileTexts(randomFrom(seed), samples);
    const warm = createAnalyser();
    for (let n = 0; n < 100; n++) {
      const language = texts.one(LANGUAGES);
      const date = texts.one(DATES);
      const more = { ...(language !== undefined && { language }), ...(date !== undefined && { date }) };
      const text = texts.next();
      for (const each of [text, texts.edited(text)]) {
        const analysis = analyse(each, more);
        expect(faultsOf(analysis, each), JSON.stringify({ text: each, ...more })).toEqual([]);
        expect(warm.analyse({ id: 'x', text: each, ...more })).toEqual(analysis);
      }
    }
  });

  test.each(KINDS)('%s, over and over: a sound analysis', (kind) => {
    const text = longText(kind, 8_000);
    expect(faultsOf(analyse(text, { language: 'fr', date: '2017-01-15' }), text)).toEqual([]);
  });

  test('letters and apostrophes without end are one word', () => {
    const text = "a'".repeat(200_000);
    expect(faultsOf(analyse(text, { language: 'fr' }), text)).toEqual([]);
  });
});

describe('dates beyond the calendar', () => {
  const dates = (text: string, date: string | null, language = 'fr'): (string | undefined)[][] =>
    analyse(text, { language, date }).dates.map((found) => [found.text, found.value, found.earliest, found.latest]);

  test.each(['9999-12-31', '9999', '0001-01-01', '0600', '-4000'])(
    'a feast does not take the other dates with it (%s)',
    (date) => {
      const found = dates('Le Ramadan commence. Il est né le 3 mars 2017.', date);
      expect(found.map(([text]) => text)).toEqual(['Le Ramadan', 'le 3 mars 2017']);
    },
  );

  test('a feast of the moon falls into every year since its calendar began', () => {
    for (const id of ['ramadan', 'eidAlFitr', 'eidAlAdha']) {
      const feast = FEASTS[id] as Feast;
      const years = Array.from({ length: 9999 - 622 }, (_, n) => n + 623);
      expect(years.filter((year) => civilDay(feast(year, false)?.[0] ?? 0).year !== year)).toEqual([]);
      expect(feast(600, false)).toBeNull();
    }
    // by the arithmetic calendar; the moon was seen a day later
    expect(isoDay((FEASTS.ramadan as Feast)(2017, false)?.[0] as number)).toBe('2017-05-26');
  });

  test('what no year of four digits can be written for lies ahead or behind', () => {
    expect(dates('Il vient demain.', '9999-12-31')).toEqual([['demain', 'FUTURE_REF', undefined, undefined]]);
    expect(dates('Elle le verra dans dix ans.', '9995-06-01')).toEqual([['dans dix ans', 'FUTURE_REF', undefined, undefined]]);
    expect(dates('Il est venu hier.', '-9999-01-01')).toEqual([['hier', 'PAST_REF', undefined, undefined]]);
    expect(dates('Il est venu hier.', '0001-01-01')).toEqual([['hier', '0000-12-31', '0000-12-31', '0000-12-31']]);
  });

  test('a day counted from one of which the month is known', () => {
    const [, next] = analyse('Il parle aujourd’hui. Le lendemain, elle répond.', { language: 'fr', date: '2016-02' }).dates;
    expect(next).toMatchObject({ text: 'lendemain', value: '2016-02-XX', earliest: '2016-02-02', latest: '2016-03-01' });
  });

  test('an hour of today in a text without a date', () => {
    expect(dates('Rendez-vous aujourd’hui à 20 h.', null)).toEqual([
      ['aujourd’hui à 20 h', 'XXXX-XX-XXT20:00', undefined, undefined],
    ]);
  });
});

describe('digits that are not 0–9', () => {
  const values = (text: string, language = 'fr'): string[] =>
    analyse(text, { language, date: '2017-01-15' }).dates.map((date) => date.value);

  test('in full width they are read', () => {
    expect(values('Le ３ mars ２０１７, rien.')).toEqual(['2017-03-03']);
    expect(values('Pendant １２ jours, rien.')).toEqual(['P12D']);
    expect(values('２０１７-０３-０４', 'und')).toEqual(['2017-03-04']);
  });

  test.each([
    'Le ٣ mars ٢٠١٧.',
    'Le 3٣ mars.',
    'en ๒๕๖๐',
    'il y a ١٥ ans',
    '۲۰۱۷-۰۳-۰۴',
    'à ١٨:٣٠',
    'à १८ h ३०',
    'les années ٢٠',
    '1٣/05/2017',
  ])('of other scripts they are no numbers: no date out of thin air (%s)', (text) => {
    for (const language of ['fr', 'en', 'de', 'und']) {
      const analysis = analyse(text, { language, date: '2017-01-15' });
      expect(faultsOf(analysis, text)).toEqual([]);
      expect(analysis.dates.filter((date) => /\p{Nd}/u.test(date.text.replace(/[0-9]/g, '')))).toEqual([]);
    }
  });

  test('numbers too long to be reckoned with are no amounts', () => {
    expect(values(`Dans ${'9'.repeat(400)},5 ans.`)).toEqual([]);
    expect(values(`Dans 2,${'9'.repeat(400)} ans.`)).toEqual([]);
    expect(values('Pendant 2,5 heures.')).toEqual(['PT2.5H']);
  });
});

describe('quotations', () => {
  const spoken = (text: string, language = 'fr'): string[] => analyse(text, { language }).quotes.map((quote) => quote.text);
  const before = 'Le port a rouvert mardi.\n\nLa ville attend.\n\n';

  test('a mark that opens at the very end is no part of what stands before', () => {
    expect(spoken(`${before}"Nous attendons la fin des travaux", a-t-il confié "`)).toEqual([
      'Nous attendons la fin des travaux',
    ]);
    expect(spoken(`${before}« Nous attendons la fin des travaux », a-t-il confié «`)).toEqual([
      'Nous attendons la fin des travaux',
    ]);
    expect(spoken(`${before}“We are waiting for the end,” said Reed “`, 'en')).toEqual(['We are waiting for the end,']);
  });

  test('what two verbs bring in together is one quotation', () => {
    const text = `${before}Le syndicat réclame et appelle à manifester samedi devant la mairie.`;
    const { quotes } = analyse(text, { language: 'fr' });
    expect(new Set(quotes.map((quote) => String(quote.spans))).size).toBe(quotes.length);
  });
});
