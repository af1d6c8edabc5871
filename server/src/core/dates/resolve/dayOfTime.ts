import type { DirectionWeights } from '../direction/decide';
import type { DateCandidate, Meaning } from '../expression';
import { type Context, emptyContext } from './context';
import type { Placed, Said } from './dateline';
import { resolveMeaning } from './meaning';
import { leads, type State, saidBy } from './memory';
import { dayPoint, type Point } from './point';

/** A day, and where the text says it. */
interface SaidDay {
  readonly point: Point | null;
  readonly span: Said | null;
}

/** What a time of the day is resolved among. */
export interface Surroundings {
  readonly next: Placed | undefined;
  readonly state: State;
  readonly document: Point | null;
  readonly namedDays: Context['namedDays'];
  readonly orthodox: boolean;
  readonly weights: DirectionWeights;
}

// Up to this hour a time belongs to the end of a night, not to its beginning.
const NIGHT_ENDS = 9;

/** The day that a time of the day lies in: one close after it, that of the times that paragraphs begin with, or the last one named. */
export function dayOfTime(item: Placed, around: Surroundings): SaidDay {
  const { meaning } = item.candidate;
  const { next, state } = around;
  const ahead = dayFromAhead(item, around);
  const isLate = meaning.kind === 'clock' && meaning.day === undefined && meaning.hour < NIGHT_ENDS;
  if (ahead !== null && next !== undefined) {
    return { point: isLate && isNight(next.candidate.meaning) ? dayAfter(ahead) : ahead, span: saidBy(next) };
  }
  const last = { point: state.lastDay, span: state.lastDaySpan };
  if (meaning.kind !== 'clock' || meaning.day !== undefined) return last;
  if (leads(item) && state.leadDay !== null) return { point: state.leadDay, span: state.leadSpan };
  return isLate && state.overnight && last.point !== null ? { ...last, point: dayAfter(last.point) } : last;
}

const isNight = (meaning: Meaning): boolean => meaning.kind === 'dayPart' && meaning.overnight === true;

const dayAfter = (point: Point): Point => (point.exact && point.grain === 'D' ? dayPoint(point.earliest + 1) : point);

// How far after a time its day may begin, in code units.
const REACH = 24;

/** "À 18 heures, mardi": the day of a time can stand after it in its sentence, where no day stands before. */
function dayFromAhead(item: Placed, { next, state, document, namedDays, orthodox, weights }: Surroundings): Point | null {
  if (next === undefined || !isTimeAlone(item.candidate.meaning) || !standsClose(item, next)) return null;
  if (state.lastDay !== null && state.year?.sentence === item.candidate.sentence) return null;
  // by 5 p.m., its lowest since Sept. 10: another day
  if (next.candidate.signal === 'since') return null;
  const ahead = dayNamed(next.candidate);
  if (ahead?.kind !== 'calendar' && ahead?.kind !== 'deictic') return null;
  const { tense, leaning } = next.candidate;
  const { point } = resolveMeaning(ahead, {
    ...emptyContext(orthodox),
    document,
    namedDays,
    ...(tense && { tense }),
    ...(leaning !== undefined && { leaning, weights }),
  });
  return point?.grain === 'D' ? point : null;
}

const isTimeAlone = (meaning: Meaning): boolean =>
  (meaning.kind === 'clock' || meaning.kind === 'dayPart') && meaning.day === undefined;

const standsClose = (item: Placed, next: Placed): boolean =>
  next.place === item.place && next.candidate.sentence === item.candidate.sentence && next.start - item.end <= REACH;

/** À 3 heures, dans la nuit de samedi à dimanche: of a night the day that it begins with. De 9 h à 11 h jeudi: of a time its own. */
const dayNamed = ({ meaning }: DateCandidate): Meaning | undefined =>
  meaning.kind === 'clock' || (meaning.kind === 'dayPart' && meaning.overnight) ? meaning.day : meaning;
