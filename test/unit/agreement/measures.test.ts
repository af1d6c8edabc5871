import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestAlignment } from '../../../server/src/agreement/alignment';
import { bestPairing } from '../../../server/src/agreement/assignment';
import { against, type Coded, CodedCounter, UNMARKED, withoutUnmarked } from '../../../server/src/agreement/coded';
import { combined, positional } from '../../../server/src/agreement/dissimilarity';
import { gamma, isTooMuch } from '../../../server/src/agreement/gamma';
import { cohenKappa, fleissKappa, krippendorffAlpha } from '../../../server/src/agreement/nominal';
import { unitizingAlpha, unitizingDisagreement } from '../../../server/src/agreement/unitizing';
import { type Continuum, f1, sharedExactly, sharedOverlapping, type Unit } from '../../../server/src/agreement/units';
import { randomiser } from '../../../server/src/core/random';

/** Cases as a table of counts: how often the first said the row and the second the column. */
const table = (rows: readonly (readonly number[])[]): readonly Coded[] =>
  rows.flatMap((row, i) => row.map((times, j) => ({ labels: [String(i), String(j)], times })));
/** Cases as rows of labels, one an annotator; `.`: did not judge. */
const cases = (...rows: readonly string[]): readonly Coded[] =>
  rows.map((row) => ({ labels: [...row].map((label) => (label === '.' ? undefined : label)), times: 1 }));
const unit = (start: number, end: number, category = 'x'): Unit => ({ start, end, category });

describe('Cohen’s kappa', () => {
  test('Cohen 1960, p. 45: 200 cases, three categories: 0.492', () => {
    const rows = table([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    expect(cohenKappa(rows, 0, 1)).toBeCloseTo(0.492, 3);
  });
  test('the grant example of textbooks: observed 0.70, chance 0.50', () =>
    expect(
      cohenKappa(
        table([
          [20, 5],
          [10, 15],
        ]),
        0,
        1,
      ),
    ).toBeCloseTo(0.4, 10));
  test('same observed agreement, skewed margins, one way and the other', () => {
    const of = (...rows: readonly (readonly number[])[]): number | null => cohenKappa(table(rows), 0, 1);
    expect(of([45, 15], [25, 15])).toBeCloseTo(0.1304, 4);
    expect(of([25, 35], [5, 35])).toBeCloseTo(0.2593, 4);
  });
  test('perfect, none, and no room for chance', () => {
    const of = (...rows: readonly (readonly number[])[]): number | null => cohenKappa(table(rows), 0, 1);
    expect(of([5, 0], [0, 5])).toBe(1);
    expect(of([0, 5], [5, 0])).toBe(-1);
    expect(of([9])).toBeNull();
  });
  test('of three annotators, the two that are asked for; what one of them did not judge is left out', () => {
    const rows = cases('aab', 'bba', 'aa.', '.ab');
    expect(cohenKappa(rows, 0, 1)).toBe(1);
    expect(cohenKappa(rows, 0, 2)).toBe(-1);
  });
});

describe('Fleiss’ kappa', () => {
  test('Fleiss 1971, table 1: 30 patients, six psychiatrists, five diagnoses: 0.430', () => {
    // how many of the six chose each of the five
    const rows = [
      '00060', '03003', '01401', '00006', '03030', '20400', '00402', '20310', '20040', '00006',
      '10050', '11040', '03300', '10050', '02031', '00501', '30012', '51000', '02040', '10203',
      '00006', '01050', '02013', '20040', '10041', '05010', '40002', '02040', '10500', '00006',
    ]; // biome-ignore format: a table
    const coded = rows.map((row) => ({
      labels: [...row].flatMap((times, label) => Array.from({ length: Number(times) }, () => String(label))),
      times: 1,
    }));
    expect(coded.every(({ labels }) => labels.length === 6)).toBe(true);
    expect(fleissKappa(coded)).toBeCloseTo(0.43, 3);
  });
  test('a case that somebody did not judge does not count', () => expect(fleissKappa(cases('aaa', 'bbb', 'ab.'))).toBe(1));
});

/** Cases as observers have them: a row an observer, a column a case. */
const observers = (...rows: readonly string[]): readonly Coded[] =>
  cases(...[...(rows[0] ?? '')].map((_, i) => rows.map((row) => row[i]).join('')));

describe('Krippendorff’s alpha for nominal data, against his Computing Krippendorff’s Alpha-Reliability (2011)', () => {
  test('A: two observers, ten units, binary: 0.095', () =>
    expect(krippendorffAlpha(observers('0100000010', '1110010000'))).toBeCloseTo(0.095, 3));
  test('B: two observers, twelve units, five categories: 0.692', () =>
    expect(krippendorffAlpha(observers('aabbdcccedda', 'babbbccceddd'))).toBeCloseTo(0.692, 3));
  test('C: four observers, twelve units, some not judged: 0.743', () =>
    expect(krippendorffAlpha(observers('123321412...', '1233224125.3', '.3332342251.', '12332441251.'))).toBeCloseTo(0.743, 3));
  test('nothing to disagree about: one category alone, or nobody beside another', () => {
    expect(krippendorffAlpha(observers('aaa', 'aaa'))).toBeNull();
    expect(krippendorffAlpha(observers('ab', '..'))).toBeNull();
  });
});

describe('cases', () => {
  test('those that nobody marked can be left out, and one label can be held against all others', () => {
    const counter = new CodedCounter();
    counter.add([UNMARKED, UNMARKED], 90);
    counter.add(['PER', 'PER'], 6);
    counter.add(['PER', 'ORG']);
    counter.add([undefined, UNMARKED], 2);
    counter.add(['PER', 'PER']);
    expect(withoutUnmarked(counter.coded)).toEqual([
      { labels: ['PER', 'PER'], times: 7 },
      { labels: ['PER', 'ORG'], times: 1 },
    ]);
    expect(against(counter.coded, 'ORG')).toEqual([
      { labels: [UNMARKED, UNMARKED], times: 97 },
      { labels: [UNMARKED, 'ORG'], times: 1 },
      { labels: [undefined, UNMARKED], times: 2 },
    ]);
  });
});

describe('F1 of units', () => {
  test('the same to the character and type; of equal ones each counts once', () => {
    const first = [unit(0, 5), unit(0, 5), unit(10, 12), unit(20, 30, 'y')];
    const second = [unit(0, 5), unit(10, 13), unit(20, 30, 'x'), unit(40, 41)];
    expect(sharedExactly(first, second)).toEqual({ first: 4, second: 4, both: 1 });
    expect(f1({ first: 4, second: 4, both: 1 })).toBe(0.25);
    expect(f1({ first: 0, second: 0, both: 0 })).toBeNull();
  });
  test('overlapping ones: one long unit stands for one short one; the pairing is the largest there is', () => {
    expect(sharedOverlapping([unit(0, 30)], [unit(0, 5), unit(10, 15), unit(20, 25)]).both).toBe(1);
    // the first could take either, the second the first of the two alone
    expect(sharedOverlapping([unit(0, 20), unit(4, 6)], [unit(0, 8), unit(10, 15)]).both).toBe(2);
    expect(sharedOverlapping([unit(0, 5)], [unit(5, 9), unit(0, 5, 'y')]).both).toBe(0);
    expect(sharedOverlapping([unit(50, 60)], [unit(0, 100), unit(10, 12)]).both).toBe(1);
  });
});

describe('alpha for unitizing, against Krippendorff, Content Analysis, 2nd edition 2004, p. 254', () => {
  const at = (start: number, length: number, category: string): Unit => unit(start - 150, start - 150 + length, category);
  const example: Continuum = {
    length: 300,
    annotators: [
      [at(180, 60, 'k'), at(225, 70, 'c'), at(300, 50, 'k'), at(370, 30, 'c')],
      [at(180, 60, 'k'), at(220, 80, 'c'), at(300, 50, 'k'), at(355, 20, 'c'), at(400, 20, 'c')],
    ],
  };
  test('observed and expected disagreement, and alpha of each category and of all', () => {
    expect(unitizingDisagreement(example, 'c').observed).toBeCloseTo(0.0144, 4);
    expect(unitizingDisagreement(example, 'c').expected).toBeCloseTo(0.0532, 4);
    expect(unitizingDisagreement(example, 'k')).toMatchObject({ observed: 0, expected: expect.closeTo(0.049, 4) });
    expect(unitizingAlpha([example], 'c')).toBeCloseTo(0.7286, 3);
    expect(unitizingAlpha([example], 'k')).toBe(1);
    expect(unitizingAlpha([example])).toBeCloseTo(0.8591, 3);
  });
  test('Krippendorff 1995, p. 57, C: two cut the same stretches otherwise: observed 0.02777', () => {
    const stretch = (first: string, second: string): Continuum => ({
      length: first.length,
      annotators: [runs(first), runs(second)],
    });
    const c = stretch('--xxxxxx--xx--xxxx--xx--', 'xx--xxxx--xxxx--xx--xx--');
    expect(unitizingDisagreement(c, 'x').observed).toBeCloseTo(0.02777, 4);
    const a = stretch('--xxxxxxxx----xxxxxx----', '----xxxx-------xx-------');
    expect(unitizingDisagreement(a, 'x').observed).toBeCloseTo(0.03125, 4);
  });
  test('texts end to end; nothing marked, and a text that one alone has, say nothing', () => {
    const empty: Continuum = { length: 50, annotators: [[], []] };
    const alone: Continuum = { length: 50, annotators: [[unit(0, 10, 'c')], undefined] };
    expect(unitizingAlpha([empty])).toBeNull();
    expect(unitizingAlpha([alone])).toBeNull();
    expect(unitizingAlpha([example, alone])).toBe(unitizingAlpha([example]));
    expect(unitizingAlpha([example, empty])).not.toBe(unitizingAlpha([example]));
  });
  test('what one annotator has twice on the same words counts once', () => {
    const [first = [], second = []] = example.annotators;
    const twice = { ...example, annotators: [[...first, at(370, 10, 'c')].sort((a, b) => a.start - b.start), second] };
    expect(unitizingAlpha([twice])).toBe(unitizingAlpha([example]));
  });
});

/** Stretches of `x` as units. */
function runs(text: string): readonly Unit[] {
  return [...text.matchAll(/x+/g)].map((match) => unit(match.index, match.index + match[0].length));
}

describe('γ', () => {
  test('dissimilarity of places, against Mathet, Widlöcher and Métivier 2015, figure 10', () => {
    const rows: readonly (readonly [Unit, Unit, number])[] = [
      [unit(4, 14), unit(40, 44), 22.2],
      [unit(4, 14), unit(4, 14), 0],
      [unit(4, 14), unit(20, 25), 3.2],
      [unit(4, 14), unit(14, 24), 1],
      [unit(20, 30), unit(20, 25), 0.11],
      [unit(20, 25), unit(14, 24), 0.22],
    ];
    for (const [a, b, expected] of rows) {
      expect(Math.abs(positional(a, b) - expected)).toBeLessThan(0.05);
      expect(positional(b, a)).toBe(positional(a, b));
    }
    // figure 20: not the size but the proportion counts
    expect(positional(unit(0, 7), unit(0, 10))).toBeCloseTo(positional(unit(0, 21), unit(0, 30)), 12);
  });
  test('an alignment by hand: the same, moved by two, one alone', () => {
    const first = [unit(0, 10), unit(20, 30, 'y')];
    const second = [unit(0, 10), unit(22, 32, 'y'), unit(50, 55)];
    // 0 + ((2 + 2) / 20)² + 1
    expect(bestAlignment([first, second], combined())).toEqual({ disorder: expect.closeTo(1.04, 10), isExact: true });
  });
  test('three annotators by hand: two agree, the third has another type, or nothing', () => {
    const [same, other] = [[unit(0, 10)], [unit(0, 10, 'y')]];
    expect(bestAlignment([same, same, same], combined())).toEqual({ disorder: 0, isExact: true });
    // one pair agrees, two differ by 1
    expect(bestAlignment([same, same, other], combined()).disorder).toBeCloseTo(2 / 3, 10);
    // a missing unit costs two of three pairs 1 each
    expect(bestAlignment([same, same, []], combined()).disorder).toBeCloseTo(2 / 3, 10);
    expect(bestAlignment([same, [], []], combined()).disorder).toBe(1);
  });

  const units = fc.array(
    fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 8 }), category: fc.constantFrom('x', 'y') }),
    { maxLength: 3 },
  );
  const inOrder = (list: readonly { start: number; length: number; category: string }[]): readonly Unit[] =>
    list.map(({ start, length, category }) => unit(start, start + length, category)).sort((a, b) => a.start - b.start);
  test('no alignment is better: against all alignments of two and three annotators', () => {
    fc.assert(
      fc.property(fc.array(units, { minLength: 2, maxLength: 3 }), (lists) => {
        const annotators = lists.map(inOrder);
        const found = bestAlignment(annotators, combined());
        expect(found.isExact).toBe(true);
        expect(found.disorder).toBeCloseTo(leastDisorder(annotators), 9);
      }),
      { numRuns: 150 },
    );
  });
  test('where the search is given up, what was found is no better than the best, and is said not to be exact', () => {
    const random = randomiser(3);
    const some = (): Unit => {
      const start = Math.floor(random() * 60);
      return unit(start, start + 2 + Math.floor(random() * 6), random() < 0.5 ? 'x' : 'y');
    };
    const annotators = [0, 1, 2].map(() => Array.from({ length: 12 }, some).sort((a, b) => a.start - b.start));
    const quick = bestAlignment(annotators, combined(), 10);
    const whole = bestAlignment(annotators, combined(), 2_000_000);
    expect(quick.isExact).toBe(false);
    expect(whole.isExact).toBe(true);
    expect(quick.disorder).toBeGreaterThanOrEqual(whole.disorder - 1e-9);
    expect(quick.disorder).toBeLessThan(whole.disorder * 1.1);
  });
  test('all the same is 1, by chance is about 0; the same seed gives the same figures, and their precision is said', () => {
    const text = (...annotators: readonly (readonly Unit[])[]): Continuum => ({ length: 1000, annotators });
    const some = Array.from({ length: 20 }, (_, i) => unit(i * 50 + 3, i * 50 + 10, i % 3 ? 'x' : 'y'));
    expect(gamma([text(some, some, some)])).toMatchObject({ gamma: 1, observed: 0, isExact: true });
    const moved = some.map(({ start, end, category }) => unit((start + 25) % 990, ((start + 25) % 990) + end - start, category));
    const result = gamma([text(some, moved)], { seed: 7, precision: 0.02 });
    expect(Math.abs(result?.gamma ?? 9)).toBeLessThan(0.35);
    expect(result?.precision).toBeLessThan(0.025);
    expect(gamma([text(some, moved)], { seed: 7 })).toEqual(result);
    expect(gamma([text(some, moved)], { seed: 8 })).not.toEqual(result);
    expect(gamma([text([], []), { length: 9, annotators: [some, undefined] }])).toBeNull();
  });
  test('fifty annotators, and units that all lie on each other, are no trouble', () => {
    const row = Array.from({ length: 10 }, (_, i) => unit(i * 30, i * 30 + 9));
    const all = (units: number): readonly Continuum[] => [
      { length: 400, annotators: Array.from({ length: 50 }, (_, i) => row.slice(i % 2, units)) },
    ];
    expect(gamma(all(2), { mostSamples: 30 })?.gamma).toBeGreaterThan(0.5);
    expect(isTooMuch(all(2))).toBe(false);
    expect(isTooMuch(all(10))).toBe(true);
    expect(gamma(all(10))).toBeNull();
    const heap = Array.from({ length: 40 }, (_, i) => unit(0, 10 + i));
    expect(bestAlignment([heap, heap, heap], combined()).disorder).toBe(0);
  });
});

/** The least disorder of all alignments there are, tried one by one. */
function leastDisorder(annotators: readonly (readonly Unit[])[]): number {
  const nodes = annotators.flatMap((list, annotator) => list.map((own) => ({ own, annotator })));
  const pairs = (annotators.length * (annotators.length - 1)) / 2;
  const d = combined();
  const cost = (group: readonly (typeof nodes)[number][]): number => {
    let sum = pairs - (group.length * (group.length - 1)) / 2;
    for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) sum += d(a.own, b.own);
    return sum / pairs;
  };
  const rest = (left: readonly (typeof nodes)[number][]): number => {
    const [first, ...others] = left;
    if (first === undefined) return 0;
    let groups: (typeof nodes)[] = [[first]];
    for (const other of others)
      groups = groups.concat(
        groups.filter((group) => group.every(({ annotator }) => annotator !== other.annotator)).map((group) => [...group, other]),
      );
    return Math.min(...groups.map((group) => cost(group) + rest(others.filter((other) => !group.includes(other)))));
  };
  return rest(nodes);
}

test('a pairing is worth as much as the best of all pairings', () => {
  const worths = fc.array(fc.array(fc.record({ right: fc.nat(4), worth: fc.integer({ min: -2, max: 9 }) }), { maxLength: 4 }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(worths, (lists) => {
      const options = lists.map((list) => [...new Map(list.map((option) => [option.right, option])).values()]);
      const pairing = bestPairing(options);
      const rights = pairing.filter((right) => right >= 0);
      expect(new Set(rights).size).toBe(rights.length);
      const worth = pairing.reduce(
        (sum, right, i) => sum + (options[i]?.find((option) => option.right === right)?.worth ?? 0),
        0,
      );
      const most = (i: number, taken: readonly number[]): number =>
        i === options.length
          ? 0
          : Math.max(
              most(i + 1, taken),
              ...(options[i] ?? [])
                .filter(({ right }) => !taken.includes(right))
                .map((option) => option.worth + most(i + 1, [...taken, option.right])),
            );
      expect(worth).toBe(most(0, []));
    }),
    { numRuns: 500 },
  );
});
