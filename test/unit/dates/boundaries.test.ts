import { describe, expect, it } from 'vitest';
import { inCentury } from '../../../server/src/core/dates/resolve/calendarDate';
import { datesOf, lines } from './support';

/** Extent, EDTF and days of each date. */
const spans = (text: string, language: string, date: string | null): unknown[] =>
  datesOf(text, language, date).map((d) => [d.text, d.edtf, d.earliest, d.latest]);

describe('years in two digits', () => {
  it.each([
    // [two digits, the document's year, the year meant]: the latest that is ten years ahead at the most
    [17, 2017, 2017],
    [27, 2017, 2027],
    [28, 2017, 1928],
    [99, 2017, 1999],
    [0, 2017, 2000],
    [5, 1998, 1905],
    [8, 1898, 1808],
    // without a document's date: from 30 on in the last century
    [29, null, 2029],
    [30, null, 1930],
  ])('%i in a text of %s is %i', (yy, now, year) => {
    expect(inCentury(yy, now)).toBe(year);
  });

  it('are placed by the date of the article', () => {
    expect(lines('Signé le 27.3.15.', 'fr', '2017-01-15')).toEqual(['27.3.15 = DATE 2015-03-27']);
    expect(lines('Signé le 27.3.48.', 'fr', '2017-01-15')).toEqual(['27.3.48 = DATE 1948-03-27']);
  });
});

describe('parts of a date', () => {
  it.each([
    ['au début du XIXe siècle', '1800/1830', '1800-01-01', '1830-12-31'],
    ['au milieu du XIXe siècle', '1830/1870', '1830-01-01', '1870-12-31'],
    ['à la fin du XIXe siècle', '1870/1900', '1870-01-01', '1900-12-31'],
    ['au début des années 1960', '1960/1963', '1960-01-01', '1963-12-31'],
    ['au milieu des années 1960', '1964/1966', '1964-01-01', '1966-12-31'],
    ['à la fin des années 1960', '1967/1969', '1967-01-01', '1969-12-31'],
    ['au début de 2016', '2016-01/2016-04', '2016-01-01', '2016-04-30'],
    ['au milieu de 2016', '2016-05/2016-08', '2016-05-01', '2016-08-31'],
    ['à la fin de 2016', '2016-09/2016-12', '2016-09-01', '2016-12-31'],
    ['au début de février 2016', '2016-02-01/2016-02-10', '2016-02-01', '2016-02-10'],
    ['à la mi-février 2016', '2016-02-11/2016-02-20', '2016-02-11', '2016-02-20'],
    ['à la fin de février 2016', '2016-02-21/2016-02-29', '2016-02-21', '2016-02-29'],
  ])('%s', (words, edtf, earliest, latest) => {
    const [found] = spans(`Tout a changé ${words}.`, 'fr', '2017-06-01') as [unknown[]];
    expect(found.slice(1)).toEqual([edtf, earliest, latest]);
  });
});
