import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { Meaning } from '../expression';
import type { TimexCandidate, TimexMatch } from '../timexMatch';
import * as age from './age';
import * as count from './count';
import { NO_DAY, NO_DAY_BY_ITSELF, NO_PLAIN_DAY } from './dayAlone';
import * as feast from './feast';
import * as month from './month';
import * as name from './name';
import * as season from './season';
import * as set from './set';
import { NO_SHORT_YEAR } from './shortYear';
import * as vague from './vague';
import { capitalisedWeekday, dayPartInTitle, weekdayInTitle } from './weekday';
import * as year from './year';

/** What guards a kind of meaning, asked in this order. Its examples stand on the page of the rule that it belongs to. */
interface Guard {
  readonly rule: string;
  readonly exceptions: readonly Exception<TimexCandidate>[];
}

const AGES = [
  age.ageInCell,
  age.ageSaidAfter,
  age.ageSaidBefore,
  age.ageAfterPreposition,
  age.ageInMonths,
  age.ageGroup,
  age.ageRange,
  age.ageInApposition,
  age.ageInBrackets,
  age.ageOfPerson,
];

/** Of what is read by them nothing is tried again: neither the match nor a shorter one inside it is a date. */
const PASSED_OVER: readonly Guard[] = [
  { rule: 'calendar-date', exceptions: [name.impossibleDay, name.restOfImpossibleDay, name.streetName] },
  { rule: 'length-of-time', exceptions: AGES },
  { rule: 'decade', exceptions: [age.ageInDecades] },
];

/** Kinds of meaning, and what looks like them. */
const GUARDS = {
  any: {
    rule: 'date',
    exceptions: [
      name.acrossCells,
      name.tiedToWordBefore,
      name.tiedToSign,
      name.tiedToWordAfter,
      name.endOfSomething,
      name.verbOfEnding,
    ],
  },
  year: {
    rule: 'year-alone',
    exceptions: [
      year.slashedNumber,
      year.numberedThing,
      year.quantity,
      year.farYear,
      year.oldYear,
      year.modelNumber,
      year.countedThings,
    ],
  },
  shortYear: { rule: 'year-alone', exceptions: [year.shortYearUnannounced] },
  yearOfEra: { rule: 'year-of-era', exceptions: [year.quantity] },
  years: { rule: 'years-joined', exceptions: [year.quantity, year.modelNumbers] },
  month: {
    rule: 'month-alone',
    exceptions: [
      month.verbAfterThis,
      month.monthInName,
      month.numberNotMonth,
      month.abbreviationAlone,
      month.doubtfulMonth,
      month.planetNotMonth,
      month.verbNotMonth,
      month.capitalisedMonth,
      month.smallMonth,
    ],
  },
  weekday: { rule: 'weekday-alone', exceptions: [capitalisedWeekday, weekdayInTitle] },
  dayPart: { rule: 'day-part-of-date', exceptions: [dayPartInTitle] },
  season: {
    rule: 'season',
    exceptions: [
      season.seasonInName,
      season.kindOfThing,
      season.seasonBeforeName,
      season.capitalisedSeason,
      season.doubtfulSeason,
      season.fallOfSomething,
      season.seasonOfNoun,
    ],
  },
  half: { rule: 'half-of-year', exceptions: [season.halfOfMatch] },
  feast: {
    rule: 'feast',
    exceptions: [feast.saintNotFeast, feast.feastInSmallLetters, feast.feastInPlaceName, feast.personNotFeast],
  },
  duration: {
    rule: 'length-of-time',
    exceptions: [
      ...AGES,
      count.fourthPart,
      count.ordinalSecond,
      count.kindOfDay,
      count.someDay,
      count.namedAmount,
      count.programmeName,
    ],
  },
  decade: { rule: 'decade', exceptions: [age.ageInDecades, count.degreesByTens] },
  clock: { rule: 'clock-time', exceptions: [name.otherHour] },
  part: { rule: 'part-of-unit', exceptions: [name.everyYear] },
  set: { rule: 'frequency-adverb', exceptions: [set.newspaperName, set.newspaper, set.adjectiveOfFrequency] },
  weekdays: { rule: 'each-weekday', exceptions: [set.festivalName] },
  vague: { rule: 'vague-time', exceptions: [vague.insideAmount, vague.countsFromElsewhere, vague.verbNotTime] },
} as const satisfies Readonly<Record<string, Guard>>;

/** Whether one of a rule's matches is not a date, so that all of it is passed over: a street's name, an age. */
export const isPassedOver = (candidate: TimexCandidate): boolean => !PASSED_OVER.every((guard) => passes(guard, candidate));

/** Whether what the grammar read is a time here, and not something that merely looks like one. */
export const isTime = (candidate: TimexCandidate): boolean => passes(GUARDS.any, candidate) && isOfItsKind(candidate);

const passes = ({ exceptions }: Guard, candidate: TimexCandidate): boolean => isAccepted(exceptions, candidate);

/** Those that a rule asks itself, of what it has read. */
const ASKED_BY_RULES = [
  { rule: 'day-alone', exceptions: [...NO_DAY, ...NO_DAY_BY_ITSELF, ...NO_PLAIN_DAY] },
  { rule: 'short-year-alone', exceptions: NO_SHORT_YEAR },
];

/** The names of the exceptions that guard a rule, whose examples stand on its page. */
export const exceptionsOf = (rule: string): readonly string[] =>
  [...PASSED_OVER, ...Object.values(GUARDS), ...ASKED_BY_RULES].flatMap((guard) =>
    guard.rule === rule ? guard.exceptions.map(({ id }) => id) : [],
  );

function isOfItsKind(candidate: TimexCandidate): boolean {
  const { match } = candidate;
  const { meaning } = match;
  switch (meaning.kind) {
    case 'calendar':
      return passesCalendar(candidate, meaning);
    case 'part':
      return passes(GUARDS.part, candidate) && passesPart(candidate, meaning.of);
    case 'shift':
      return match.inPast === undefined || isTime({ ...candidate, match: match.inPast });
    case 'partOfYear':
      return meaning.unit === 'Q' || passes(meaning.unit === 'S' ? GUARDS.half : GUARDS.season, candidate);
    case 'set':
      return passes(GUARDS.weekdays, candidate) && passes(GUARDS.set, candidate);
    case 'duration':
    case 'years':
    case 'clock':
    case 'vague':
    case 'decade':
    case 'dayPart':
    case 'feast':
      return passes(GUARDS[meaning.kind], candidate);
    default:
      return true;
  }
}

/** Asks of the date that a part is of, at the part's place: of fin mars, as March. */
const passesPart = (candidate: TimexCandidate, of: Meaning): boolean =>
  of.kind === 'decade'
    ? passes(GUARDS.decade, candidate)
    : of.kind !== 'calendar' || passesCalendar({ ...candidate, match: { ...candidate.match, meaning: of } }, of);

type Calendar = Extract<Meaning, { kind: 'calendar' }>;

function passesCalendar(candidate: TimexCandidate, date: Calendar): boolean {
  const guard = calendarGuard(candidate.match, date);
  return guard === undefined || passes(guard, candidate);
}

/** What guards a calendar date: the less of it is said the more looks like it. */
function calendarGuard(match: TimexMatch, date: Calendar): Guard | undefined {
  const { year, yy, month } = date;
  const said = SAID.filter((field) => date[field] !== undefined).length + (year === undefined && yy === undefined ? 0 : 1);
  if (said <= 1 && date.bce === undefined) return bareGuard(match, date);
  if (month !== undefined) return isThisMonth(date) ? GUARDS.month : undefined;
  return year !== undefined && said <= 2 ? GUARDS.yearOfEra : undefined;
}

/** What guards a date of which one thing alone is said. */
function bareGuard({ from, to }: TimexMatch, { month, weekday, year, yy }: Calendar): Guard | undefined {
  if (month !== undefined) return GUARDS.month;
  if (weekday !== undefined) return GUARDS.weekday;
  if (year !== undefined) return to - from === 1 ? GUARDS.year : undefined;
  return yy !== undefined ? GUARDS.shortYear : undefined;
}

const SAID = ['month', 'day', 'weekday', 'direction', 'yearsAway'] as const;

/** This March, without a day or a year. */
const isThisMonth = ({ year, yy, day, direction }: Calendar): boolean =>
  direction === 0 && year === undefined && yy === undefined && day === undefined;
