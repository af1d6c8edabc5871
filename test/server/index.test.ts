import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IndexState, SearchResult } from '../../server/src/protocol';
import { onSmallDisk } from '../support/smallDisk';
import { TestClient } from './support/languageServer';

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';
const BRIDGE = 'Le pont a fermé lundi soir. Le port reste ouvert aux voitures, selon la mairie de la ville et ses services.';
const MARKET = 'Le marché a déménagé mardi. « C’était prévu », dit Anne Morel devant le port, où les étals attendaient déjà.';

let folder: string;
let storage: string;
let indexed: TestClient;
let plain: TestClient;
const at = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(at(name)).href;

const start = (more: object = {}, settings?: unknown): Promise<TestClient> =>
  TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: at('.storage'), trusted: true }, ...more },
    ...(settings !== undefined && { settings }),
  });
const withIndex = (settings?: unknown): Promise<TestClient> => start({ index: { storagePath: storage } }, settings);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indexed-'));
  storage = mkdtempSync(join(tmpdir(), 'indexes-'));
  mkdirSync(at('sub'));
  writeFileSync(at('a.txt'), HARBOUR);
  writeFileSync(at('b.txt'), BRIDGE);
  writeFileSync(at('sub/c.txt'), MARKET);
  writeFileSync(at('metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n');
  [indexed, plain] = await Promise.all([withIndex(), start()]);
});
afterEach(async () => {
  await Promise.all([indexed.stop(), plain.stop()]);
  for (const place of [folder, storage]) rmSync(place, { recursive: true, force: true });
});

/** Waits until the index has all that it will have. */
async function ready(client: TestClient): Promise<IndexState> {
  for (;;) {
    const state = await client.request<IndexState>('corpus/index', {});
    if (state.idle && state.total > 0) return state;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** What a search answers, and how many articles it went through one by one. */
async function search(client: TestClient, query: string, more: object = {}) {
  let walked = 0;
  const listening = client.connection.onNotification('$/progress', ({ value }: { value: { message?: string } }) => {
    walked = Math.max(walked, Number(/\/ (\d+)/.exec(value.message ?? '')?.[1] ?? 0));
  });
  const params = { uri: pathToFileURL(folder).href, query, workDoneToken: 'search', ...more };
  const result = await client.request<SearchResult>('corpus/search', params);
  listening.dispose();
  return { result, walked };
}

/** Asks both servers; gives how many articles the one with an index went through. */
async function same(query: string, more: object = {}): Promise<number> {
  const [own, other] = await Promise.all([search(indexed, query, more), search(plain, query, more)]);
  expect(own.result, query).toEqual(other.result);
  return own.walked;
}

const whole = async (query: string, more: object): Promise<SearchResult> => (await search(plain, query, more)).result;

/** A search whose lines are asked for a few at a time. */
async function paged(client: TestClient, query: string, more: object): Promise<unknown> {
  const { result: first } = await search(client, query, { ...more, page: 10 });
  const { search: id, total, skipped } = await client.request<SearchResult>('corpus/searchWhole', { search: first.search });
  // what was sorted before all was searched says so, and is asked for anew
  const isArranged = 'sort' in more || 'sample' in more;
  expect([first.provisional ?? false, /these are the first \d+ found/.test(first.total)]).toEqual(
    Array(2).fill(isArranged && !first.complete),
  );
  const lines = first.provisional ? [] : [...first.lines];
  for (;;) {
    const asked = { search: id, from: lines.length, count: 17, ...more };
    const page = await client.request<SearchResult>('corpus/searchPage', asked);
    if (page.lines.length === 0) return { ...page, search: undefined, total, skipped, lines, left: page.left - lines.length };
    lines.push(...page.lines);
  }
}

const tell = async (method: string, params: object): Promise<void> => {
  await Promise.all([indexed, plain].map((client) => client.notify(method, params)));
};
const changed = (name: string): Promise<void> =>
  tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type: 2 }] });

describe('the index of a workspace folder', { timeout: 120_000 }, () => {
  test('a search answers from it what it answers without, and goes through no article', async () => {
    // before there is one, too
    await same('le port');
    expect(await ready(indexed)).toMatchObject({ done: 3, total: 3 });
    for (const query of [
      'le port',
      'speaker:"Anne Morel"',
      '[type="PER"] []? ","',
      'port source:"La Vigie"',
      'port date:2016..2016',
      'p* file:*c.txt',
      'port auteur:X',
    ])
      expect(await same(query), query).toBe(0);
    expect(await same('port', { sort: ['source', 'right1'] })).toBe(0);
    expect((await search(indexed, 'port')).result.total).toContain('4 hits in 3 of 3 articles');
    // nothing is put into the folder
    expect(existsSync(join(storage, 'index'))).toBe(true);
  });

  test('pages hold what the whole answer holds, in any order, while the index is made and afterwards', async () => {
    for (let i = 0; i < 12; i++) writeFileSync(at(`sub/${i}.txt`), `${HARBOUR} Numéro ${i}. ${MARKET}`);
    await indexed.open(uri('sub/7.txt'), `${HARBOUR} Le port est fermé. ${BRIDGE}`);
    await plain.open(uri('sub/7.txt'), `${HARBOUR} Le port est fermé. ${BRIDGE}`);
    for (const state of ['half', 'ready']) {
      if (state === 'ready') await ready(indexed);
      for (const more of [{}, { sort: ['right1', 'left2'] }, { sample: { size: 20, seed: 7 }, sort: ['file'] }])
        for (const client of [indexed, plain])
          expect(await paged(client, 'port', more), state).toEqual(await whole('port', more));
    }
    // another order of the same hits
    const { result } = await search(indexed, 'port', { page: 5 });
    const page = { search: result.search, from: 2, count: 3, sort: ['right1'] };
    const sorted = await indexed.request<SearchResult>('corpus/searchPage', page);
    expect(sorted.lines).toEqual((await whole('port', { sort: ['right1'] })).lines.slice(2, 5));
    await indexed.request('corpus/searchEnd', { search: result.search });
    expect(await indexed.request('corpus/searchPage', page)).toBeNull();
  });

  test('what is open counts as it is in the editor, with what is decided there', async () => {
    await ready(indexed);
    const text = `${HARBOUR} Le phare brille.`;
    for (const client of [indexed, plain]) {
      await client.open(uri('a.txt'), text);
      await client.request('review/apply', {
        uri: uri('a.txt'),
        operations: [
          {
            kind: 'add',
            layer: 'entity',
            type: 'ORG',
            ranges: [{ start: { line: 0, character: 76 }, end: { line: 0, character: 83 } }],
          },
        ],
      });
    }
    expect(await same('phare')).toBe(1);
    const { result } = await search(indexed, 'type:ORG port');
    expect(result.lines.map(({ range }) => range)).toEqual([[0, 79, 0, 83]]);
    await same('port');
  });

  test('what is written outside, what comes and what goes is noticed at once', async () => {
    await ready(indexed);
    writeFileSync(at('a.txt'), HARBOUR.replaceAll('port', 'phare'));
    rmSync(at('b.txt'));
    writeFileSync(at('d.txt'), `${BRIDGE} Le phare a été repeint.`);
    const at7 = MARKET.indexOf('étals');
    writeFileSync(at('sub/c.ann'), `T1\tORG ${at7} ${at7 + 5}\tétals\n`);
    await same('phare');
    await same('type:ORG');
    expect((await search(indexed, 'phare')).result.total).toContain('in 2 of 3 articles');
    for (const name of ['a.txt', 'd.txt', 'sub/c.ann']) await changed(name);
    await ready(indexed);
    await same('étals type:ORG');
  });

  test('what is written outside is indexed once a search has come upon it, though nobody has told of it', async () => {
    await ready(indexed);
    writeFileSync(at('a.txt'), HARBOUR.replaceAll('port', 'phare'));
    expect(await same('phare')).toBe(1);
    while ((await same('phare')) > 0) await new Promise((done) => setTimeout(done, 50));
  });

  test('tables, names and settings count as they are now', async () => {
    await ready(indexed);
    writeFileSync(at('metadata.csv'), 'id,date,source\na,2011-01-01,Le Cap\nb,2017-01-02,La Vigie\n');
    await changed('metadata.csv');
    await same('port source:"Le Cap"');
    await same('port date:2011');
    mkdirSync(at('.corpus'));
    writeFileSync(at('.corpus/gazetteer.tsv'), 'touristes\tORG\n');
    await changed('.corpus/gazetteer.tsv');
    await same('type:ORG');
    expect((await search(indexed, 'type:ORG')).result.lines.map(({ node }) => node)).toContain('touristes');
    await Promise.all([indexed, plain].map((client) => client.configure({ language: 'en', headerPatterns: [] })));
    await same('language:en');
    expect((await search(indexed, 'le language:en')).result.lines.length).toBeGreaterThan(0);
  });

  test('what a setting hides in an open article is not found in a closed one either', async () => {
    await ready(indexed);
    const all = (await search(indexed, 'type:*')).result.lines.length;
    for (const settings of [{ minimumConfidence: 1 }, { minimumConfidence: 0, quotes: { enabled: false } }]) {
      await Promise.all([indexed, plain].map((client) => client.configure(settings)));
      await ready(indexed);
      for (const query of ['type:*', 'quote:*']) {
        expect(await same(query), query).toBe(0);
        const closed = (await search(plain, query)).result;
        for (const [name, text] of [
          ['a.txt', HARBOUR],
          ['b.txt', BRIDGE],
          ['sub/c.txt', MARKET],
        ] as const)
          await plain.open(uri(name), text);
        expect((await search(plain, query)).result, query).toEqual(closed);
        for (const name of ['a.txt', 'b.txt', 'sub/c.txt']) await plain.close(uri(name));
      }
    }
    expect((await search(indexed, 'quote:*')).result.lines).toEqual([]);
    await Promise.all([indexed, plain].map((client) => client.configure({ minimumConfidence: 1 })));
    await ready(indexed);
    const sure = (await search(indexed, 'type:*')).result.lines;
    expect(sure.length).toBeLessThan(all);
    const names = await indexed.request<{ name: string }[]>('workspace/symbol', { query: '' });
    expect(names.filter(({ name }) => !sure.some(({ node }) => name.includes(node)))).toEqual([]);
  });

  test('it is there again when the window is opened again, and not kept where a setting says so', async () => {
    await ready(indexed);
    await indexed.stop();
    indexed = await withIndex();
    await ready(indexed);
    expect(await same('le port')).toBe(0);
    await indexed.configure({ index: { enabled: false } });
    expect((await search(indexed, 'le port')).walked).toBe(3);
    await same('le port');
  });

  test('a full disk is told of once; what was written is kept, the rest is searched without it', async (context) => {
    await Promise.all([indexed.stop(), plain.stop()]);
    for (let i = 0; i < 150; i++)
      writeFileSync(at(`sub/${i}.txt`), `${HARBOUR} Le numéro ${i} est paru. ${`${BRIDGE} `.repeat(30)}`);
    writeFileSync(at('a.ann'), `T1\tORG 7 10\t${HARBOUR.slice(7, 10)}\n`);
    const told: string[] = [];
    const isDone = await onSmallDisk(async (small) => {
      const full = await start({ index: { storagePath: small } });
      full.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
      const { done, total } = await ready(full);
      expect(total).toBe(153);
      expect(done).toBeLessThan(153);
      expect(done).toBeGreaterThan(0);
      const other = await start();
      for (const query of ['port', 'numéro ?7', 'type:ORG']) {
        const [own, without] = await Promise.all([search(full, query), search(other, query)]);
        expect(own.result, query).toEqual(without.result);
        expect(own.walked, query).toBe(153 - done);
      }
      await Promise.all([full.stop(), other.stop()]);
    }, '900k');
    [indexed, plain] = await Promise.all([withIndex(), start()]);
    if (!isDone) return context.skip();
    expect(told).toEqual([expect.stringMatching(/^The index of .* does not go on: its files cannot be written/)]);
    expect(readFileSync(at('a.ann'), 'utf8')).toBe(`T1\tORG 7 10\t${HARBOUR.slice(7, 10)}\n`);
  });

  test('copies count once where that is asked, with the index and without, open or not, and the total says it', async () => {
    writeFileSync(at('sub/web.txt'), HARBOUR);
    const rows = 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\nsub/web,2016-03-05,Le Phare\n';
    writeFileSync(at('metadata.csv'), rows);
    for (const name of ['sub/web.txt', 'metadata.csv']) await changed(name);
    await ready(indexed);
    expect(await same('le port')).toBe(0);
    expect((await whole('le port', {})).total).toContain('6 hits in 4 of 4 articles');
    await same('le port copies:once');
    const once = await whole('le port copies:once', {});
    expect(once.total).toContain('4 hits in 3 of 3 articles');
    expect(once.total).toContain('copies counted once: 1 article left out');
    expect(once.lines.map((line) => line.uri)).toEqual(['a.txt', 'a.txt', 'b.txt', 'sub/c.txt'].map(uri));
    expect(await paged(indexed, '[word="port"] copies:once', {})).toEqual(await paged(plain, '[word="port"] copies:once', {}));
    // one that is edited until it is another article is no copy any more
    await Promise.all([indexed, plain].map((client) => client.open(uri('sub/web.txt'), BRIDGE.replace('port', 'quai'))));
    await same('"le" copies:once');
    await same('quai copies:once');
    expect((await whole('reste copies:all', {})).problem).toContain('all is not once');
  });

  test('what cannot be looked into is named by a search, with the index and without', async () => {
    symlinkSync(at('sub/round'), at('sub/round'));
    await ready(indexed);
    await same('le port');
    const { skipped } = (await search(indexed, 'le port')).result;
    expect(skipped.map(({ uri: where }) => where)).toEqual([uri('sub/round')]);
  });

  test('a query that searches for ever is ended, and the next one is answered', async () => {
    writeFileSync(at('d.txt'), `${HARBOUR} Un mot long : ${'a'.repeat(60)}.`);
    await ready(indexed);
    const { result } = await search(indexed, '[word="(a+)+b"]');
    expect(result.skipped.map(({ message }) => message)).toEqual([expect.stringContaining('takes more than 10 s')]);
    await same('le port');
    await ready(indexed);
    expect(await same('le port')).toBe(0);
  });

  test('names are found in closed articles, counted over all, and gone through', async () => {
    writeFileSync(
      at('d.txt'),
      'Le préfet a écrit hier à la mairie. Il ne répondra pas à Anne Morel, selon ses services et la ville.',
    );
    await ready(indexed);
    await indexed.open(uri('a.txt'), HARBOUR);
    await indexed.analysis(uri('a.txt'), 1);
    const symbols = (query: string) =>
      indexed.request<{ name: string; location: { uri: string }; containerName?: string }[]>('workspace/symbol', { query });
    // open in the editor: as it is there
    expect((await symbols('anmor')).map(({ name, location }) => [name, location.uri])).toEqual([['Anne Morel', uri('a.txt')]]);
    await indexed.close(uri('a.txt'));
    await indexed.open(uri('d.txt'), 'Rien de tout cela ne tient, écrit le préfet.');
    const [found, ...others] = await symbols('ANMOR');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ name: 'Anne Morel', location: { uri: uri('a.txt') }, containerName: '3 articles' });
    await indexed.close(uri('d.txt'));

    await indexed.open(uri('a.txt'), HARBOUR);
    const position = { line: 0, character: HARBOUR.indexOf('Morel') };
    const hovered = async (): Promise<string> => JSON.stringify((await indexed.hover(uri('a.txt'), position))?.contents);
    // it never waits for the index: on a busy machine the counts come with a later hover
    let hover = '';
    for (let i = 0; i < 50 && !hover.includes('in all articles'); i++) hover = await hovered();
    expect(hover).toContain(
      'Anne Morel in all articles: 3 mentions in 3 articles · 2 quotes in 2 articles · first in March 2016',
    );
    expect(hover).toContain('[Find all references](command:corpusAnnotator.corpus.searchName?');

    const step = (name: string, character: number, direction: string) =>
      indexed.request('corpus/mention', { uri: uri(name), position: { line: 0, character }, direction });
    const next = await step('a.txt', position.character, 'next');
    expect(next).toMatchObject({ uri: uri('d.txt'), name: 'Anne Morel', index: 2, total: 3, wrapped: false });
    expect(await step('a.txt', position.character, 'previous')).toMatchObject({ uri: uri('sub/c.txt'), wrapped: true });
    expect(await step('a.txt', 3, 'next')).toBeNull();
  });

  test('a line shows as many words on each side as a setting says', async () => {
    await ready(indexed);
    await Promise.all([indexed, plain].map((client) => client.configure({ search: { context: 2 } })));
    await ready(indexed);
    await same('bateaux');
    const [line] = (await search(indexed, 'bateaux')).result.lines;
    expect([line?.left.trim(), line?.right.trim()]).toEqual(['« Les', 'sont rentrés']);
  });

  test('it can be paused', async () => {
    const paused = await indexed.request<IndexState>('corpus/index', { pause: true });
    expect(paused.paused).toBe(true);
    await same('le port');
    await indexed.request('corpus/index', { pause: false });
    expect(await ready(indexed)).toMatchObject({ done: 3, paused: false });
  });
});
