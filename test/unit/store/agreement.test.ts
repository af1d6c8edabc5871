import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { agreementMarkdown } from '../../../server/src/service/agreementReport';
import { type Agreement, agreement } from '../../../server/src/store/agreement';
import { agreementCsv } from '../../../server/src/store/agreementCsv';
import type { AgreementRow } from '../../../server/src/store/agreementRow';

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

const compare = (...by: readonly (AnnotationDocument | undefined)[]): Agreement =>
  agreement(
    [{ id: 'a', text: TEXT, by }],
    by.map((_, i) => `annotator ${i + 1}`),
  );
const rowOf = ({ rows }: Agreement, wanted: Partial<AgreementRow>): AgreementRow | undefined =>
  rows.find(
    ({ layer, type, aspect, document: article }) =>
      layer === wanted.layer && type === wanted.type && aspect === wanted.aspect && article === wanted.document,
  );

describe('two annotators', () => {
  test('the same names under different labels agree', () => {
    const found = compare(
      document(['Anne Corbin', 'PER'], ['Vell', 'LOC']),
      document(['Anne Corbin', 'Person'], ['Vell', 'Location']),
    );
    const perfect = { all: { cohen: 1, fleiss: 1, alpha: 1 }, exact: 1, overlapping: 1, unitizing: 1, gamma: { gamma: 1 } };
    expect(rowOf(found, { layer: 'entity' })).toMatchObject(perfect);
    expect(found.rows.map(({ type, document: article }) => type ?? article)).toEqual([undefined, 'LOC', 'PER', 'a']);
    expect(found.differences).toEqual([]);
  });

  test('differences in order, with their kind', () => {
    const found = compare(
      document(['Anne Corbin', 'PER'], ['Vell', 'LOC']),
      document(['Corbin', 'PER'], ['Vell', 'ORG'], ['vit', 'MISC']),
    );
    const { differences, tokens } = found;
    expect(tokens).toBe(6);
    expect(differences.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      'boundary Anne Corbin',
      'missing vit',
      'type Vell',
    ]);
    // tokens: Anne PER/–, Corbin PER/PER, vit –/MISC, à –/–, Vell LOC/ORG, . –/–: observed 3/6; chance (2·1 + 3·3 + 0)/36
    const row = rowOf(found, { layer: 'entity' });
    expect(row?.all.cohen).toBeCloseTo((0.5 - 11 / 36) / (1 - 11 / 36), 10);
    // without à and the point: observed 1/4; chance (2·1 PER + 1·1 –) / 16
    expect(row?.marked.cohen).toBeCloseTo((1 / 4 - 3 / 16) / (1 - 3 / 16), 10);
    expect(row).toMatchObject({ units: [2, 3], exact: 0, pairs: [{ first: 0, second: 1, both: 0, exact: 0, overlapping: 0.4 }] });
  });

  test('what was rejected or only suggested is not annotated', () => {
    const first = document(['Vell', 'LOC']);
    const second = {
      ...first,
      annotations: first.annotations.map((annotation) => ({ ...annotation, status: 'rejected' as const })),
    };
    expect(compare(first, second).differences).toMatchObject([{ kind: 'missing', without: [1] }]);
  });
});

describe('three annotators and more', () => {
  const full = (): AnnotationDocument => document(['Anne Corbin', 'PER'], ['Vell', 'LOC']);
  test('who says what stands by each difference, what most say first; who has not the article has no say', () => {
    const found = compare(document(['Anne', 'PER'], ['Vell', 'LOC']), full(), undefined, full(), document(['Vell', 'LOC']));
    expect(found.differences).toMatchObject([
      {
        kind: 'boundary',
        words: 'Anne Corbin',
        variants: [
          { annotators: [1, 3], item: { type: 'PER' } },
          { annotators: [0], item: { type: 'PER' } },
        ],
        without: [4],
      },
    ]);
    expect(rowOf(found, { layer: 'entity', type: 'LOC' })).toMatchObject({ units: [1, 1, 0, 1, 1], exact: 1, all: { alpha: 1 } });
  });
  test('nested names of one person are two things, not one difference', () => {
    const nested = compare(document(['Anne Corbin', 'PER'], ['Corbin', 'PER']), document(['Anne Corbin', 'PER']));
    expect(nested.differences).toMatchObject([{ kind: 'missing', words: 'Corbin', without: [1] }]);
  });
  test('one type on which the pairs differ: the mean of the pairs, each pair told', () => {
    const row = rowOf(compare(full(), full(), document(['Anne Corbin', 'PER'], ['Vell', 'ORG'])), { layer: 'entity' });
    expect(row?.pairs.map(({ exact }) => exact)).toEqual([1, 0.5, 0.5]);
    expect(row?.exact).toBeCloseTo(2 / 3, 10);
  });
});

describe('what is said of dates and quotations, and relations', () => {
  const said = 'Hier, « il pleut », dit Anne. Hier encore.';
  const at = (words: string, from = 0): { start: number; end: number } => {
    const start = said.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const article = (value: string, cue: string, relation?: string): AnnotationDocument => ({
    id: 'a',
    text: said,
    groups: [],
    annotations: [
      { id: 'T1', layer: 'date', type: 'DATE', spans: [at('Hier')], attributes: { value } },
      { id: 'T2', layer: 'quote', type: 'direct', spans: [at('« il pleut »')], attributes: {} },
      { id: 'T3', layer: 'quote', type: 'cue', spans: [at(cue)], attributes: {} },
      { id: 'T4', layer: 'entity', type: 'PER', spans: [at('Anne')], attributes: {} },
      { id: 'T5', layer: 'date', type: 'DATE', spans: [at('Hier', 5)], attributes: { value: '2017-01' } },
    ],
    relations: [
      {
        id: 'R1',
        type: 'cue',
        args: [
          { role: 'Arg1', target: 'T2' },
          { role: 'Arg2', target: 'T3' },
        ],
        attributes: {},
      },
      {
        id: 'R2',
        type: 'speaker',
        args: [
          { role: 'Arg1', target: 'T2' },
          { role: 'Arg2', target: 'T4' },
        ],
        attributes: {},
      },
      ...(relation === undefined
        ? []
        : [
            {
              id: 'R3',
              type: relation,
              args: [
                { role: 'Arg1', target: 'T4' },
                { role: 'Arg2', target: 'T1' },
              ],
              attributes: {},
            },
          ]),
    ],
  });
  const compareSaid = (...by: readonly AnnotationDocument[]): Agreement =>
    agreement(
      [{ id: 'a', text: said, by }],
      by.map((_, i) => String(i)),
    );
  test('the value, the cue and the speaker have rows of their own, and are differences', () => {
    const found = compareSaid(article('2017-01-01', 'dit'), article('2017-01-02', 'dit Anne'));
    expect(rowOf(found, { layer: 'date' })).toMatchObject({ exact: 1, overlapping: 1 });
    expect(rowOf(found, { layer: 'date', aspect: 'value' })).toMatchObject({
      exact: 0.5,
      all: { observed: 0.5 },
      unitizing: null,
      gamma: null,
    });
    expect(rowOf(found, { layer: 'quote', aspect: 'cue' })).toMatchObject({ exact: 0, overlapping: 1 });
    expect(rowOf(found, { layer: 'quote', aspect: 'speaker' })).toMatchObject({ exact: 1 });
    expect(found.differences.map(({ kind, layer }) => `${layer} ${kind}`)).toEqual(['date value', 'quote cue']);
  });
  test('relations by their type and the words at their ends', () => {
    const found = compareSaid(article('2017', 'dit', 'born'), article('2017', 'dit', 'died'), article('2017', 'dit', 'born'));
    expect(rowOf(found, { layer: 'relation' })).toMatchObject({ units: [1, 1, 1], exact: 1 / 3 });
    expect(rowOf(compareSaid(article('2017', 'dit'), article('2017', 'dit')), { layer: 'relation' })).toBeUndefined();
  });
});

test('eighty annotators are compared; γ, which would take hours, is left out, and the report says why', () => {
  const names = ['Anne Corbin', 'Vell'] as const;
  const by = Array.from({ length: 80 }, (_, i) =>
    i % 2 === 0 ? document([names[0], 'PER'], [names[1], 'PER']) : document([names[0], 'PER']),
  );
  const found = compare(...by);
  expect(rowOf(found, { layer: 'entity' })).toMatchObject({ gamma: null, isGammaTooMuch: true });
  expect(rowOf(found, { layer: 'entity' })?.exact).toBeGreaterThan(0.5);
  const told = (agreed: Agreement): string => agreementMarkdown({ agreement: agreed, skipped: [], remarks: [], language: 'en' });
  expect(told(found)).toContain('γ is left out');
  expect(told(compare(by[0], by[1]))).not.toContain('γ is left out');
});

test('all figures as a table: those below zero are numbers, and articles have what is known of them', () => {
  const found = compare(document(['Anne', 'PER']), document(['Vell', 'PER']));
  const facts = new Map([['a', new Map(Object.entries({ title: '=un', date: '2017' }))]]);
  const lines = agreementCsv(found, facts)
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const [head = []] = lines;
  expect(head.slice(-2)).toEqual(['meta.date', 'meta.title']);
  const cells = (line: readonly string[] = []) => Object.fromEntries(head.map((name, i) => [name, line[i]]));
  const whole = cells(lines.find(([article, layer, , , first]) => article === '' && layer === 'entity' && first === ''));
  expect(Number(whole.cohen_kappa_marked)).toBeLessThan(0);
  expect(whole['meta.title']).toBe('');
  const others = lines.filter(([article]) => article === 'a');
  expect(others.length).toBeGreaterThan(0);
  for (const line of others) expect(line.slice(-2)).toEqual(['2017', `"'=un"`]);
});
