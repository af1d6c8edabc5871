import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  Command,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/core/lineIndex';
import { TestClient } from './support/languageServer';
import { OTHER_EDITORS } from './support/otherEditors';

/** Characters outside the basic plane stand before what is asked about: an encoding that was misread would shift it. */
const TEXT = ` date 2017-01 La Valdorie veut un accord de pêche

🐟🐟 « Il faut signer avant le 15 mars 2017 », a déclaré Jeanne Morvan, ministre de la Pêche de Valdorie, à Port-Clair. Elle a rencontré Yann Kervella le 30 septembre 2016.

« Nous n'attendrons pas, a ajouté Jeanne Morvan.
`;
const LINES = new LineIndex(TEXT);

let folder: string;
let client: TestClient;
let messages: string[];
/** What the server sent that no standard client knows. */
let unknown: string[];

const uri = (): string => pathToFileURL(join(folder, 'a.txt')).href;
const sidecar = (): string => join(folder, 'a.ann');
const at = (words: string, nth = 0): Position => LINES.positionAt(offsetOf(words, nth));

function offsetOf(words: string, nth: number): number {
  let found = -1;
  for (let i = 0; i <= nth; i++) found = TEXT.indexOf(words, found + 1);
  if (found < 0) throw new Error(`no ${words}`);
  return found;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-editors-'));
  writeFileSync(join(folder, 'a.txt'), TEXT);
});
afterEach(async () => {
  client.process.kill();
  await client.exited;
  rmSync(folder, { recursive: true, force: true });
});

async function start(capabilities: object, languageId = 'text', text = TEXT): Promise<void> {
  [messages, unknown] = [[], []];
  client = await TestClient.launch();
  client.connection.onNotification((method) => {
    unknown.push(method);
  });
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message);
  });
  client.connection.onNotification('article/analysis', () => {
    unknown.push('article/analysis');
  });
  client.initialized = await client.connection.sendRequest('initialize', {
    processId: process.pid,
    rootPath: folder,
    rootUri: pathToFileURL(folder).href,
    capabilities,
  });
  await client.notify('initialized', {});
  await client.open(uri(), text, languageId);
}

/** What the server has been told to write reaches the disk a moment later. */
const written = (name: string, what: RegExp | string, is = true): Promise<unknown> =>
  client.until(`${name} ${is ? 'with' : 'without'} ${what}`, () => {
    const text = existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
    return (typeof what === 'string' ? text.includes(what) : what.test(text)) === is;
  });

const execute = <R = string>(command: string, ...args: unknown[]): Promise<R> =>
  client.request<R>('workspace/executeCommand', { command, arguments: args });

const place = (words: string, nth = 0) => ({ textDocument: { uri: uri() }, position: at(words, nth) });

function actionsAt(start: Position, end = start): Promise<(CodeAction | Command)[]> {
  return client.request('textDocument/codeAction', {
    textDocument: { uri: uri() },
    range: { start, end },
    context: { diagnostics: [] },
  });
}

async function run(action: CodeAction | Command | undefined): Promise<void> {
  const command = typeof action?.command === 'object' ? action.command : (action as Command);
  expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain(command.command);
  await execute(command.command, ...(command.arguments ?? []));
}

describe.each(Object.entries(OTHER_EDITORS))('%s', (_name, { capabilities, languageId }) => {
  beforeEach(() => start(capabilities, languageId));

  it('shows hovers that it can show, with nothing to click that it cannot run', async () => {
    const { contents, range } = (await client.hover(uri(), at('Jeanne Morvan'))) as Hover & { contents: MarkupContent };
    const wanted = (capabilities as { textDocument?: { hover?: { contentFormat: readonly string[] } } }).textDocument?.hover;
    expect(contents.kind).toBe(wanted?.contentFormat.includes('markdown') ? 'markdown' : 'plaintext');
    expect(contents.value).toContain('Jeanne Morvan');
    expect(contents.value).not.toContain('command:');
    // what our own editor would link to
    expect(contents.value).toContain('2 (line 5)');
    if (contents.kind === 'plaintext') expect(contents.value).not.toMatch(/[*\\]|\]\(/);
    expect(range).toEqual({ start: at('Jeanne Morvan'), end: at(', ministre') });
  });

  it('outlines, finds definitions, references and symbols', async () => {
    const outline = await client.symbols(uri());
    const names = JSON.stringify(outline);
    expect(names).toContain('La Valdorie veut un accord');
    expect(names).toContain('Jeanne Morvan');
    const first = (found: Location | readonly (Location | LocationLink)[]) =>
      [found].flat().map((one) => ('targetRange' in one ? one.targetRange : (one as Location).range));
    const definition = await client.request<Location | LocationLink[]>('textDocument/definition', place('Jeanne Morvan', 1));
    expect(first(definition)).toEqual([{ start: at('Jeanne Morvan'), end: at(', ministre') }]);
    const references = await client.request<Location[]>('textDocument/references', {
      ...place('Jeanne Morvan'),
      context: { includeDeclaration: true },
    });
    expect(references.map(({ range }) => range.start)).toEqual([at('Jeanne Morvan'), at('Jeanne Morvan', 1)]);
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'kervella' });
    expect(symbols).toMatchObject([{ name: 'Yann Kervella', location: { uri: uri(), range: { start: at('Yann Kervella') } } }]);
  });

  it('is told diagnostics without asking, and nothing beyond the protocol', async () => {
    const found = await client.until('diagnostics', () =>
      client.diagnostics.find((told) => told.uri === uri() && told.diagnostics.length > 0),
    );
    expect(found.diagnostics[0]?.range.start).toEqual(at('« Nous'));
    expect(unknown.filter((method) => !/^(window|textDocument|\$)\//.test(method))).toEqual([]);
  });

  it('confirms by a code action: the server writes the decision', async () => {
    const action = (await actionsAt(at('Yann Kervella'))).find(({ title }) => title === 'Confirm: Person “Yann Kervella”');
    await run(action);
    await written('a.ann', /^T1\tPER \d+ \d+\tYann Kervella$/m);
    expect(messages).toEqual(['Confirm “Yann Kervella”']);
  });
});

describe('an editor that knows nothing of ours', () => {
  const helix = OTHER_EDITORS.Helix.capabilities;

  it('rejects, retypes, adds, takes back and makes again at a place, by commands alone', async () => {
    await start({});
    expect(existsSync(sidecar())).toBe(false);
    await execute('corpusAnnotator.setType', place('Port-Clair'), 'ORG');
    await written('a.ann', /^T\d+\tORG \d+ \d+\tPort-Clair$/m);
    await execute('corpusAnnotator.undo', { textDocument: { uri: uri() } });
    expect(await client.until('undone', () => messages.find((told) => told.startsWith('Undone')))).toContain('Port-Clair');
    await written('a.ann', 'Port-Clair', false);
    await execute('corpusAnnotator.redo', { textDocument: { uri: uri() } });
    await written('a.ann', '\tPort-Clair');
    const range = { start: at('accord'), end: at(' de pêche') };
    await execute('corpusAnnotator.add', { textDocument: { uri: uri() }, range }, 'MISC');
    await written('a.ann', /^T\d+\tMISC \d+ \d+\taccord$/m);
    await execute('corpusAnnotator.reject', place('Yann Kervella'));
    await written('a.review.jsonl', 'Yann Kervella');
    expect((await actionsAt(at('Yann Kervella'))).map(({ title }) => title)).not.toContain('Reject: Person “Yann Kervella”');
  });

  it('steps to the next of a kind: shown where it may be, and told in any case', async () => {
    await start({ ...helix, textDocument: {} });
    const shown: unknown[] = [];
    client.connection.onRequest('window/showDocument', (params) => {
      shown.push(params);
      return { success: true };
    });
    const found = await execute<Location>('corpusAnnotator.next', place('La Valdorie'), 'quote');
    expect(found).toMatchObject({ uri: uri(), range: { start: at('Il faut') } });
    expect(shown).toMatchObject([{ uri: uri(), selection: { start: at('Il faut'), end: at('Il faut') } }]);
    const date = await execute<Location>('corpusAnnotator.previous', place('« Nous'), 'date');
    expect(date.range.start).toEqual(at('le 30 septembre 2016'));
    await execute('corpusAnnotator.confirm', place('Yann Kervella'));
    const next = await execute<Location>('corpusAnnotator.next', place('Elle'), 'undecided');
    expect(next.range.start).not.toEqual(at('Yann Kervella'));
  });

  it('is offered to go somewhere only where it can show a place', async () => {
    await start(helix);
    const titles = async () => (await actionsAt(at('Elle'))).map(({ title }) => title);
    expect(await titles()).toEqual(expect.arrayContaining(['Go to the next quote', 'Go to the previous date']));
    client.process.kill();
    await start(OTHER_EDITORS['Neovim 0.7'].capabilities);
    expect((await titles()).filter((title) => title.startsWith('Go to'))).toEqual([]);
  });

  it('is never offered what only our own client can do', async () => {
    await start(helix);
    const actions = await actionsAt(at('Yann Kervella'), at(' le 30 septembre'));
    const known = client.initialized.capabilities.executeCommandProvider?.commands ?? [];
    for (const { title, command } of actions) if (typeof command === 'object') expect(known, title).toContain(command.command);
    expect(client.initialized.capabilities).not.toHaveProperty('codeLensProvider');
  });

  it('is told in words what a command cannot do, and nothing is done', async () => {
    await start({});
    for (const args of [[], [7], [{ textDocument: {} }], [place('Elle')], [place('Elle'), 'nothing']])
      expect(await execute('corpusAnnotator.next', ...args)).toMatch(/arguments are not those/);
    expect(await execute('corpusAnnotator.setType', place('Port-Clair'), 'XYZ')).toMatch(/arguments are not those/);
    expect(await execute('corpusAnnotator.confirm', place('veut un'))).toBe('Nothing is annotated here.');
    expect(await execute('corpusAnnotator.undo', { textDocument: { uri: uri() } })).toBe('There is nothing to undo.');
    expect(messages).toHaveLength(8);
    expect(existsSync(sidecar())).toBe(false);
  });

  it('sends all its texts: what is no article is left alone', async () => {
    await start({}, 'text', 'const a = 1;\nconst b = [a, 2];\nexport { a, b };\n'.repeat(20));
    expect(await client.symbols(uri())).toEqual([]);
    await client.change(uri(), 2, { text: TEXT });
    expect(JSON.stringify(await client.symbols(uri()))).toContain('Jeanne Morvan');
  });

  it('may set our settings at the start, under the name of their section', async () => {
    [messages, unknown] = [[], []];
    client = await TestClient.launch();
    await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { configuration: true } },
      initializationOptions: { corpusAnnotator: { entities: { enabled: false } } },
    });
    await client.notify('initialized', {});
    await client.open(uri(), TEXT, 'text');
    expect(await client.request('workspace/symbol', { query: 'kervella' })).toEqual([]);
    expect(JSON.stringify(await client.symbols(uri()))).toContain('La Valdorie veut');
  });
});
