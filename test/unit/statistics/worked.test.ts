// Each statistic beside a worked example that was published.
//
// Where the examples and the titles, years and pages in server/src/statistics were read: the help of the UCREL calculator and
// Hardie's introduction themselves; Rychlý's paper; Lafon 1980 at Persée, Lafon 1981 in the index of Sciences Po Lyon; Gries
// 2008, Lijffijt and Gries 2012, Church et al. 1991 and Gabrielatos as the R package tlda and the program Wordless cite them,
// with their examples. Daille's thesis and Juilland's dictionary were not at hand: their formulas are those of their readers.
import { describe, expect, test } from 'vitest';
import { cubedMutualInformation, logDice, mutualInformation, tScore } from '../../../server/src/statistics/association';
import {
  chiSquared,
  chiSquaredYates,
  isLargeEnough,
  logLikelihood,
  logLikelihoodTwoTerm,
  type TwoByTwo,
} from '../../../server/src/statistics/contingency';
import { deviationOfProportions, juillandD, normalizedDeviation, range } from '../../../server/src/statistics/dispersion';
import { logRatio, percentDifference, perMillion } from '../../../server/src/statistics/effects';
import { BANALITY, specificity } from '../../../server/src/statistics/hypergeometric';

/** A word's frequency in two corpora, and their sizes. */
const twoCorpora = (first: number, firstSize: number, second: number, secondSize: number): TwoByTwo => ({
  observed: first,
  part: firstSize,
  total: first + second,
  all: firstSize + secondSize,
});
/** How often a pair occurs, its first word, its second, and any pair. */
const pair = (together: number, first: number, second: number, all: number): TwoByTwo => ({
  observed: together,
  part: first,
  total: second,
  all,
});
/** Manning, C. D. and Schütze, H.: Foundations of Statistical Natural Language Processing, MIT Press 1999, chapter 5. */
const NEW_COMPANIES = pair(8, 15828, 4675, 14307668);
const AYATOLLAH_RUHOLLAH = pair(20, 42, 20, 14307668);

describe('log-likelihood', () => {
  test('two terms: 52 in 50,000 and 57 in 75,000 words: +2.65 (the help of the UCREL calculator, Lancaster)', () => {
    expect(logLikelihoodTwoTerm(twoCorpora(52, 50_000, 57, 75_000))).toBeCloseTo(2.65, 2);
    expect(logLikelihoodTwoTerm(twoCorpora(57, 75_000, 52, 50_000))).toBeCloseTo(-2.65, 2);
  });
  test('four terms: “the swiss” 270.72, and 95.29 (Dunning 1993, table 2, as in NLTK’s documentation)', () => {
    expect(logLikelihood(pair(110, 2552, 221, 31777))).toBeCloseTo(270.72, 2);
    expect(logLikelihood(pair(8, 13, 32, 31777))).toBeCloseTo(95.29, 2);
  });
  test('the two are not the same: the two terms leave out the words that are not it', () => {
    const table = twoCorpora(700, 1000, 200, 1000);
    expect(logLikelihoodTwoTerm(table)).toBeCloseTo(2 * (700 * Math.log(700 / 450) + 200 * Math.log(200 / 450)), 8);
    expect(logLikelihood(table)).toBeGreaterThan(logLikelihoodTwoTerm(table) as number);
  });
});

describe('χ²', () => {
  test('“new companies” 1.55, “vache” and “cow” 456,400 (Manning and Schütze, 5.3.3)', () => {
    expect(chiSquared(NEW_COMPANIES)).toBeCloseTo(1.55, 2);
    expect(chiSquared(pair(59, 67, 65, 571007))).toBeCloseTo(456400, -1);
  });
  test('Yates 1934: teeth of 42 children by how they were fed: 2.386 without, 1.140 with correction', () => {
    const children = pair(4, 20, 5, 42);
    expect(chiSquared(children)).toBeCloseTo(2.386, 3);
    expect(chiSquaredYates(children)).toBeCloseTo(1.14, 3);
    expect(isLargeEnough(children)).toBe(false);
    expect(isLargeEnough(NEW_COMPANIES)).toBe(true);
  });
  test('a difference of less than half an occurrence is none', () => expect(chiSquaredYates(pair(5, 50, 10, 101))).toBe(0));
});

/** Robespierre's ten speeches between November 1793 and July 1794: the example of Lafon 1980. */
const SPEECHES = [8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933];
const TOTAL = SPEECHES.reduce((all, size) => all + size, 0);
const inSpeeches = (counts: readonly number[]): readonly TwoByTwo[] => {
  const total = counts.reduce((all, count) => all + count, 0);
  return counts.map((observed, i) => ({ observed, part: SPEECHES[i] as number, total, all: TOTAL }));
};

describe('specificity', () => {
  // the figures are those that the package textometry of the TXM project prints for its data set “robespierre”
  test.each([
    [
      'de',
      [464, 165, 194, 392, 398, 235, 509, 96, 58, 662],
      [1.2477, 2.6891, -0.5534, 1.6471, -0.5096, -0.2909, -0.6132, -0.8098, 0.3884, -2.205],
    ],
    [
      'peuple',
      [45, 18, 15, 14, 53, 30, 42, 16, 4, 59],
      [0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.798, 1.3632, -0.3977, -0.841],
    ],
    [
      'république',
      [35, 10, 16, 29, 29, 9, 21, 14, 2, 42],
      [0.9753, 0.4424, 0.6038, 0.9023, 0.4706, -1.2797, -2.2003, 1.9736, -0.5366, -0.6335],
    ],
    [
      'ennemi',
      [30, 13, 11, 19, 22, 10, 16, 7, 2, 35],
      [1.2133, 1.6778, 0.3146, 0.3091, 0.3364, -0.5024, -2.055, 0.4965, -0.3552, -0.4359],
    ],
    [
      'patrie',
      [6, 5, 16, 8, 23, 10, 35, 8, 3, 39],
      [-4.2432, -0.416, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942, 0.6414],
    ],
  ])('%s in Robespierre’s speeches', (_, counts, printed) => {
    for (const [i, table] of inSpeeches(counts).entries()) expect(specificity(table)).toBeCloseTo(printed[i] as number, 4);
  });
  test('patrie is rare in the first speech and in the fourth beyond chance, and banal elsewhere', () => {
    const beyond = inSpeeches([6, 5, 16, 8, 23, 10, 35, 8, 3, 39]).flatMap((table, i) =>
      Math.abs(specificity(table) as number) > BANALITY ? [i + 1] : [],
    );
    expect(beyond).toEqual([1, 4]);
  });
});

describe('association', () => {
  test('MI: “Ayatollah Ruhollah” 18.38, “time last” 0.29 (Manning and Schütze, table 5.14)', () => {
    expect(mutualInformation(AYATOLLAH_RUHOLLAH)).toBeCloseTo(18.38, 2);
    expect(mutualInformation(pair(20, 15019, 15629, 14307668))).toBeCloseTo(0.29, 2);
  });
  test('MI: “tindak pidana” 11.41663 (documentation of the package collogetr)', () => {
    const table = pair(702, 1183, 1251, 5763049);
    expect(mutualInformation(table)).toBeCloseTo(11.41663, 5);
    // Oakes: the cube of the observed in place of the observed
    expect(cubedMutualInformation(table)).toBeCloseTo(Math.log2((702 ** 3 * 5763049) / (1183 * 1251)), 8);
  });
  test('t: “new companies” 0.9999, “Ayatollah Ruhollah” 4.4721 (Manning and Schütze, 5.3.1 and 5.3.2)', () => {
    expect(tScore(NEW_COMPANIES)).toBeCloseTo(0.9999, 4);
    expect(tScore(AYATOLLAH_RUHOLLAH)).toBeCloseTo(4.4721, 4);
  });
  test('log-Dice: at most 14, 0 where less than one in 16,000 stands together, one more is twice (Rychlý 2008, section 3)', () => {
    expect(logDice(900, 900, 900)).toBe(14);
    expect(logDice(1, 16_384, 16_384)).toBe(0);
    expect((logDice(40, 300, 500) as number) - (logDice(20, 300, 500) as number)).toBeCloseTo(1, 12);
  });
});

describe('effects', () => {
  test('Log Ratio: twice as often is 1, four times 2, 32 times 5, half −1 (Hardie 2014)', () => {
    for (const [times, value] of [
      [1, 0],
      [2, 1],
      [4, 2],
      [32, 5],
      [0.5, -1],
    ] as const)
      expect(logRatio(twoCorpora(10 * times, 1000, 100, 10_000))).toBeCloseTo(value, 12);
  });
  test('Log Ratio of what never occurs in one corpus: as of half an occurrence', () => {
    expect(logRatio(twoCorpora(8, 1000, 0, 1000))).toBeCloseTo(4, 12);
    expect(logRatio(twoCorpora(0, 1000, 8, 1000))).toBeCloseTo(-4, 12);
  });
  test('%DIFF: 100 is twice as often, −50 half as often; of what is new it is beyond all measure (Gabrielatos 2018)', () => {
    // 20 in 29,954 and 1 in 23,691 words, as the tests of the program Wordless quote the chapter
    expect(percentDifference(twoCorpora(20, 29_954, 1, 23_691))).toBeCloseTo(1481.83, 2);
    expect(percentDifference(twoCorpora(20, 1000, 100, 10_000))).toBeCloseTo(100, 9);
    expect(percentDifference(twoCorpora(5, 1000, 100, 10_000))).toBeCloseTo(-50, 9);
    expect(percentDifference(twoCorpora(5, 1000, 0, 10_000))).toBeGreaterThan(1e15);
  });
  test('a million', () => {
    expect(perMillion(3, 1500)).toBe(2000);
    expect(perMillion(3, 0)).toBeNull();
  });
});

describe('dispersion', () => {
  // Gries' corpus of five parts with 1, 2, 3, 4 and 5 times “a” among 9, 10, 10, 10 and 11 letters
  const letters = [9, 10, 10, 10, 11].map((tokens, i) => ({ count: i + 1, tokens }));
  test('Gries 2008 (and 2020, table 5.1): D 0.785, DP 0.18, normalised 0.22, range 5', () => {
    expect(juillandD(letters)).toBeCloseTo(0.785, 3);
    expect(deviationOfProportions(letters)).toBeCloseTo(0.18, 10);
    expect(normalizedDeviation(letters)).toBeCloseTo(0.22, 2);
    expect(range(letters)).toBe(5);
  });
  test('ALLEMAND in Lyne’s business letters (1985): D 0.6038797, range 5 of 10 (documentation of the package tlda)', () => {
    const sizes = [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930];
    const parts = [2, 0, 1, 1, 3, 0, 3, 0, 0, 0].map((count, i) => ({ count, tokens: sizes[i] as number }));
    expect(juillandD(parts)).toBeCloseTo(0.6038797, 7);
    expect(range(parts)).toBe(5);
  });
  test('a third in one part and two thirds in another of three equal ones: DP 1/3 (Lijffijt and Gries 2012, table 1)', () => {
    const parts = [1, 2, 0].map((count) => ({ count, tokens: 100 }));
    expect(deviationOfProportions(parts)).toBeCloseTo(1 / 3, 12);
    expect(normalizedDeviation(parts)).toBeCloseTo(0.5, 12);
  });
});
