const DAY = 86_400_000;

/**
 * The first and last day that a date to the day, month or year can mean, counted from 1970. What is no date can be any day:
 * from minus infinity to infinity.
 */
export function dateSpan(date: string | null): { readonly from: number; readonly to: number } {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date ?? '') ?? [];
  if (year === undefined) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const at = (y: number, m: number, d: number): number => Math.round(Date.UTC(y, m, d) / DAY);
  const [y, m] = [Number(year), month === undefined ? undefined : Number(month) - 1];
  if (m === undefined) return { from: at(y, 0, 1), to: at(y + 1, 0, 0) };
  if (day === undefined) return { from: at(y, m, 1), to: at(y, m + 1, 0) };
  return { from: at(y, m, Number(day)), to: at(y, m, Number(day)) };
}
