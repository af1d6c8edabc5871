import { civilDay, dayNumber, easter, nthWeekday, orthodoxEaster, weekdayOf } from '../calendar';

/** First and last day of a feast in a year, as day numbers. */
export type Feast = (year: number, orthodox: boolean) => readonly [number, number] | null;

const fixed =
  (month: number, day: number, length = 1): Feast =>
  (year) => {
    const start = dayNumber(year, month, day);
    return [start, start + length - 1];
  };

const fromEaster =
  (days: number, length = 1): Feast =>
  (year, orthodox) => {
    const start = (orthodox ? orthodoxEaster(year) : easter(year)) + days;
    return [start, start + length - 1];
  };

const nth =
  (month: number, weekday: number, n: number, plus = 0): Feast =>
  (year) => {
    const day = nthWeekday(year, month, weekday, n);
    return day === null ? null : [day + plus, day + plus];
  };

/**
 * The first day of an Islamic month that begins in a Gregorian year. Arithmetic calendar (30-year cycle, years 2, 5, 7, 10,
 * 13, 16, 18, 21, 24, 26, 29 are long); the sighting of the moon can move it by a day.
 */
function islamic(month: number, day: number, length: number): Feast {
  return (year) => {
    const guess = Math.floor((dayNumber(year, 1, 1) - EPOCH) / LUNAR_YEAR);
    // it counts from the Hegira: no year before the first
    for (let hijri = Math.max(1, guess - 1); hijri <= guess + 2; hijri++) {
      const julian =
        Math.floor((11 * hijri + 3) / 30) + 354 * hijri + 30 * month - Math.floor((month - 1) / 2) + day + 1_948_439 - 385;
      const serial = julian - 2_440_588;
      if (civilDay(serial).year === year) return [serial, serial + length - 1];
    }
    return null;
  };
}

/** 1 Muharram of year 1, as a day number, and how long its years are on average. */
const EPOCH = dayNumber(622, 7, 19);
const LUNAR_YEAR = 354 + 11 / 30;

/** Advent Sunday: the fourth before Christmas. */
const advent: Feast = (year) => {
  const christmas = dayNumber(year, 12, 25);
  const start = christmas - weekdayOf(christmas) - 21;
  return [start, christmas - 1];
};

/** Feasts and holidays by the name that the packs use. */
export const FEASTS: Readonly<Record<string, Feast>> = {
  newYear: fixed(1, 1),
  epiphany: fixed(1, 6),
  mlkDay: nth(1, 1, 3),
  groundhog: fixed(2, 2),
  candlemas: fixed(2, 2),
  valentine: fixed(2, 14),
  presidentsDay: nth(2, 1, 3),
  womensDay: fixed(3, 8),
  saintPatrick: fixed(3, 17),
  saintJoseph: fixed(3, 19),
  aprilFools: fixed(4, 1),
  earthDay: fixed(4, 22),
  liberationItaly: fixed(4, 25),
  kingsDay: fixed(4, 27),
  anzac: fixed(4, 25),
  labourDay: fixed(5, 1),
  liberationNetherlands: fixed(5, 5),
  republicItaly: fixed(6, 2),
  ketiKoti: fixed(7, 1),
  prinsjesdag: nth(9, 2, 3),
  teachersDay: fixed(10, 5),
  saintNicholasEve: fixed(12, 5),
  victory1945: fixed(5, 8),
  victoryRussia: fixed(5, 9),
  mothersDay: nth(5, 7, 2),
  mothersDayFrance: (year) => {
    const last = nthWeekday(year, 5, 7, -1) ?? 0;
    // moved to June where it would fall on Whit Sunday
    const day = last === easter(year) + 49 ? last + 7 : last;
    return [day, day];
  },
  fathersDay: nth(6, 7, 3),
  memorialDay: nth(5, 1, -1),
  musicDay: fixed(6, 21),
  saintJohn: fixed(6, 24),
  canadaDay: fixed(7, 1),
  independenceDay: fixed(7, 4),
  bastille: fixed(7, 14),
  swissDay: fixed(8, 1),
  assumption: fixed(8, 15),
  laborDayUs: nth(9, 1, 1),
  columbusDay: nth(10, 1, 2),
  germanUnity: fixed(10, 3),
  hispanicDay: fixed(10, 12),
  reformation: fixed(10, 31),
  halloween: fixed(10, 31),
  allSaints: fixed(11, 1),
  allSouls: fixed(11, 2),
  guyFawkes: fixed(11, 5),
  armistice: fixed(11, 11),
  veteransDay: fixed(11, 11),
  thanksgiving: nth(11, 4, 4),
  blackFriday: nth(11, 4, 4, 1),
  saintNicholas: fixed(12, 6),
  immaculate: fixed(12, 8),
  advent,
  christmasEve: fixed(12, 24),
  christmas: fixed(12, 25),
  boxingDay: fixed(12, 26),
  newYearsEve: fixed(12, 31),
  shroveTuesday: fromEaster(-47),
  ashWednesday: fromEaster(-46),
  roseMonday: fromEaster(-48),
  palmSunday: fromEaster(-7),
  holyWeek: fromEaster(-7, 7),
  maundyThursday: fromEaster(-3),
  goodFriday: fromEaster(-2),
  holySaturday: fromEaster(-1),
  easter: fromEaster(0),
  easterMonday: fromEaster(1),
  ascension: fromEaster(39),
  pentecost: fromEaster(49),
  whitMonday: fromEaster(50),
  trinity: fromEaster(56),
  corpusChristi: fromEaster(60),
  lent: fromEaster(-46, 46),
  ramadan: islamic(9, 1, 30),
  eidAlFitr: islamic(10, 1, 1),
  eidAlAdha: islamic(12, 10, 1),
  schoolStart: fixed(9, 1, 30),
};

/** Feasts whose day is not said by the name: TIMEX3 gives the year or the month, the bounds the days. */
export const LONG_FEASTS: ReadonlySet<string> = new Set(['ramadan', 'lent', 'advent', 'holyWeek', 'schoolStart']);
