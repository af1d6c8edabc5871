/**
 * x ln(x/m) + m − x, for m above 0, without the loss of places where x is close to m; the limit m where x is 0.
 * Loader 2000 (see `hypergeometric.ts`), as R's bd0.
 */
export function deviance(x: number, m: number): number {
  if (x <= 0) return m;
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const ratio = difference / (x + m);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let j = 1; j < MOST_TERMS; j++) {
    power *= ratio * ratio;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

const MOST_TERMS = 1000;
