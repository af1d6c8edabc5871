/** What is wrong with a date that a person typed. `form`: it is not one; `month`, `day`: there is no such month, day. */
export type DateFault = 'form' | 'month' | 'day';

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** What is wrong with a date to the year, month or day (2017, 2017-03, 2017-03-04); undefined where nothing is. */
export function faultOfDate(typed: string): DateFault | undefined {
  const [whole, year, month, day] = FORM.exec(typed.trim()) ?? [];
  if (whole === undefined) return 'form';
  if (month === undefined) return undefined;
  if (Number(month) < 1 || Number(month) > 12) return 'month';
  if (day === undefined) return undefined;
  // the last day of a month is the day before the first of the next
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(Number(year), Number(month), 0);
  return Number(day) < 1 || Number(day) > last.getUTCDate() ? 'day' : undefined;
}
