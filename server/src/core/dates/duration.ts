import type { Amount, Meaning, Unit } from './expression';

const TIMEX_UNIT: Readonly<Record<Unit, readonly [string, number]>> = {
  Y: ['Y', 1],
  Q: ['Q', 1],
  S: ['M', 6],
  M: ['M', 1],
  W: ['W', 1],
  WE: ['WE', 1],
  D: ['D', 1],
  TH: ['H', 1],
  TM: ['M', 1],
  TS: ['S', 1],
  DE: ['Y', 10],
  CE: ['Y', 100],
  ML: ['Y', 1000],
  SN: ['SN', 1],
};

/** An amount as a TIMEX3 duration: P3Y, PT1H30M, PXD. */
export function durationValue(amount: Amount): string {
  let days = '';
  let time = '';
  for (const { n, unit } of amount.parts) {
    const [letter, factor] = TIMEX_UNIT[unit];
    // of decades and centuries without a number it is the unit that counts
    const written = n === null ? (factor >= 10 ? `X${unit}` : `X${letter}`) : `${Number((n * factor).toFixed(3))}${letter}`;
    if (unit.startsWith('T')) time += written;
    else days += written;
  }
  return `P${days}${time === '' ? '' : `T${time}`}`;
}

/** What an amount means as a duration. */
export function durationOf(amount: Amount, ends?: 'document' | 'begins'): Meaning {
  return { kind: 'duration', amount, ...(ends && { ends }) };
}
