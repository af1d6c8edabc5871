import { deviance } from './deviance';

/**
 * How often something occurs in a part and in all, in the notation of Evert, S.: Corpora and collocations, in: Lüdeling, A.
 * and Kytö, M. (eds.): Corpus Linguistics. An International Handbook, vol. 2, de Gruyter 2008, article 58. For keywords the
 * part is a sub-corpus, for collocates all that stands in the windows around a node.
 */
export interface TwoByTwo {
  /** How often it occurs in the part (O11). */
  readonly observed: number;
  /** Tokens of the part (R1). */
  readonly part: number;
  /** How often it occurs in all (C1). */
  readonly total: number;
  /** Tokens of all (N). */
  readonly all: number;
}

/** How often it would occur in the part if it were spread evenly (E11 = R1·C1 / N); 0 where there is nothing. */
export const expected = ({ part, total, all }: TwoByTwo): number => (all === 0 ? 0 : (part * total) / all);

/** A table that no statistic has anything to say of: of an empty part, of all that there is, or of what never occurs. */
export const isDegenerate = ({ part, total, all }: TwoByTwo): boolean =>
  part <= 0 || part >= all || total <= 0 || total > all || all <= 0;

/**
 * Log-likelihood with two terms, as keywords are ranked by in corpus linguistics: 2 Σ O ln(O/E) over the two corpora alone.
 * Rayson, P. and Garside, R.: Comparing corpora using frequency profiling. Proceedings of the Workshop on Comparing Corpora,
 * ACL 2000, 1–6.
 *
 * @returns negative where it is rarer in the part than expected; null for a {@link isDegenerate} table
 */
export function logLikelihoodTwoTerm(table: TwoByTwo): number | null {
  if (isDegenerate(table)) return null;
  const [first, , second] = cells(table);
  return signed(table, 2 * (likelihood(first) + likelihood(second)));
}

/**
 * Log-likelihood with all four cells of the table: 2 Σ O ln(O/E).
 * Dunning, T.: Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19 (1993), 61–74.
 *
 * @returns negative where it is rarer in the part than expected; null for a {@link isDegenerate} table
 */
export function logLikelihood(table: TwoByTwo): number | null {
  if (isDegenerate(table)) return null;
  return signed(table, 2 * cells(table).reduce((sum, cell) => sum + likelihood(cell), 0));
}

/** O ln(O/E) + E − O: what is added is nothing over all cells, and keeps the places that the logarithms alone would lose. */
const likelihood = ({ seen, awaited }: Cell): number => (awaited <= 0 ? 0 : deviance(seen, awaited));

/**
 * Pearson's χ² of the four cells, without correction: N (O11·O22 − O12·O21)² / (R1·R2·C1·C2).
 *
 * @returns negative where it is rarer in the part than expected; null for a {@link isDegenerate} table
 */
export const chiSquared = (table: TwoByTwo): number | null => chi(table, 0);

/**
 * χ² with the correction for continuity, by half an occurrence.
 * Yates, F.: Contingency tables involving small numbers and the χ² test. Supplement to the Journal of the Royal Statistical
 * Society 1 (1934), 217–235.
 *
 * @returns negative where it is rarer in the part than expected; null for a {@link isDegenerate} table
 */
export const chiSquaredYates = (table: TwoByTwo): number | null => chi(table, 0.5);

/**
 * Whether χ² can be trusted: no cell is expected less than five times.
 * Cochran, W. G.: Some methods for strengthening the common χ² tests. Biometrics 10 (1954), 417–451.
 */
export const isLargeEnough = (table: TwoByTwo): boolean => cells(table).every(({ awaited }) => awaited >= LEAST_EXPECTED);

const LEAST_EXPECTED = 5;

/** No product of four margins is taken, which a corpus of 10⁹ tokens would take beyond what numbers hold exactly. */
function chi(table: TwoByTwo, correction: number): number | null {
  if (isDegenerate(table) || table.total >= table.all) return null;
  const all = cells(table);
  // the same in every cell, and exact in the one that least is expected in
  const [least] = [...all].sort((a, b) => a.awaited - b.awaited) as [Cell];
  const difference = Math.max(0, Math.abs(least.seen - least.awaited) - correction);
  return signed(
    table,
    all.reduce((sum, { awaited }) => sum + difference ** 2 / awaited, 0),
  );
}

interface Cell {
  readonly seen: number;
  readonly awaited: number;
}

function cells({ observed, part, total, all }: TwoByTwo): readonly [Cell, Cell, Cell, Cell] {
  const [rest, others] = [all - part, all - total];
  return [
    { seen: observed, awaited: (part * total) / all },
    { seen: part - observed, awaited: (part * others) / all },
    { seen: total - observed, awaited: (rest * total) / all },
    { seen: rest - total + observed, awaited: (rest * others) / all },
  ];
}

const signed = (table: TwoByTwo, value: number): number => (table.observed < expected(table) ? -value : value);
