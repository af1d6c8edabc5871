import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../server/src/core/dates/calendar';
import { FEASTS } from '../../../server/src/core/dates/resolve/feasts';

/** First and last day of a feast; a feast of one day gives that day. */
function days(id: string, year: number, orthodox = false): string | undefined {
  const found = FEASTS[id]?.(year, orthodox);
  if (!found) return undefined;
  const [first, last] = found.map(isoDay) as [string, string];
  return first === last ? first : `${first}/${last}`;
}

describe('feasts of 2016, as printed calendars have them', () => {
  it.each([
    ['newYear', '2016-01-01'],
    ['epiphany', '2016-01-06'],
    ['mlkDay', '2016-01-18'],
    ['candlemas', '2016-02-02'],
    ['groundhog', '2016-02-02'],
    ['presidentsDay', '2016-02-15'],
    ['womensDay', '2016-03-08'],
    ['saintJoseph', '2016-03-19'],
    ['aprilFools', '2016-04-01'],
    ['earthDay', '2016-04-22'],
    ['liberationItaly', '2016-04-25'],
    ['anzac', '2016-04-25'],
    ['kingsDay', '2016-04-27'],
    ['liberationNetherlands', '2016-05-05'],
    ['mothersDay', '2016-05-08'],
    ['victory1945', '2016-05-08'],
    ['victoryRussia', '2016-05-09'],
    ['republicItaly', '2016-06-02'],
    ['ketiKoti', '2016-07-01'],
    ['prinsjesdag', '2016-09-20'],
    ['teachersDay', '2016-10-05'],
    ['saintNicholasEve', '2016-12-05'],
    ['valentine', '2016-02-14'],
    ['saintPatrick', '2016-03-17'],
    ['roseMonday', '2016-02-08'],
    ['shroveTuesday', '2016-02-09'],
    ['ashWednesday', '2016-02-10'],
    ['lent', '2016-02-10/2016-03-26'],
    ['palmSunday', '2016-03-20'],
    ['holyWeek', '2016-03-20/2016-03-26'],
    ['maundyThursday', '2016-03-24'],
    ['goodFriday', '2016-03-25'],
    ['holySaturday', '2016-03-26'],
    ['easter', '2016-03-27'],
    ['easterMonday', '2016-03-28'],
    ['labourDay', '2016-05-01'],
    ['ascension', '2016-05-05'],
    ['pentecost', '2016-05-15'],
    ['whitMonday', '2016-05-16'],
    ['trinity', '2016-05-22'],
    ['corpusChristi', '2016-05-26'],
    ['mothersDayFrance', '2016-05-29'],
    ['memorialDay', '2016-05-30'],
    ['fathersDay', '2016-06-19'],
    ['musicDay', '2016-06-21'],
    ['saintJohn', '2016-06-24'],
    ['canadaDay', '2016-07-01'],
    ['independenceDay', '2016-07-04'],
    ['bastille', '2016-07-14'],
    ['swissDay', '2016-08-01'],
    ['assumption', '2016-08-15'],
    ['laborDayUs', '2016-09-05'],
    ['columbusDay', '2016-10-10'],
    ['germanUnity', '2016-10-03'],
    ['hispanicDay', '2016-10-12'],
    ['reformation', '2016-10-31'],
    ['halloween', '2016-10-31'],
    ['allSaints', '2016-11-01'],
    ['allSouls', '2016-11-02'],
    ['guyFawkes', '2016-11-05'],
    ['armistice', '2016-11-11'],
    ['veteransDay', '2016-11-11'],
    ['thanksgiving', '2016-11-24'],
    ['blackFriday', '2016-11-25'],
    ['advent', '2016-11-27/2016-12-24'],
    ['saintNicholas', '2016-12-06'],
    ['immaculate', '2016-12-08'],
    ['christmasEve', '2016-12-24'],
    ['christmas', '2016-12-25'],
    ['boxingDay', '2016-12-26'],
    ['newYearsEve', '2016-12-31'],
  ])('%s', (id, expected) => expect(days(id, 2016)).toBe(expected));
});

describe('feasts that move', () => {
  it('Easter in the west and in the east', () => {
    const years = [1818, 1943, 1954, 1981, 2008, 2015, 2017, 2018, 2019, 2024, 2038, 2049, 2076];
    expect(years.map((year) => days('easter', year)?.slice(5))).toEqual(
      '03-22 04-25 04-18 04-19 03-23 04-05 04-16 04-01 04-21 03-31 04-25 04-18 04-19'.split(' '),
    );
    expect([2016, 2017, 2018, 2019, 2021, 2024].map((year) => days('easter', year, true)?.slice(5))).toEqual(
      '05-01 04-16 04-08 04-28 05-02 05-05'.split(' '),
    );
    expect(days('ascension', 2016, true)).toBe('2016-06-09');
  });
  it('the first Sunday of Advent, in a week that Christmas ends or begins', () => {
    expect([2015, 2017, 2022].map((year) => days('advent', year)?.slice(0, 10))).toEqual([
      '2015-11-29',
      '2017-12-03',
      '2022-11-27',
    ]);
  });
  it('mothers’ day in France makes room for Whit Sunday', () => {
    expect([2015, 2016, 2020].map((year) => days('mothersDayFrance', year))).toEqual(['2015-05-31', '2016-05-29', '2020-06-07']);
  });
  it('months and feasts of Islam', () => {
    expect([2015, 2017, 2019].map((year) => days('eidAlFitr', year))).toEqual(['2015-07-17', '2017-06-25', '2019-06-04']);
    expect([2017, 2019].map((year) => days('eidAlAdha', year))).toEqual(['2017-09-01', '2019-08-11']);
    expect(days('ramadan', 2016)).toBe('2016-06-06/2016-07-05');
    expect(days('ramadan', 600)).toBeUndefined();
  });
});
