import type { TwoByTwo } from './contingency';

/** Occurrences a million tokens; null where there are no tokens. */
export const perMillion = (count: number, tokens: number): number | null => (tokens > 0 ? (count / tokens) * 1_000_000 : null);

/**
 * Log Ratio: how often the relative frequency must be doubled to get from that in the rest to that in the part; −1 is half
 * as often. What never occurs in one of them is taken as half an occurrence.
 * Hardie, A.: Log Ratio – an informal introduction. ESRC Centre for Corpus Approaches to Social Science, Lancaster 2014.
 *
 * @returns null where the part or the rest is empty, or it occurs in neither
 */
export function logRatio(table: TwoByTwo): number | null {
  const { observed, other, rest } = sides(table);
  if (table.part <= 0 || rest <= 0 || table.total <= 0) return null;
  return Math.log2(orHalf(observed) / table.part / (orHalf(other) / rest));
}

const orHalf = (count: number): number => (count === 0 ? 0.5 : count);

/**
 * %DIFF: by how many per cent the relative frequency in the part differs from that in the rest; 100 is twice as often. What
 * never occurs in the rest is taken there as 10⁻¹⁸ occurrences a token, as its authors do, and is so high that nobody takes
 * it for a measured figure.
 * Gabrielatos, C. and Marchi, A.: Keyness. Matching metrics to definitions. Corpus Linguistics in the South 1, Portsmouth
 * 2011; Gabrielatos, C.: Keyness analysis. Nature, metrics and techniques, in: Taylor, C. and Marchi, A. (eds.): Corpus
 * Approaches to Discourse, Routledge 2018, 225–258.
 *
 * @returns null where the part or the rest is empty, or it occurs in neither
 */
export function percentDifference(table: TwoByTwo): number | null {
  const { observed, other, rest } = sides(table);
  if (table.part <= 0 || rest <= 0 || table.total <= 0) return null;
  const reference = other === 0 ? NEVER : other / rest;
  return ((observed / table.part - reference) * 100) / reference;
}

const NEVER = 1e-18;

const sides = ({ observed, part, total, all }: TwoByTwo) => ({ observed, other: total - observed, rest: all - part });
