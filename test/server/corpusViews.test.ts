import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CorpusRows, IndexState, ReviewItems, RowArticles, RowPlace, SearchResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const HARBOUR = 'Le port a rouvert le 4 mars 2016. « Les bateaux sont rentrés », dit Anne Morel. Morel est élue depuis 2014.';
const MARKET = 'Le marché a déménagé en mars 2016. « C’était prévu », dit Anne Morel. « Tant mieux », répond Luc Bertin.';
const BRIDGE = 'Anne Morel a inauguré le pont de Locmaren en 1998, trois jours durant.';

let folder: string;
let storage: string;
let client: TestClient;
const uri = (name = ''): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  storage = mkdtempSync(join(tmpdir(), 'indexes-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'a.txt'), HARBOUR);
  writeFileSync(join(folder, 'sub/b.txt'), MARKET);
  writeFileSync(join(folder, 'c.txt'), BRIDGE);
  writeFileSync(join(folder, 'metadata.csv'), 'id,date,title\na,2016-03-05,Le port\nsub/b,2016-03-04,Le marché\n');
  client = await TestClient.start({
    folders: [uri()],
    initializationOptions: { index: { storagePath: storage }, review: { storagePath: join(storage, 'reviews'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  for (const place of [folder, storage]) rmSync(place, { recursive: true, force: true });
});

async function ready(): Promise<void> {
  for (;;) {
    const state = await client.request<IndexState>('corpus/index', {});
    if (state.idle && state.total > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const rows = (of: string, more: object = {}): Promise<CorpusRows> =>
  client.request('corpus/rows', { uri: uri(), of, written: '', from: 0, count: 100, ...more });
const articles = (of: string, name: string, type: string, more: object = {}): Promise<RowArticles> =>
  client.request('corpus/rowArticles', { uri: uri(), of, name, type, from: 0, count: 100, ...more });
const places = (name: string, asked: object): Promise<readonly RowPlace[]> =>
  client.request('corpus/rowPlaces', { uri: uri(name), ...asked });

describe('views of the whole corpus', { timeout: 120_000 }, () => {
  test('who speaks, most quoted first, with the articles in the order of time and what is said there', async () => {
    await ready();
    const found = await rows('speakers');
    expect(found.rows.map(({ label, articles: own, count }) => [label, own, count])).toEqual([
      ['Anne Morel', 2, 2],
      ['Luc Bertin', 1, 1],
    ]);
    expect(found).toMatchObject({ total: 2, done: 3, of: 3 });
    const own = await articles('speakers', 'Anne Morel', 'PER');
    expect(own.articles.map(({ path, title, date, count }) => [path, title, date, count])).toEqual([
      ['sub/b.txt', 'Le marché', '2016-03-04', 1],
      ['a.txt', 'Le port', '2016-03-05', 1],
    ]);
    const [said] = await places('a.txt', { of: 'speakers', name: 'Anne Morel', type: 'PER' });
    expect(said).toMatchObject({ text: 'Les bateaux sont rentrés', kind: 'direct', cue: 'dit' });
    expect(said?.range).toEqual([0, HARBOUR.indexOf('Les'), 0, HARBOUR.indexOf(' »')]);
    expect((await rows('speakers', { written: 'BÉRTIN luc' })).rows.map(({ label }) => label)).toEqual(['Luc Bertin']);
  });

  test('names by type, a page at a time; a family name alone is told as one for each article', async () => {
    await ready();
    const { groups } = await rows('entities');
    expect(groups.find(({ id }) => id === 'PER')?.rows).toBe(2);
    const all = await rows('entities', { group: 'PER' });
    expect(all.rows.map(({ label, count }) => [label, count])).toEqual([
      ['Anne Morel', 4],
      ['Luc Bertin', 1],
    ]);
    expect((await rows('entities', { group: 'PER', from: 1, count: 1 })).rows).toEqual(all.rows.slice(1));
    expect((await articles('entities', 'Anne Morel', 'PER')).total).toBe(3);
    expect((await articles('entities', 'Anne Morel', 'PER', { from: 2, count: 5 })).articles.map(({ path }) => path)).toEqual([
      'c.txt',
    ]);
    writeFileSync(
      join(folder, 'd.txt'),
      'Le maire Morel a quitté la salle hier soir, avant la fin de la réunion du conseil de la ville.',
    );
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('d.txt'), type: 1 }] });
    let named: CorpusRows['rows'] = [];
    for (let i = 0; i < 100 && named.length < 3; i++) {
      await new Promise((done) => setTimeout(done, 50));
      named = (await rows('entities', { group: 'PER' })).rows;
    }
    expect(named.find(({ label }) => label === 'Morel')).toMatchObject({ alone: true, articles: 1 });
    expect(named.find(({ label }) => label === 'Anne Morel')?.alone).toBeUndefined();
  });

  test('dates by year in the order of the calendar, those without a place there last', async () => {
    await ready();
    const { groups } = await rows('dates');
    expect(groups.map(({ id }) => id)).toEqual(['1998', '2014', '2016', '']);
    const in2016 = (await rows('dates', { group: '2016' })).rows;
    expect(in2016.map(({ name, label }) => [name, label])).toEqual([
      ['2016-03', 'March 2016'],
      ['2016-03-04', 'Friday, March 4, 2016'],
    ]);
    const [place] = await places('c.txt', { of: 'dates', name: '1998', type: 'DATE' });
    expect(place?.text).toBe(BRIDGE);
    expect((await rows('dates', { written: 'march 4' })).groups).toEqual([{ id: '2016', rows: 1 }]);
  });

  test('what a person rejects is in no row and no place, whether the article is open or not', async () => {
    await ready();
    await client.open(uri('sub/b.txt'), MARKET);
    const { items } = await client.request<ReviewItems>('review/items', { uri: uri('sub/b.txt') });
    const named = items.find(({ layer, words }) => layer === 'entity' && words === 'Luc Bertin');
    expect(await places('sub/b.txt', { of: 'entities', name: 'Luc Bertin', type: 'PER' })).toHaveLength(1);
    await client.request('review/apply', { uri: uri('sub/b.txt'), operations: [{ kind: 'reject', items: [named?.id] }] });
    expect(await places('sub/b.txt', { of: 'entities', name: 'Luc Bertin', type: 'PER' })).toEqual([]);
    await client.close(uri('sub/b.txt'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('sub/b.ann'), type: 1 }] });
    let names: readonly string[] = ['Luc Bertin'];
    for (let i = 0; i < 100 && names.includes('Luc Bertin'); i++) {
      await new Promise((done) => setTimeout(done, 50));
      names = (await rows('entities', { group: 'PER' })).rows.map(({ label }) => label);
    }
    expect(names).toEqual(['Anne Morel']);
  });

  test('names that people have made one are one in rows, hovers and searches at once, until that is taken back', async () => {
    await ready();
    const named = async (): Promise<readonly unknown[]> =>
      (await rows('entities', { group: 'PER' })).rows.map(({ label, count, articles: own }) => [label, count, own]);
    const separate = [
      ['Anne Morel', 4, 3],
      ['Luc Bertin', 1, 1],
    ];
    expect(await named()).toEqual(separate);
    await client.open(uri('a.txt'), HARBOUR);
    const position = { line: 0, character: HARBOUR.indexOf('Anne Morel') };
    expect(await client.request('corpus/nameAt', { uri: uri('a.txt'), position })).toMatchObject({
      ...{ name: 'Anne Morel', type: 'PER', others: [], alone: false, apart: false },
    });
    const decision = { kind: 'same', type: 'PER', name: 'Anne Morel', other: 'Luc Bertin' };
    const decide = (added: readonly object[], removed: readonly object[]) =>
      client.request<{ problem?: string }>('corpus/decideNames', { uri: uri('a.txt'), added, removed });
    expect(await decide([decision], [])).toEqual({});
    expect(readFileSync(join(folder, '.corpus/names'), 'utf8')).toBe('same PER Anne Morel = Luc Bertin\n');
    expect(await named()).toEqual([['Anne Morel', 5, 3]]);
    expect((await rows('speakers', { written: 'bertin' })).rows.map(({ label, count }) => [label, count])).toEqual([
      ['Anne Morel', 3],
    ]);
    const said = await places('sub/b.txt', { of: 'speakers', name: 'Anne Morel', type: 'PER' });
    expect(said.map(({ text }) => text)).toEqual(['C’était prévu', 'Tant mieux']);
    const hits = async (query: string): Promise<number> =>
      (await client.request<SearchResult>('corpus/search', { uri: uri(), query })).lines.length;
    expect(await hits('entity:"Luc Bertin" type:PER')).toBe(5);
    // a name that is set apart is counted in its article alone
    expect(await decide([{ kind: 'apart', type: 'PER', name: 'Anne Morel' }], [decision])).toEqual({});
    expect(await client.request('corpus/nameAt', { uri: uri('a.txt'), position })).toMatchObject({ alone: true, apart: true });
    expect((await rows('entities', { group: 'PER' })).rows[0]).toMatchObject({ label: 'Anne Morel', alone: true });
    expect(JSON.stringify(await client.hover(uri('a.txt'), position))).not.toContain('in all articles');
    expect(await decide([], [{ kind: 'apart', type: 'PER', name: 'Anne Morel' }])).toEqual({});
    expect(existsSync(join(folder, '.corpus/names'))).toBe(false);
    expect(await named()).toEqual(separate);
    expect((await decide([{ ...decision, other: 'a = b' }], [])).problem).toContain('cannot stand in a line');
  });

  test('what is written into the file by hand holds too; a bad line is told by its number', async () => {
    await ready();
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
    mkdirSync(join(folder, '.corpus'));
    writeFileSync(join(folder, '.corpus/names'), 'same PER Luc Bertin = Anne Morel\nsame Anne\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('.corpus/names'), type: 1 }] });
    expect((await rows('entities', { group: 'PER' })).rows.map(({ label, others }) => [label, others])).toEqual([
      ['Luc Bertin', ['Anne Morel']],
    ]);
    await client.request('corpus/search', { uri: uri(), query: 'port' });
    await client.request('corpus/nameDecided', { uri: uri(), type: 'PER', name: 'Anne Morel' });
    expect(told.join()).toMatch(/names, line 2: /);
  });
});
