import type { Coded } from './coded';

/** Chance as good as everywhere: no coefficient is defined. */
const NO_ROOM = 1e-12;

/**
 * Cohen's kappa of two annotators: observed agreement corrected by that which their own frequencies would give by chance.
 * Cohen, J.: A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20 (1960), 37–46.
 *
 * @param coded - only cases that both judged count.
 * @returns between -1 and 1; null where there is no such case, or where chance alone agrees everywhere.
 */
export function cohenKappa(coded: readonly Coded[], first: number, second: number): number | null {
  let total = 0;
  let agreed = 0;
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const { labels, times } of coded) {
    const [a, b] = [labels[first], labels[second]];
    if (a === undefined || b === undefined) continue;
    total += times;
    if (a === b) agreed += times;
    rows.set(a, (rows.get(a) ?? 0) + times);
    columns.set(b, (columns.get(b) ?? 0) + times);
  }
  if (total === 0) return null;
  let chance = 0;
  for (const [label, count] of rows) chance += (count / total) * ((columns.get(label) ?? 0) / total);
  return corrected(agreed / total, chance);
}

/**
 * Fleiss' kappa of any number of annotators: the mean share of agreeing pairs a case, corrected by the chance that the
 * frequencies of all of them together give.
 * Fleiss, J. L.: Measuring nominal scale agreement among many raters. Psychological Bulletin 76 (1971), 378–382.
 *
 * @param coded - only cases that all annotators judged count.
 * @returns null where there is no such case, where chance agrees everywhere, or with fewer than two annotators.
 */
export function fleissKappa(coded: readonly Coded[]): number | null {
  let total = 0;
  let agreed = 0;
  let raters = 0;
  const frequencies = new Map<string, number>();
  for (const { labels, times } of coded) {
    const counts = countsOf(labels);
    raters = labels.length;
    if (raters < 2 || sum(counts.values()) < raters) continue;
    total += times;
    let pairs = 0;
    for (const [label, count] of counts) {
      pairs += count * (count - 1);
      frequencies.set(label, (frequencies.get(label) ?? 0) + count * times);
    }
    agreed += (times * pairs) / (raters * (raters - 1));
  }
  if (total === 0) return null;
  let chance = 0;
  for (const count of frequencies.values()) chance += (count / (total * raters)) ** 2;
  return corrected(agreed / total, chance);
}

/**
 * Krippendorff's alpha for nominal data, from the matrix of coincidences; cases that some annotators did not judge count
 * as far as two or more did.
 * Krippendorff, K.: Content Analysis. An Introduction to Its Methodology, 3rd edition, Sage 2013, section 12.3; worked
 * through in his Computing Krippendorff's Alpha-Reliability (2011).
 *
 * @returns null where fewer than two judgements can be paired, or all of them are the same.
 */
export function krippendorffAlpha(coded: readonly Coded[]): number | null {
  let pairable = 0;
  let disagreeing = 0;
  const totals = new Map<string, number>();
  for (const { labels, times } of coded) {
    const counts = countsOf(labels);
    const judged = sum(counts.values());
    if (judged < 2) continue;
    pairable += judged * times;
    let pairs = judged * (judged - 1);
    for (const [label, count] of counts) {
      pairs -= count * (count - 1);
      totals.set(label, (totals.get(label) ?? 0) + count * times);
    }
    disagreeing += (times * pairs) / (judged - 1);
  }
  let expected = pairable * (pairable - 1);
  for (const count of totals.values()) expected -= count * (count - 1);
  if (pairable < 2 || expected <= 0) return null;
  return 1 - ((pairable - 1) * disagreeing) / expected;
}

/** The share of cases on which all who judged them agree, of those that two or more judged; null where there is none. */
export function observedAgreement(coded: readonly Coded[]): number | null {
  let total = 0;
  let agreed = 0;
  for (const { labels, times } of coded) {
    const counts = countsOf(labels);
    if (sum(counts.values()) < 2) continue;
    total += times;
    if (counts.size === 1) agreed += times;
  }
  return total === 0 ? null : agreed / total;
}

function corrected(observed: number, chance: number): number | null {
  return chance >= 1 - NO_ROOM ? null : (observed - chance) / (1 - chance);
}

function countsOf(labels: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function sum(numbers: Iterable<number>): number {
  let result = 0;
  for (const number of numbers) result += number;
  return result;
}
