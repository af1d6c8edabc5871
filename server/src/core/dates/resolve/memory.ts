import type { Context, Resolved } from './context';
import type { Place, Placed, Said } from './dateline';
import { isAsFineAs, type Point, startOf, UNNAMED_DAY } from './point';

/** A sentence of a paragraph, by its index. */
interface Sentence {
  readonly place: Place;
  readonly sentence: number;
}

/** What has been read so far. */
export interface State {
  last: Point | null;
  /** The sentence of it. */
  lastSentence: Sentence | null;
  /** The expressions that gave them: where they stand. */
  lastSpan: Said | null;
  lastDay: Point | null;
  lastDaySpan: Said | null;
  /** The sentence of that day. */
  lastDaySentence: Sentence | null;
  lastTime: Context['lastTime'];
  /** The last day is a night that goes on into the next: from Saturday to Sunday. */
  overnight: boolean;
  /** The day of the times that paragraphs begin with, as far as they follow each other: "Vers 12 h 10, …". */
  leadDay: Point | null;
  leadSpan: Said | null;
  /** A year that the text has named: days and months that follow in its sentence lie in it. */
  year: (Sentence & { readonly year: number; readonly narrative: boolean }) | null;
  rangeStart: Point | null;
}

/** Nothing read yet. */
export const emptyState = (): State => ({
  last: null,
  lastSentence: null,
  lastSpan: null,
  lastDay: null,
  lastDaySpan: null,
  lastDaySentence: null,
  lastTime: null,
  overnight: false,
  leadDay: null,
  leadSpan: null,
  year: null,
  rangeStart: null,
});

/** Where an expression stands in its paragraph. */
export const saidBy = ({ candidate: { start, end }, place }: Placed): Said => ({ place, start, end });

/** Whether two states say the same, and say it in the same places. */
export function areSameStates(a: State, b: State): boolean {
  return (
    a === b ||
    (isSamePoint(a.last, b.last) &&
      isSamePoint(a.lastDay, b.lastDay) &&
      isSamePoint(a.leadDay, b.leadDay) &&
      isSamePoint(a.rangeStart, b.rangeStart) &&
      a.overnight === b.overnight &&
      isSameSpan(a.lastSpan, b.lastSpan) &&
      isSameSpan(a.lastDaySpan, b.lastDaySpan) &&
      isSameSpan(a.leadSpan, b.leadSpan) &&
      isSameSentence(a.lastSentence, b.lastSentence) &&
      isSameSentence(a.lastDaySentence, b.lastDaySentence) &&
      isSameSentence(a.year, b.year) &&
      a.year?.year === b.year?.year &&
      a.year?.narrative === b.year?.narrative &&
      a.lastTime?.value === b.lastTime?.value &&
      a.lastTime?.minutes === b.lastTime?.minutes &&
      isSamePoint(a.lastTime?.day ?? null, b.lastTime?.day ?? null))
  );
}

function isSamePoint(a: Point | null, b: Point | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === UNNAMED_DAY || b === UNNAMED_DAY) return false;
  const isSameStretch = a.grain === b.grain && a.earliest === b.earliest && a.latest === b.latest;
  return isSameStretch && a.value === b.value && a.edtf === b.edtf && a.exact === b.exact;
}

const isSameSpan = (a: Said | null, b: Said | null): boolean =>
  a?.place === b?.place && a?.start === b?.start && a?.end === b?.end;

const isSameSentence = (a: Sentence | null, b: Sentence | null): boolean => a?.place === b?.place && a?.sentence === b?.sentence;

/** Takes up what an expression says for those after it. */
export function remember(item: Placed, resolved: Resolved, state: State): void {
  const { candidate } = item;
  const { point, type } = resolved;
  const isPlaced = point !== undefined && (type === 'DATE' || type === 'TIME');
  state.rangeStart = candidate.opensRange && point !== undefined && type === 'DATE' ? point : null;
  if (!isPlaced) return;
  if (point === UNNAMED_DAY) {
    // le lendemain of a day that nobody knows: not counted from the document
    state.lastDay ??= point;
    return;
  }
  rememberYear(item, resolved, state);
  if (isSinceLong(item)) return;
  state.last = point;
  state.lastSpan = saidBy(item);
  state.lastSentence = { place: item.place, sentence: candidate.sentence };
  if (isFeastOfNoun(item)) return;
  if (isAsFineAs(point, 'D')) rememberDay(item, point, state);
  if (type === 'TIME' && resolved.minutes !== undefined)
    state.lastTime = { value: resolved.value, day: point, minutes: resolved.minutes };
}

/** A year that the text names; one that it counts from its own day ends what was named before. */
function rememberYear({ candidate, place }: Placed, resolved: Resolved, state: State): void {
  const { meaning, signal, sentence } = candidate;
  if (meaning.kind === 'calendar' && meaning.year !== undefined && signal !== 'since' && !meaning.bce) {
    const narrative = meaning.day !== undefined || meaning.month !== undefined;
    state.year = { year: meaning.year, place, sentence, narrative };
  } else if (meaning.kind === 'deictic' || (resolved.anchor === 'document' && meaning.kind === 'unit')) {
    state.year = null;
  }
}

/** Depuis 1998: nothing that follows is counted from it. */
const isSinceLong = ({ candidate: { meaning, signal } }: Placed): boolean =>
  signal === 'since' && meaning.kind === 'calendar' && meaning.day === undefined;

/** Les courses de Noël: no day that a time could belong to. */
const isFeastOfNoun = ({ candidate: { meaning, ofNoun } }: Placed): boolean =>
  meaning.kind === 'feast' && ofNoun === true && meaning.year === undefined;

function rememberDay(item: Placed, point: Point, state: State): void {
  const { meaning } = item.candidate;
  const span = saidBy(item);
  if (meaning.kind !== 'clock') {
    if (leads(item)) state.leadDay = null;
    state.overnight = meaning.kind === 'dayPart' && (meaning.overnight === true || meaning.part === 'NI');
  } else if (meaning.day === undefined && leads(item)) {
    state.leadDay = point;
    state.leadSpan = span;
  }
  state.lastDay = point;
  state.lastDaySpan = span;
  state.lastDaySentence = { place: item.place, sentence: item.candidate.sentence };
}

// How far into a paragraph a time stands that it begins with: "Peu avant 18 h".
const LEAD = 12;

/** Whether its paragraph begins with it. */
export const leads = ({ candidate }: Placed): boolean => candidate.start <= LEAD;

/** The date, and the day, that its sentence has said before it. */
export function saidInSentence(
  { candidate, place }: Placed,
  { last, lastSentence, lastDay, lastDaySentence }: State,
): Pick<Context, 'dayOfSentence' | 'lastOfSentence'> {
  const isIn = (at: State['lastSentence']): boolean => at !== null && at.place === place && at.sentence === candidate.sentence;
  return {
    ...(isIn(lastDaySentence) && lastDay !== null && { dayOfSentence: lastDay }),
    ...(isIn(lastSentence) && last !== null && { lastOfSentence: last }),
  };
}

/** The year that a day or month without one takes over from the text: of the same sentence, or of a story told in the past. */
export function inheritedYear(item: Placed, { year }: State, document: Point | null): { readonly year?: number } {
  if (year === null || (document !== null && item.candidate.asOf)) return {};
  // without a date of its own, all that a text has is what it names
  if (document === null) return { year: year.year };
  const now = startOf(document).year;
  if (year.place !== item.place || year.year >= now) return {};
  const isSame = year.sentence === item.candidate.sentence;
  return isSame || (year.narrative && year.year < now - 1) ? { year: year.year } : {};
}
