import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { DocumentSymbol, Hover, MarkupContent, SemanticTokens } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/core/lineIndex';
import type { ApplyToAllPreview, ReviewApplied, ReviewItems, ReviewOperation, ReviewStep } from '../../server/src/protocol';
import { ARTICLE } from './support/articles';
import { BrowserServer, Place } from './support/browserServer';
import { TestClient } from './support/languageServer';

const FOLDER = 'vscode-vfs://github/valdorie/presse';
const at = (name: string): string => `${FOLDER}/${name}`;
const URI = at('001_a.txt');
/** As browsers have it: another scheme than the folder's. */
const STORAGE = 'vscode-userdata:/User/workspaceStorage/1/corpus-annotator';

function placeWith(files: Readonly<Record<string, string>> = {}): Place {
  const place = new Place();
  for (const [name, text] of Object.entries({ '001_a.txt': ARTICLE, ...files })) place.write(at(name), text);
  return place;
}

const position = (words: string) => new LineIndex(ARTICLE).positionAt(ARTICLE.indexOf(words));
const confirming = async (server: BrowserServer | TestClient, uri: string, words: string): Promise<ReviewOperation> => {
  const found = await itemsOf(server, uri);
  const item = found.items.find((each) => each.words === words);
  if (item === undefined) throw new Error(`no item ${words}: ${found.items.map((each) => each.words).join(', ')}`);
  return { kind: 'confirm', items: [item.id] };
};
const itemsOf = (server: BrowserServer | TestClient, uri: string): Promise<ReviewItems> =>
  server.connection.sendRequest('review/items', { uri });
const apply = (server: BrowserServer | TestClient, uri: string, operations: readonly ReviewOperation[]): Promise<ReviewApplied> =>
  server.connection.sendRequest('review/apply', { uri, operations });

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let since = Date.now(); !holds(); await new Promise((done) => setTimeout(done, 20)))
    if (Date.now() - since > 30_000) throw new Error(`never: ${what}`);
}

test('an article of a repository on the web is read whole', async () => {
  const server = await BrowserServer.start(FOLDER, placeWith());
  await server.open(URI, ARTICLE);
  const textDocument = { uri: URI };
  const hover = await server.ask<Hover>('textDocument/hover', { textDocument, position: position('Jeanne Morvan') });
  expect((hover.contents as MarkupContent).value).toContain('Jeanne Morvan');
  const outline = await server.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  expect(JSON.stringify(outline)).toContain('Il faut signer avant le 15 mars 2017');
  const { data } = await server.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  expect(data.length).toBeGreaterThan(20);
  const quote = await server.ask<{ range: readonly number[] }>('article/neighbour', {
    uri: URI,
    position: { line: 0, character: 0 },
    kind: 'quote',
    direction: 'next',
  });
  expect(JSON.stringify(quote)).toContain('2,');
});

test('its project’s schema, names and table of dates are read where they are', async () => {
  const place = placeWith({
    'metadata.csv': 'id,date\n001_a,2003-05-06\n',
    '.corpus/gazetteer.tsv': 'Port-Clair\tORG\n',
    '.corpus/schema.json': JSON.stringify({ layers: { cargo: { title: 'Cargo', types: { SHIP: { title: 'Ship' } } } } }),
  });
  const server = await BrowserServer.start(FOLDER, place);
  await server.open(URI, ARTICLE);
  const date = await server.ask<{ date: string; metadata: string }>('article/date', { uri: URI });
  expect(date).toMatchObject({ date: '2003-05-06', metadata: 'metadata.csv' });
  const entities = await server.ask<{ name: string; type: string }[]>('article/entities', { uri: URI });
  expect(entities).toContainEqual(expect.objectContaining({ name: 'Port-Clair', type: 'ORG' }));
  const schema = await server.ask<object>('review/schema', { uri: URI });
  expect(JSON.stringify(schema)).toContain('SHIP');
});

test('decisions are written beside it, in the very bytes that a machine writes; taken back, they are gone', async () => {
  const place = placeWith();
  const server = await BrowserServer.start(FOLDER, place);
  await server.open(URI, ARTICLE);
  const folder = mkdtempSync(join(tmpdir(), 'annotator-browser-'));
  writeFileSync(join(folder, '001_a.txt'), ARTICLE);
  const onMachine = await TestClient.start({ folders: [pathToFileURL(folder).href] });
  const file = pathToFileURL(join(folder, '001_a.txt')).href;
  await onMachine.open(file, ARTICLE);
  for (const [each, uri] of [[server, URI] as const, [onMachine, file] as const]) {
    const done = await apply(each, uri, [
      await confirming(each, uri, 'le 30 septembre 2016'),
      { kind: 'reject', items: (await itemsOf(each, uri)).items.filter(({ words }) => words === 'Lorient').map(({ id }) => id) },
    ]);
    expect(done).toMatchObject({ ok: true, progress: { reviewed: 2 } });
    await each.connection.sendRequest('review/save', { uri });
  }
  for (const name of ['001_a.ann', '001_a.review.jsonl'])
    expect(place.text(at(name))).toBe(readFileSync(join(folder, name), 'utf8'));
  await onMachine.stop();
  rmSync(folder, { recursive: true });

  expect(await server.ask<ReviewStep>('review/undo', { uri: URI })).toMatchObject({ done: true });
  await server.ask('review/save', { uri: URI });
  expect([...place.files.keys()]).toEqual([URI]);
});

test('what somebody else has written meanwhile is merged, and conflicts are asked about', async () => {
  const others = placeWith();
  const theirs = await BrowserServer.start(FOLDER, others);
  await theirs.open(URI, ARTICLE);
  await apply(theirs, URI, [await confirming(theirs, URI, 'Yann Kervella')]);
  await theirs.ask('review/save', { uri: URI });

  const place = placeWith();
  const server = await BrowserServer.start(FOLDER, place);
  await server.open(URI, ARTICLE);
  await itemsOf(server, URI);
  for (const name of ['001_a.ann', '001_a.review.jsonl']) place.write(at(name), others.text(at(name)) ?? '');
  await apply(server, URI, [await confirming(server, URI, 'le 30 septembre 2016')]);
  await server.ask('review/save', { uri: URI });
  expect(place.text(at('001_a.ann'))).toContain('Yann Kervella');
  expect(place.text(at('001_a.ann'))).toContain('le 30 septembre 2016');
  expect((await itemsOf(server, URI)).progress.reviewed).toBe(2);
});

test('what goes through all articles of the folder reads and writes those that are closed, too', async () => {
  const other = ' date 2017-02 Port-Clair attend\n\nYann Kervella a dit non. Yann Kervella attend.\n';
  const place = placeWith({ 'b/002_b.txt': other });
  const server = await BrowserServer.start(FOLDER, place);
  await server.open(URI, ARTICLE);
  await itemsOf(server, URI);
  const what = { uri: URI, scope: 'folder', layer: 'entity', words: 'Yann Kervella', type: 'PER', verdict: 'confirm' };
  const preview = await server.ask<ApplyToAllPreview>('review/applyToAll/preview', what);
  expect(preview.files.map(({ uri }) => uri).sort()).toEqual([URI, at('b/002_b.txt')]);
  const files = preview.files.map(({ uri, places }) => ({ uri, ranges: places.map(({ range }) => range) }));
  expect(await server.ask('review/applyToAll', { ...what, files })).toMatchObject({ files: 2, skipped: [] });
  await until('written', () => place.text(at('b/002_b.ann'))?.match(/Yann Kervella/g)?.length === 2);
  const outcomes = await server.ask<{ uri: string }[]>('review/outcomes', { uri: FOLDER });
  expect(outcomes.map(({ uri }) => uri).sort()).toEqual([URI, at('b/002_b.txt')]);
});

test('a place that can only be read is told of; decisions stay, and are written once it can be', async () => {
  const place = placeWith();
  place.readOnly = true;
  const server = await BrowserServer.start(FOLDER, place, STORAGE);
  await server.open(URI, ARTICLE);
  const done = await apply(server, URI, [await confirming(server, URI, 'le 30 septembre 2016')]);
  expect(done).toMatchObject({ ok: true });
  await until('told', () => server.failures.length > 0);
  expect(server.failures[0]?.failed).toMatchObject({ kept: true, reason: expect.stringContaining('read only') });
  expect((await itemsOf(server, URI)).progress.confirmed).toBe(1);
  place.readOnly = false;
  expect(await server.ask('review/save', { uri: URI })).toBe(true);
  expect(place.text(at('001_a.ann'))).toContain('le 30 septembre 2016');
});

test('annotations that cannot be read are told of at their line, and nothing is decided over them', async () => {
  const broken = 'T1\tPER nowhere\n';
  const place = placeWith({ '001_a.ann': broken });
  const server = await BrowserServer.start(FOLDER, place);
  await server.open(URI, ARTICLE);
  const operation = await confirming(server, URI, 'le 30 septembre 2016');
  await until('told', () => server.states.some(({ readOnly }) => readOnly !== undefined));
  expect(server.states.at(-1)?.readOnly).toMatch(/\.ann|line 1/);
  expect(await apply(server, URI, [operation])).toMatchObject({ ok: false });
  expect(place.text(at('001_a.ann'))).toBe(broken);
});

test('decisions on a text that is not saved outlive the window; without storage that is told', async () => {
  const place = placeWith();
  const changed = `${ARTICLE}\nYann Kervella attend.\n`;
  const first = await BrowserServer.start(FOLDER, place, STORAGE);
  await first.open(URI, changed);
  await apply(first, URI, [await confirming(first, URI, 'le 30 septembre 2016')]);
  await first.ask('review/save', { uri: URI });
  expect(place.text(at('001_a.ann'))).toBeUndefined();
  // the window is closed, and opened again on the text as it is by then
  const second = await BrowserServer.start(FOLDER, place, STORAGE);
  await second.open(URI, ARTICLE);
  expect((await itemsOf(second, URI)).progress.confirmed).toBe(1);
  await until('written', () => place.text(at('001_a.ann'))?.includes('le 30 septembre 2016') === true);
  await until('let go', () => [...place.files.keys()].every((uri) => !uri.startsWith(STORAGE)));

  const nowhere = await BrowserServer.start(FOLDER, placeWith());
  await nowhere.open(URI, changed);
  await apply(nowhere, URI, [await confirming(nowhere, URI, 'le 30 septembre 2016')]);
  await until('told', () => nowhere.failures.some(({ failed }) => failed?.kept === false));
  expect(nowhere.failures.at(-1)?.failed?.reason).toContain('no place to keep');
});

test('another version of a file, and a file of no folder that is open, are looked at alone', async () => {
  const server = await BrowserServer.start(FOLDER, placeWith());
  for (const uri of ['git:/valdorie/presse/001_a.txt', 'ftp://elsewhere/001_a.txt']) {
    await server.open(uri, ARTICLE);
    const { items } = await itemsOf(server, uri);
    expect(items.length).toBeGreaterThan(0);
    expect(await apply(server, uri, [{ kind: 'confirm', items: [items[0]?.id ?? ''] }])).toMatchObject({ ok: false });
  }
});
