import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RelationInfo, ReviewApplied } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const TEXT = 'Anne Corbin annonce que Paul Verne quitte Vell.';
let folder: string;
let client: TestClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bad-'));
  mkdirSync(join(folder, '.corpus'));
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('events that are parts of each other are shown, decided on, and lose nothing', async () => {
  const ann =
    'T1\tPER 0 11\tAnne Corbin\nT2\tSay 12 19\tannonce\nT3\tPER 24 34\tPaul Verne\nT4\tLeave 35 41\tquitte\n' +
    'E1\tSay:T2 Who:T1 What:E2\nE2\tLeave:T4 Who:T3 Why:E1\nE3\tSay:T2 What:E3\n';
  writeFileSync(join(folder, 'a.txt'), TEXT);
  writeFileSync(join(folder, 'a.ann'), ann);
  writeFileSync(
    join(folder, '.corpus/schema.json'),
    JSON.stringify({
      events: { Say: { arguments: { What: ['Leave'] } }, Leave: { arguments: { Why: ['Say'], Who: ['Nobody'] } } },
    }),
  );
  await client.open(uri('a.txt'), TEXT);
  const relations = await client.request<readonly RelationInfo[]>('review/relations', { uri: uri('a.txt') });
  expect(relations.map(({ type }) => type)).toEqual(expect.arrayContaining(['Say', 'Leave']));
  const outline = await client.request<object>('textDocument/documentSymbol', { textDocument: { uri: uri('a.txt') } });
  expect(JSON.stringify(outline)).toContain('Leave');
  const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
    textDocument: { uri: uri('a.txt') },
    position: { line: 0, character: 36 },
  });
  expect(hover.contents.value).toContain('quitte');
  const range = (start: number, end: number) => ({ start: { line: 0, character: start }, end: { line: 0, character: end } });
  const paul = await client.request<{ id: string }>('review/itemAt', { uri: uri('a.txt'), range: range(24, 34) });
  // what an event leads to is not rejected in silence
  const asked = await client.request<ReviewApplied>('review/apply', {
    uri: uri('a.txt'),
    operations: [{ kind: 'reject', items: [paul.id] }],
  });
  expect(asked).toMatchObject({ ok: false });
  expect(file('a.ann')).toBe(ann);
  const added = { kind: 'add', layer: 'entity', type: 'LOC', ranges: [range(42, 46)] };
  expect(await client.request('review/apply', { uri: uri('a.txt'), operations: [added] })).toMatchObject({ ok: true });
  await client.request('review/save', { uri: uri('a.txt') });
  expect(file('a.ann').startsWith(ann)).toBe(true);
});

test('a schema that contradicts itself is told of at its places, and what of it holds is used', async () => {
  writeFileSync(join(folder, 'a.txt'), TEXT);
  writeFileSync(join(folder, 'a.ann'), 'T1\tPER 0 11\tAnne Corbin\nT2\tA 42 46\tVell\nR1\tin Arg1:T1 Arg2:T2\n');
  writeFileSync(
    join(folder, '.corpus/schema.json'),
    `{
  "layers": { "x": { "types": { "A": { "aliases": ["B"] }, "B": { "aliases": ["A"] } }, "overlap": "maybe" } },
  "relations": { "in": { "from": ["PER"], "to": ["Nowhere"] } },
  "events": { "Go": { "arguments": { "Who": { "types": ["PER"], "requird": true } } } }
}\n`,
  );
  await client.open(uri('a.txt'), TEXT);
  const told = await client.until('diagnostics', () =>
    client.diagnostics.findLast((params) => params.uri === uri('.corpus/schema.json') && params.diagnostics.length > 0),
  );
  const lines = told.diagnostics.map(({ range, message }) => `${range.start.line + 1} ${message}`);
  expect(lines.sort()).toEqual([
    '2 "overlap" is any, nested or none.',
    '3 No layer has the type Nowhere.',
    '4 "requird" means nothing here; known are types, required, multiple.',
  ]);
  const at = { start: { line: 0, character: 42 }, end: { line: 0, character: 46 } };
  expect(await client.request('review/itemAt', { uri: uri('a.txt'), range: at })).toMatchObject({ layer: 'x', type: 'A' });
});
