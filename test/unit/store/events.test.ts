import { describe, expect, test } from 'vitest';
import type { Decisions } from '../../../server/src/store/decisions';
import { operateAll } from '../../../server/src/store/operate';
import type { Operation } from '../../../server/src/store/operations';
import { decisionItems } from '../../../server/src/store/overlay';
import { relationsOf } from '../../../server/src/store/relations';
import { schemaBreaches } from '../../../server/src/store/schemaChecks';
import { parseSchema } from '../../../server/src/store/schemaFile';
import { readSidecars, writeSidecars } from '../../../server/src/store/sidecars';
import { inEnglish } from '../inEnglish';

const TEXT = 'Paul Verne a quitté Vellac lundi. Anne Corbin l’a annoncé.';
const ANN = ['T1\tPER 0 10\tPaul Verne', 'T2\tORG 20 26\tVellac', 'T3\tDATE 27 32\tlundi', 'T4\tPER 34 45\tAnne Corbin', ''].join(
  '\n',
);
const { schema, problems: wrong } = parseSchema(
  `{ "events": {
    "Leave": { "title": "leaves", "arguments": { "Who": { "types": ["PER"], "required": true, "multiple": true }, "When": ["DATE"] } },
    "Say": { "arguments": { "Who": ["PER"], "What": ["Leave"] } }
  } }`,
);

const read = (ann: string): Decisions => readSidecars({ ann, review: undefined }, TEXT, 'a').decisions;
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** The `.ann` file after operations, what was there before left out; or why one was refused. */
function annAfter(...operations: readonly Operation[]): readonly string[] | string {
  let decisions = read(ANN);
  for (const operation of operations) {
    const result = operateAll({ decisions, items: decisionItems(decisions, schema), schema }, [operation]);
    if (!result.ok) return result.problem;
    ({ decisions } = result);
  }
  const lines = (writeSidecars(decisions, { ann: ANN, review: undefined }).ann ?? '').split('\n');
  return lines.filter((line) => line !== '' && !ANN.includes(line));
}
const leaves: Operation = { kind: 'addEvent', type: 'Leave', span: span('quitté'), parts: [{ role: 'Who', item: 'T1' }] };

/** What the schema does not admit in a file. */
function breaches(ann: string, rules = schema): readonly string[] {
  const decisions = read(ann);
  const relations = relationsOf(decisions.document, rules);
  return schemaBreaches(TEXT, decisionItems(decisions, rules), relations, rules).map(({ message }) => inEnglish(message));
}

describe('an event', () => {
  test('is made of the words that tell it and what has a part in it, as brat has it', () => {
    expect(wrong).toEqual([]);
    expect(annAfter(leaves)).toEqual(['T5\tLeave 13 19\tquitté', 'E1\tLeave:T5 Who:T1']);
  });
  test('has several in one part, with numbers, and other events', () => {
    const both = { ...leaves, parts: [...leaves.parts, { role: 'Who', item: 'T4' }, { role: 'When', item: 'T3' }] };
    const said: Operation = { kind: 'addEvent', type: 'Say', span: span('annoncé'), parts: [{ role: 'What', item: 'T5' }] };
    expect(annAfter(both, said)).toEqual([
      'T5\tLeave 13 19\tquitté',
      'T6\tSay 50 57\tannoncé',
      'E1\tLeave:T5 Who:T1 Who2:T4 When:T3',
      'E2\tSay:T6 What:E1',
    ]);
  });
  test('gets other arguments, and goes with the words that told it alone', () => {
    const other: Operation = { kind: 'setArguments', relation: 'E1', parts: [{ role: 'Who', item: 'T4' }] };
    expect(annAfter(leaves, other)).toEqual(['T5\tLeave 13 19\tquitté', 'E1\tLeave:T5 Who:T4']);
    expect(annAfter(leaves, { kind: 'unrelate', relations: ['E1'] })).toEqual([]);
  });
  test('is refused where the schema does not admit it', () => {
    expect(annAfter({ ...leaves, parts: [] })).toBe('arguments');
    expect(annAfter({ ...leaves, parts: [{ role: 'Who', item: 'T2' }] })).toBe('arguments');
    expect(annAfter({ ...leaves, parts: [...leaves.parts, { role: 'Whither', item: 'T2' }] })).toBe('arguments');
    expect(annAfter({ ...leaves, type: 'Arrive' })).toBe('arguments');
    expect(annAfter({ kind: 'setArguments', relation: 'E7', parts: [] })).toBe('arguments');
  });
});

describe('the events of a schema', () => {
  const told = (events: string) => parseSchema(`{"events":${events}}`).problems.map(({ message }) => inEnglish(message));
  test('that need each other could never be whole', () => {
    const needs = (type: string) => `{"arguments":{"What":{"types":["${type}"],"required":true}}}`;
    expect(told(`{"A":${needs('B')},"B":${needs('C')},"C":${needs('A')},"D":${needs('A')}}`)).toEqual([
      'These events need each other, so that none could ever be whole: A → B → C → A.',
      'These events need each other, so that none could ever be whole: B → C → A → B.',
      'These events need each other, so that none could ever be whole: C → A → B → C.',
    ]);
    expect(told(`{"A":{"arguments":{"What":{"types":["A","PER"],"required":true}}}}`)).toEqual([]);
  });
  test('tell of types that there are not, and of what is no argument', () => {
    expect(told('{"A":{"arguments":{"Who":["PERS"],"What":7,"When":{"typs":[]}}},"B":[]}')).toEqual([
      'No layer has the type PERS.',
      'The argument "What" must be an object, or a list of types.',
      expect.stringContaining('"typs" means nothing here'),
      'The event "B" must be an object.',
    ]);
  });
});

describe('what is annotated and the schema does not admit', () => {
  test('are arguments that an event lacks, has twice, of another type, or of no name that there is', () => {
    const event = (line: string) => breaches(`${ANN}T5\tLeave 13 19\tquitté\nE1\t${line}\n`);
    expect(event('Leave:T5 Who:T1 When:T3 Who2:T4')).toEqual([]);
    expect(event('Leave:T5 When:T3')).toEqual(['The event leaves lacks its Who.']);
    expect(event('Leave:T5 Who:T2')).toEqual(['The schema does not admit ORG as Who of leaves.']);
    expect(event('Leave:T5 Who:T1 When:T3 When2:T3')).toEqual(['The event leaves has one When at most.']);
    expect(event('Leave:T5 Who:T1 Whither:T2')).toEqual(['The event leaves has no argument "Whither" in the schema.']);
  });
  test('are overlaps, told once, at the later one', () => {
    const crossing = `${ANN}T5\tPER 5 19\tVerne a quitté\n`;
    const overlap = (kind: string) => parseSchema(`{"layers":{"entity":{"overlap":"${kind}"}}}`).schema;
    const [here] = breaches(crossing, overlap('none'));
    expect(here).toBe('“Verne a quitté” overlaps “Paul Verne”, which the schema forbids.');
    expect(breaches(crossing, overlap('none'))).toHaveLength(1);
    expect(breaches(crossing, overlap('nested'))).toEqual(['“Verne a quitté” crosses “Paul Verne”, which the schema forbids.']);
    expect(breaches(`${ANN}T5\tPER 0 4\tPaul\n`, overlap('nested'))).toEqual([]);
    expect(breaches(`${ANN}T5\tORG 0 10\tPaul Verne\n`, overlap('none'))).toHaveLength(1);
    expect(breaches(crossing)).toEqual([]);
  });
  test('are values that an attribute does not have, and several of one', () => {
    const { schema: rules } = parseSchema('{"layers":{"entity":{"attributes":{"state":{"values":["sure","unsure"]}}}}}');
    expect(breaches(`${ANN}A1\tstate T1 perhaps\nA2\tstate T2 sure\n`, rules)).toEqual([
      'The attribute state has no value "perhaps"; there are sure, unsure.',
    ]);
    expect(breaches(`${ANN}A1\tstate T1 sure\nA2\tstate T1 unsure\n`, rules)).toEqual([
      'The attribute state has one value at most.',
    ]);
  });
  test('are relations of a name that is not declared where others are', () => {
    const { schema: rules } = parseSchema('{"relations":{"works-for":{}}}');
    expect(breaches(`${ANN}R1\tknows Arg1:T1 Arg2:T4\nR2\tworks-for Arg1:T1 Arg2:T2\n`, rules)).toEqual([
      'The schema has no relation "knows".',
    ]);
    expect(breaches(`${ANN}R1\tknows Arg1:T1 Arg2:T4\n`)).toEqual([]);
  });
});

test('relations and events that lead to what is not there are told with their lines, and kept to the byte', () => {
  const ann = `${ANN}R1\tworks-for Arg1:T1 Arg2:T9\nE1\tLeave:T8 Who:T1\n`;
  const { decisions, problems, broken } = readSidecars({ ann, review: undefined }, TEXT, 'a');
  expect(broken).toBe(true);
  expect(problems.map(({ line, message }) => [line, inEnglish(message)])).toEqual([
    [5, 'R1 refers to T9, which the file does not have.'],
    [6, 'E1 refers to T8, which the file does not have.'],
  ]);
  expect(writeSidecars(decisions, { ann, review: undefined }).ann).toBe(ann);
});
