import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ApplyToAllPreview, RelationInfo, ReviewApplied, ReviewItems } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const TEXT = 'Anne Corbin dirige la société Vellac depuis mars. Paul Verne a quitté Vellac hier soir, dit-on en ville.';
const ANN = [
  'T1\tPER 0 11\tAnne Corbin',
  'T2\tORG 30 36\tVellac',
  'R1\tworks-for Arg1:T1 Arg2:T2',
  'T3\tPER 50 60\tPaul Verne',
  'T4\tLeave 63 69\tquitté',
  'E1\tLeave:T4 Who:T3',
  'R2\tworks-for Arg1:T2 Arg2:T3',
  '',
].join('\n');

let folder: string;
let client: TestClient;
let uri: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relations-'));
  mkdirSync(join(folder, '.corpus'));
  const relations = { 'works-for': { title: 'works for', from: ['PER'], to: ['ORG'] } };
  writeFileSync(join(folder, '.corpus/schema.json'), JSON.stringify({ relations }));
  writeFileSync(join(folder, 'a.txt'), TEXT);
  writeFileSync(join(folder, 'a.ann'), ANN);
  uri = pathToFileURL(join(folder, 'a.txt')).href;
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
  await client.open(uri, TEXT);
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const relations = (item?: string): Promise<readonly RelationInfo[]> => client.request('review/relations', { uri, item });
const apply = (operations: readonly object[], more: object = {}): Promise<ReviewApplied> =>
  client.request('review/apply', { uri, operations, ...more });
const hover = async (character: number): Promise<string> => {
  const shown = await client.request<{ contents: { value: string } }>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character },
  });
  return shown.contents.value;
};
const ann = (): string => readFileSync(join(folder, 'a.ann'), 'utf8');

test('the relations and events of a brat corpus are seen, each with its ends', async () => {
  const found = await relations();
  expect(
    found.map(({ title, trigger, ends }) => [title, trigger?.words, ...ends.map(({ role = '', words }) => role + words)]),
  ).toEqual([
    ['works for', undefined, 'Anne Corbin', 'Vellac'],
    ['Leave', 'quitté', 'WhoPaul Verne'],
    ['works for', undefined, 'Vellac', 'Paul Verne'],
  ]);
  expect((await relations('T1')).map(({ id }) => id)).toEqual(['R1']);
  expect(await hover(2)).toMatch(/Relations:\n- \*\*Anne Corbin\*\* — works for → \[Vellac\]\(command:corpusAnnotator\.goTo/);
  expect(await hover(65)).toContain('Leave: **quitté** · Who: [Paul Verne](command:');
});

test('one that the schema does not admit is a problem at its first end', async () => {
  const told = await client.until('the problem', () =>
    client.diagnostics
      .filter((params) => params.uri === uri)
      .at(-1)
      ?.diagnostics.find(({ code }) => code === 'relationEnds'),
  );
  expect(told).toMatchObject({
    message: 'The schema does not admit the relation works for from Organisation to Person.',
    range: { start: { line: 0, character: 30 } },
  });
});

test('a relation is made, written as brat has it, and taken away', async () => {
  expect(await apply([{ kind: 'relate', items: ['T3', 'T2'], type: 'works-for' }])).toMatchObject({ ok: true });
  await client.until('it is in the file', () => ann() === `${ANN}R3\tworks-for Arg1:T3 Arg2:T2\n`);
  const made = (await relations('T3')).find(({ trigger, ends }) => !trigger && ends[0]?.words === 'Paul Verne');
  expect(await apply([{ kind: 'unrelate', relations: [made?.id] }])).toMatchObject({ ok: true });
  await client.until('the file is what it was', () => ann() === ANN);
});

test('what a relation leads to is not rejected by a key alone', async () => {
  const refused = await apply([{ kind: 'reject', items: ['T1'] }]);
  expect(refused).toEqual({
    ok: false,
    asks: true,
    message: '“Anne Corbin” holds 1 relation, which would go with it: “Anne Corbin” works for “Vellac”.',
  });
  expect(ann()).toBe(ANN);
  const hit = { uri, range: [0, 0, 0, 11], node: 'Anne Corbin' };
  expect(await client.request('review/decideHits', { hits: [hit], decision: { kind: 'reject' } })).toMatchObject({
    files: 0,
    skipped: [{ hit: 0, message: 'Relations lead to this: open the hit to decide.' }],
  });
  expect(await apply([{ kind: 'reject', items: ['T1'] }], { sure: true })).toMatchObject({ ok: true });
  await client.until('it is gone with its relation', () => !ann().includes('T1') && !ann().includes('R1'));
  const { items } = await client.request<ReviewItems>('review/items', { uri });
  expect(items.filter(({ words, status }) => words === 'Vellac' && status === 'confirmed')).toHaveLength(1);
});

test('what a relation leads to is not rejected with all of its words, in an open article or a closed one', async () => {
  // a line whose words never stood there is doubtful: a person is to look at it, and may reject it
  writeFileSync(join(folder, 'b.txt'), `${TEXT} Anne Corbin n’a rien voulu dire.`);
  const doubtful = ANN.replace('Anne Corbin', 'Anne Korbin');
  writeFileSync(join(folder, 'b.ann'), doubtful);
  const closed = pathToFileURL(join(folder, 'b.txt')).href;
  const what = { uri: closed, words: 'Anne Corbin', layer: 'entity', type: 'PER', verdict: 'reject' };
  for (const isOpen of [false, true]) {
    if (isOpen) await client.open(closed, readFileSync(join(folder, 'b.txt'), 'utf8'));
    const preview = await client.request<ApplyToAllPreview>('review/applyToAll/preview', { ...what, uri, scope: 'folder' });
    const found = preview.files.find((one) => one.uri === closed);
    expect(found?.places.map(({ range, chosen }) => [range[1], chosen])).toContainEqual([0, false]);
    const files = [{ uri: closed, ranges: [[0, 0, 0, 11]] }];
    expect(await client.request('review/applyToAll', { ...what, files })).toEqual({
      places: 0,
      files: 0,
      skipped: [{ uri: closed, message: 'Relations lead to one place, which is left as it is: decide there.' }],
    });
    expect(readFileSync(join(folder, 'b.ann'), 'utf8')).toBe(doubtful);
  }
});

test('a place that is gone since it was shown is told of', async () => {
  writeFileSync(join(folder, 'b.txt'), 'Hier, Anne Corbin a visité le port de Vellac avec ses amis et la presse.');
  const closed = pathToFileURL(join(folder, 'b.txt')).href;
  const what = { uri: closed, words: 'Anne Corbin', layer: 'entity', type: 'PER', verdict: 'confirm' };
  const files = [{ uri: closed, ranges: [[0, 0, 0, 11]] }];
  expect(await client.request('review/applyToAll', { ...what, files })).toEqual({
    places: 0,
    files: 0,
    skipped: [{ uri: closed, message: 'The text has changed meanwhile. Try again.' }],
  });
});
