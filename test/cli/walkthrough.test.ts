// The page that goes from a press archive to who says what: its commands are run as they stand on it, in both languages.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('walkthrough', { models: true, importer: true });

interface Run {
  readonly command: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the commands of a page in a folder of their own. */
function walk(page: string, dir: string): readonly Run[] {
  const blocks = [...fs.readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: path.join(dir, '.cache') };
  fs.mkdirSync(dir);
  fs.symlinkSync(path.resolve('samples'), path.join(dir, 'samples'));
  return blocks
    .flatMap((block) => block.trim().split('\n'))
    .map((command) => {
      const called = command.replace('node dist/cli.js', `"${process.execPath}" "${cli}"`);
      return { command, ...spawnSync('sh', ['-c', called], { encoding: 'utf8', cwd: dir, env }) };
    });
}

describe.each([
  ['docs/who-says-what.md', 'for-r-or-python'],
  ['docs/fr/who-says-what.md', 'pour-r-ou-python'],
])('%s', (page, parquet) => {
  test('every command does what the page says', () => {
    const dir = path.join(home, path.basename(path.dirname(page)));
    const runs = walk(page, dir);
    expect(runs.length).toBeGreaterThan(10);
    for (const { command, status, stderr } of runs)
      expect({ command, status, stderr: status === 0 ? '' : stderr }).toMatchObject({ status: 0 });
    const said = (part: string): string => runs.find(({ command }) => command.includes(part))?.stdout ?? '';
    expect(fs.readdirSync(path.join(dir, 'corpus')).filter((name) => name.endsWith('.txt'))).toHaveLength(12);
    expect(said('speakers --once --by source')).toMatch(/Counted: 11 articles.*\nSolène Kervadec +9 /s);
    expect(said('--group gender')).toMatch(/\n\(unknown\) +1 /);
    const [first] = said('keywords --once')
      .split('\n')
      .filter((line) => line.startsWith('habitants'));
    // never by anybody else
    expect(first).toMatch(/^habitants +\d+ +[\d,.]+ +\d+ +0 /);
    expect(said('search ')).toContain('[habitants]');
    const written = fs.readdirSync(dir).filter((name) => /\.(?:svg|xlsx|csv)$/.test(name));
    expect(written).toHaveLength(3);
    expect(
      fs
        .readFileSync(path.join(dir, parquet, 'corpus.parquet'))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');
  });
});

test('the export that the page begins with is what the corpus is made of, with nothing lost', () => {
  const corpus = path.join(home, 'docs', 'corpus');
  const { data } = Papa.parse(fs.readFileSync(path.join(corpus, 'metadata.csv'), 'utf8'), { delimiter: ',' });
  const [head = [], ...lines] = data.filter((cells) => cells.length > 1);
  const rows = lines.map((cells): Record<string, string> => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
  expect(new Set(rows.map(({ source }) => source)).size).toBe(3);
  expect(rows.every(({ date, author, page }) => /^\d{4}-\d\d-\d\d$/.test(date ?? '') && author && page)).toBe(true);
});
