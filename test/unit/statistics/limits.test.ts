// What holds of every table, and where a statistic has nothing to say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cubedMutualInformation, logDice, mutualInformation, tScore } from '../../../server/src/statistics/association';
import {
  chiSquared,
  chiSquaredYates,
  expected,
  logLikelihood,
  logLikelihoodTwoTerm,
  type TwoByTwo,
} from '../../../server/src/statistics/contingency';
import { deviationOfProportions, juillandD, normalizedDeviation } from '../../../server/src/statistics/dispersion';
import { logRatio, percentDifference } from '../../../server/src/statistics/effects';
import { logProbability, specificity } from '../../../server/src/statistics/hypergeometric';

/** A table that can be: no cell is negative. */
const tables = (most: number) =>
  fc
    .record({
      all: fc.integer({ min: 2, max: most }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      total: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ all, ...shares }): TwoByTwo => {
      const part = 1 + Math.floor(shares.part * (all - 2));
      const total = 1 + Math.floor(shares.total * (all - 2));
      const [least, greatest] = [Math.max(0, part + total - all), Math.min(part, total)];
      return { all, part, total, observed: least + Math.round(shares.at * (greatest - least)) };
    });

const SIGNED = { logLikelihoodTwoTerm, logLikelihood, chiSquared, chiSquaredYates, specificity, logRatio };

describe('every statistic', () => {
  test('is a number with the sign of the difference, up to corpora of a thousand million tokens', () =>
    fc.assert(
      fc.property(tables(1_000_000_000), (table) => {
        for (const statistic of Object.values(SIGNED)) {
          const value = statistic(table) as number;
          expect(Number.isFinite(value)).toBe(true);
          const difference = table.observed - expected(table);
          // where an occurrence is missing altogether, Log Ratio takes half of one, which can turn a small difference
          if (statistic === logRatio && (table.observed === 0 || table.observed === table.total)) continue;
          if (difference > 1e-6 * table.total) expect(value).toBeGreaterThanOrEqual(0);
          if (difference < -1e-6 * table.total) expect(value).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    ));

  test('says nothing of an empty part, of all, and of what never occurs', () => {
    for (const table of [
      { observed: 0, part: 0, total: 5, all: 100 },
      { observed: 5, part: 100, total: 5, all: 100 },
      { observed: 0, part: 0, total: 0, all: 0 },
    ])
      for (const statistic of [...Object.values(SIGNED), percentDifference]) expect(statistic(table)).toBeNull();
    const never = { observed: 0, part: 10, total: 0, all: 100 };
    for (const statistic of [...Object.values(SIGNED), percentDifference, mutualInformation, cubedMutualInformation, tScore])
      expect(statistic(never)).toBeNull();
    expect(logDice(0, 5, 5)).toBeNull();
  });
});

describe('the hypergeometric model', () => {
  test('all probabilities together are one', () =>
    fc.assert(
      fc.property(tables(400), ({ all, part, total }) => {
        let sum = 0;
        for (let observed = 0; observed <= Math.min(part, total); observed++)
          sum += Math.exp(logProbability({ observed, part, total, all }));
        expect(sum).toBeCloseTo(1, 10);
      }),
    ));

  test('is symmetric: words drawn into parts, or parts drawn over words', () =>
    fc.assert(
      fc.property(tables(1_000_000_000), ({ observed, part, total, all }) => {
        const [one, other] = [
          logProbability({ observed, part, total, all }),
          logProbability({ observed, part: total, total: part, all }),
        ];
        expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-7 + 1e-9 * Math.abs(one));
      }),
      { numRuns: 300 },
    ));

  test('small tables as counted by hand: two of two red balls in three draws of five', () => {
    // C(2,2)·C(3,1) / C(5,3) = 3/10
    expect(Math.exp(logProbability({ observed: 2, part: 3, total: 2, all: 5 }))).toBeCloseTo(0.3, 12);
    expect(specificity({ observed: 2, part: 3, total: 2, all: 5 })).toBeCloseTo(-Math.log10(0.3), 12);
    expect(specificity({ observed: 0, part: 3, total: 2, all: 5 })).toBeCloseTo(Math.log10(0.1), 12);
  });

  test('does not come to its end where a probability is too small for a number', () =>
    expect(specificity({ observed: 50_000, part: 1_000_000, total: 60_000, all: 1_000_000_000 })).toBeGreaterThan(100_000));
});

describe('dispersion', () => {
  const parts = fc.array(fc.record({ count: fc.nat(50), more: fc.nat(1000) }), { minLength: 2, maxLength: 30 });
  test('lies between 0 and 1', () =>
    fc.assert(
      fc.property(parts, (made) => {
        const counted = made.map(({ count, more }) => ({ count, tokens: count + more + 1 }));
        for (const statistic of [juillandD, deviationOfProportions, normalizedDeviation]) {
          const value = statistic(counted);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(-1e-9);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    ));
  test('is not defined in one part, nor of what never occurs; empty parts do not count', () => {
    for (const statistic of [juillandD, deviationOfProportions, normalizedDeviation]) {
      expect(statistic([{ count: 3, tokens: 10 }])).toBeNull();
      expect(
        statistic([
          { count: 3, tokens: 10 },
          { count: 0, tokens: 0 },
        ]),
      ).toBeNull();
      expect(
        statistic([
          { count: 0, tokens: 10 },
          { count: 0, tokens: 10 },
        ]),
      ).toBeNull();
    }
  });
});
