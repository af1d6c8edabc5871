import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TABLE_DEFAULTS, type TableRequest } from '../../server/src/corpus/tables/table';
import type { IndexState, SearchResult, ShownTable, TableResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const HARBOUR = 'Le port de Lisbonne a rouvert hier. « Les bateaux sont rentrés », dit Anne Morel à Lisbonne. Le port attend.';
const BRIDGE = 'Le pont a fermé lundi soir. « Le port reste ouvert », a affirmé Anne Morel, qui revenait de Lisbonne.';

let folder: string;
let storage: string;
let client: TestClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  storage = mkdtempSync(join(tmpdir(), 'pictured-'));
  mkdirSync(join(folder, 'été'));
  writeFileSync(join(folder, 'a.txt'), HARBOUR);
  writeFileSync(join(folder, 'été/b.txt'), BRIDGE);
  writeFileSync(join(folder, 'metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\n');
  writeFileSync(join(folder, 'été/metadata.csv'), 'id,date,source\nb,2017-01-02,La Vigie\n');
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true }, index: { storagePath: storage } },
  });
});
afterEach(async () => {
  await client.stop();
  for (const place of [folder, storage]) rmSync(place, { recursive: true, force: true });
});

async function picture(table: Partial<TableRequest> & Pick<TableRequest, 'kind'>): Promise<ShownTable> {
  const params = { uri: pathToFileURL(folder).href, table: { ...TABLE_DEFAULTS, ...table } };
  const result = await client.request<TableResult>('corpus/table', params);
  expect(result.problem).toBeUndefined();
  return result.table as ShownTable;
}

async function found(query: unknown): Promise<number> {
  const result = await client.request<SearchResult>('corpus/search', { uri: pathToFileURL(folder).href, query });
  return result.lines.length;
}

const rowsOf = ({ columns, rows }: ShownTable): readonly Readonly<Record<string, unknown>>[] =>
  rows.map(({ cells, query }) => ({ ...Object.fromEntries(columns.map(({ id }, i) => [id, cells[i]])), query }));

describe('pictures of all articles', () => {
  test('the dashboard’s figures are those of the tables, in the editor’s words', async () => {
    const dashboard = rowsOf(await picture({ kind: 'dashboard' }));
    const of = (section: string) => dashboard.filter((row) => row.section === section);
    expect(of('Corpus').find(({ item }) => item === 'Articles counted')?.count).toBe(2);
    for (const [section, kind, item] of [
      ['Most named', 'entities', 'name'],
      ['Most quoted', 'speakers', 'speaker'],
    ] as const) {
      const own = rowsOf(await picture({ kind })).filter((row) => row[item] !== '');
      expect(of(section).map((row) => [row.item, row.count, row.articles])).toEqual(
        own.map((row) => [row[item], row.count, row.articles]),
      );
    }
    expect(of('Reviewed, by folder').map(({ item }) => item)).toEqual(expect.arrayContaining(['été']));
    const months = of('Quotations over time').map((row) => [row.item, row.count]);
    expect(months).toEqual(rowsOf(await picture({ kind: 'series' })).map((row) => [row.period, row.count]));
  });

  test('a mark finds as much as it says, with the index and without', async () => {
    const asked = [
      { kind: 'network' },
      { kind: 'network', unit: 'paragraph' },
      { kind: 'map' },
      { kind: 'barcode', queries: ['port'] },
    ] as const;
    const before = await Promise.all(asked.map((each) => picture(each)));
    for (const table of before)
      for (const { query, count } of rowsOf(table)) expect(await found(query), `${table.title}: ${query}`).toBe(count);
    for (;;) {
      const state = await client.request<IndexState>('corpus/index', {});
      if (state.idle && state.total > 0) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(await Promise.all(asked.map((each) => picture(each)))).toEqual(before);
  });

  test('the progress moves with what is decided', async () => {
    await client.open(uri('a.txt'), HARBOUR);
    const state = () => picture({ kind: 'progress' }).then((table) => rowsOf(table).filter(({ item }) => item === 'Person'));
    const [before] = await state();
    expect(before).toMatchObject({ section: 'Reviewed, by type', reviewed: 0 });
    expect(await found(before?.query)).toBe(before?.suggested);
  });

  test('an article’s time line has its dates alone', async () => {
    const all = await picture({ kind: 'timeline' });
    const own = await picture({ kind: 'timeline', within: `file:"${uri('a.txt')}"` });
    expect(rowsOf(own).map(({ words }) => words)).toEqual(['hier']);
    expect(rowsOf(own)[0]).toMatchObject({ from: '2016-03-03', to: '2016-03-03' });
    expect(all.rows.length).toBeGreaterThan(own.rows.length);
    expect(own.picture).toContain('hier · 2016-03-03: 1');
  });

  test('of an empty folder says so', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'empty-'));
    const params = { uri: pathToFileURL(empty).href, table: { ...TABLE_DEFAULTS, kind: 'dashboard' } };
    const { table } = await client.request<TableResult>('corpus/table', params);
    expect(table?.notes).toContain('No article was counted.');
    expect(table?.picture).toBeUndefined();
    rmSync(empty, { recursive: true });
  });
});
