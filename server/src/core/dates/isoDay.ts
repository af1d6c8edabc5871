import { isCalendarDay } from './calendar';

/** A day of the calendar; the year is astronomical. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day out of its ISO form; null where it is not one that a calendar has. */
export function parseDay(iso: string | undefined): Day | null {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(iso ?? '');
  if (match === null) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDay(parts.year, parts.month, parts.day) ? parts : null;
}
