import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleLabel, type Decisions, noDecisions } from '../../../server/src/store/decisions';
import { labelKey, labelValues, withLabel, withLabels } from '../../../server/src/store/labels';
import { mergeDecisions } from '../../../server/src/store/merge';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';

const TEXT = 'Anne Corbin vit à Vell.\n';
const OF_NOTHING = noDecisions('a', TEXT);
const NOTHING = { ann: undefined, review: undefined };

/** Names and values that somebody's schema, file or keyboard may hold. */
const words = fc.oneof(
  fc.constantFrom(
    ...[
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'label',
      'value',
      'review',
      'lost',
      '"',
      '\\',
      '{}',
      '; ',
      '=1+1',
    ],
    ...[
      'a\nb',
      'a\r\nb',
      '\u2028',
      '\u0000',
      '\ufeff',
      '<<<<<<< mine',
      '😀',
      '\ud83d',
      'é',
      'e\u0301',
      'É',
      ' a ',
      '\t',
      'x'.repeat(9000),
    ],
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const labels = fc.array(fc.record({ label: words, value: fc.oneof(words, fc.constant('')) }), { maxLength: 6 });
const decided = (list: readonly ArticleLabel[], before: Decisions = OF_NOTHING): Decisions => {
  const names = new Set(list.map(({ label }) => label));
  return [...names].reduce(
    (decisions, name) =>
      withLabel(
        decisions,
        name,
        list.filter(({ label }) => label === name).map(({ value }) => value),
      ),
    before,
  );
};
const keys = ({ labels: all = [] }: Pick<Decisions, 'labels'>): readonly string[] => all.map(labelKey).sort();
const wanted = (list: readonly ArticleLabel[]): readonly string[] => [...new Set(list.map(labelKey))].sort();

describe('labels with any names and values', () => {
  test('come back from the files as they were written, and are written again as they stand', () => {
    fc.assert(
      fc.property(labels, (list) => {
        const files = writeSidecars(decided(list), NOTHING);
        const { decisions, broken, problems } = readSidecars(files, TEXT, 'a');
        expect([broken, problems]).toEqual([false, []]);
        expect(keys(decisions)).toEqual(wanted(list));
        expect(writeSidecars(decisions, files)).toEqual(files);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('merge to the same from both sides: what one added is there, what one took away is not', () => {
    fc.assert(
      fc.property(labels, labels, labels, (base, ours, theirs) => {
        const [b, o, t] = [base, ours, theirs].map((list) => decided(list)) as [Decisions, Decisions, Decisions];
        const merged = keys(mergeDecisions(b, o, t).merged);
        expect(keys(mergeDecisions(b, t, o).merged)).toEqual(merged);
        const [before, one, other] = [b, o, t].map((side) => new Set(keys(side))) as [Set<string>, Set<string>, Set<string>];
        const expected = [...new Set([...one, ...other])].filter((key) => !before.has(key) || (one.has(key) && other.has(key)));
        expect(merged).toEqual(expected.sort());
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test('are columns of their own beside the metadata', () => {
    fc.assert(
      fc.property(labels, (list) => {
        const decisions = decided(list);
        const columns = withLabels(new Map([['title', 'Le pont']]), decisions);
        for (const [label, values] of labelValues(decisions))
          expect(columns.get(label)).toBe(values.map((value) => value || label).join('; '));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
