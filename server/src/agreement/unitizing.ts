import { partitionPoint, type Span } from '../core/span';
import type { Continuum } from './units';

/**
 * Krippendorff's alpha for unitizing: how far annotators agree on where units of each category begin and end in a
 * continuum, by the squares of what differs, against what chance would give.
 * Krippendorff, K.: On the reliability of unitizing contiguous data. Sociological Methodology 25 (1995), 47–76, with the
 * formulas as Content Analysis, 2nd edition, Sage 2004, section 11.6 has them (the first ones have a wrong sign in the
 * expected disagreement). Units of one annotator and category must not overlap there: such ones are joined first.
 *
 * @param texts - laid end to end they make the continuum; those that fewer than two annotators have do not count.
 * @param category - one category alone; without it, the disagreements of all of them are summed.
 * @returns at most 1; null where nobody marked anything, or fewer than two annotators have a text.
 */
export function unitizingAlpha(texts: readonly Continuum[], category?: string): number | null {
  const continuum = endToEnd(texts);
  if (continuum === undefined) return null;
  const categories = category === undefined ? continuum.categories : [category];
  let observed = 0;
  let expected = 0;
  for (const each of categories) {
    const disagreement = categoryDisagreement(continuum, each);
    observed += disagreement.observed;
    expected += disagreement.expected;
  }
  return expected === 0 ? null : 1 - observed / expected;
}

/** What annotators disagree in on one category, and what chance would give: squared lengths per squared length of the whole. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/** The two disagreements of one category in one text. */
export function unitizingDisagreement(text: Continuum, category: string): Disagreement {
  const continuum = endToEnd([text]);
  return continuum === undefined ? { observed: 0, expected: 0 } : categoryDisagreement(continuum, category);
}

interface Whole {
  readonly length: number;
  readonly categories: readonly string[];
  /** By annotator and category, in order, not overlapping. */
  readonly units: readonly ReadonlyMap<string, readonly Span[]>[];
}

/** One continuum of the texts that all of those annotators have who have the most: alpha for unitizing knows no missing data. */
function endToEnd(texts: readonly Continuum[]): Whole | undefined {
  const present = texts[0]?.annotators.map((_, i) => texts.some(({ annotators }) => annotators[i] !== undefined)) ?? [];
  const who = present.flatMap((is, i) => (is ? [i] : []));
  if (who.length < 2) return undefined;
  const units = who.map(() => new Map<string, Span[]>());
  let length = 0;
  for (const text of texts) {
    if (who.some((i) => text.annotators[i] === undefined)) continue;
    for (const [row, i] of who.entries()) {
      for (const { start, end, category } of text.annotators[i] ?? []) {
        const own = units[row]?.get(category) ?? [];
        units[row]?.set(category, own);
        join(own, { start: start + length, end: end + length });
      }
    }
    length += text.length;
  }
  if (length === 0) return undefined;
  return { length, units, categories: [...new Set(units.flatMap((own) => [...own.keys()]))] };
}

/** Adds a span to spans in order; what overlaps the last one becomes one with it. */
function join(spans: Span[], next: Span): void {
  if (next.start === next.end) return;
  const last = spans.at(-1);
  if (last === undefined || next.start >= last.end) spans.push(next);
  else spans[spans.length - 1] = { start: Math.min(last.start, next.start), end: Math.max(last.end, next.end) };
}

function categoryDisagreement({ length, units }: Whole, category: string): Disagreement {
  const rows = units.map((own) => own.get(category) ?? []);
  let observed = 0;
  for (const [i, first] of rows.entries())
    for (const second of rows.slice(i + 1)) observed += pairDisagreement(sections(first, length), sections(second, length));
  const raters = rows.length;
  return { observed: (2 * observed) / (raters * (raters - 1) * length * length), expected: chance(rows, length) };
}

interface Section extends Span {
  readonly isUnit: boolean;
}

/** Units and the gaps between them, from the beginning to the end. */
function sections(units: readonly Span[], length: number): readonly Section[] {
  const result: Section[] = [];
  let at = 0;
  for (const { start, end } of units) {
    if (start > at) result.push({ start: at, end: start, isUnit: false });
    result.push({ start, end, isUnit: true });
    at = end;
  }
  if (at < length) result.push({ start: at, end: length, isUnit: false });
  return result;
}

/** Two units that meet differ by the squares of their ends' distances; a unit within a gap by its own. */
function sectionDistance(a: Section, b: Section): number {
  if (a.isUnit && b.isUnit) return a.start < b.end && b.start < a.end ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  if (a.isUnit && !b.isUnit) return b.start <= a.start && a.end <= b.end ? (a.end - a.start) ** 2 : 0;
  return b.isUnit ? sectionDistance(b, a) : 0;
}

function pairDisagreement(first: readonly Section[], second: readonly Section[]): number {
  let result = 0;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const [a, b] = [first[i] as Section, second[j] as Section];
    result += sectionDistance(a, b);
    if (a.end <= b.end) i++;
    if (b.end <= a.end) j++;
  }
  return result;
}

/** The expected disagreement over all ways in which the units of all annotators could lie in the continuum. */
function chance(rows: readonly (readonly Span[])[], length: number): number {
  const units = rows.flat().map(({ start, end }) => end - start);
  const gaps = rows
    .flatMap((own) => sections(own, length))
    .filter(({ isUnit }) => !isUnit)
    .map(({ start, end }) => end - start)
    .sort((a, b) => b - a);
  const sums = [0];
  for (const gap of gaps) sums.push((sums.at(-1) as number) + gap);
  let result = 0;
  let within = 0;
  for (const own of units) {
    const wide = partitionPoint(gaps, (gap) => gap >= own);
    result += ((units.length - 1) * (2 * own ** 3 - 3 * own ** 2 + own)) / 3;
    result += own ** 2 * ((sums[wide] as number) - wide * (own - 1));
    within += own * (own - 1);
  }
  const places = rows.length * length;
  return (2 * result) / length / (places * (places - 1) - within);
}
