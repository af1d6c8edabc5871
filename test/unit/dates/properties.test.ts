// @ts-expect-error: the reference parser has no types
import edtfParser from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../server/src/core/dates/index';
import { packFor } from '../../../server/src/core/languages/registry';
import { datesOf, viewOf } from './support';

const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'und'];

/** Words that rules begin with, go on with and stumble over. */
const WORDS =
  'le la du au 3 12 31 98 2015 1er mai mars lundi mardi hier à et entre de 18 h 30 : / - . , fin début mi semaine dernière trois ans mois il y a dans après avant Noël veille siècle XIXe années 60 av. J.-C. tous les fois par the last next week ago in May 3rd 1990s p.m. at noon of uhr am vor Jahren hace días fa scorso geleden ’98 2016-17 30/09/2015 été «'.split(
    ' ',
  );

const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })))
  .map((words) => words.join(' '));
const date = fc.constantFrom(null, '2017', '2017-01', '2015-11-18', '-0043-03-15', 'nonsense', '2017-13');

describe('any text', () => {
  it('gives dates that lie in it, in order, apart from each other', () => {
    fc.assert(
      fc.property(text, date, fc.constantFrom(...LANGUAGES), (article, documentDate, language) => {
        let end = 0;
        for (const found of datesOf(article, language, documentDate)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(article.length);
          expect(found.text).toBe(article.slice(found.start, found.end));
          expect(found.value).not.toMatch(/NaN|undefined|null/);
          expect(`${found.edtf ?? ''}${found.earliest ?? ''}${found.latest ?? ''}`).not.toMatch(/NaN|undefined|null/);
          end = found.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives bounds that are days, the earlier first', () => {
    fc.assert(
      fc.property(text, (article) => {
        for (const { earliest, latest } of datesOf(article, 'fr', '2015-11-18')) {
          if (earliest === undefined || latest === undefined) continue;
          expect(earliest).toMatch(/^-?\d{4}-\d\d-\d\d$/);
          expect(latest).toMatch(/^-?\d{4}-\d\d-\d\d$/);
          if (!earliest.startsWith('-') && !latest.startsWith('-')) expect(earliest <= latest).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(text, (article) => {
        expect(datesOf(article, 'fr', '2017-01')).toEqual(datesOf(article, 'fr', '2017-01'));
      }),
    );
  });
});

describe('EDTF', () => {
  const sentences = [
    'Le 30 septembre 2015, puis en mars 2016 et début 2016.',
    'Depuis 2011, jusqu’en 2014, du 3 au 5 mai 2012, au XIXe siècle.',
    'Les années 1990, l’été 2015, le week-end dernier, hier, vers 1950.',
    'En 44 av. J.-C., la saison 2013/2014, au deuxième trimestre 2016.',
    'Il y a une dizaine d’années, la semaine prochaine, cet hiver.',
  ];

  it.each(sentences.flatMap((sentence) => ['2017-01', '2017-01-15', '2017'].map((day) => [day, sentence] as const)))(
    '%s: %s is written as the reference parser reads it',
    (day, sentence) => {
      const dates = datesOf(sentence, 'fr', day);
      expect(dates.length).toBeGreaterThan(1);
      for (const { edtf } of dates) {
        // an open beginning is EDTF that this parser does not know
        if (edtf === undefined || edtf.startsWith('..')) continue;
        expect(() => edtfParser(edtf)).not.toThrow();
      }
    },
  );
});

describe('time grows with the text, not faster', () => {
  const UNITS = [
    ' ',
    'le ',
    'du 3 au ',
    '3 ',
    'le lundi ',
    '12 mai et ',
    'de la fin de ',
    "l'",
    '1/',
    'un ',
    'vingt et ',
    'la veille de ',
    '18 h ',
    'entre ',
    'à 3 ',
    'trois mois après ',
    '2015-',
    'fin fin fin ',
  ];

  it.each(UNITS)('%s', (unit) => {
    const pack = packFor('fr').dates;
    const time = (length: number): number => {
      const view = viewOf(unit.repeat(Math.ceil(length / unit.length)), 'fr');
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 4; run++) {
        // processor time: other programs on the machine do not count
        const before = process.cpuUsage();
        findDates(view, pack);
        best = Math.min(best, process.cpuUsage(before).user / 1000);
      }
      return best;
    };
    time(2000);
    const small = time(4000);
    const large = time(32_000);
    // eight times the text: a square would take sixty-four times as long
    expect(large).toBeLessThan(Math.max(150, small * 40));
  });
});
