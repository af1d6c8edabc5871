import type { Meaning } from '../expression';
import { resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { pointsAhead } from './direction';
import { type Point, seasonPoint, startOf, yearPartPoint } from './point';

type PartOfYear = Extract<Meaning, { kind: 'partOfYear' }>;

/**
 * A season, quarter or half of a year.
 * @param yearOf - the year that it is said to be of, where that is not named
 */
export function resolvePartOfYear(meaning: PartOfYear, yearOf: Resolved | undefined, context: Context): Resolved {
  const make = (year: number): Point =>
    meaning.unit === 'SN' ? seasonPoint(year, meaning.n) : yearPartPoint(year, meaning.unit, meaning.n);
  if (meaning.year !== undefined) return resolvedAt(make(meaning.year));
  if (yearOf?.point !== undefined) return resolvedAt(make(startOf(yearOf.point).year), yearOf.anchor);
  const { document } = context;
  if (document === null || isHabitual(meaning, context)) return { type: 'DATE', value: `XXXX${make(2000).value.slice(4)}` };
  if (context.year !== undefined && meaning.direction === undefined) return resolvedAt(make(context.year), 'text');
  const now = startOf(document).year;
  const around = [now - 2, now - 1, now, now + 1, now + 2].map(make);
  // a quarter that runs is the one of the year before only where the text says so
  return resolvedAt(chosen(around, meaning, document, context) ?? make(now), 'document');
}

/** En été, of what is so every year. */
const isHabitual = (meaning: PartOfYear, context: Context): boolean =>
  meaning.generic === true && context.tense === undefined && context.year === undefined;

/** The one of several years' that the words and verbs point to. */
function chosen(around: readonly Point[], { direction }: PartOfYear, document: Point, context: Context): Point | undefined {
  const past = around.filter((point) => point.latest < document.earliest);
  const ahead = around.filter((point) => point.earliest > document.latest);
  if (direction !== undefined && direction < 0) return past.at(direction);
  if (direction !== undefined && direction > 0) return ahead[direction - 1];
  const current = around.find((point) => point.earliest <= document.latest && point.latest >= document.earliest);
  if (current !== undefined) return current;
  if (direction === undefined) return isAhead(past.at(-1), ahead[0], document, context) ? ahead[0] : past.at(-1);
  const isBehind = context.tense === 'past' || context.signal === 'since';
  return isBehind ? past.at(-1) : nearer(past.at(-1), ahead[0], document);
}

/** Whether the clause speaks of the one to come: a season lies as far as the months it begins with. */
function isAhead(past: Point | undefined, ahead: Point | undefined, document: Point, context: Context): boolean {
  if (past === undefined || ahead === undefined || context.leaning === undefined || document.grain !== 'D')
    return context.tense === 'future';
  return pointsAhead(context, {
    kind: 'month',
    since: document.earliest - past.earliest,
    wait: ahead.earliest - document.latest,
  });
}

/** This summer, said outside it: the coming one from January on, the one just gone in autumn. */
function nearer(past: Point | undefined, ahead: Point | undefined, document: Point): Point | undefined {
  if (past === undefined || ahead === undefined) return past ?? ahead;
  const since = document.earliest - past.latest;
  return since <= JUST_GONE && since < ahead.earliest - document.latest ? past : ahead;
}

// In days: longer ago it is not the one that people mean.
const JUST_GONE = 90;
