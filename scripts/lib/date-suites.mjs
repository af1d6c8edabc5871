// Sorts what the expression suites of date libraries count as wrong: their conventions (an assistant's future, the clock's
// now, intervals of hours) apart from real faults.

const DAY = 86_400_000;
const isoDays = (text) => {
  const match = /(-?\d{4})-(\d\d)-(\d\d)/.exec(text);
  return match ? Date.UTC(+match[1], +match[2] - 1, +match[3]) / DAY : null;
};

/** What a suite asks that a reader of articles does not, each with the test that recognises it. The first that fits is the reason. */
const REASONS = [
  [
    'words only said to an assistant',
    ({ text }) =>
      /\b(asap|eod|eom|eoy|boy|bom|\w+ish|tonite|tmr|rdv|cortana|dqp|meeting|skype)\b|\d[ap]\b|^\D{0,4}\d{1,2}\D{0,2}$/i.test(
        text,
      ),
  ],
  [
    'nothing is expected, though it is a date',
    ({ expected, suite }) => suite === 'microsoft' && /^expected ?$|notTresolved/.test(expected),
  ],
  [
    'needs the time of the day it is said at',
    ({ text, got }) =>
      /TXX:XX/.test(got) ||
      /PRESENT_REF/.test(got) ||
      /\b(minutes?|heures?|hours?|seconds?|secondes?|secs?|mins?|hrs?|minuten|stunden|sekunden|horas?|minutos?|segundos?|ore|ora|minuti|secondi|uur|uren|seconden)\b/i.test(
        text,
      ),
  ],
  [
    'counted in days, to the hour it is said at',
    ({ got, expected }) => [...got.matchAll(/=(\d{4}-\d\d-\d\d)(?!T)/g)].some((match) => expected.includes(`${match[1]}T`)),
  ],
  ['parts of the day as hours of the clock', ({ got, expected }) => /T(MO|AF|EV|NI|DT|MI)/.test(got) && /T\d\d/.test(expected)],
  ['the same time, without its day', ({ got, expected }) => times(expected).some((time) => got.includes(time))],
  [
    'morning and afternoon guessed from the time it is said at',
    ({ got, expected }) => /T\d\d:\d\d/.test(got) && /T\d\d/.test(expected),
  ],
  ['week-ends from Friday evening on', ({ got, expected }) => /-WE/.test(got) && /T18/.test(expected)],
  ['a day without its year lies in the future', ({ got, expected }) => isRecurrence(got, expected)],
  ['counted to the day, here to the unit named', ({ got, expected }) => isCoarser(got, expected)],
  ['an amount as an interval from the day it is said on', ({ got }) => /=P[\dX]/.test(got)],
  ['sets are dated by their next occurrence', ({ got, expected }) => /XXXX-WXX|=P\d/.test(got) || /Set:/.test(expected)],
  [
    'digits without marks between them',
    ({ text }) => /\b\d{1,2} \d{1,2}( \d{2,4})?\b|^\D*\d{1,2}[-/.,]\d{1,2}(\D|$)|\b\d{3,4} ?([ap]m|a\.m|p\.m)/i.test(text),
  ],
  [
    'feasts that the table does not have',
    ({ text, got }) => FEASTS.test(text) || (/^[\p{L}'’ .-]+ (in )?\d{4}$/u.test(text) && /=\d{4}$/.test(got)),
  ],
  [
    'meals and lessons as times',
    ({ text }) =>
      /\b(lunch|dinner|breakfast|school|d[ée]jeuner|mittagessen|almuerzo|comida|cena|pranzo|almoço|lunchtijd|bed)/i.test(text),
  ],
  [
    'a year before our era counted without a year 0',
    ({ text, got }) => /=(BC\d{4}|-?0\d{3})/.test(got) || /\b(nuZ|uZ|ndZ|nC|d\.g\.Z)/.test(text),
  ],
];

// Of the Hindu, Jewish, Islamic, Buddhist and Chinese calendars, and days of one firm's or country's own.
const FEASTS =
  /jayanti|puja|purim|kipp?ur|han+uk|chanuk|suk+ot|succos|sha?v+uot|schawuot|pes+ach|passa\b|pascha|tisha|torah|atzeret|atzmaut|shoah|omer\b|mawlid|maulid|la[yi]lat|jadid|vida\b|wida\b|bakr|holi\b|onam|pongal|navrat|dus+ehra|diwal|deepaval|dhanteras|vesak|vaisakh|baisakhi|vasakhi|buddha|parsi|navroz|ugadi|sankrant|chhath|saptami|ashura|chin[eo]s|lunar|gysd|global youth|boss|juneteenth|yuandan|islami|prophet|dreifaltigkeit|totensonntag|volkstrauertag|weiberfastnacht|bettag|advent|annakut|diwas|mysteries|holocaustgedenktag|laubhütten|allmacht|nachtreise|shashthi|geburtstag|erntedank|peter und paul|stunde der erde|karneval|palmdonnerstag|aschermontag/i;

const times = (expected) =>
  [...expected.matchAll(/(?:^|[ |])T?(T?\d\d(?::\d\d)?|T(?:MO|AF|EV|NI))/g)].map((match) => match[1].replace(/^T?/, 'T'));

/** Whether two dates differ by whole weeks, or only in the year. */
function isRecurrence(got, expected) {
  const ours = [...got.matchAll(/=(\S+)/g)].map((match) => match[1]);
  const wanted = expected.replace('expected ', '').split('|');
  return ours.some((a) =>
    wanted.some((b) => {
      if (a.slice(4, 10) === b.slice(4, 10) && a.slice(0, 4) !== b.slice(0, 4) && a.length >= 7) return true;
      const x = isoDays(a);
      const y = isoDays(b);
      if (x === null || y === null || x === y) return /-(Q\d|W\d\d|SP|SU|FA|WI)/.test(a) && a.slice(0, 4) < b.slice(0, 4);
      return (y - x) % 7 === 0 || Math.abs(y - x - 365) <= 7;
    }),
  );
}

/** Whether ours is the year, month or week that the day expected lies in. */
function isCoarser(got, expected) {
  const ours = [...got.matchAll(/=(\S+)/g)].map((match) => match[1]);
  return ours.some(
    (a) =>
      /^\d{4}(-\d\d|-W\d\d)?$/.test(a) &&
      expected.includes(a.slice(0, 4)) &&
      (a.length === 4 || /W/.test(a) || expected.includes(a)),
  );
}

/**
 * Why a case counts as wrong, or null where it is a fault.
 * @param wrong - one line of the scorer's list: suite, text, reference date, what was expected, what came
 */
export function reasonFor(wrong) {
  const [suite, text, , expected, got] = wrong.length === 4 ? [wrong[0], wrong[1], '', wrong[2], wrong[3]] : wrong;
  return REASONS.find(([, test]) => test({ suite, text, expected: String(expected), got: String(got) }))?.[0] ?? null;
}
