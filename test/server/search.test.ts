import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
});
