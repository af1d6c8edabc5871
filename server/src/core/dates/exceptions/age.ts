import type { Exception } from '../../rules/rule';
import type { Amount, Unit } from '../expression';
import type { Reader } from '../lexicon';
import type { TimexCandidate } from '../timexMatch';

// Ages are no durations: âgé de 37 ans, un enfant de 8 ans, Marie, 37 ans, 37-year-old.

/** "37 ans", and nothing else: a table's cell. */
export const ageInCell: Exception<TimexCandidate> = {
  id: 'age-in-cell',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const isAll = match.from === 0 && match.to === reader.tokens.length && match.to <= 2;
    return isAll && agedIn(candidate, ['Y']) !== undefined && reader.isNumber(0);
  },
};

/** "37-year-old": what follows says it. */
export const ageSaidAfter: Exception<TimexCandidate> = {
  id: 'age-said-after',
  holds: (candidate) =>
    agedIn(candidate, YOUNGEST) !== undefined && candidate.reader.sense(candidate.match.to, 'ageAfter') !== undefined,
};

/** "Âgé de 37 ans": what stands before says it. */
export const ageSaidBefore: Exception<TimexCandidate> = {
  id: 'age-said-before',
  holds: (candidate) => isCounted(candidate, GROWING) && candidate.reader.endingBefore(candidate.match.from, 'ageBefore') >= 0,
};

/** "À 16 ans", but à deux ans de prison. */
export const ageAfterPreposition: Exception<TimexCandidate> = {
  id: 'age-after-preposition',
  holds: (candidate) => {
    const { reader, match } = candidate;
    if (!isCounted(candidate, GROWING) || reader.endingBefore(match.from, 'ageBeforeAlone') < 0) return false;
    if (isOfRow(candidate)) return false;
    // de 4 à 6 mois: the preposition joins two lengths
    const joint = reader.endingBefore(match.from, 'rangeTo');
    const most = agedIn(candidate, GROWING)?.n ?? 0;
    if (joint >= 1 && reader.isNumber(joint - 1) && Number(reader.words[joint - 1]) < most) return false;
    // le taux à dix ans, l'affaire remonte à dix ans
    const before = reader.endingBefore(match.from, 'ageBeforeAlone') - 1;
    if (['lentFor', 'backTo'].some((cls) => reader.endingBefore(before + 1, cls) >= 0)) return false;
    // d'ici à vingt ans
    return reader.endingBefore(match.from, 'bySignal') < 0 && !isSpent(reader, match.to);
  },
};

/** Ses deux premières années, her last three months: of a row, no age. */
const isOfRow = ({ reader, match: { from, to } }: TimexCandidate): boolean => {
  for (let i = from; i < to; i++)
    if (reader.sense(i, 'ordinal') !== undefined || reader.sense(i, 'which') !== undefined) return true;
  return false;
};

/** "Un fils de 18 mois". */
export const ageInMonths: Exception<TimexCandidate> = {
  id: 'age-in-months',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const of = reader.endingBefore(match.from, 'ageOf');
    const n = agedIn(candidate, ['M'])?.n ?? MAX_MONTHS + 1;
    return isCounted(candidate, ['M']) && n <= MAX_MONTHS && of >= 0 && reader.sense(of - 1, 'person') !== undefined;
  },
};

const MAX_MONTHS = 36;

/** "Les 25 ans au plus", "aux plus de 65 ans". */
export const ageGroup: Exception<TimexCandidate> = {
  id: 'age-group',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const amount = amountOf(candidate);
    return (
      typeof livedYears(candidate)?.n === 'number' &&
      amount?.mod !== undefined &&
      (reader.sense(match.from - 1, 'the') !== undefined ||
        reader.sense(match.from, 'the') !== undefined ||
        reader.endingBefore(match.from, 'ageGroupBefore') >= 0)
    );
  },
};

/** "Les 18-25 ans". */
export const ageRange: Exception<TimexCandidate> = {
  id: 'age-range',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return (
      livedYears(candidate) !== undefined && /^[-–]$/.test(reader.words[match.from - 1] ?? '') && reader.isNumber(match.from - 2)
    );
  },
};

/** "Marie Duval, 37 ans, habite ici". */
export const ageInApposition: Exception<TimexCandidate> = {
  id: 'age-in-apposition',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const after = reader.words[match.to];
    return (
      livedYears(candidate) !== undefined &&
      /^[,(]$/.test(reader.words[match.from - 1] ?? '') &&
      (after === undefined || /^[,).;–—]$/.test(after) || reader.sense(match.to, 'ageAdverb') !== undefined) &&
      isNamedBefore(reader, match.from - 1)
    );
  },
};

/** "La cadette (37 ans)". */
export const ageInBrackets: Exception<TimexCandidate> = {
  id: 'age-in-brackets',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return livedYears(candidate) !== undefined && reader.words[match.from - 1] === '(' && reader.words[match.to] === ')';
  },
};

/** "Une fillette rousse de 6 ans". */
export const ageOfPerson: Exception<TimexCandidate> = {
  id: 'age-of-person',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const of = reader.endingBefore(match.from, 'ageOf');
    return livedYears(candidate) !== undefined && of >= 0 && isPersonBefore(reader, of);
  },
};

/** "A man in his 50s", "she is in her early thirties": the decade is of a life. */
export const ageInDecades: Exception<TimexCandidate> = {
  id: 'age-in-decades',
  holds: ({ reader, match: { from, meaning } }) => {
    const of = meaning.kind === 'part' ? meaning.of : meaning;
    const tied = reader.words[from - 1] === '-' ? from - 1 : from;
    const begin = reader.sense(tied - 1, 'partWord') === undefined ? tied : tied - 1;
    return of.kind === 'decade' && of.first < 100 && reader.endingBefore(begin, 'possessive') >= 0;
  },
};

// What people's ages are said in, as far as an amount of it can be one.
const GROWING: readonly Unit[] = ['Y', 'M', 'S', 'DE'];
/** A ten-day-old calf. */
const YOUNGEST: readonly Unit[] = [...GROWING, 'W', 'D', 'TH'];
const MAX_YEARS = 115;

type Part = Amount['parts'][number];

const amountOf = ({ match: { meaning } }: TimexCandidate): Amount | undefined =>
  meaning.kind === 'duration' ? meaning.amount : undefined;

/** What an age would count, in one of some units: of two units only 3 ans et demi is one. */
function agedIn(candidate: TimexCandidate, units: readonly Unit[]): Part | undefined {
  const [part, more] = amountOf(candidate)?.parts ?? [];
  if (part === undefined || !units.includes(part.unit)) return undefined;
  const isHalf = part.unit === 'Y' && more?.unit === 'M' && more.n === 6;
  return more === undefined || isHalf ? part : undefined;
}

/** Years that a person can have lived. */
function livedYears(candidate: TimexCandidate): Part | undefined {
  const part = agedIn(candidate, ['Y']);
  return part !== undefined && (part.n ?? 0) <= MAX_YEARS ? part : undefined;
}

const isCounted = (candidate: TimexCandidate, units: readonly Unit[]): boolean => {
  const part = agedIn(candidate, units);
  return part !== undefined && (part.n !== null || candidate.reader.isNumber(candidate.match.from));
};

/** Six mois de prison, un an ferme: the time of something; but not à 83 ans de son ami. */
function isSpent(reader: Reader, to: number): boolean {
  const of = reader.sense(to, 'of');
  if (of !== undefined) return reader.sense(of.end, 'functionWord') === undefined;
  return reader.sense(to, 'notAfterAge') !== undefined;
}

const isNamedBefore = (reader: Reader, comma: number): boolean =>
  reader.isCapital(comma - 1) || reader.sense(comma - 1, 'person') !== undefined || reader.isCapital(comma - 2);

/** Whether one of the few words before speaks of a person. */
function isPersonBefore(reader: Reader, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (/^[,.;:()]$/.test(reader.words[i] as string)) return false;
    if (reader.sense(i, 'person') !== undefined || isNameLike(reader, i)) return true;
  }
  return false;
}

/** A capital that does not come from a sentence's beginning. */
const isNameLike = (reader: Reader, at: number): boolean =>
  at > 0 &&
  reader.isCapital(at) &&
  !/^[.!?…«“"]$/.test(reader.words[at - 1] ?? '') &&
  reader.sense(at, 'functionWord') === undefined;
