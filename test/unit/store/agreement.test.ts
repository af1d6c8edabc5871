import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { agreement, kappaOf } from '../../../server/src/store/agreement';

const table = (rows: readonly (readonly number[])[]): Map<string, Map<string, number>> =>
  new Map(rows.map((row, i) => [String(i), new Map(row.map((count, j) => [String(j), count]))]));

describe('Cohen’s kappa, against worked examples', () => {
  // Observed 0.70, chance 0.50: the two-reader grant example found in textbooks.
  test('50 proposals, two readers', () =>
    expect(
      kappaOf(
        table([
          [20, 5],
          [10, 15],
        ]),
      ).kappa,
    ).toBeCloseTo(0.4, 10));
  test('three categories by hand: observed 0.70, chance 0.34', () =>
    // rows 40 30 30, columns 40 30 30: chance .16 + .09 + .09 = .34; observed .70
    expect(
      kappaOf(
        table([
          [30, 5, 5],
          [5, 20, 5],
          [5, 5, 20],
        ]),
      ).kappa,
    ).toBeCloseTo((0.7 - 0.34) / (1 - 0.34), 10));
  test('same observed agreement, skewed margins', () =>
    expect(
      kappaOf(
        table([
          [45, 15],
          [25, 15],
        ]),
      ).kappa,
    ).toBeCloseTo(0.1304, 4));
  test('the other way round', () =>
    expect(
      kappaOf(
        table([
          [25, 35],
          [5, 35],
        ]),
      ).kappa,
    ).toBeCloseTo(0.2593, 4));
  test('perfect, none, and no room for chance', () => {
    expect(
      kappaOf(
        table([
          [5, 0],
          [0, 5],
        ]),
      ).kappa,
    ).toBe(1);
    expect(
      kappaOf(
        table([
          [0, 5],
          [5, 0],
        ]),
      ).kappa,
    ).toBe(-1);
    expect(kappaOf(table([[9]])).kappa).toBeNull();
  });
});

const TEXT = 'Anne Corbin vit à Vell.';
const document = (...spans: readonly (readonly [string, string])[]): AnnotationDocument => ({
  id: 'a',
  text: TEXT,
  relations: [],
  groups: [],
  annotations: spans.map(
    ([words, type], i): Annotation => ({
      id: `T${i + 1}`,
      layer: 'entity',
      type,
      attributes: {},
      spans: [{ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }],
    }),
  ),
});

describe('two annotators', () => {
  test('the same names under different labels agree', () => {
    const { layers, differences } = agreement([
      {
        id: 'a',
        first: document(['Anne Corbin', 'PER'], ['Vell', 'LOC']),
        second: document(['Anne Corbin', 'Person'], ['Vell', 'Location']),
      },
    ]);
    expect(layers).toMatchObject([{ layer: 'entity', kappa: 1, exact: { f1: 1 } }]);
    expect(differences).toEqual([]);
  });

  test('differences in order, with their kind', () => {
    const { layers, differences, tokens } = agreement([
      {
        id: 'a',
        first: document(['Anne Corbin', 'PER'], ['Vell', 'LOC']),
        second: document(['Corbin', 'PER'], ['Vell', 'ORG'], ['vit', 'MISC']),
      },
    ]);
    expect(tokens).toBe(6);
    expect(differences.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      'boundary Anne Corbin',
      'missing vit',
      'type Vell',
    ]);
    // tokens: Anne PER/–, Corbin PER/PER, vit –/MISC, à –/–, Vell LOC/ORG, . –/–: observed 3/6; chance (2·1 + 3·3 + 0)/36
    expect(layers[0]?.kappa).toBeCloseTo((0.5 - 11 / 36) / (1 - 11 / 36), 10);
    expect(layers[0]?.exact).toEqual({ first: 2, second: 3, both: 0, f1: 0 });
  });

  test('what was rejected or only suggested is not annotated', () => {
    const first = document(['Vell', 'LOC']);
    const second = {
      ...first,
      annotations: first.annotations.map((annotation) => ({ ...annotation, status: 'rejected' as const })),
    };
    expect(agreement([{ id: 'a', first, second }]).differences).toMatchObject([{ kind: 'missing' }]);
  });
});
