import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('hand-on', { models: true });

function run(dir: string, words: readonly string[]) {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', XDG_CACHE_HOME: path.join(home, 'cache') };
  return spawnSync(process.execPath, [cli, 'export', ...words], { encoding: 'utf8', cwd: dir, env });
}

function corpus(): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  const text = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », a déclaré Anne Morel. Le port attend les touristes.';
  fs.writeFileSync(path.join(dir, 'a.txt'), text);
  fs.writeFileSync(path.join(dir, 'metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\n');
  return dir;
}

describe('export', () => {
  test('writes quotations with what is known of their article, and nothing over what is there', () => {
    const dir = corpus();
    const { status, stderr } = run(dir, ['--to', 'iramuteq', '--out', 'out', '.']);
    expect(status).toBe(0);
    expect(stderr).toContain('1 text of 1 article in out');
    const file = path.join(dir, 'out', 'corpus-iramuteq.txt');
    expect(fs.readFileSync(file, 'utf8')).toMatch(
      /^\*\*\*\* \*speaker_anne-morel .*\*date_2016-03-04 .*\*source_le-phare\nLes bateaux sont rentrés\n/,
    );
    const again = run(dir, ['--to', 'iramuteq', '--out', 'out', 'a.txt']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('out is not empty');
  });

  test('one that was killed leaves nothing that looks whole, and is begun again as if it had not been', async () => {
    const dir = corpus();
    for (let i = 0; i < 400; i++) fs.copyFileSync(path.join(dir, 'a.txt'), path.join(dir, `b${i}.txt`));
    const words = ['export', '--to', 'readtext', '--unit', 'articles', '--jobs', '1'];
    const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: path.join(home, 'cache') };
    const child = spawn(process.execPath, [cli, ...words, '--out', 'out', '.'], { cwd: dir, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const begun = path.join(dir, 'out', '.unfinished', 'corpus.csv');
    while (!fs.existsSync(begun)) {
      expect(child.exitCode, 'it ended before it could be killed').toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await ended;
    expect(fs.readdirSync(path.join(dir, 'out'))).toEqual(['.unfinished']);
    const again = run(dir, [...words.slice(1), '--out', 'out', '.']);
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('out held an export that was ended in the middle: it was begun again');
    expect(run(dir, [...words.slice(1), '--out', 'whole', '.']).stderr).not.toContain('begun again');
    const written = (folder: string): string => fs.readFileSync(path.join(dir, folder, 'corpus.csv'), 'utf8');
    expect(fs.readdirSync(path.join(dir, 'out'))).toEqual(['corpus.csv']);
    expect(written('out')).toBe(written('whole'));
    // what was written is no article
    expect(written('out').split('\n')).toHaveLength(403);
  });

  test('properties of speakers come from the gazetteer', () => {
    const dir = corpus();
    fs.writeFileSync(path.join(dir, 'names.tsv'), 'name\ttype\taliases\tid\tnote\tparty\nAnne Morel\tPER\t\t\t\tLes Verts\n');
    run(dir, ['--to', 'readtext', '--names', 'names.tsv', '--out', 'out', 'a.txt']);
    const [head, row] = fs.readFileSync(path.join(dir, 'out', 'corpus.csv'), 'utf8').split('\n');
    expect(head).toContain('speaker_party');
    expect(row).toContain('Les Verts');
  });

  test.each([
    [['.'], 'name the program with --to: iramuteq, txm, readtext, cqp'],
    [['--to', 'txm', '.'], 'name a folder with --out'],
    [['--to', 'txm', '--unit', 'words', '--out', 'x', '.'], '--unit words: there are quotes, articles'],
    [['--to', 'txm', '--out', 'x'], 'name the files or folders to export'],
  ])('%j is a wrong call', (words, said) => {
    const { status, stderr } = run(corpus(), words);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});
