import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilDay,
  dayNumber,
  daysInMonth,
  easter,
  isCalendarDay,
  isoDay,
  isoWeekOf,
  mondayOfWeek,
  nthWeekday,
  orthodoxEaster,
  republicanDay,
  weekdayOf,
} from '../../../server/src/core/dates/calendar';

const DAY = 86_400_000;
const serials = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('calendar', () => {
  it('agrees with the platform about every day', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        const date = new Date(serial * DAY);
        const day = civilDay(serial);
        expect([day.year, day.month, day.day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
        expect(dayNumber(day.year, day.month, day.day)).toBe(serial);
        expect(weekdayOf(serial)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
      }),
    );
  });

  it('comes back to the same Monday from a week number', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        const { year, week } = isoWeekOf(serial);
        const monday = mondayOfWeek(year, week);
        expect(serial - monday).toBeGreaterThanOrEqual(0);
        expect(serial - monday).toBeLessThan(7);
      }),
    );
  });

  it.each([
    ['2016-01-03', 2015, 53],
    ['2015-12-28', 2015, 53],
    ['2017-01-01', 2016, 52],
    ['2018-12-31', 2019, 1],
    ['2021-01-04', 2021, 1],
  ])('%s lies in week %i-W%i', (iso, year, week) => {
    const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
    expect(isoWeekOf(dayNumber(y, m, d))).toEqual({ year, week });
  });

  it.each([
    [1583, '1583-04-10'],
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2016, '2016-03-27'],
    [2038, '2038-04-25'],
  ])('Easter %i is %s', (year, day) => expect(isoDay(easter(year))).toBe(day));

  it.each([
    [2015, '2015-04-12'],
    [2016, '2016-05-01'],
    [2017, '2017-04-16'],
    [2021, '2021-05-02'],
  ])('Orthodox Easter %i is %s', (year, day) => expect(isoDay(orthodoxEaster(year))).toBe(day));

  it.each([
    [1, 1, 1, '1792-09-22'],
    [2, 11, 9, '1794-07-27'],
    [8, 2, 18, '1799-11-09'],
    [4, 1, 1, '1795-09-23'],
  ])('year %i, month %i, day %i of the Republic is %s', (year, month, day, iso) => {
    expect(isoDay(republicanDay(year, month, day))).toBe(iso);
  });

  it('keeps a day within its month when months are added', () => {
    expect(addMonths({ year: 2016, month: 1, day: 31 }, 1)).toEqual({ year: 2016, month: 2, day: 29 });
    expect(addMonths({ year: 2016, month: 1, day: 15 }, -13)).toEqual({ year: 2014, month: 12, day: 15 });
    fc.assert(
      fc.property(serials, fc.integer({ min: -5000, max: 5000 }), (serial, months) => {
        const moved = addMonths(civilDay(serial), months);
        expect(isCalendarDay(moved.year, moved.month, moved.day)).toBe(true);
      }),
    );
  });

  it('finds the nth weekday, and none where there is none', () => {
    expect(isoDay(nthWeekday(2016, 11, 4, 4) as number)).toBe('2016-11-24');
    expect(isoDay(nthWeekday(2016, 5, 7, -1) as number)).toBe('2016-05-29');
    expect(nthWeekday(2016, 11, 4, 5)).toBeNull();
  });

  it('knows the lengths of months', () => {
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2015, 4)]).toEqual([28, 29, 30]);
    expect(isCalendarDay(2015, 2, 29)).toBe(false);
  });

  it('writes years before year 0 with a minus', () => expect(isoDay(dayNumber(-43, 3, 15))).toBe('-0043-03-15'));
});
