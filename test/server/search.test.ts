import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SearchResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';
const BRIDGE = 'Le pont a fermé lundi soir. Le port reste ouvert aux voitures, selon la mairie de la ville et ses services.';

let folder: string;
let client: TestClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
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

const search = (query: string, more: object = {}): Promise<SearchResult> =>
  client.request<SearchResult>('corpus/search', { uri: pathToFileURL(folder).href, query, ...more });

describe('a search of all articles', () => {
  test('finds words with what stands beside them, where they are, and says how much was searched', async () => {
    const { lines, total, problem } = await search('le port');
    expect(problem).toBeUndefined();
    expect(lines.map(({ uri: at, range, node }) => ({ at, range, node }))).toEqual([
      { at: uri('a.txt'), range: [0, 0, 0, 7], node: 'Le port' },
      { at: uri('a.txt'), range: [0, 76, 0, 83], node: 'Le port' },
      { at: uri('b.txt'), range: [0, 28, 0, 35], node: 'Le port' },
    ]);
    expect(lines[1]).toMatchObject({ date: '2016-03-04', right: ' attend les touristes.' });
    expect(total).toContain('3 hits in 2 of 2 articles');
  });

  test('finds who speaks, as people have decided while the article is open', async () => {
    expect((await search('speaker:"Anne Morel"')).lines.map(({ node }) => node)).toEqual(['Les bateaux sont rentrés']);
    await client.open(uri('a.txt'), HARBOUR);
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
    expect((await search('type:ORG port')).lines.map(({ range }) => range)).toEqual([[0, 79, 0, 83]]);
    expect((await search('type:ORG')).lines.map(({ range }) => range)).toContainEqual([0, 76, 0, 83]);
  });

  test('is sorted as asked, by a column of the metadata too', async () => {
    const { lines } = await search('port', { sort: ['source', 'right1'] });
    expect(lines.map(({ right }) => right.trim().split(' ')[0])).toEqual(['reste', 'a', 'attend']);
  });

  test('says what is wrong with a query, and what asks for a column that is not there', async () => {
    expect(await search('[word="port"')).toMatchObject({
      problem: 'character 13 of the query: it ends too early; there could be %  &  |  ]',
      lines: [],
    });
    expect((await search('port auteur:X')).skipped).toEqual([
      { uri: pathToFileURL(folder).href, message: 'no article has a column auteur: the filter finds nothing' },
    ]);
  });

  test('a quotation is cited with its source, open or not', async () => {
    const cite = (name: string, character: number) =>
      client.request<{ text: string; range: number[] } | null>('corpus/quoteSource', { uri: uri(name), line: 0, character });
    const cited = {
      text: '«\u00a0Les bateaux sont rentrés\u00a0» — Anne Morel, Le Phare, March 4, 2016, a.txt',
      range: [0, 32, 0, 56],
      speaker: 'Anne Morel',
    };
    expect(await cite('a.txt', 40)).toEqual(cited);
    expect(await cite('a.txt', 5)).toBeNull();
    expect(await cite('missing.txt', 5)).toBeNull();
    await client.open(uri('a.txt'), HARBOUR);
    expect(await cite('a.txt', 32)).toEqual(cited);
  });

  test('what is found is written as a table or workbook, with what is known of each article', async () => {
    const write = (format: string, name: string, query = 'le port') =>
      client.request('corpus/exportSearch', { uri: pathToFileURL(folder).href, query, format, target: uri(name) });
    expect(await write('csv-semicolon', 'hits.csv')).toEqual({ lines: 3 });
    const [heading, first] = readFileSync(join(folder, 'hits.csv'), 'utf8').split('\r\n');
    expect(heading).toBe('\ufefffile;date;left;node;right;line;start;end;entities;quote;speaker;source');
    expect(first?.startsWith(`${join(folder, 'a.txt')};2016-03-04;;Le port;a rouvert hier matin.`)).toBe(true);
    expect(first?.endsWith(';Le Phare')).toBe(true);
    expect(await write('xlsx', 'hits.xlsx')).toEqual({ lines: 3 });
    expect(readFileSync(join(folder, 'hits.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(await write('csv', 'other.csv', 'port date:demain')).toEqual({
      problem: expect.stringContaining('demain is not a date'),
    });
    expect(existsSync(join(folder, 'other.csv'))).toBe(false);
    expect(await write('csv', 'none/there.csv')).toEqual({ problem: expect.stringContaining('does not exist') });
  });

  test('names of a list are counted', async () => {
    writeFileSync(join(folder, 'names.csv'), 'nom;note\nLe port;x\nAnne Morel;y\nNadia Rey;z\n');
    const count = (list: string) => client.request('corpus/countNames', { uri: pathToFileURL(folder).href, list: uri(list) });
    expect(await count('names.csv')).toEqual({
      names: [
        { name: 'Le port', query: '"Le port"', articles: 2, hits: 3 },
        { name: 'Anne Morel', query: '"Anne Morel"', articles: 1, hits: 1 },
        { name: 'Nadia Rey', query: '"Nadia Rey"', articles: 0, hits: 0 },
      ],
    });
    expect(await count('missing.csv')).toEqual({ problem: expect.stringContaining('does not exist') });
  });

  test('keeps a sub-corpus in the project and searches in it; what cannot be is told', async () => {
    const save = (name: string, value: string) =>
      client.request<{ file?: string; problem?: string }>('corpus/savePart', {
        uri: uri('a.txt'),
        part: { kind: 'subcorpus', name, value },
      });
    expect(await save('phare', 'source:"Le Phare"')).toEqual({ file: uri('.corpus/parts') });
    expect((await search('port in:phare')).lines.map(({ uri: at }) => at)).toEqual([uri('a.txt'), uri('a.txt')]);
    expect((await search('port in:vigie')).problem).toBe(
      'character 6 of the query: there is no sub-corpus vigie; there are phare',
    );
    expect((await save('demain', 'date:demain')).problem).toContain('demain is not a date');
    expect((await save('a=b', 'port')).problem).toContain('cannot be a name');
    expect(await client.request('corpus/parts', { uri: uri('b.txt') })).toMatchObject({
      file: uri('.corpus/parts'),
      parts: [{ kind: 'subcorpus', name: 'phare', value: 'source:"Le Phare"', line: 1 }],
      problems: [],
    });
  });
});
