import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TABLE_DEFAULTS, type TableRequest } from '../../server/src/corpus/tables/table';
import {
  type SearchResult,
  TABLE_EXPORTS,
  type TableExport,
  type TableParams,
  type TableResult,
} from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';
const BRIDGE = 'Le pont a fermé lundi soir. Le port reste ouvert aux voitures, selon la mairie de la ville et ses services.';

let folder: string;
let client: TestClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
  writeFileSync(join(folder, 'a.txt'), HARBOUR);
  writeFileSync(join(folder, 'b.txt'), BRIDGE);
  writeFileSync(join(folder, 'metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n');
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const count = (table: Partial<TableRequest> & Pick<TableRequest, 'kind'>): Promise<TableResult> =>
  client.request<TableResult>('corpus/table', { uri: pathToFileURL(folder).href, table: { ...TABLE_DEFAULTS, ...table } });

describe('a table of all articles', () => {
  test('counts, in the editor’s words, and each row’s query finds as much', async () => {
    const { table, skipped } = await count({ kind: 'ngrams', minimum: 2, by: 'year' });
    expect(skipped).toEqual([]);
    expect(table?.title).toBe('N-grams');
    expect(table?.columns.map(({ title }) => title)).toContain('Count: 2016');
    expect(table?.rows[0]?.cells.slice(0, 3)).toEqual(['le port', 2, 3]);
    const found = await client.request<SearchResult>('corpus/search', {
      uri: pathToFileURL(folder).href,
      query: table?.rows[0]?.query,
    });
    expect(found.lines).toHaveLength(3);
    expect(table?.settings.find(({ name }) => name === 'Partition')?.value).toBe('year');
  });

  test('counts what is in the editor, not what is on the disk', async () => {
    await client.open(uri('a.txt'), `${HARBOUR} Le quai, le quai, le quai.`);
    const { table } = await count({ kind: 'words' });
    expect(table?.rows.find(({ cells }) => cells[0] === 'quai')?.cells[1]).toBe(3);
  });

  test('counts within a sub-corpus that the project keeps, and by a partition of it', async () => {
    for (const part of [
      { kind: 'subcorpus', name: 'phare', value: 'source:"Le Phare"' },
      { kind: 'partition', name: 'journal', value: 'source' },
    ])
      expect(await client.request('corpus/savePart', { uri: uri('a.txt'), part })).not.toHaveProperty('problem');
    const { table } = await count({ kind: 'words', within: 'in:phare', by: 'journal' });
    expect(table?.columns.map(({ title }) => title)).toContain('Count: Le Phare');
    expect(table?.columns.map(({ title }) => title)).not.toContain('Count: La Vigie');
    expect(table?.settings).toContainEqual({ name: 'Sub-corpus phare', value: 'source:"Le Phare"' });
    const [port] = table?.rows.filter(({ cells }) => cells[0] === 'port') ?? [];
    expect(port?.cells[1]).toBe(2);
    const found = await client.request<SearchResult>('corpus/search', {
      uri: pathToFileURL(folder).href,
      query: port?.query,
    });
    expect(found.lines).toHaveLength(2);
    expect((await count({ kind: 'words', within: 'in:vigie' })).problem).toContain('there is no sub-corpus vigie');
    const spread = await count({ kind: 'dispersion', queries: ['port in:phare'] });
    expect(spread.table?.rows[0]?.cells.slice(0, 2)).toEqual(['port in:phare', 2]);
  });

  test('what is left out of a question is as the command line has it', async () => {
    const ask = (table: TableParams['table']) =>
      client.request<TableResult>('corpus/table', { uri: pathToFileURL(folder).href, table });
    const asked = { kind: 'collocates', queries: ['port'] } as const;
    const { table } = await ask(asked);
    expect(table).toEqual((await count(asked)).table);
    expect(table?.settings).toContainEqual({
      name: 'Window',
      value: '5 words to the left, 5 words to the right, within the sentence',
    });
    const wide = await ask({ ...asked, left: 2, right: 0, crossSentences: true });
    expect(wide.table?.settings).toContainEqual({ name: 'Window', value: '2 words to the left, 0 words to the right' });
  });

  test('lists come from files, which are named with the table, in its file too; a bad line is named', async () => {
    writeFileSync(join(folder, 'vides.lst'), '# mots vides\nle\nla\n');
    writeFileSync(join(folder, 'lemmes.lst'), 'avoir\n');
    const asked = (lists: TableParams['lists']) =>
      client.request<TableResult>('corpus/table', { uri: pathToFileURL(folder).href, table: { kind: 'words' }, lists });
    const { table } = await asked({ stop: uri('vides.lst') });
    expect(table?.rows.some(({ cells }) => cells[0] === 'le')).toBe(false);
    expect(table?.settings).toContainEqual({ name: 'Stop list', value: 'vides.lst (2 entries)' });
    expect((await asked({ lemmas: uri('lemmes.lst') })).problem).toMatch(/^lemmes\.lst:1: /);
    expect((await asked({ stop: uri('none.lst') })).problem).toMatch(/^none\.lst: /);
  });

  test('is written into a file of every form, with its settings; a file that cannot be is told', async () => {
    writeFileSync(join(folder, 'vides.lst'), 'la\n');
    const asked = (format: TableExport, target: string) =>
      client.request<{ rows?: number; problem?: string }>('corpus/exportTable', {
        ...{ uri: pathToFileURL(folder).href, table: { kind: 'words', by: 'year' }, lists: { stop: uri('vides.lst') } },
        ...{ format, target: uri(target) },
      });
    const { table } = await count({ kind: 'words', by: 'year', stop: ['la'] });
    for (const format of TABLE_EXPORTS) expect(await asked(format, `out.${format}`)).toEqual({ rows: table?.rows.length });
    const csv = readFileSync(join(folder, 'out.csv'), 'utf8');
    expect(csv).toContain('# Partition: year');
    expect(csv).toContain('# Stop list: vides.lst (1 entry)');
    expect(csv).toMatch(/\nport,3,/);
    expect(readFileSync(join(folder, 'out.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(join(folder, 'out.parquet')).subarray(0, 4).toString()).toBe('PAR1');
    expect((await asked('csv', join('none', 'out.csv'))).problem).toMatch(/./);
  });

  test('a copy counts once where that is asked, also while one is open in the editor', async () => {
    const more = ' Les pêcheurs réparent les filets sur le quai depuis l’aube, et le marché ouvre à midi comme chaque semaine.';
    writeFileSync(join(folder, 'a.txt'), HARBOUR + more);
    writeFileSync(join(folder, 'copy.txt'), HARBOUR + more);
    const asked = (once: boolean) =>
      client.request<TableResult>('corpus/table', { uri: pathToFileURL(folder).href, table: { kind: 'words' }, once });
    const filets = ({ table }: TableResult) => table?.rows.find(({ cells }) => cells[0] === 'filets')?.cells[1];
    expect(filets(await asked(false))).toBe(2);
    const once = await asked(true);
    expect(filets(once)).toBe(1);
    expect(once.table?.settings).toContainEqual({ name: 'Duplicates', value: 'counted once: 1 article left out' });
    await client.open(uri('copy.txt'), BRIDGE.replaceAll('pont', 'canal'));
    expect(filets(await asked(true))).toBe(1);
    expect((await asked(true)).table?.settings).toContainEqual({
      name: 'Duplicates',
      value: expect.stringContaining('left out'),
    });
  });

  test('says why a query cannot be read, and which article cannot be', async () => {
    expect((await count({ kind: 'dispersion', queries: ['[word="("]'] })).problem).toContain('is not a regular expression');
    expect((await count({ kind: 'words', within: 'date:soon' })).problem).toContain('soon is not a date');
  });
});
