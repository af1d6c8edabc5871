/** What CLDR does not say, or says apart: the words around a date, in one language of the interface. */
export interface DisplayWords {
  /** Whether the words are the language's own (and not English standing in). */
  readonly own: boolean;
  readonly dayFirst: boolean;
  /** How the first of a month is written where not as a number: 1er. */
  readonly firstDay?: string;
  /** A stretch of days; the language's own sign between them where absent. */
  readonly range?: string;
  /** A day and month with their year. */
  readonly dayYear: string;
  readonly bce: string;
  /** A day of which only the month or year is known. */
  readonly someDay: string;
  readonly someWeek: string;
  readonly someWeekend: string;
  /** What comes round each time; after several units; so many times in a unit. */
  readonly every: string;
  readonly everyMany: (amount: string, unit: string) => string;
  readonly once: string;
  readonly times: string;
  /** So much time in each unit: one day a week. */
  readonly amountEach: string;
  /** Units that have another name after "every". */
  readonly eachUnit?: Readonly<Record<string, string>>;
  /** Draws together what a modifier and a date make where they meet: de les → des. */
  readonly contract?: (text: string) => string;
  readonly decade: string;
  readonly century: (n: number) => string;
  readonly fiscal: string;
  readonly week: string;
  readonly weekend: string;
  readonly colon: string;
  readonly clock: (time: string) => string;
  readonly dayParts: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly quarter: (n: number) => string;
  readonly mods: Readonly<Record<string, string>>;
  readonly refs: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, readonly [one: string, many: string]>>;
  readonly some: string;
  readonly decimal: string;
  readonly fromDocument: string;
  readonly fromDocumentDate: string;
  readonly fromText: string;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  let rest = n;
  let out = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  }
  return out;
}

const ordinal = (n: number): string =>
  `${n}${n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

const english: DisplayWords = {
  own: true,
  dayFirst: false,
  dayYear: '{0}, {1}',
  bce: '{0} BC',
  someDay: 'a day in {0}',
  someWeek: 'a week',
  someWeekend: 'a weekend',
  every: 'every {0}',
  everyMany: (amount) => `every ${amount}`,
  once: 'once a {1}',
  times: '{0} times a {1}',
  amountEach: '{0} per {1}',
  contract: (text) =>
    text.replace(/^(early|mid-|late) ?the /, (_, part: string) => `the ${part}${part.endsWith('-') ? '' : ' '}`),
  decade: 'the {0}s',
  century: (n) => `the ${ordinal(n)} century`,
  fiscal: 'fiscal year {0}',
  week: 'week',
  weekend: 'weekend',
  colon: ': ',
  clock: (time) => time,
  dayParts: { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night', DT: 'daytime', MI: 'midday' },
  quarter: (n) => `${ordinal(n)} quarter`,
  parts: { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter', H1: 'first half', H2: 'second half' },
  mods: {
    START: 'early {0}',
    MID: 'mid-{0}',
    END: 'late {0}',
    APPROX: 'about {0}',
    BEFORE: 'before {0}',
    AFTER: 'after {0}',
    MORE_THAN: 'more than {0}',
    LESS_THAN: 'less than {0}',
    EQUAL_OR_MORE: 'at least {0}',
    EQUAL_OR_LESS: 'at most {0}',
  },
  refs: { PRESENT_REF: 'the present', PAST_REF: 'the past', FUTURE_REF: 'the future' },
  units: {
    Y: ['year', 'years'],
    M: ['month', 'months'],
    W: ['week', 'weeks'],
    D: ['day', 'days'],
    Q: ['quarter', 'quarters'],
    WE: ['weekend', 'weekends'],
    DE: ['decade', 'decades'],
    CE: ['century', 'centuries'],
    TH: ['hour', 'hours'],
    TM: ['minute', 'minutes'],
    TS: ['second', 'seconds'],
  },
  some: 'some {0}',
  decimal: '.',
  fromDocument: 'counted from the document’s date',
  fromDocumentDate: 'counted from the document’s date ({0})',
  fromText: 'counted from “{0}”',
};

const french: DisplayWords = {
  own: true,
  dayFirst: true,
  firstDay: '1er',
  range: 'du {0} au {1}',
  dayYear: '{0} {1}',
  bce: '{0} av. J.-C.',
  someDay: 'un jour de {0}',
  someWeek: 'une semaine',
  someWeekend: 'un week-end',
  every: 'chaque {0}',
  everyMany: (amount, unit) => `${/^(?:T.|W|DE)$/.test(unit) ? 'toutes' : 'tous'} les ${amount}`,
  once: 'une fois par {1}',
  times: '{0} fois par {1}',
  amountEach: '{0} par {1}',
  eachUnit: { Y: 'année' },
  contract: (text) =>
    text
      .replace(/\bde les /, 'des ')
      .replace(/\bde (?=[XVI]+e? )/, 'du ')
      .replace(/\bde (?=[aâeéèêiîoôuû])/i, 'd’'),
  decade: 'les années {0}',
  century: (n) => `${roman(n)}${n === 1 ? 'er' : 'e'} siècle`,
  fiscal: 'exercice {0}',
  week: 'semaine',
  weekend: 'week-end',
  colon: ' : ',
  clock: (time) =>
    time
      .replace(':', ' h ')
      .replace(/ h 00$/, ' h')
      .replace(/^0(?=\d)/, ''),
  dayParts: { MO: 'matin', AF: 'après-midi', EV: 'soir', NI: 'nuit', DT: 'journée', MI: 'mi-journée' },
  quarter: (n) => `${n === 1 ? '1er' : `${n}e`} trimestre`,
  parts: { SP: 'printemps', SU: 'été', FA: 'automne', WI: 'hiver', H1: 'premier semestre', H2: 'second semestre' },
  mods: {
    START: 'début de {0}',
    MID: 'milieu de {0}',
    END: 'fin de {0}',
    APPROX: 'environ {0}',
    BEFORE: 'avant {0}',
    AFTER: 'après {0}',
    MORE_THAN: 'plus de {0}',
    LESS_THAN: 'moins de {0}',
    EQUAL_OR_MORE: 'au moins {0}',
    EQUAL_OR_LESS: 'au plus {0}',
  },
  refs: { PRESENT_REF: 'le présent', PAST_REF: 'le passé', FUTURE_REF: 'l’avenir' },
  units: {
    Y: ['an', 'ans'],
    M: ['mois', 'mois'],
    W: ['semaine', 'semaines'],
    D: ['jour', 'jours'],
    Q: ['trimestre', 'trimestres'],
    WE: ['week-end', 'week-ends'],
    DE: ['décennie', 'décennies'],
    CE: ['siècle', 'siècles'],
    TH: ['heure', 'heures'],
    TM: ['minute', 'minutes'],
    TS: ['seconde', 'secondes'],
  },
  some: 'quelques {0}',
  decimal: ',',
  fromDocument: 'd’après la date du document',
  fromDocumentDate: 'd’après la date du document ({0})',
  fromText: 'd’après « {0} »',
};

/** By language; where one is missing, the platform's names stand between English words. */
export const DISPLAY_WORDS: Readonly<Record<string, DisplayWords>> & { readonly en: DisplayWords } = { en: english, fr: french };
