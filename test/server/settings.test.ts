import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-protocol';
import { gazetteerUris } from '../../server/src/lsp/gazetteers';
import { DEFAULT_SETTINGS, parseSettings } from '../../server/src/lsp/settings';
import type { EntityItem } from '../../server/src/protocol';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

const URI = 'file:///corpus/001.txt';
let client: TestClient | undefined;
let folder: string | undefined;
afterEach(async () => {
  expect(await client?.stop()).toBe(client && 0);
  if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  client = undefined;
  folder = undefined;
});

describe('settings', () => {
  it('that are no settings count as not set, and each problem is told', () => {
    for (const raw of [undefined, null, 'on', 7, [], [{}], { 'entities.enabled': 'yes' }, { entities: 3 }]) {
      expect(parseSettings(raw).settings).toEqual(DEFAULT_SETTINGS);
    }
    const { settings, problems } = parseSettings({
      language: '../../etc',
      maxFileSize: -1,
      minimumConfidence: 'high',
      headerPatterns: ['^date (?<date>.*)', '('],
      diagnostics: { unbalancedMarks: 'loud' },
      dates: { enabled: false },
    });
    expect(settings).toMatchObject({ language: 'auto', maxFileSize: DEFAULT_SETTINGS.maxFileSize, 'dates.enabled': false });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'language',
      'maxFileSize',
      'minimumConfidence',
      'diagnostics.unbalancedMarks',
      'headerPatterns',
    ]);
  });

  it('of detectors: what is no name, timeout or label is told and has its default, the rest holds', () => {
    const { settings, problems } = parseSettings({
      detectors: [
        { name: 'a', command: ['a'], timeout: 'soon', minimumScore: 0.5 },
        { name: 'b', url: 'http://127.0.0.1/', timeout: 1e12, labels: { GPE: 7 }, offsets: 'bytes', constructor: 1 },
        { name: 'c', command: 'c --quiet' },
        { command: ['d'] },
        'e',
      ],
    });
    expect(settings.detectors).toEqual([
      { name: 'a', command: ['a'], minimumScore: 0.5 },
      { name: 'b', url: 'http://127.0.0.1/' },
      { name: 'c' },
    ]);
    expect(problems.map((problem) => problem.split(':').slice(1, 3).join(':').trim())).toEqual([
      'a: timeout',
      'b: timeout',
      'b: labels',
      'b: offsets',
      'b: constructor',
      'c: command',
      'number 4 has no name and is left out',
      'number 5 has no name and is left out',
    ]);
    expect(parseSettings({ detectors: 'spacy' }).settings.detectors).toEqual([]);
    expect(parseSettings({ detectors: 'spacy' }).problems).toEqual(['detectors: "spacy" is no list']);
  });

  it('that the client answers wrongly do no harm', async () => {
    client = await TestClient.start({ settings: { entities: 'no', headerPatterns: [1], maxFileSize: {} } });
    await client.open(URI, ARTICLE);
    expect((await client.analysis(URI, 1)).date).toBe('2017-01');
    expect(client.logs.some((line) => line.includes('maxFileSize'))).toBe(true);
  });

  it('hold at once when they change, and the editor is asked to look again', async () => {
    client = await TestClient.start();
    await client.open(URI, ARTICLE);
    const inlay = { textDocument: { uri: URI }, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
    expect(await client.request<InlayHint[]>('textDocument/inlayHint', inlay)).toEqual([]);
    await client.configure({ dates: { enabled: true }, inlayHints: { dates: true }, codeLens: { enabled: false } });
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', inlay);
    expect(hints.map((hint) => hint.label)).toContain('→ 2016-03');
    expect(await client.request('textDocument/codeLens', { textDocument: { uri: URI } })).toEqual([]);
    await client.until('refreshes', () => new Set(client?.refreshes).size === 3);
    await client.configure({ dates: { enabled: false } });
    expect(await client.request('article/timeline', { uri: URI })).toEqual([]);
  });

  it('leave an article without a date in its header that of its file’s name', async () => {
    client = await TestClient.start();
    const named = 'file:///corpus/2016%20press/2016_05_03-001.txt';
    await client.open(named, 'Le port a rouvert hier. Rien de plus.\n');
    expect((await client.analysis(named, 1)).date).toBe('2016-05-03');
    await client.open(URI, 'Le port a rouvert hier. Rien de plus.\n');
    expect((await client.analysis(URI, 1)).date).toBeNull();
  });

  it('fix the language and the form of the header', async () => {
    client = await TestClient.start({
      settings: { language: 'en', headerPatterns: ['Seen (?<date>\\d{4}-\\d{2}-\\d{2}): '] },
    });
    await client.open(URI, 'Seen 2016-05-03: The harbour is calm. Nothing else was said.\n');
    expect(await client.analysis(URI, 1)).toMatchObject({ language: 'en', date: '2016-05-03' });
  });
});

describe('a header pattern that would search for ever', () => {
  it('is given up and told, and the article is analysed', async () => {
    client = await TestClient.start({ settings: { headerPatterns: ['(?<title>(?:a+)+)b', 'Seen (?<date>\\d{4}): '] } });
    await client.open(URI, `${'a'.repeat(60)} Le port est calme.\n`);
    expect((await client.analysis(URI, 1)).date).toBeNull();
    expect(client.logs.filter((line) => line.includes('(?:a+)+'))).toHaveLength(1);
    const other = 'file:///corpus/002.txt';
    await client.open(other, `Seen 2016: ${'a'.repeat(60)}\n`);
    expect((await client.analysis(other, 1)).date).toBe('2016');
  });
});

describe('where an article’s names are looked for', () => {
  it('is beside it and in the folders above, up to its workspace folder', () => {
    const folders = ['file:///c%3A/corpus', 'file:///c%3A/corpus/2017'];
    expect(gazetteerUris('file:///c%3A/corpus/2016/05/001.txt', folders)).toEqual([
      'file:///c%3A/corpus/2016/05/.corpus/gazetteer.tsv',
      'file:///c%3A/corpus/2016/.corpus/gazetteer.tsv',
      'file:///c%3A/corpus/.corpus/gazetteer.tsv',
    ]);
    expect(gazetteerUris('file:///c%3A/corpus/2017/001.txt', folders)).toEqual([
      'file:///c%3A/corpus/2017/.corpus/gazetteer.tsv',
    ]);
  });

  it('is only beside it where it lies in no workspace folder, and nowhere where it was never saved', () => {
    expect(gazetteerUris('file:///elsewhere/a/001.txt', [])).toEqual(['file:///elsewhere/a/.corpus/gazetteer.tsv']);
    expect(gazetteerUris('untitled:Untitled-1', ['file:///corpus'])).toEqual([]);
  });
});

describe('the project’s own names', () => {
  const TEXT = ' date 2017-01 La pêche\n\nLe Zorglubion a quitté le port. Rien ne presse, dit-on sur le quai.\n';

  function corpus(gazetteer?: string): { article: string; names: string; root: string } {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annotator-corpus-'));
    fs.mkdirSync(path.join(folder, '.corpus'));
    fs.mkdirSync(path.join(folder, '2017'));
    if (gazetteer !== undefined) fs.writeFileSync(path.join(folder, '.corpus/gazetteer.tsv'), gazetteer);
    const uri = (name: string): string => pathToFileURL(path.join(folder as string, name)).toString();
    return { article: uri('2017/001.txt'), names: uri('.corpus/gazetteer.tsv'), root: pathToFileURL(folder).toString() };
  }
  const entity = async (uri: string): Promise<EntityItem | undefined> =>
    (await client?.request<EntityItem[]>('article/entities', { uri }))?.find((item) => item.name.includes('Zorglubion'));

  it('are read from the folder, and again when the file changes', async () => {
    const { article, names, root } = corpus('Zorglubion\tORG\n');
    client = await TestClient.start({ folders: [root] });
    await client.open(article, TEXT);
    expect(await entity(article)).toMatchObject({ type: 'ORG' });
    fs.writeFileSync(path.join(folder as string, '.corpus/gazetteer.tsv'), 'Zorglubion\tMISC\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: names, type: 2 }] });
    await client.until('refresh', () => client?.refreshes.includes('semanticTokens'));
    expect(await entity(article)).toMatchObject({ type: 'MISC' });
  });

  it('are found when their folder is added to the workspace', async () => {
    const { article, root } = corpus('Zorglubion\tORG\n');
    client = await TestClient.start();
    await client.open(article, TEXT);
    expect((await entity(article))?.type).not.toBe('ORG');
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: root, name: 'corpus' }], removed: [] },
    });
    expect(await entity(article)).toMatchObject({ type: 'ORG' });
  });

  it('count at once as they are typed, before they are saved, with bad rows marked', async () => {
    const { article, names, root } = corpus();
    client = await TestClient.start({ folders: [root] });
    await client.open(article, TEXT);
    await client.open(names, 'Zorglubion\tNAVIRE\n', 'plaintext');
    const bad = await client.until('a problem', () =>
      client?.diagnostics.find(({ uri, diagnostics }) => uri === names && diagnostics.length > 0),
    );
    expect(bad.diagnostics[0]).toMatchObject({
      severity: 1,
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 17 } },
    });
    await client.change(names, 2, { text: 'Zorglubion\tMISC\n' });
    // a refresh may still be one that the bad row asked for
    await expect.poll(() => entity(article), { timeout: 15_000 }).toMatchObject({ type: 'MISC' });
    await expect
      .poll(() => client?.diagnostics.filter(({ uri }) => uri === names).at(-1)?.diagnostics, { timeout: 15_000 })
      .toEqual([]);
  });
});
