import { expected, isDegenerate, type TwoByTwo } from './contingency';
import { deviance } from './deviance';

/**
 * Specificity (spécificité) by the hypergeometric model: how improbable it is that so many or more of all occurrences fall
 * into the part by chance, or so few or fewer where they are fewer than expected; its decimal logarithm, positive for what is
 * over-used and negative for what is under-used. Between −2 and +2 (a chance of one in a hundred) is what anybody would use
 * (banality).
 * Lafon, P.: Sur la variabilité de la fréquence des formes dans un corpus. Mots 1 (1980), 127–165. What is over-used is
 * P(X ≥ f), as there and in TXM. With the windows around a pole as the part it is the index of co-occurrence: Lafon, P.:
 * Analyse lexicométrique et recherche des cooccurrences. Mots 3 (1981), 95–148.
 *
 * @returns null for a table of which nothing can be said ({@link isDegenerate})
 */
export function specificity(table: TwoByTwo): number | null {
  if (isDegenerate(table)) return null;
  const isMore = table.observed >= expected(table);
  const logarithm = Math.min(0, (isMore ? logUpperTail(table) : logLowerTail(table)) / Math.LN10);
  return isMore ? Math.abs(logarithm) : logarithm;
}

/** Up to which specificities are banal, on both sides. */
export const BANALITY = 2;

/** The natural logarithm of P(X = observed). */
export function logProbability({ observed, part, total, all }: TwoByTwo): number {
  const least = Math.max(0, part + total - all);
  if (observed < least || observed > Math.min(part, total)) return Number.NEGATIVE_INFINITY;
  // R1 draws out of all: by three binomials of one probability, whose error does not grow with their size
  const share = part / all;
  return logBinomial(observed, total, share) + logBinomial(part - observed, all - total, share) - logBinomial(part, all, share);
}

/** ln P(X ≥ observed), for an observed frequency at or above the expected one: the terms fall from there. */
function logUpperTail(table: TwoByTwo): number {
  const { observed, part, total, all } = table;
  let [sum, next] = [1, 1];
  for (let k = observed; k < Math.min(part, total); k++) {
    next *= ((total - k) * (part - k)) / ((k + 1) * (all - total - part + k + 1));
    sum += next;
    if (next < sum * NEGLIGIBLE) break;
  }
  return logProbability(table) + Math.log(sum);
}

/** ln P(X ≤ observed), for an observed frequency below the expected one. */
function logLowerTail(table: TwoByTwo): number {
  const { observed, part, total, all } = table;
  let [sum, next] = [1, 1];
  for (let k = observed; k > Math.max(0, part + total - all); k--) {
    next *= (k * (all - total - part + k)) / ((total - k + 1) * (part - k + 1));
    sum += next;
    if (next < sum * NEGLIGIBLE) break;
  }
  return logProbability(table) + Math.log(sum);
}

const NEGLIGIBLE = 1e-17;

/**
 * ln of the probability of k successes in n trials, by the saddle point: exact to some fifteen places at any size, where a
 * difference of logarithms of factorials loses as many places as n has.
 * Loader, C.: Fast and accurate computation of binomial probabilities, 2000 (as in R's dbinom).
 */
function logBinomial(k: number, n: number, share: number): number {
  if (k === 0) return n === 0 ? 0 : n * Math.log1p(-share);
  if (k === n) return n * Math.log(share);
  const rest = n - k;
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(rest);
  const deviations = deviance(k, n * share) + deviance(rest, n * (1 - share));
  return errors - deviations - 0.5 * (Math.log(2 * Math.PI) + Math.log(k) + Math.log1p(-k / n));
}

/** ln(n!) minus Stirling's approximation of it. */
function stirlingError(n: number): number {
  if (n < EXACT_FACTORIALS) {
    let factorial = 0;
    for (let i = 2; i <= n; i++) factorial += Math.log(i);
    return factorial - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

const EXACT_FACTORIALS = 16;
