import { describe, expect, it } from 'vitest';
import { lines } from './support';

// A Wednesday.
const DAY = '2015-11-18';

const check = (date: string | null, text: string, ...expected: string[]): void =>
  expect(lines(text, 'en', date)).toEqual(expected);

describe('English: dates', () => {
  it.each([
    ['The ferry sank on June 12, 2014.', 'June 12, 2014 = DATE 2014-06-12'],
    ['The ferry sank on 12 June 2014.', '12 June 2014 = DATE 2014-06-12'],
    ['It opened on Monday, Sept. 7.', 'Monday, Sept. 7 = DATE 2015-09-07'],
    ['They met in October 1998.', 'October 1998 = DATE 1998-10'],
    ['She left Malta in 1977.', '1977 = DATE 1977'],
    ['Under the 1991 treaty the lake is shared.', '1991 = DATE 1991'],
    ['The form was filed on 07/03/2015.', '07/03/2015 = DATE 2015-07-03'],
    ['The market fell on Tuesday.', 'Tuesday = DATE 2015-11-17'],
    ['The court will rule on Tuesday.', 'Tuesday = DATE 2015-11-24'],
    ['The plant closed last year.', 'last year = DATE 2014'],
    ['Trains stopped last week.', 'last week = DATE 2015-W46'],
    ['They married twelve years ago.', 'twelve years ago = DATE 2003'],
    ['The tunnel will open in two months.', 'in two months = DATE 2016-01'],
    ['Sales hit their lowest level in six years.', 'six years = DURATION P6Y'],
    ['The mayor resigned in late September.', 'late September = DATE 2015-09 END'],
    ['A mid-2016 launch is likely.', 'mid-2016 = DATE 2016 MID'],
    ['Music of the 1970s fills the hall.', 'the 1970s = DATE 197X'],
    ['A chapel of the 13th century burned.', 'the 13th century = DATE 12XX'],
    ['Profits rose in the third quarter.', 'the third quarter = DATE 2015-Q3'],
    ['The fair was held on Good Friday.', 'Good Friday = DATE 2015-04-03'],
    ['The first Monday of May is free.', 'The first Monday of May = DATE 2016-05-02'],
    ['It ran from May 3 to 5.', 'May 3 = DATE 2015-05-03', '5 = DATE 2015-05-05'],
    ['The hearing is scheduled for Jan. 20.', 'Jan. 20 = DATE 2016-01-20'],
    ['Sales fell earlier this year.', 'earlier this year = DATE 2015 START'],
    ['They will meet later in the month.', 'later in the month = DATE 2015-11 END'],
    ['That year, it rained.', 'That year = DATE 2015'],
    ['The firm later apologised.', 'later = DATE FUTURE_REF'],
    ['They left years ago.', 'years ago = DATE PAST_REF'],
    ['It was painted in the 1970 s .', 'the 1970 s = DATE 197X'],
    ['The third-quarter results fell.', 'The third-quarter = DATE 2015-Q3'],
    ['He was away on Labor Day weekend.', 'Labor Day weekend = DATE 2015-W36-WE'],
    ['He started nineteen eighty-four well.', 'nineteen eighty-four = DATE 1984'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('English: times, durations, sets', () => {
  it.each([
    ['Doors open at 6:30 p.m. sharp.', '6:30 p.m. = TIME 2015-11-18T18:30'],
    ['The launch is at 18:00 UTC.', '18:00 UTC = TIME 2015-11-18T18:00Z'],
    ['Rain fell yesterday morning.', 'yesterday morning = TIME 2015-11-17TMO'],
    ['A storm hit Monday night.', 'Monday night = TIME 2015-11-16TNI'],
    ['They talked for two and a half hours.', 'two and a half hours = DURATION PT2H30M'],
    ['A 12-hour strike began.', '12-hour = DURATION PT12H'],
    ['More than a decade passed.', 'More than a decade = DURATION P10Y MORE_THAN'],
    ['The past nine days were dry.', 'The past nine days = DURATION P9D'],
    ['The worst drought in decades ended.', 'decades = DURATION PXDE'],
    ['The first six months went well.', 'The first six months = DURATION P6M'],
    ['They ship 300 crates a day.', 'a day = SET P1D'],
    ['They train every Saturday.', 'every Saturday = SET XXXX-WXX-6'],
    ['It appears twice a month.', 'twice a month = SET P1M'],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('English: what stands around a date', () => {
  it.each([
    ['It is checked on a daily basis.', 'daily = SET P1D'],
    ['It went dark just over 24 hours ago.', 'just over 24 hours ago = TIME 2015-11-17TXX:XX'],
    ['The song was heard a million times by Monday night.', 'Monday night = TIME 2015-11-16TNI'],
    ['It was built to end the 1990s.', 'the 1990s = DATE 199X'],
    ['Beginning in 2012, it sank.', '2012 = DATE 2012'],
    ['The September 11 attacks shocked all.', 'The September 11 = DATE 2001-09-11'],
    ['It dates from the 15th and 18th centuries.', 'the 15th = DATE 14XX', '18th centuries = DATE 17XX'],
    ['The first half of the 19th century was calm.', 'The first half of the 19th century = DATE 18XX START'],
    ['They met at ten to one.', 'ten to one = TIME 2015-11-18T00:50'],
    ['They dance every Monday and Thursday.', 'every Monday = SET XXXX-WXX-1', 'Thursday = SET XXXX-WXX-4'],
    ['The mountain burned in AD 79.', 'AD 79 = DATE 0079'],
    ['Sales are where they were this time last year.', 'this time last year = DATE 2014-11'],
    ['The 2015/16 academic year was calm.', 'The 2015/16 academic year = DATE 2015/2016'],
    ['The interwar period was short.', 'The interwar period = DATE 1918/1939'],
    ['They promised to finish it by Monday.', 'Monday = DATE 2015-11-23'],
    ['On Friday the mayor is to travel north.', 'Friday = DATE 2015-11-20'],
    ['She paints one day a week.', 'one day a week = SET P1W'],
    [
      'The storm came on 3 May 2014. Later that night the dam broke.',
      '3 May 2014 = DATE 2014-05-03',
      'Later that night = TIME 2014-05-03TNI',
    ],
  ])('%s', (text, ...expected) => check(DAY, text, ...expected));
});

describe('English: what only looks like a date', () => {
  it.each([
    'You may march on the second floor.',
    'Theresa May spoke.',
    'The future mayor left shortly after.',
    'Leaves fall and prices spring up.',
    'A 37-year-old man was held.',
    'She is 64 years old.',
    'They sat down and wed.',
    'An august body met.',
    'A second plane landed.',
    'The Russell 2000 index fell 4.5 percent.',
    'Some 2000 people fled.',
    'The shop is open 24/7.',
    'He had a second-place finish, resulting in a second place.',
    'The odds were ten to one in five of six games.',
    'This may derive from her early years.',
    'The mill stores winter wheat for the Summer Games.',
    'The song reached the top 40.',
    'In the second half of the game he limped.',
    'She is the 27th most famous, the 4th and youngest.',
    'They lent it by the time you came.',
    'A survey of 1709 schoolchildren, aged 8–10 years, was made.',
    'It returns every now and again.',
    'It costs $ 1999 and weighs 2010 kg.',
  ])('%s', (text) => check(DAY, text));
});
