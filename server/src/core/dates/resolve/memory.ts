import type { Span } from '../../span';
import type { Context, Resolved } from './context';
import type { Placed } from './dateline';
import { isAsFineAs, type Point, startOf, UNNAMED_DAY } from './point';

/** What has been read so far. */
export interface State {
  last: Point | null;
  /** The sentence of it. */
  lastSentence: { readonly paragraph: number; readonly sentence: number } | null;
  /** The expressions that gave them: where they stand. */
  lastSpan: Span | null;
  lastDay: Point | null;
  lastDaySpan: Span | null;
  /** The sentence of that day. */
  lastDaySentence: { readonly paragraph: number; readonly sentence: number } | null;
  lastTime: Context['lastTime'];
  /** The last day is a night that goes on into the next: from Saturday to Sunday. */
  overnight: boolean;
  /** The day of the times that paragraphs begin with, as far as they follow each other: "Vers 12 h 10, …". */
  leadDay: Point | null;
  leadSpan: Span | null;
  /** A year that the text has named: days and months that follow in its sentence lie in it. */
  year: { readonly year: number; readonly paragraph: number; readonly sentence: number; readonly narrative: boolean } | null;
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
  state.lastSpan = { start: item.start, end: item.end };
  state.lastSentence = { paragraph: item.paragraph, sentence: candidate.sentence };
  if (isFeastOfNoun(item)) return;
  if (isAsFineAs(point, 'D')) rememberDay(item, point, state);
  if (type === 'TIME' && resolved.minutes !== undefined)
    state.lastTime = { value: resolved.value, day: point, minutes: resolved.minutes };
}

/** A year that the text names; one that it counts from its own day ends what was named before. */
function rememberYear({ candidate, paragraph }: Placed, resolved: Resolved, state: State): void {
  const { meaning, signal, sentence } = candidate;
  if (meaning.kind === 'calendar' && meaning.year !== undefined && signal !== 'since' && !meaning.bce) {
    const narrative = meaning.day !== undefined || meaning.month !== undefined;
    state.year = { year: meaning.year, paragraph, sentence, narrative };
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
  const span = { start: item.start, end: item.end };
  if (meaning.kind !== 'clock') {
    if (leads(item)) state.leadDay = null;
    state.overnight = meaning.kind === 'dayPart' && (meaning.overnight === true || meaning.part === 'NI');
  } else if (meaning.day === undefined && leads(item)) {
    state.leadDay = point;
    state.leadSpan = span;
  }
  state.lastDay = point;
  state.lastDaySpan = span;
  state.lastDaySentence = { paragraph: item.paragraph, sentence: item.candidate.sentence };
}

// How far into a paragraph a time stands that it begins with: "Peu avant 18 h".
const LEAD = 12;

/** Whether its paragraph begins with it. */
export const leads = ({ candidate }: Placed): boolean => candidate.start <= LEAD;

/** The date, and the day, that its sentence has said before it. */
export function saidInSentence(
  { candidate, paragraph }: Placed,
  { last, lastSentence, lastDay, lastDaySentence }: State,
): Pick<Context, 'dayOfSentence' | 'lastOfSentence'> {
  const isIn = (at: State['lastSentence']): boolean =>
    at !== null && at.paragraph === paragraph && at.sentence === candidate.sentence;
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
  if (year.paragraph !== item.paragraph || year.year >= now) return {};
  const isSame = year.sentence === item.candidate.sentence;
  return isSame || (year.narrative && year.year < now - 1) ? { year: year.year } : {};
}
