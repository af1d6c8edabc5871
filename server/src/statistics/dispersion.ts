/** How often something occurs in a part of a corpus, and the part's tokens. Parts without it belong to it too. */
export interface PartCount {
  readonly count: number;
  readonly tokens: number;
}

/** In how many parts it occurs. */
export const range = (parts: readonly PartCount[]): number => parts.reduce((all, { count }) => all + (count > 0 ? 1 : 0), 0);

/**
 * Juilland's D: 1 − V / √(n − 1), where V is the coefficient of variation (of the population) of the relative frequencies in
 * n parts; 1 is spread evenly, 0 all in one part. With many parts it comes close to 1 for nearly everything (Biber et
 * al., International Journal of Corpus Linguistics 21, 2016, 439–464): compare only what was counted over the same parts.
 * Juilland, A. and Chang-Rodríguez, E.: Frequency Dictionary of Spanish Words, Mouton 1964; relative frequencies for parts
 * of different sizes as in Gries (see {@link deviationOfProportions}).
 *
 * @param parts - empty ones are left out
 * @returns null with fewer than two parts, or where it never occurs
 */
export function juillandD(parts: readonly PartCount[]): number | null {
  const shares = parts.flatMap(({ count, tokens }) => (tokens > 0 ? [count / tokens] : []));
  const n = shares.length;
  const mean = shares.reduce((all, share) => all + share, 0) / n;
  if (n < 2 || !(mean > 0)) return null;
  const variance = shares.reduce((all, share) => all + (share - mean) ** 2, 0) / n;
  return 1 - Math.sqrt(variance) / mean / Math.sqrt(n - 1);
}

/**
 * Deviation of proportions (DP): half of the sum of |vᵢ − sᵢ|, where vᵢ is the share of the occurrences that part i has and
 * sᵢ its share of the corpus; 0 is spread as the sizes of the parts say, towards 1 all in one small part.
 * Gries, S. Th.: Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13 (2008),
 * 403–437.
 *
 * @returns null with fewer than two parts, or where it never occurs
 */
export function deviationOfProportions(parts: readonly PartCount[]): number | null {
  const filled = parts.filter(({ tokens }) => tokens > 0);
  const { count: occurrences, tokens: size } = sums(filled);
  if (filled.length < 2 || occurrences <= 0) return null;
  return filled.reduce((all, { count, tokens }) => all + Math.abs(count / occurrences - tokens / size), 0) / 2;
}

/**
 * DP divided by what it can be at most, 1 − min sᵢ, so that it reaches 1 whatever the parts.
 * Lijffijt, J. and Gries, S. Th.: Correction to Stefan Th. Gries' “Dispersions and adjusted frequencies in corpora”.
 * International Journal of Corpus Linguistics 17 (2012), 147–149.
 *
 * @returns null with fewer than two parts, or where it never occurs
 */
export function normalizedDeviation(parts: readonly PartCount[]): number | null {
  const deviation = deviationOfProportions(parts);
  if (deviation === null) return null;
  const filled = parts.filter(({ tokens }) => tokens > 0);
  const smallest = filled.reduce((least, { tokens }) => Math.min(least, tokens), Number.POSITIVE_INFINITY);
  return deviation / (1 - smallest / sums(filled).tokens);
}

function sums(parts: readonly PartCount[]): PartCount {
  return parts.reduce((all, { count, tokens }) => ({ count: all.count + count, tokens: all.tokens + tokens }), {
    count: 0,
    tokens: 0,
  });
}
