import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('search', { models: true });

/** Runs `search` in the folder of a corpus, in a locale. */
function run(dir: string, words: readonly string[], locale = 'C') {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale };
  return spawnSync(process.execPath, [cli, 'search', ...words], { encoding: 'utf8', cwd: dir, env });
}

function folder(files: Record<string, string>): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';
const BRIDGE = 'Le pont a fermé lundi soir. Le port reste ouvert aux voitures, selon la mairie de la ville et ses services.';
const corpus = (): string =>
  folder({
    'a.txt': HARBOUR,
    'b.txt': BRIDGE,
    'metadata.csv': 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n',
  });

const rows = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split('\t'));

describe('search', () => {
  test('sets hits under each other, and says what was counted', () => {
    const { status, stdout, stderr } = run(corpus(), ['le port', '.']);
    expect(status).toBe(0);
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.indexOf('[')),
    ).toEqual([60, 60, 60]);
    expect(stdout).toContain('[Le port] a rouvert');
    expect(stderr).toContain('3 hits in 2 of 2 articles, ');
  });

  test('a table has what is known of each article, sorted as asked', () => {
    const { stdout } = run(corpus(), ['port', '.', '--format', 'tsv', '--sort', 'source,right1']);
    expect(rows(stdout).map((cells) => [cells[0], cells[4]?.split(' ')[0], cells.at(-1)])).toEqual([
      ['file', 'right', 'source'],
      ['b.txt', 'reste', 'La Vigie'],
      ['a.txt', 'a', 'Le Phare'],
      ['a.txt', 'attend', 'Le Phare'],
    ]);
  });

  test('filters by date, by metadata and by who speaks', () => {
    const dir = corpus();
    expect(run(dir, ['port date:2017', '.', '--format', 'count']).stderr).toContain('1 hit in 1 of 2 articles');
    expect(run(dir, ['port source:"le phare"', '.', '--format', 'count']).stderr).toContain('2 hits in 1 of 2');
    expect(run(dir, ['speaker:"Anne Morel"', '.']).stdout).toContain('[Les bateaux sont rentrés]');
  });

  test('what people decided comes before what the machine finds', () => {
    const dir = corpus();
    const at = HARBOUR.indexOf('Le port attend');
    fs.writeFileSync(path.join(dir, 'a.ann'), `T1\tOrganization ${at} ${at + 7}\tLe port\n`);
    expect(run(dir, ['type:ORG', 'a.txt']).stdout).toContain('[Le port] attend');
    expect(run(dir, ['type:ORG', 'a.txt', '--undecided']).stdout).not.toContain('[Le port]');
  });

  test('CQL, the same by chance for a seed, and the first lines alone', () => {
    const dir = corpus();
    expect(run(dir, ['[word="le"%c] "p.*"', '.']).stdout.split('\n').filter(Boolean)).toHaveLength(4);
    const once = run(dir, ['le', '.', '--sample', '2', '--seed', '5']).stdout;
    expect(once.split('\n').filter(Boolean)).toHaveLength(2);
    expect(run(dir, ['le', '.', '--sample', '2', '--seed', '5']).stdout).toBe(once);
    const { stdout, stderr } = run(dir, ['le', '.', '--limit', '1']);
    expect(stdout.split('\n').filter(Boolean)).toHaveLength(1);
    expect(stderr).toContain('1 of them shown');
  });

  test('counts the names of a list', () => {
    const dir = corpus();
    fs.writeFileSync(path.join(dir, 'names.csv'), '\ufeffname;note\nle port;x\nAnne Morel;y\nNadia Rey;z\n');
    const { stdout, stderr } = run(dir, ['--list', 'names.csv', 'a.txt', 'b.txt', '--format', 'tsv']);
    expect(rows(stdout)).toEqual([
      ['name', 'articles', 'hits'],
      ['le port', '2', '3'],
      ['Anne Morel', '1', '1'],
      ['Nadia Rey', '0', '0'],
    ]);
    expect(stderr).toContain('3 names, 4 hits in 2 articles');
  });

  test('a spreadsheet finds its columns and runs no formula', () => {
    const dir = folder({ 'a.txt': `${HARBOUR} =1+1 est écrit sur le quai.` });
    const { stdout } = run(dir, ['"=" *', 'a.txt', '--format', 'csv', '--variant', 'excel-semicolon']);
    expect(stdout.startsWith('\ufefffile;date;')).toBe(true);
    expect(stdout).toContain(`;"'=1";`);
  });
});

describe('a search that cannot be', () => {
  test.each([
    [['[word="port"', 'a.txt'], 2, 'character 13 of the query: it ends too early'],
    [['port'], 2, 'name a query, and the files or folders to search'],
    [['port', 'a.txt', '--context', 'viele'], 2, '--context viele: write a whole number above 0'],
    [['port', 'missing.txt'], 1, 'missing.txt: '],
    [['--list', 'missing.csv', 'a.txt'], 1, 'missing.csv: '],
    [['port auteur:X', 'a.txt'], 1, 'no article has a column auteur'],
    [['port', 'a.txt', '--sort', 'auteur'], 1, '--sort auteur: there are left1'],
  ])('%s', (words, exit, message) => {
    const { status, stderr } = run(corpus(), words);
    expect(stderr).toContain(message);
    expect(status).toBe(exit);
  });

  test('an expression that searches for ever is ended and named; it speaks French where the system does', () => {
    const dir = folder({ 'a.txt': `${HARBOUR} ${'a'.repeat(60)}!` });
    const { status, stderr } = run(dir, ['[word="(a+)+b"]', 'a.txt'], 'fr_FR.UTF-8');
    expect(stderr).toContain('la requête prend plus de 10 s ici');
    expect(status).toBe(1);
  });
});
