import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { readNumericDate, readWrittenDate } from '../../../server/src/core/dates/writtenDate';
import { packFor } from '../../../server/src/core/languages/registry';

const LEAD = 'Le port de Vell a rouvert hier après trois semaines de travaux, et les bateaux sont sortis.';
const analyser = createAnalyser({ defaultLanguage: 'fr' });

const offered = (text: string, file?: string) =>
  analyser
    .dateCandidates({ id: 'x', text, ...(file !== undefined && { file }) })
    .map(({ date, origin, span }) => [date, origin, span && text.slice(span.start, span.end)]);

describe('dates offered for an article', () => {
  it.each<[string, string, string | undefined, unknown[]]>([
    ['the header’s', ` date 2017-01 ${LEAD}`, undefined, [['2017-01', 'header', '2017-01']]],
    ['a dateline with its year', `VELL, 3 mars 2017 (Mira) – ${LEAD}`, undefined, [['2017-03-03', 'dateline', '3 mars 2017']]],
    ['a line of its own', `Le port rouvre\n\n3 mars 2017\n\n${LEAD}`, undefined, [['2017-03-03', 'dateline', '3 mars 2017']]],
    [
      'when it was published',
      `Le port rouvre\n\nPublié le 3 mars 2017 à 10 h 30\n\n${LEAD}`,
      undefined,
      [['2017-03-03', 'published', 'le 3 mars 2017']],
    ],
    [
      'a dateline within the header’s month, before that',
      ` date 2017-01 MOSCOU, 12 janvier – ${LEAD}`,
      undefined,
      [
        ['2017-01-12', 'dateline', '12 janvier'],
        ['2017-01', 'header', '2017-01'],
      ],
    ],
    [
      'a dateline of another month does not outweigh it',
      ` date 2017-01 MOSCOU, 12 mars 2016 – ${LEAD}`,
      undefined,
      [
        ['2017-01', 'header', '2017-01'],
        ['2016-03-12', 'dateline', '12 mars 2016'],
      ],
    ],
    [
      'a dateline without a year, by the name',
      `MOSCOU, 12 janvier – ${LEAD}`,
      'press/2017-01/a.txt',
      [
        ['2017-01-12', 'dateline', '12 janvier'],
        ['2017-01', 'fileName', undefined],
      ],
    ],
    ['a dateline without a year', `MOSCOU, 12 janvier – ${LEAD}`, undefined, []],
    ['the name', LEAD, 'lemonde_2017_03_04.txt', [['2017-03-04', 'fileName', undefined]]],
    ['digits in a row', LEAD, '20170304-x.txt', [['2017-03-04', 'fileName', undefined]]],
    ['the day first', LEAD, '28-03-2017.txt', [['2017-03-28', 'fileName', undefined]]],
    [
      'the day first or the month',
      LEAD,
      'x_04-03-2017.txt',
      [
        ['2017-03-04', 'fileName', undefined],
        ['2017-04-03', 'fileName', undefined],
      ],
    ],
    ['a name with a day that is none', LEAD, '2017-02-31.txt', []],
    ['the same once', ` date 2017-03-04 ${LEAD}`, '2017-03-04.txt', [['2017-03-04', 'header', '2017-03-04']]],
    ['none', `${LEAD} Le 3 mars 2017, il avait fermé.`, 'a.txt', []],
    [
      'accents in pieces',
      `Le port rouvre\n\nPublie\u0301 le 3 mars 2017 a\u0300 10 h\n\n${LEAD}`,
      undefined,
      [['2017-03-03', 'published', 'le 3 mars 2017']],
    ],
  ])('%s', (_, text, file, expected) => {
    expect(offered(text, file)).toEqual(expected);
  });

  it('in English', () => {
    const text = 'LEITH, March 3, 2017 (Mira) — The ferry was late again yesterday, and hundreds of people had to wait for it.';
    expect(offered(text)).toEqual([['2017-03-03', 'dateline', 'March 3, 2017']]);
  });
});

describe('a dateline finer than what is known', () => {
  const dates = (text: string, date?: string) =>
    analyser.analyse({ id: 'x', text, language: 'fr', ...(date && { date }) }).dates.map((d) => [d.text, d.value, d.anchor]);

  it('is what the days of its article count from', () => {
    const text = ` date 2017-01 MOSCOU, 12 janvier – ${LEAD}`;
    expect(dates(text)).toEqual([
      ['2017-01', '2017-01', undefined],
      ['12 janvier', '2017-01-12', 'document date'],
      ['hier', '2017-01-11', '12 janvier'],
      ['trois semaines', 'P3W', undefined],
    ]);
    const hier = analyser.analyse({ id: 'x', text, language: 'fr' }).dates.find((date) => date.text === 'hier');
    expect(hier?.anchorStart).toBe(text.indexOf('12 janvier'));
  });

  it('with an agency, alone on its line, or where the month is given from outside', () => {
    for (const text of [`MOSCOU, 12 janvier (Mira) – ${LEAD}`, `Le port rouvre\n\nMoscou, le 12 janvier\n\n${LEAD}`])
      expect(dates(text, '2017-01')).toContainEqual(['hier', '2017-01-11', expect.stringMatching(/^(?:le )?12 janvier$/)]);
  });

  it('not where it lies outside, nor a day that running text names, nor where the day is known', () => {
    const vague = ['hier', '2017-01-XX', 'document date'];
    expect(dates(`MOSCOU, 12 mars – ${LEAD}`, '2017-01')).toContainEqual(vague);
    expect(dates(`Le 12 janvier – jour de fête – tout est fermé. ${LEAD}`, '2017-01')).toContainEqual(vague);
    expect(dates(`MOSCOU, 12 janvier – ${LEAD}`, '2017-01-15')).toContainEqual(['hier', '2017-01-14', 'document date']);
  });
});

describe('a header whose date is in words', () => {
  const of = (pattern: string, text: string) =>
    createAnalyser({ headerPatterns: [pattern] }).analyse({ id: 'x', text, language: 'fr' });

  it.each([
    ['[^,\\n]+, (?<date>\\d+ \\p{L}+ \\d{4}) - ', `Le Phare, 3 mars 2017 - ${LEAD}`, '2017-03-03'],
    ['\\[(?<date>[^\\]]+)\\]', `[03/03/2017] ${LEAD}`, '2017-03-03'],
    ['(?<date>.+)\\n', `March 3, 2017\n${LEAD}`, '2017-03-03'],
  ])('%s', (pattern, text, date) => {
    const analysis = of(pattern, text);
    expect(analysis.date).toBe(date);
    expect(analysis.dates.find((d) => d.text === 'hier')?.value).toBe('2017-03-02');
    expect(analysis.dates[0]).toMatchObject({ value: date });
  });

  it('that is none is left out', () => {
    expect(of('(?<date>\\S+) ', `hop ${LEAD}`).date).toBeNull();
  });
});

describe('dates as people write them', () => {
  it.each([
    ['2017-03-04', '2017-03-04'],
    ['2017/3/4', '2017-03-04'],
    ['2017-03', '2017-03'],
    ['2017', '2017'],
    ['20170304', '2017-03-04'],
    ['04/03/2017', '2017-03-04'],
    ['3.4.2017', '2017-04-03'],
    ['03/28/2017', '2017-03-28'],
    ['03/2017', '2017-03'],
    ['2017-03-04T10:00:00Z', '2017-03-04'],
    ['2017-02-31', null],
    ['2017-13', null],
    ['demain', null],
    ['', null],
  ])('%s', (words, date) => {
    expect(readNumericDate(words)).toBe(date);
  });

  it('in words', () => {
    expect(readWrittenDate('3 mars 2017', packFor('fr'))).toBe('2017-03-03');
    expect(readWrittenDate('mars 2017', packFor('fr'))).toBe('2017-03');
    expect(readWrittenDate('4. März 2017', packFor('de'))).toBe('2017-03-04');
    expect(readWrittenDate('le 3 mars', packFor('fr'))).toBeNull();
  });
});
