const MAX_NUMERAL = 20;

/** What a number written as one word amounts to: millenovecentodue, negentienachtentwintig; null where it is not one. */
export function gluedNumber(word: string, numerals: ReadonlyMap<string, number>, before: readonly number[] = []): number | null {
  if (word === '') return before.length > 1 ? amountOf(before) : null;
  for (let length = Math.min(word.length, MAX_NUMERAL); length > 1; length--) {
    const n = numerals.get(word.slice(0, length));
    const value = n === undefined || before.length > 6 ? null : gluedNumber(word.slice(length), numerals, [...before, n]);
    if (value !== null) return value;
  }
  return null;
}

/** Parts that add up and multiply; two below a hundred are a century and a year in it. */
function amountOf(parts: readonly number[]): number | null {
  if (parts.length === 2 && parts.every((n) => n >= 10 && n < 100)) return (parts[0] as number) * 100 + (parts[1] as number);
  let total = 0;
  let current = 0;
  for (const n of parts) {
    if (n === 1000) {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else if (n === 100) current = Math.max(1, current) * 100;
    else if (current % 100 !== 0) return null;
    else current += n;
  }
  return total + current;
}
