import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver-protocol';
import type {
  AgreementReport,
  ApplyToAllPreview,
  ApplyToAllResult,
  DetectorState,
  ExportResult,
  FileReview,
  FormatInfo,
  GoldReport,
  ImportResult,
  ReviewApplied,
  ReviewItemInfo,
  ReviewItems,
  ReviewNeighbour,
  ReviewOperation,
  ReviewStateParams,
  ReviewStep,
  SchemaInfo,
} from '../../server/src/protocol';
import { journalEntries } from '../support/journalEntries';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

let folder: string;
let client: TestClient;
let states: ReviewStateParams[];

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
  write('001_a.txt', ARTICLE);
  await start();
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await client.stop();
});

async function start(settings: unknown = null, locale = 'en'): Promise<void> {
  states = [];
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    settings,
    locale,
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
  client.connection.onNotification('review/state', (params: ReviewStateParams) => {
    states.push(params);
  });
}

const items = async (name = '001_a.txt', params: object = {}): Promise<ReviewItems> => {
  const result = await client.request<ReviewItems | null>('review/items', { uri: uri(name), ...params });
  if (result === null) throw new Error(`${name} is not open`);
  return result;
};
const item = async (words: string, name = '001_a.txt'): Promise<ReviewItemInfo> => {
  const found = (await items(name)).items.find((candidate) => candidate.words === words);
  if (found === undefined) throw new Error(`no item ${words}: ${(await items(name)).items.map((each) => each.words).join(', ')}`);
  return found;
};
const apply = (operations: readonly ReviewOperation[], name = '001_a.txt'): Promise<ReviewApplied> =>
  client.request('review/apply', { uri: uri(name), operations });
const rangeOf = (words: string, text = ARTICLE): Range => {
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const start = text.indexOf(words);
  return { start: at(start), end: at(start + words.length) };
};
const add = (words: string, type = 'PER'): ReviewOperation => ({ kind: 'add', layer: 'entity', type, ranges: [rangeOf(words)] });
const written = (name: string, part: string): Promise<unknown> =>
  client.until(`${part} in ${name}`, () => existsSync(join(folder, name)) && file(name).includes(part));

const OTHER = ' date 2017-02 Port-Clair attend\n\nYann Kervella a dit non. Yann Kervella attend.\n';

describe('reviewing an open article', () => {
  test('suggestions are counted; a decision is written beside the text at once', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const before = await items();
    expect(before.progress).toMatchObject({ reviewed: 0, total: before.items.length });
    expect(before.items.length).toBeGreaterThan(0);
    const date = await item('le 30 septembre 2016');
    const result = await apply([{ kind: 'confirm', items: [date.id] }]);
    expect(result).toMatchObject({
      ok: true,
      label: 'Confirm “le 30 septembre 2016”',
      focus: [{ status: 'confirmed', words: 'le 30 septembre 2016' }],
      progress: { reviewed: 1 },
    });
    await written('001_a.ann', '30 septembre 2016');
    await written('001_a.review.jsonl', '"judged":{"source":"corpus-annotator"');
    await client.until(
      'state',
      () => states.at(-1)?.progress.reviewed === 1 && states.at(-1)?.undo === 'Confirm “le 30 septembre 2016”',
    );
  });

  test('what is rejected vanishes from the features, what is added is there', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const date = await item('le 30 septembre 2016');
    await apply([{ kind: 'reject', items: [date.id] }, add('Valdorie', 'LOC')]);
    const timeline = await client.request<{ text: string }[]>('article/timeline', { uri: uri('001_a.txt') });
    expect(timeline.map((one) => one.text)).not.toContain('le 30 septembre 2016');
    const entities = await client.request<{ name: string; type: string }[]>('article/entities', { uri: uri('001_a.txt') });
    expect(entities).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Valdorie', type: 'LOC' })]));
    await written('001_a.review.jsonl', '"reject":"date/DATE"');
  });

  test('undo and redo interleave with the text’s own', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    await apply([add('Valdorie', 'LOC')]);
    await client.change(uri('001_a.txt'), 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'X',
    });
    const undo = (): Promise<ReviewStep> => client.request('review/undo', { uri: uri('001_a.txt') });
    expect(await undo()).toEqual({ done: false, reason: 'text' });
    await client.change(uri('001_a.txt'), 3, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      text: '',
    });
    // and where to look
    const { start, end } = rangeOf('Valdorie');
    const focus = [start.line, start.character, end.line, end.character];
    expect(await undo()).toMatchObject({ done: true, files: 1, focus });
    expect(await undo()).toEqual({ done: false, reason: 'nothing' });
    expect((await items()).progress.reviewed).toBe(0);
    expect(await client.request('review/redo', { uri: uri('001_a.txt') })).toMatchObject({ done: true });
    expect((await items()).progress.confirmed).toBe(1);
  });

  test('decisions follow edits, wait for the text to be saved, and then stand at the new place', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    await client.change(
      uri('001_a.txt'),
      2,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '😀 ' },
      { range: rangeOf('pêche'), text: 'chasse' },
    );
    const text = `😀 ${ARTICLE}`;
    expect(await apply([{ kind: 'add', layer: 'entity', type: 'PER', ranges: [rangeOf('Yann Kervella', text)] }])).toMatchObject({
      ok: true,
    });
    await client.until('pending', () => states.at(-1)?.pending === true);
    expect(existsSync(join(folder, '001_a.ann'))).toBe(false);
    const saved = (await client.request<{ text: string } | null>('review/items', { uri: uri('001_a.txt') })) !== null;
    expect(saved).toBe(true);
    // what the editor has now: the second change counted from the first one's result
    const range = rangeOf('pêche');
    const lines = text.split('\n');
    const line = lines[range.start.line] as string;
    lines[range.start.line] = `${line.slice(0, range.start.character)}chasse${line.slice(range.end.character)}`;
    write('001_a.txt', lines.join('\n'));
    await client.notify('textDocument/didSave', { textDocument: { uri: uri('001_a.txt') } });
    await written('001_a.ann', 'Yann Kervella');
    const [, place] = /PER (\d+) (\d+)/.exec(file('001_a.ann')) ?? [];
    expect([...lines.join('\n')].slice(Number(place), Number(place) + 13).join('')).toBe('Yann Kervella');
  });

  test('steps through what is left; filters; the least sure first', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const all = await items();
    const next = await client.request<ReviewNeighbour>('review/neighbour', {
      uri: uri('001_a.txt'),
      range: rangeOf(' date'),
      direction: 'next',
    });
    expect(next.item.id).toBe(all.items.find((each) => each.ranges[0]?.[1] !== 0)?.id);
    expect(next.total).toBe(all.items.length);
    const dates = await items('001_a.txt', { filter: { layers: ['date'] } });
    expect(dates.items.every((each) => each.layer === 'date')).toBe(true);
    const least = (await items('001_a.txt', { order: 'leastSure' })).items.map((each) => each.score ?? 1);
    expect(least).toEqual([...least].sort((a, b) => a - b));
    const bulk = await client.request<ReviewApplied>('review/bulk', {
      uri: uri('001_a.txt'),
      filter: { layers: ['date'] },
      verdict: 'confirm',
    });
    expect(bulk).toMatchObject({ ok: true, progress: { confirmed: dates.items.length } });
    expect(await client.request('review/undo', { uri: uri('001_a.txt') })).toMatchObject({ done: true });
    expect((await items()).progress.confirmed).toBe(0);
  });

  test('hover and code actions offer to decide', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const range = rangeOf('septembre 2016');
    const hover = await client.hover(uri('001_a.txt'), range.start);
    expect(JSON.stringify(hover?.contents)).toContain('command:corpusAnnotator.review.apply');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('001_a.txt') },
      range: { start: range.start, end: range.start },
      context: { diagnostics: [] },
    });
    expect(actions.map((action) => action.title)).toEqual(
      expect.arrayContaining([
        'Confirm: Date “le 30 septembre 2016”',
        'Reject: Date “le 30 septembre 2016”',
        'Change type to Duration',
      ]),
    );
    const rejecting = actions.find((action) => action.title.startsWith('Reject'));
    const operations = rejecting?.command?.arguments?.[1] as ReviewOperation[];
    expect(await apply(operations)).toMatchObject({ ok: true });
  });

  test('hover and code actions ask for what belongs to the layer, and code actions do what the keys do', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const offered = async (words: string) => {
      const range = rangeOf(words);
      const hover = JSON.stringify((await client.hover(uri('001_a.txt'), range.start))?.contents);
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: uri('001_a.txt') },
        range: { start: range.start, end: range.start },
        context: { diagnostics: [] },
      });
      const asked = actions.filter((action) => action.command?.command === 'corpusAnnotator.review.ask');
      return {
        hover,
        asked: asked.map((action) => action.command?.arguments?.[2]),
        titles: actions.map((action) => action.title),
      };
    };
    const date = await offered('septembre 2016');
    expect(date.hover).toContain('[Value…](command:corpusAnnotator.review.ask');
    expect(date.asked).toEqual(['value', 'note', 'attribute']);
    const quote = await offered('les bateaux de');
    expect(quote.hover).toContain('[Speaker…](command:corpusAnnotator.review.ask');
    expect(quote.asked).toEqual(['speaker', 'note', 'attribute']);
    const name = await offered('Yann Kervella');
    expect(name.hover).toContain('[Same as…](command:corpusAnnotator.review.ask');
    expect(name.asked).toEqual(['sameEntity', 'differentEntity', 'note', 'attribute']);
    expect(name.titles).toEqual(expect.arrayContaining(['Reject all mentions of “Yann Kervella”…']));
    expect(name.titles.some((title) => title.startsWith('Take back'))).toBe(false);
    const item = (await items()).items.find((one) => one.words === 'Yann Kervella' && one.layer === 'entity');
    await apply([{ kind: 'confirm', items: [item?.id ?? ''] }]);
    expect((await offered('Yann Kervella')).titles).toContain('Take back the decision on “Yann Kervella”');
  });

  test('an operation that means nothing is refused in words', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    expect(await apply([{ kind: 'confirm', items: ['T99'] }])).toMatchObject({
      ok: false,
      message: expect.stringContaining('no longer'),
    });
    expect(await client.request('review/apply', { uri: uri('001_a.txt'), version: 7, operations: [] })).toMatchObject({
      ok: false,
    });
    expect(await client.request('review/apply', { uri: uri('none.txt'), operations: [] })).toMatchObject({ ok: false });
  });
});

describe('files that others write', () => {
  test('another window’s decision shows; one made differently in both is asked about', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    await apply([add('Valdorie', 'LOC')]);
    await written('001_a.ann', 'Valdorie');
    write(
      '001_a.ann',
      `${file('001_a.ann')}T9\tPER ${ARTICLE.indexOf('Jeanne')} ${ARTICLE.indexOf('Jeanne') + 13}\tJeanne Morvan\n`,
    );
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('001_a.ann'), type: 2 }] });
    await client.until('the other one', () => states.at(-1)?.progress.confirmed === 2);
    write('001_a.ann', file('001_a.ann').replace('LOC', 'ORG'));
    await apply([{ kind: 'setType', items: ['T1'], type: 'MISC' }]);
    await client.until('a conflict', () => states.at(-1)?.conflicts === 1);
    expect(file('001_a.ann')).toContain('T1\tORG');
    expect(await client.request('review/conflicts', { uri: uri('001_a.txt') })).toMatchObject([
      { id: 'T1', ours: 'Work, event or product “Valdorie”', theirs: 'Organisation “Valdorie”' },
    ]);
    await client.request('review/resolve', { uri: uri('001_a.txt'), choices: { T1: 'theirs' } });
    expect((await item('Valdorie')).type).toBe('ORG');
    await client.until('written', () => states.at(-1)?.conflicts === 0 && states.at(-1)?.pending === false);
  });

  test('two windows on one folder end with the same decisions, none lost', async () => {
    const other = await TestClient.start({
      folders: [pathToFileURL(folder).href],
      initializationOptions: { review: { storagePath: join(folder, '.other') } },
    });
    const counts: number[] = [];
    other.connection.onNotification('review/state', (params: ReviewStateParams) => {
      counts.push(params.progress.confirmed);
    });
    await Promise.all([client.open(uri('001_a.txt'), ARTICLE), other.open(uri('001_a.txt'), ARTICLE)]);
    await Promise.all([items(), other.request('review/items', { uri: uri('001_a.txt') })]);
    const names = ['Valdorie', 'Jeanne Morvan', 'Port-Clair', 'Yann Kervella', 'Lorient'];
    await Promise.all(
      names.map((name, i) =>
        i % 2 === 0 ? apply([add(name)]) : other.request('review/apply', { uri: uri('001_a.txt'), operations: [add(name)] }),
      ),
    );
    await client.until(
      'all five',
      () => existsSync(join(folder, '001_a.ann')) && names.every((name) => file('001_a.ann').includes(name)),
    );
    for (const window of [client, other])
      await window.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('001_a.ann'), type: 2 }] });
    await client.until('here', () => states.at(-1)?.progress.confirmed === 5);
    await other.until('there', () => counts.at(-1) === 5);
    await other.stop();
  });

  test('both sides of a merge conflict are read, told at their line, and written together', async () => {
    const start = ARTICLE.indexOf('Valdorie');
    const name = `${start} ${start + 'Valdorie'.length}`;
    write('001_a.ann', `<<<<<<< ours\nT1\tLOC ${name}\tValdorie\n=======\nT1\tORG ${name}\tValdorie\n>>>>>>> theirs\n`);
    await client.open(uri('001_a.txt'), ARTICLE);
    const told = await client.until('diagnostics', () =>
      client.diagnostics.find((params) => params.uri === uri('001_a.ann') && params.diagnostics.length > 0),
    );
    expect(told.diagnostics[0]).toMatchObject({ severity: 2, range: { start: { line: 0 } } });
    expect(told.diagnostics[0]?.message).toContain('one annotation differs');
    const [conflict] = await client.request<readonly { id: string }[]>('review/conflicts', { uri: uri('001_a.txt') });
    expect(conflict).toMatchObject({ ours: expect.stringContaining('Valdorie'), theirs: expect.stringContaining('Valdorie') });
    await client.request('review/resolve', { uri: uri('001_a.txt'), choices: { [conflict?.id ?? '']: 'theirs' } });
    await client.until('written', () => file('001_a.ann') === `T1\tORG ${name}\tValdorie\n`);
    await client.until('mended', () => client.diagnostics.at(-1)?.diagnostics.length === 0);
  });

  test('a file with a broken merge conflict is shown as such at its line, and left alone', async () => {
    const broken = '<<<<<<< ours\nT1\tLOC 0 4\tdate\n';
    write('001_a.ann', broken);
    await client.open(uri('001_a.txt'), ARTICLE);
    await items();
    const told = await client.until('diagnostics', () =>
      client.diagnostics.find((params) => params.uri === uri('001_a.ann') && params.diagnostics.length > 0),
    );
    expect(told.diagnostics[0]).toMatchObject({
      severity: 1,
      range: { start: { line: 0 } },
      message: expect.stringContaining('merge conflict'),
    });
    expect(await apply([add('Valdorie', 'LOC')])).toMatchObject({ ok: false, message: expect.stringContaining('repaired') });
    expect(states.at(-1)?.readOnly).toContain('line 1');
    expect(file('001_a.ann')).toBe(broken);
    write('001_a.ann', '');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('001_a.ann'), type: 2 }] });
    await client.until('mended', () => states.at(-1)?.readOnly === undefined);
    expect(await apply([add('Valdorie', 'LOC')])).toMatchObject({ ok: true });
  });

  test('a server that was killed while decisions waited for the text gives them back', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    await client.change(uri('001_a.txt'), 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'X',
    });
    await apply([{ kind: 'add', layer: 'entity', type: 'LOC', ranges: [rangeOf('Valdorie', `X${ARTICLE}`)] }]);
    await client.until(
      'journal',
      () => existsSync(join(folder, '.storage/journal')) && journalEntries(join(folder, '.storage/journal')).length > 0,
    );
    client.process.kill('SIGKILL');
    await client.exited;
    await start();
    await client.open(uri('001_a.txt'), ARTICLE);
    expect(await item('Valdorie')).toMatchObject({ status: 'confirmed' });
    await written('001_a.ann', 'Valdorie');
    await client.until('no journal left', () => journalEntries(join(folder, '.storage/journal')).length === 0);
  });

  test('a folder in the place of a file is no file to write to; once it is gone, all goes on', async () => {
    mkdirSync(join(folder, '001_a.ann'));
    await client.open(uri('001_a.txt'), ARTICLE);
    await items();
    rmSync(join(folder, '001_a.ann'), { recursive: true });
    mkdirSync(join(folder, '001_a.review.jsonl'));
    expect(await apply([add('Valdorie', 'LOC')])).toMatchObject({ ok: false });
    rmSync(join(folder, '001_a.review.jsonl'), { recursive: true });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('001_a.ann'), type: 3 }] });
    await client.until('readable again', () => states.at(-1)?.readOnly === undefined);
    expect(await apply([add('Valdorie', 'LOC')])).toMatchObject({ ok: true });
    await written('001_a.ann', 'Valdorie');
  });

  test('words that the text lost are listed, and can be placed again', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    await apply([add('Valdorie', 'LOC')]);
    await client.change(uri('001_a.txt'), 2, { range: rangeOf('Valdorie'), text: '' });
    expect((await items()).lost).toMatchObject([{ id: 'T1', words: 'Valdorie', title: 'Place' }]);
    expect(await apply([{ kind: 'place', lost: 'T1', ranges: [rangeOf('La ')] }])).toMatchObject({
      ok: true,
      focus: [{ id: 'T1', words: 'La' }],
    });
    expect((await items()).lost).toEqual([]);
  });
});

describe('over a folder', () => {
  test('all mentions: preview, then one step in all files, taken back in all', async () => {
    mkdirSync(join(folder, 'sub'));
    write('sub/002_b.txt', OTHER);
    await client.open(uri('001_a.txt'), ARTICLE);
    const what = {
      uri: uri('001_a.txt'),
      scope: 'folder',
      verdict: 'confirm',
      words: 'Yann Kervella',
      layer: 'entity',
      type: 'PER',
    };
    const preview = await client.request<ApplyToAllPreview>('review/applyToAll/preview', what);
    expect(preview).toMatchObject({ total: 4, title: 'Person' });
    const place = preview.files[1]?.places[0];
    expect(place?.context.slice(...(place.highlight as [number, number]))).toBe('Yann Kervella');
    const files = preview.files.map((each) => ({ uri: each.uri, ranges: each.places.map((one) => one.range) }));
    const result = await client.request<ApplyToAllResult>('review/applyToAll', { ...what, files });
    expect(result).toEqual({ places: 4, files: 2, skipped: [] });
    expect(file('sub/002_b.ann').match(/Yann Kervella/g)).toHaveLength(2);
    expect(await client.request('review/undo', { uri: uri('001_a.txt') })).toMatchObject({ done: true, files: 2 });
    await client.until('taken back', () => !existsSync(join(folder, 'sub/002_b.ann')) && !existsSync(join(folder, '001_a.ann')));
  });

  test('all mentions of one article, from an item of it', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const item = (await items()).items.find(({ words, layer }) => words === 'Yann Kervella' && layer === 'entity');
    const what = { uri: uri('001_a.txt'), scope: 'document', verdict: 'confirm', item: item?.id };
    const preview = await client.request<ApplyToAllPreview>('review/applyToAll/preview', what);
    const { words, layer, type } = preview;
    const files = preview.files.map((each) => ({ uri: each.uri, ranges: each.places.map((one) => one.range) }));
    const choice = { uri: what.uri, words, layer, type, verdict: 'confirm', files };
    expect(await client.request('review/applyToAll', choice)).toEqual({ places: preview.total, files: 1, skipped: [] });
  });

  test('what is left, article by article; a list is none', async () => {
    write('002_b.txt', OTHER);
    write('003_c.txt', ' date 2017-02 Rien avant mars 2018.\n');
    write('notes.txt', 'pain\nlait\nbeurre\nœufs\n');
    await client.open(uri('001_a.txt'), ARTICLE);
    const files = await client.request<FileReview[]>('review/folder', { uri: uri('001_a.txt') });
    expect(files.map((each) => each.uri)).toEqual([uri('001_a.txt'), uri('002_b.txt'), uri('003_c.txt')]);
    // the date of its header is nothing to decide
    expect(files[2]).toMatchObject({ matching: 1 });
    const next = await client.request<FileReview>('review/nextFile', { uri: uri('001_a.txt'), direction: 'next' });
    expect(next.uri).toBe(uri('002_b.txt'));
  });

  test('what takes long tells once that it begins, how far it is, and that it ends', async () => {
    for (const name of ['002_b.txt', '003_c.txt']) write(name, OTHER);
    write('002_b.ann', `T1\tPER ${OTHER.indexOf('Yann')} ${OTHER.indexOf('Yann') + 13}\tYann Kervella\n`);
    await client.open(uri('001_a.txt'), ARTICLE);
    const told: { token: string; value: { kind: string; percentage?: number } }[] = [];
    client.connection.onNotification('$/progress', (params: (typeof told)[number]) => void told.push(params));
    const where = { uri: pathToFileURL(folder).href };
    const target = pathToFileURL(join(folder, 'out')).href;
    for (const [token, method, params] of [
      ['check', 'review/checkCorpus', where],
      ['folder', 'review/folder', where],
      ['export', 'review/export', { ...where, format: 'csv', target, content: 'decided' }],
      ['agreement', 'review/agreement', { folders: [where.uri, where.uri] }],
    ] as const) {
      await client.request(method, { ...params, workDoneToken: token });
      const own = told.filter((one) => one.token === token).map((one) => one.value);
      expect(own.map((value) => value.kind).filter((kind) => kind !== 'report')).toEqual(['begin', 'end']);
      const shares = own.flatMap((value) => value.percentage ?? []);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.length).toBeGreaterThan(1);
    }
  });

  test('a name used two ways over the corpus is told in both articles', async () => {
    write('002_b.txt', OTHER);
    write('002_b.ann', `T1\tLOC ${OTHER.indexOf('Yann')} ${OTHER.indexOf('Yann') + 13}\tYann Kervella\n`);
    write('001_a.ann', `T1\tPER ${ARTICLE.indexOf('Yann')} ${ARTICLE.indexOf('Yann') + 13}\tYann Kervella\n`);
    await client.open(uri('001_a.txt'), ARTICLE);
    await items();
    const result = await client.request<{ files: number; problems: number }>('review/checkCorpus', {
      uri: pathToFileURL(folder).href,
    });
    expect(result.files).toBe(2);
    for (const name of ['001_a.txt', '002_b.txt'])
      await client.until(`two types in ${name}`, () =>
        client.diagnostics.some(
          (params) => params.uri === uri(name) && params.diagnostics.some((one) => one.code === 'twoTypes'),
        ),
      );
  });
});

describe('a project’s own schema', () => {
  test('layers, keys and aliases; what is wrong is told at its place', async () => {
    mkdirSync(join(folder, '.corpus'));
    const schema =
      '{\n  "layers": {\n    "treaty": { "title": "Treaties", "types": { "Accord": { "title": "Agreement", "key": "a", "color": "#aa3300" } } },\n    "entity": { "types": { "PER": { "key": "pp" } } }\n  }\n}\n';
    write('.corpus/schema.json', schema);
    await client.open(uri('001_a.txt'), ARTICLE);
    const info = await client.request<SchemaInfo>('review/schema', { uri: uri('001_a.txt') });
    expect(info.layers.map((layer) => layer.id)).toEqual(['entity', 'date', 'quote', 'treaty']);
    await apply([{ kind: 'add', layer: 'treaty', type: 'Accord', ranges: [rangeOf('accord de pêche')] }]);
    expect(await item('accord de pêche')).toMatchObject({ layer: 'treaty', type: 'Accord', title: 'Agreement' });
    await written('001_a.ann', 'accord de pêche');
    await client.open(uri('.corpus/schema.json'), schema, 'jsonc');
    const told = await client.until('schema problems', () =>
      client.diagnostics.find((params) => params.uri === uri('.corpus/schema.json')),
    );
    expect(told.diagnostics).toMatchObject([{ range: { start: { line: 3 } }, message: 'A key is one letter or digit.' }]);
  });

  test('nested 100,000 deep, it is told at its place, and the folder’s articles have the built-in one', async () => {
    mkdirSync(join(folder, '.corpus'));
    const schema = `{\n  "layers": ${'['.repeat(100_000)}`;
    write('.corpus/schema.json', schema);
    await client.open(uri('001_a.txt'), ARTICLE);
    const info = await client.request<SchemaInfo>('review/schema', { uri: uri('001_a.txt') });
    expect(info.layers.map((layer) => layer.id)).toEqual(['entity', 'date', 'quote']);
    await client.open(uri('.corpus/schema.json'), schema, 'jsonc');
    const told = await client.until('schema problems', () =>
      client.diagnostics.find((params) => params.uri === uri('.corpus/schema.json')),
    );
    expect(told.diagnostics).toMatchObject([
      { range: { start: { line: 1 } }, message: expect.stringContaining('Nested too deep') },
    ]);
  });
});

describe('in and out', () => {
  test('a folder is exported with a report of what the format cannot say, and brought in again elsewhere', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    await apply([add('Valdorie', 'LOC'), add('Jeanne Morvan')]);
    await apply([{ kind: 'note', item: 'T1', text: 'which one?' }]);
    const target = pathToFileURL(join(folder, 'out')).href;
    const formats = await client.request<FormatInfo[]>('review/formats', {});
    expect(formats.map((format) => format.id)).toEqual(expect.arrayContaining(['brat', 'tei', 'xmi', 'web-annotation', 'csv']));
    const params = { uri: pathToFileURL(folder).href, format: 'webanno-tsv', target, content: 'decided' };
    const result = await client.request<ExportResult>('review/export', params);
    expect(result).toMatchObject({ articles: 1, problems: [] });
    expect(result.losses.map((loss) => loss.kind)).toContain('note');
    expect(file('out/001_a.tsv')).toContain('Valdorie');
    const all = await client.request<ExportResult>('review/export', { ...params, format: 'spacy', content: 'all' });
    expect(JSON.parse(readFileSync(fileURLToPath(all.files[0] as string), 'utf8').split('\n')[0] as string)).toMatchObject({
      text: ARTICLE,
    });
    const into = pathToFileURL(join(folder, 'in')).href;
    const imported = await client.request<ImportResult>('review/import', {
      files: [pathToFileURL(join(folder, 'out/001_a.tsv')).href],
      format: 'webanno-tsv',
      target: into,
    });
    expect(imported).toMatchObject({ articles: 1, annotations: 2 });
    expect(file('in/001_a.ann').match(/^T/gm)).toHaveLength(2);
  });

  test('a TEI edition comes in, dates its article, and takes the annotations back', async () => {
    const edition = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>La lettre</title></titleStmt></fileDesc><profileDesc><creation><date when="2016-05-04"/></creation></profileDesc></teiHeader>
  <text><body><p>Anne <hi>Corbin</hi> est partie.</p><p>Fin.</p></body></text></TEI>\n`;
    mkdirSync(join(folder, 'tei'));
    write('tei/lettre.xml', edition);
    const [source, into, back] = ['tei', 'articles', 'back'].map((name) => pathToFileURL(join(folder, name)).href);
    const imported = { files: [`${source}/lettre.xml`], format: 'tei', target: into };
    expect(await client.request('review/import', imported)).toMatchObject({ articles: 1, problems: [] });
    expect(file('articles/lettre.txt')).toBe('Anne Corbin est partie.\n\nFin.');
    expect(file('articles/metadata.csv')).toBe('id,date,title\nlettre,2016-05-04,La lettre\n');
    writeFileSync(join(folder, 'articles/lettre.ann'), 'T1\tPER 0 11\tAnne Corbin\n');
    const params = { uri: into, target: back, content: 'decided' };
    const tei = await client.request<ExportResult>('review/export', {
      ...params,
      format: 'tei',
      variant: 'inline',
      original: source,
    });
    expect(tei).toMatchObject({ articles: 1, problems: [] });
    expect(
      file('back/lettre.xml')
        .replace(/<\/?persName[^>]*>/g, '')
        .replace(/<standOff[\s\S]*<\/standOff>\n {2}/, ''),
    ).toBe(edition);
    expect(file('back/lettre.xml')).toContain('>Anne <hi>Corbin</hi></persName>');
    await client.request<ExportResult>('review/export', { ...params, format: 'csv' });
    const [head = '', row = ''] = file('back/annotations.csv').split('\r\n');
    const cells = Object.fromEntries(head.split(',').map((name, i) => [name, row.split(',')[i]]));
    expect(cells).toMatchObject({ text: 'Anne Corbin', 'meta.date': '2016-05-04', 'meta.title': 'La lettre' });
  });

  test('an article whose file cannot be read is told and left out; the others go out', async () => {
    write('001_a.txt', ARTICLE);
    write('001_a.ann', 'T1\tPER twelve 5\tYann\n');
    write('002_b.txt', OTHER);
    write('002_b.ann', `T1\tPER ${OTHER.indexOf('Yann')} ${OTHER.indexOf('Yann') + 13}\tYann Kervella\n`);
    await client.open(uri('002_b.txt'), OTHER);
    for (const format of ['spacy', 'tei'])
      for (const content of ['decided', 'all']) {
        const target = join(folder, 'out', format, content);
        const result = await client.request<{ articles: number; problems: { uri: string; message: string }[] }>('review/export', {
          uri: pathToFileURL(folder).href,
          format,
          target: pathToFileURL(target).href,
          content,
        });
        expect(result.articles).toBe(1);
        expect(result.problems.map((problem) => problem.uri)).toEqual([uri('001_a.txt')]);
        expect(result.problems[0]?.message).toContain('line 1');
        expect(readdirSync(target, { recursive: true })).toHaveLength(1);
      }
  });

  test('a corpus goes out for token classifiers sentence by sentence, elisions apart', async () => {
    write('001_a.txt', ARTICLE);
    await client.open(uri('001_a.txt'), ARTICLE);
    const item = (await items()).items.find((one) => one.words.endsWith('Otan') && one.layer === 'entity');
    await apply([{ kind: 'confirm', items: [item?.id ?? ''] }]);
    const target = join(folder, 'out');
    const params = { uri: uri('001_a.txt'), format: 'conll2003', target: pathToFileURL(target).href, content: 'decided' };
    await client.request('review/export', params);
    const [name] = readdirSync(target);
    const lines = readFileSync(join(target, name as string), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith('Otan '));
    expect(lines[at]).toMatch(/B-ORG$/);
    expect(lines[at - 1]).toMatch(/^l' .*O$/);
    // its paragraph has two sentences: the first one's last line, and none between
    const before = lines.slice(0, at).lastIndexOf('');
    expect(lines.slice(before + 1, at).map((line) => line.split(' ')[0])).toEqual(['En', 'mars', 'dernier', ',', "l'"]);
  });

  test('two annotators are compared, difference by difference', async () => {
    for (const [name, type] of [
      ['one', 'PER'],
      ['two', 'ORG'],
    ] as const) {
      mkdirSync(join(folder, name));
      write(`${name}/a.txt`, ARTICLE);
      write(`${name}/a.ann`, `T1\t${type} ${ARTICLE.indexOf('Jeanne')} ${ARTICLE.indexOf('Jeanne') + 13}\tJeanne Morvan\n`);
    }
    const folders = ['one', 'two'].map((name) => pathToFileURL(join(folder, name)).href);
    const report = await client.request<AgreementReport>('review/agreement', { folders });
    expect(report).toMatchObject({
      annotators: ['one', 'two'],
      documents: 1,
      skipped: [],
      differences: 1,
      rows: [{ layer: 'entity', exact: 0, overlapping: 0, pairs: [{ both: 0 }] }, {}, {}, {}],
    });
    expect(report.markdown).toContain('a.txt:');
    expect(report.markdown).toContain('Jeanne Morvan (one: PER | two: ORG)');
  });

  test('adjudication writes a gold folder: what all agree on at once, then choice by choice, undone and resumed', async () => {
    const at = (words: string): string => `${ARTICLE.indexOf(words)} ${ARTICLE.indexOf(words) + words.length}\t${words}\n`;
    for (const [name, type] of [
      ['one', 'PER'],
      ['two', 'ORG'],
      ['three', 'PER'],
    ] as const) {
      mkdirSync(join(folder, name));
      write(`${name}/a.txt`, ARTICLE);
      write(`${name}/a.ann`, `T1\t${type} ${at('Jeanne Morvan')}T2\tPER ${at('Yann')}`);
    }
    const folders = ['one', 'two', 'three'].map((name) => pathToFileURL(join(folder, name)).href);
    const gold = pathToFileURL(join(folder, 'gold')).href;
    const before = file('two/a.ann');
    const asked = (await client.request('review/agreement', { folders })) as AgreementReport;
    expect(await client.request('review/gold', { gold })).toBeNull();
    expect(await client.request('review/gold', { gold: folders[0], folders })).toMatch(/must be a folder of its own/);

    const begun = await client.request<GoldReport>('review/gold', { gold, folders });
    expect(begun).toMatchObject({ articles: 1, taken: 1, problems: [] });
    expect(file('gold/a.ann')).toBe(`T1\tPER ${at('Yann')}`);
    expect(begun.differences).toMatchObject([
      {
        uri: uri('gold/a.txt'),
        document: 'a.txt',
        words: 'Jeanne Morvan',
        variants: [
          { annotators: ['one', 'three'], title: 'Person' },
          { annotators: ['two'], title: 'Organisation' },
        ],
      },
    ]);
    const [{ id, document }] = begun.differences as [GoldReport['differences'][number]];
    const choose = (choice: unknown) => client.request('review/goldChoice', { gold, document, id, choice });
    expect(await choose({ take: 0 })).toMatchObject({ ok: true });
    await written('gold/a.ann', `T2\tPER ${at('Jeanne Morvan')}`);
    await written('gold/a.review.jsonl', '"reject":"entity/ORG"');
    expect((await client.request<GoldReport>('review/gold', { gold })).differences).toEqual([]);

    expect(await client.request('review/undo', { uri: uri('gold/a.txt') })).toMatchObject({ done: true });
    await expect.poll(() => file('gold/a.ann')).toBe(`T1\tPER ${at('Yann')}`);
    // another session goes on where this one was: the gold folder knows whose annotations it is made of
    expect((await client.request<GoldReport>('review/gold', { gold })).differences).toHaveLength(1);
    expect(await choose('reject')).toMatchObject({ ok: true });
    await written('gold/a.review.jsonl', '"reject":"entity/PER"');
    expect(file('gold/a.ann')).not.toContain('Jeanne');
    expect(await choose({ take: 1 })).toMatchObject({ ok: true });
    await written('gold/a.ann', `ORG ${at('Jeanne Morvan')}`);
    expect((await client.request<GoldReport>('review/gold', { gold })).differences).toEqual([]);
    // nobody's file was touched: the figures are the same
    expect(file('two/a.ann')).toBe(before);
    expect(await client.request('review/agreement', { folders })).toEqual(asked);
  });
});

describe('whole articles', () => {
  const outcomes = (): Promise<readonly { uri: string; state: string; changed?: string }[]> =>
    client.request('review/outcomes', { uri: pathToFileURL(folder).href });
  const states = async (): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await outcomes()).map(({ uri: of, state, changed }) => [of.split('/').at(-1) ?? '', changed ?? state]));

  test('one is finished, one set aside, and the next that is open is found; what has changed since says so', async () => {
    write('002_b.txt', OTHER);
    write('003_c.txt', OTHER.replace('attend.', 'part.'));
    expect(await states()).toEqual({ '001_a.txt': 'open', '002_b.txt': 'open', '003_c.txt': 'open' });
    await client.open(uri('001_a.txt'), ARTICLE);
    await items();
    expect(await client.request('review/finish', { uri: uri('001_a.txt'), state: 'finished' })).toEqual({ ok: true });
    await written('001_a.review.jsonl', '"article":"finished"');
    expect(await client.request('review/finish', { uri: uri('002_b.txt'), state: 'aside', note: 'twice' })).toEqual({ ok: true });
    await written('002_b.review.jsonl', '"article":"aside","note":"twice"');
    expect(await states()).toEqual({ '001_a.txt': 'finished', '002_b.txt': 'aside', '003_c.txt': 'open' });
    const next = (order: string, seed?: number) =>
      client.request('review/nextOpen', { uri: uri('001_a.txt'), order, ...(seed !== undefined && { seed }) });
    for (const order of ['name', 'random', 'uncertain']) expect(await next(order)).toBe(uri('003_c.txt'));
    expect(await client.request('review/nextOpen', { uri: uri('003_c.txt'), order: 'name' })).toBeNull();

    await apply([{ kind: 'confirm', items: [(await items()).items[0]!.id] }]);
    expect((await states())['001_a.txt']).toBe('annotations');
    for (const _ of [1, 2]) await client.request('review/undo', { uri: uri('001_a.txt') });
    expect((await states())['001_a.txt']).toBe('open');
    write('002_b.txt', `${OTHER}Plus tard.\n`);
    expect((await outcomes()).find(({ uri: of }) => of.endsWith('002_b.txt'))).toMatchObject({ state: 'aside', note: 'twice' });
  });

  test('decisions bear who made them, and the day, where the settings name somebody', async () => {
    await client.stop();
    await start({ annotator: 'Anna B.' });
    await client.open(uri('001_a.txt'), ARTICLE);
    const [first] = (await items()).items;
    await apply([{ kind: 'confirm', items: [first!.id] }]);
    await written('001_a.review.jsonl', '"by":"Anna B.","day":"');
    const bears = await client.request<ReviewItems>('review/items', { uri: uri('001_a.txt'), filter: { by: 'Anna B.' } });
    expect(bears.items).toMatchObject([
      { words: first!.words, signed: { by: 'Anna B.', day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } },
    ]);
    expect((await client.request<ReviewItems>('review/items', { uri: uri('001_a.txt'), filter: { by: 'Ben' } })).items).toEqual(
      [],
    );
    expect(
      (await client.request<ReviewItems>('review/items', { uri: uri('001_a.txt'), filter: { since: '2999-01-01' } })).items,
    ).toEqual([]);
  });
});

describe('other people’s detectors', () => {
  const program = `require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, text } = JSON.parse(line);
    const start = text.indexOf('bateaux');
    console.log(JSON.stringify({ id, version: '7', annotations: [{ start, end: start + 7, label: 'BOAT', score: 0.6 }] }));
  });`;

  test('stand beside ours, with source, version and score; not before the workspace is trusted', async () => {
    await client.stop();
    write('detector.cjs', program);
    await start({
      detectors: [{ name: 'boats', command: [process.execPath, join(folder, 'detector.cjs')], labels: { BOAT: 'entity/MISC' } }],
    });
    await client.notify('review/trust', { trusted: false });
    const told: DetectorState[] = [];
    client.connection.onNotification('review/detector', (state: DetectorState) => {
      told.push(state);
    });
    await client.open(uri('001_a.txt'), ARTICLE);
    await client.until('untrusted', () => told.at(-1)?.state === 'untrusted');
    await client.notify('review/trust', { trusted: true });
    await client.until('ready', () => told.at(-1)?.state === 'ready');
    expect(await item('bateaux')).toMatchObject({
      type: 'MISC',
      sources: ['boats'],
      version: '7',
      score: 0.6,
      status: 'suggested',
    });
    await apply([{ kind: 'confirm', items: [(await item('bateaux')).id] }]);
    await written('001_a.review.jsonl', '"judged":{"source":"boats","version":"7","score":0.6}');
  });

  test('one that fails is said to, and ours go on', async () => {
    await client.stop();
    await start({ detectors: [{ name: 'none', command: ['no-such-program-here'] }] });
    const told: DetectorState[] = [];
    client.connection.onNotification('review/detector', (state: DetectorState) => {
      told.push(state);
    });
    await client.open(uri('001_a.txt'), ARTICLE);
    await client.until('failed', () => told.at(-1)?.state === 'failed');
    expect(told.at(-1)?.message).toContain('there is no program');
    expect((await items()).items.length).toBeGreaterThan(0);
  });
});

const WINER = join(__dirname, '../../../shared/data/winer-fr');

describe.skipIf(!existsSync(WINER))('a corpus made with brat (skipped where its files are not beside the project)', () => {
  test('is opened, reviewed and written back with no line changed but those decided on', async () => {
    const month = readdirSync(join(WINER, '2016')).sort()[0] as string;
    cpSync(join(WINER, '2016', month), join(folder, 'winer'), { recursive: true });
    // the data may be read-only, which a copy is too
    for (const name of readdirSync(join(folder, 'winer'))) chmodSync(join(folder, 'winer', name), 0o644);
    const names = readdirSync(join(folder, 'winer'))
      .filter((name) => name.endsWith('.txt'))
      .slice(0, 12);
    for (const name of names) {
      const path = `winer/${name}`;
      const ann = path.replace(/\.txt$/, '.ann');
      const before = file(ann);
      await client.open(uri(path), file(path));
      const all = await items(path);
      expect(all.progress.confirmed).toBeGreaterThan(0);
      expect(file(ann)).toBe(before);
      const first = all.items.find((one) => one.status === 'suggested');
      if (first === undefined) continue;
      await apply([{ kind: 'confirm', items: [first.id] }], path);
      await client.until(`${ann} written`, () => file(ann) !== before);
      expect(file(ann).startsWith(before)).toBe(true);
      await client.request('review/undo', { uri: uri(path) });
      await client.until(`${ann} as before`, () => file(ann) === before);
      await client.close(uri(path));
    }
  }, 120_000);
});

describe('in French', () => {
  beforeEach(async () => {
    await client.stop();
    await start({ detectors: [{ name: 'none', command: ['no-such-program-here'] }] }, 'fr-FR');
  });

  test('decisions, layers and types', async () => {
    await client.open(uri('001_a.txt'), ARTICLE);
    const date = await item('le 30 septembre 2016');
    expect(await apply([{ kind: 'confirm', items: [date.id] }])).toMatchObject({
      label: 'Confirmer\u00a0: «\u00a0le 30 septembre 2016\u00a0»',
    });
    const confirmed = await item('le 30 septembre 2016');
    expect(await apply([{ kind: 'setValue', items: [confirmed.id], value: '?' }])).toMatchObject({
      message: expect.stringMatching(/^Ce n’est pas une valeur TIMEX3 valide/),
    });
    const { layers } = await client.request<SchemaInfo>('review/schema', { uri: uri('001_a.txt') });
    expect(layers.map((layer) => layer.title)).toEqual(['Entités', 'Dates', 'Citations']);
  });

  test('files that cannot be read', async () => {
    write('001_a.ann', '<<<<<<< mine\nT1\tLOC 0 3\tx\n');
    await client.open(uri('001_a.txt'), ARTICLE);
    await client.until('a problem', () =>
      client.diagnostics.some(
        ({ uri: of, diagnostics }) =>
          of === uri('001_a.ann') &&
          diagnostics.some(({ message }) => String(message).startsWith('Un conflit de fusion se trouve ici')),
      ),
    );
    expect(await apply([add('Valdorie', 'LOC')])).toMatchObject({
      message: expect.stringMatching(
        /^Lecture seule jusqu’à ce que le fichier soit réparé\u00a0: le fichier \.ann ne peut être lu, ligne 1/,
      ),
    });
  });

  test('formats, what they do not say, and detectors', async () => {
    const told: DetectorState[] = [];
    client.connection.onNotification('review/detector', (state: DetectorState) => void told.push(state));
    await client.open(uri('001_a.txt'), ARTICLE);
    await apply([add('Valdorie', 'LOC')]);
    await written('001_a.ann', 'Valdorie');
    const formats = await client.request<FormatInfo[]>('review/formats', {});
    expect(formats.find(({ id }) => id === 'csv')?.title).toBe('Table CSV');
    const target = pathToFileURL(join(folder, 'out')).href;
    const where = { uri: pathToFileURL(folder).href, format: 'conll2003', target, content: 'all' };
    const { losses } = await client.request<ExportResult>('review/export', where);
    const examples = losses.map(({ example }) => example);
    expect(examples.filter((example) => / (?:est perdue?|sont perdue?s)\b/.test(example))).not.toEqual([]);
    expect(examples.join()).not.toMatch(/\b(?:The|is|are|lost)\b/);
    await client.until('a failure', () =>
      told.some(({ message }) => message === 'il n’y a pas de programme no-such-program-here'),
    );
  });
});
