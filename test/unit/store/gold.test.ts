import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { type Decisions, noDecisions } from '../../../server/src/store/decisions';
import { compareText, type Difference } from '../../../server/src/store/differences';
import { decide, differenceId, isOpen, ordered, withAgreed } from '../../../server/src/store/gold';
import { decisionItems } from '../../../server/src/store/overlay';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';

const TEXT = '« Non », a dit Anne Corbin hier. Vell attend, Vell attend.';
const at = (words: string, nth = 1): { start: number; end: number } => {
  let start = -1;
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const annotation = (id: string, type: string, words: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  layer: 'entity',
  type,
  spans: [at(words)],
  attributes: {},
  ...more,
});
const documentOf = (annotations: readonly Annotation[], more: Partial<AnnotationDocument> = {}): AnnotationDocument => ({
  id: 'a',
  text: TEXT,
  relations: [],
  groups: [],
  annotations,
  ...more,
});
const compare = (...by: readonly AnnotationDocument[]) => compareText({ id: 'a', text: TEXT, by }, DEFAULT_SCHEMA);
const said = (gold: Decisions): readonly string[] =>
  decisionItems(gold, DEFAULT_SCHEMA).map(({ status, type, spans: [span] }) =>
    [status, type, TEXT.slice(span?.start, span?.end)].join(' '),
  );

describe('a gold text', () => {
  const quote = (cue: string): AnnotationDocument =>
    documentOf(
      [
        annotation('T1', 'direct', '« Non »', { layer: 'quote' }),
        annotation('T2', 'cue', cue, { layer: 'quote' }),
        annotation('T3', 'PER', 'Anne Corbin', { note: 'maire' }),
        annotation('T4', 'DATE', 'hier', { layer: 'date', attributes: { value: '2017-01-02' } }),
      ],
      {
        relations: [
          {
            id: 'R1',
            type: 'cue',
            args: [
              { role: 'Arg1', target: 'T1' },
              { role: 'Arg2', target: 'T2' },
            ],
            attributes: {},
          },
        ],
        groups: [{ id: 'anne', name: 'Anne Corbin', members: ['T3'], attributes: {} }],
      },
    );
  test('takes over what all say alike, with cue, value, note and entity; what differs in the cue waits', () => {
    const sources = [quote('a dit'), quote('a dit')];
    const same = withAgreed(noDecisions('a', TEXT), compare(...sources).agreed, sources, DEFAULT_SCHEMA);
    expect(same.taken).toBe(3);
    const items = decisionItems(same.decisions, DEFAULT_SCHEMA);
    expect(items.find(({ layer }) => layer === 'quote')?.cue).toMatchObject(at('a dit'));
    expect(items.find(({ layer }) => layer === 'date')?.attributes).toEqual({ value: '2017-01-02' });
    expect(items.find(({ layer }) => layer === 'entity')?.note).toBe('maire');
    expect(same.decisions.document.groups).toMatchObject([{ id: 'anne', name: 'Anne Corbin' }]);
    const again = withAgreed(same.decisions, compare(...sources).agreed, sources, DEFAULT_SCHEMA);
    expect([again.taken, again.decisions]).toEqual([0, same.decisions]);

    const other = [quote('a dit'), quote('dit')];
    const { agreed, differences } = compare(...other);
    expect(agreed.map(({ layer }) => layer).sort()).toEqual(['date', 'entity']);
    expect(differences.map(({ kind }) => kind)).toEqual(['cue']);
    const chosen = decide(noDecisions('a', TEXT), differences[0]!, { take: 1 }, { sources: other, schema: DEFAULT_SCHEMA });
    expect(decisionItems(chosen, DEFAULT_SCHEMA).map(({ cue }) => cue)).toMatchObject([at('dit')]);
    expect(isOpen(differences[0]!, chosen, DEFAULT_SCHEMA)).toBe(false);
  });

  const sources = [
    documentOf([annotation('T1', 'PER', 'Anne')]),
    documentOf([annotation('T1', 'PER', 'Anne Corbin')]),
    documentOf([annotation('T1', 'ORG', 'Anne Corbin')]),
  ];
  const [difference] = compare(...sources).differences as [Difference];
  const context = { sources, schema: DEFAULT_SCHEMA };
  test('says of each variant yes or no, whichever way it was chosen, and as often as it is chosen anew', () => {
    expect(compare(...sources).differences).toHaveLength(1);
    const none = noDecisions('a', TEXT);
    expect(isOpen(difference, none, DEFAULT_SCHEMA)).toBe(true);
    const taken = decide(none, difference, { take: 1 }, context);
    expect(said(taken)).toEqual(['rejected PER Anne', 'rejected ORG Anne Corbin', 'confirmed PER Anne Corbin']);
    const refused = decide(taken, difference, 'reject', context);
    expect([...said(refused)].sort()).toEqual(['rejected ORG Anne Corbin', 'rejected PER Anne', 'rejected PER Anne Corbin']);
    const anew = decide(refused, difference, { take: 0 }, context);
    expect([...said(anew)].sort()).toEqual(['confirmed PER Anne', 'rejected ORG Anne Corbin', 'rejected PER Anne Corbin']);
    for (const gold of [taken, refused, anew]) expect(isOpen(difference, gold, DEFAULT_SCHEMA)).toBe(false);
  });
  test('own: what the person has annotated there stays, what it has not is refused', () => {
    const own = {
      ...noDecisions('a', TEXT),
      document: documentOf([annotation('T9', 'PER', 'Anne Corbin'), annotation('T8', 'LOC', 'Vell')]),
    };
    const after = decide(own, difference, 'own', context);
    expect([...said(after)].sort()).toEqual([
      'confirmed LOC Vell',
      'confirmed PER Anne Corbin',
      'rejected ORG Anne Corbin',
      'rejected PER Anne',
    ]);
  });
  test('a difference keeps its name as long as people say the same there', () => {
    expect(differenceId(compare(...sources).differences[0]!)).toBe(differenceId(difference));
    const changed = [sources[0]!, sources[1]!, documentOf([annotation('T1', 'LOC', 'Anne Corbin')])];
    expect(differenceId(compare(...changed).differences[0]!)).not.toBe(differenceId(difference));
  });
  test('differences by type, and like ones together, the most frequent first', () => {
    const vell = (type: string): AnnotationDocument =>
      documentOf([
        annotation('T1', type === 'LOC' ? 'PER' : 'ORG', 'Anne Corbin'),
        annotation('T2', type, 'Vell', { spans: [at('Vell')] }),
        annotation('T3', type, 'Vell', { spans: [at('Vell', 2)] }),
      ]);
    const { differences } = compare(vell('LOC'), vell('ORG'));
    const words = (order: 'text' | 'type' | 'likeness') => ordered(differences, order).map((one) => one.words);
    expect(words('text')).toEqual(['Anne Corbin', 'Vell', 'Vell']);
    expect(words('likeness')).toEqual(['Vell', 'Vell', 'Anne Corbin']);
    expect(words('type')).toEqual(['Vell', 'Vell', 'Anne Corbin']);
  });
});
