import { describe, expect, test } from 'vitest';
import { nothingFound } from '../../../server/src/core/analysis';
import type { Annotation, Relation } from '../../../server/src/formats/annotationDocument';
import { type Decisions, noDecisions, withDocument } from '../../../server/src/store/decisions';
import { operateAll } from '../../../server/src/store/operate';
import type { Operation } from '../../../server/src/store/operations';
import { overlay } from '../../../server/src/store/overlay';
import { relationsAt, relationsOf, unfitting } from '../../../server/src/store/relations';
import { type CorpusSchema, DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { parseSchema } from '../../../server/src/store/schemaFile';

const TEXT = 'Anne Corbin dirige Vellac. Paul Verne a quitté Vellac hier. « Bien », dit Anne Corbin.';
const SCHEMA: CorpusSchema = {
  ...DEFAULT_SCHEMA,
  relations: [{ id: 'works-for', title: 'works for', from: ['PER'], to: ['ORG'] }],
};
const NOTHING = { ...nothingFound('a'), language: 'fr' };

function annotation(id: string, words: string, type: string, layer = 'entity'): Annotation {
  const start = TEXT.indexOf(words);
  return { id, layer, type, spans: [{ start, end: start + words.length }], attributes: {} };
}
const relation = (id: string, type: string, from: string, to: string): Relation => ({
  id,
  type,
  args: [
    { role: 'Arg1', target: from },
    { role: 'Arg2', target: to },
  ],
  attributes: {},
});
const ANNOTATIONS = [
  annotation('T1', 'Anne Corbin', 'PER'),
  annotation('T2', 'Vellac', 'ORG'),
  annotation('T3', 'Paul Verne', 'PER'),
  annotation('T4', 'quitté', 'Leave', 'event'),
  annotation('T5', 'Bien', 'direct', 'quote'),
  annotation('T6', 'dit', 'cue', 'quote'),
];
const START: Decisions = withDocument(noDecisions('a', TEXT), {
  annotations: ANNOTATIONS,
  relations: [
    relation('R1', 'works-for', 'T1', 'T2'),
    relation('R2', 'cue', 'T5', 'T6'),
    { id: 'E1', type: 'Leave', trigger: 'T4', args: [{ role: 'Who', target: 'T3' }], attributes: {} },
    relation('R3', 'causes', 'T1', 'E1'),
  ],
});

const look = (decisions: Decisions) => overlay({ text: TEXT, analysis: NOTHING, decisions, schema: SCHEMA, version: '1' }).items;
function done(decisions: Decisions, ...operations: readonly Operation[]): Decisions {
  const result = operateAll({ decisions, items: look(decisions), schema: SCHEMA }, operations);
  if (!result.ok) throw new Error(result.problem);
  return result.decisions;
}
const words = (decisions: Decisions): readonly string[] =>
  relationsOf(decisions.document, SCHEMA).map(({ type, trigger, ends }) => {
    const shown = ends.map(
      ({ role, spans: [span], event }) => `${role} ${TEXT.slice(span?.start, span?.end)}${event ? ` (${event})` : ''}`,
    );
    const [told] = trigger?.spans ?? [];
    return `${type}${told ? ` ${TEXT.slice(told.start, told.end)}` : ''}: ${shown.join(', ')}`;
  });

describe('relations on a text', () => {
  test('are those between annotations, with events by the words that tell them; a quotation’s cue is none', () => {
    expect(words(START)).toEqual([
      'works-for: Arg1 Anne Corbin, Arg2 Vellac',
      'Leave quitté: Who Paul Verne',
      'causes: Arg1 Anne Corbin, Arg2 quitté (Leave)',
    ]);
    const all = relationsOf(START.document, SCHEMA);
    expect(relationsAt(all, 'T1').map(({ id }) => id)).toEqual(['R1', 'R3']);
    expect(relationsAt(all, 'T4').map(({ id }) => id)).toEqual(['E1', 'R3']);
    expect(relationsAt(all, 'T5')).toEqual([]);
  });

  test('are made once, in one direction, and taken back with what hangs on them', () => {
    const related = done(START, { kind: 'relate', items: ['T3', 'T2'], type: 'works-for' });
    expect(words(related)).toContain('works-for: Arg1 Paul Verne, Arg2 Vellac');
    expect(words(done(related, { kind: 'relate', items: ['T3', 'T2'], type: 'works-for' }))).toHaveLength(4);
    expect(words(done(START, { kind: 'unrelate', relations: ['E1'] }))).toEqual(['works-for: Arg1 Anne Corbin, Arg2 Vellac']);
  });

  test('are refused where the schema does not admit them, or with the thing itself', () => {
    const attempt = (items: readonly [string, string]) =>
      operateAll({ decisions: START, items: look(START), schema: SCHEMA }, [{ kind: 'relate', items, type: 'works-for' }]);
    expect(attempt(['T2', 'T1'])).toEqual({ ok: false, problem: 'ends' });
    expect(attempt(['T1', 'T1'])).toEqual({ ok: false, problem: 'ends' });
  });

  test('that are in the file all the same are told of', () => {
    const turned = withDocument(START, {
      relations: [relation('R1', 'works-for', 'T2', 'T1'), relation('R2', 'likes', 'T2', 'T1')],
    });
    expect(unfitting(relationsOf(turned.document, SCHEMA), SCHEMA).map(({ id }) => id)).toEqual(['R1']);
  });

  test('go over to what an annotation is merged into, and none leads from it to itself', () => {
    const [one, two] = ['Anne', 'Corbin'].map((name, i) => annotation(`T${i + 1}`, name, 'PER'));
    const split = withDocument(START, {
      annotations: [one as Annotation, two as Annotation, annotation('T3', 'Vellac', 'ORG')],
      relations: [relation('R1', 'works-for', 'T2', 'T3'), relation('R2', 'likes', 'T1', 'T2')],
    });
    const merged = done(split, { kind: 'merge', items: ['T1', 'T2'] });
    expect(words(merged)).toEqual(['works-for: Arg1 Anne Corbin, Arg2 Vellac']);
  });

  test('a quotation keeps its own cue where another is merged into it', () => {
    const marks = withDocument(START, {
      annotations: [
        annotation('T1', 'Anne Corbin dirige', 'direct', 'quote'),
        annotation('T2', 'Paul Verne', 'direct', 'quote'),
        annotation('T3', 'dirige', 'cue', 'quote'),
        annotation('T4', 'quitté', 'cue', 'quote'),
      ],
      relations: [relation('R1', 'cue', 'T1', 'T3'), relation('R2', 'cue', 'T2', 'T4')],
    });
    const merged = done(marks, { kind: 'merge', items: ['T1', 'T2'] });
    expect(merged.document.relations).toEqual([relation('R1', 'cue', 'T1', 'T3')]);
    expect(merged.document.annotations.map(({ id }) => id)).toEqual(['T1', 'T3']);
  });
});

describe('relations in a schema', () => {
  const read = (relations: unknown) => parseSchema(JSON.stringify({ relations }));

  test('have a title, and types at their ends', () => {
    const { schema, problems } = read({
      'works-for': { title: 'works for', from: ['PER'], to: ['ORG', 'LOC'], guidelines: 'Paid.' },
      near: {},
    });
    expect(problems).toEqual([]);
    expect(schema.relations).toEqual([
      { id: 'works-for', title: 'works for', from: ['PER'], to: ['ORG', 'LOC'], guidelines: 'Paid.' },
      { id: 'near', title: 'near', from: [], to: [] },
    ]);
  });

  test('whose types are not there are told of, and taken without them', () => {
    const { schema, problems } = read({ eats: { from: ['PER', 'Animal'], to: 'PER' }, bad: 3 });
    expect(schema.relations).toEqual([{ id: 'eats', title: 'eats', from: ['PER'], to: [] }]);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'error', 'error']);
  });
});
