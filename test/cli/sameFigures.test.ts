// The figures that the editor shows, those that `stats` prints, and those that are counted here, by other means, on the same
// tokens: the vertical text that `export --to cqp` writes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShownTable, TableAsked, TableResult } from '../../server/src/protocol';
import { TestClient } from '../server/support/languageServer';
import { commandLine } from './support';

const { home, cli } = commandLine('figures', { models: true });
const dir = path.join(home, 'archive');
let client: TestClient;

beforeAll(async () => {
  fs.cpSync('samples/corpus/archive', dir, { recursive: true });
  client = await TestClient.start({
    folders: [pathToFileURL(dir).href],
    initializationOptions: { review: { storagePath: path.join(home, '.storage'), trusted: true } },
  });
}, 120_000);
afterAll(() => client.stop());

function run(...words: string[]): string {
  const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: path.join(home, 'cache') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8', env, maxBuffer: 1 << 26 });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

type Rows = readonly (readonly unknown[])[];

const MOST = 100_000;
async function shown(table: TableAsked): Promise<ShownTable> {
  const asked = { uri: pathToFileURL(dir).href, table: { ...table, limit: MOST } };
  return (await client.request<TableResult>('corpus/table', asked)).table as ShownTable;
}
function printed(...words: string[]): Rows {
  const { columns, rows } = JSON.parse(run('stats', ...words, '--limit', `${MOST}`, '--format', 'json', '--quiet', dir));
  return rows.map((row: Record<string, unknown>) => columns.map(({ id }: { id: string }) => row[id]));
}

const QUESTIONS: readonly (readonly [name: string, table: TableAsked, words: readonly string[]])[] = [
  ['words by newspaper', { kind: 'words', by: 'source' }, ['words', '--by', 'source']],
  ['n-grams', { kind: 'ngrams', minimum: 2 }, ['ngrams', '--min', '2']],
  [
    'collocates',
    { kind: 'collocates', queries: ['pont'], left: 3, right: 2 },
    ['collocates', '--query', 'pont', '--window', '3:2'],
  ],
  ['keywords of a year', { kind: 'keywords', by: 'year', part: '2021' }, ['keywords', '--by', 'year', '--part', '2021']],
  [
    'speakers by gender and month',
    { kind: 'speakers', group: 'gender', by: 'month' },
    ['speakers', '--group', 'gender', '--by', 'month'],
  ],
  ['entities', { kind: 'entities' }, ['entities']],
  ['cues', { kind: 'cues' }, ['cues']],
  ['dispersion', { kind: 'dispersion', by: 'source' }, ['dispersion', '--by', 'source']],
  ['over time', { kind: 'series', by: 'year', queries: ['pont'] }, ['series', '--by', 'year', '--query', 'pont']],
];

describe('each figure that the editor shows', { timeout: 120_000 }, () => {
  test.each(QUESTIONS)('equals what stats prints: %s', async (_, table, words) => {
    const { rows } = await shown(table);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ cells }) => cells)).toEqual(printed(...words));
  });

  test.each(['csv', 'tsv', 'jsonl'])('a concordance that the editor writes is what search writes: %s', async (format) => {
    const target = path.join(home, `hits.${format}`);
    const asked = { uri: pathToFileURL(dir).href, query: 'type:PER copies:once', format, sort: ['right1'] };
    const done = await client.request<{ lines: number }>('corpus/exportSearch', { ...asked, target: pathToFileURL(target).href });
    const words = ['search', asked.query, '--sort', 'right1', '--format', format, '--context', '15', '--quiet', dir];
    const printed = run(...words);
    expect(fs.readFileSync(target, 'utf8').split(/\r?\n/)).toEqual(printed.split(/\r?\n/));
    expect(done.lines).toBeGreaterThan(10);
  });

  test('equals what is counted here on the tokens of the vertical text', async () => {
    const texts = vertical();
    const words = tally(texts.flatMap(({ sentences }) => sentences.flat()));
    const { rows } = await shown({ kind: 'words' });
    expect(Object.fromEntries(rows.map(({ cells }) => [cells[0], cells[1]]))).toEqual(Object.fromEntries(words));

    const twos = texts.flatMap(({ sentences }) =>
      sentences.flatMap((keys) => keys.slice(1).flatMap((key, i) => (key && keys[i] ? [`${keys[i]} ${key}`] : []))),
    );
    const ngrams = await shown({ kind: 'ngrams', shortest: 2, longest: 2 });
    expect(Object.fromEntries(ngrams.rows.map(({ cells }) => [cells[0], cells[2]]))).toEqual(Object.fromEntries(tally(twos)));

    const [paper = ''] = texts.map(({ source }) => source);
    const own = tally(texts.filter(({ source }) => source === paper).flatMap(({ sentences }) => sentences.flat()));
    const keywords = await shown({ kind: 'keywords', by: 'source', part: paper });
    for (const { cells } of keywords.rows) expect([cells[0], cells[1]]).toEqual([cells[0], own.get(String(cells[0])) ?? 0]);
  });
});

/** The texts of a vertical text: the words of each sentence as they are counted, a mark as an empty word. */
function vertical(): { readonly source: string; readonly sentences: string[][] }[] {
  const out = path.join(home, 'vertical');
  run('export', '--to', 'cqp', '--unit', 'articles', '--quiet', '--out', out, dir);
  const texts: { source: string; sentences: string[][] }[] = [];
  for (const line of fs.readFileSync(path.join(out, 'corpus.vrt'), 'utf8').split('\n')) {
    const sentences = texts.at(-1)?.sentences;
    if (line.startsWith('<text ')) texts.push({ source: plain(/ source="([^"]*)"/.exec(line)?.[1] ?? ''), sentences: [[]] });
    else if (line === '<s>') sentences?.push([]);
    else if (line !== '' && !/^<\/?\w+(?: [^<>]*)?>$/.test(line)) sentences?.at(-1)?.push(keyOf(plain(line)));
  }
  return texts;
}

const plain = (written: string): string =>
  written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const keyOf = (form: string): string =>
  /[\p{L}\p{N}]/u.test(form) ? form.normalize('NFC').replace(/[’ʼ]/g, "'").toLowerCase() : '';

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
