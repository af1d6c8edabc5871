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

  test('finds layers of the project, their attributes, what its names are, and what is undecided, with an index and without', () => {
    const dir = corpus();
    const at = HARBOUR.indexOf('Le port attend');
    fs.writeFileSync(path.join(dir, 'a.ann'), `T1\tworks ${at} ${at + 7}\tLe port\nA1\ttone T1 low\n`);
    const layers = { theme: { types: { works: { title: 'Works' } }, attributes: { tone: {} } } };
    fs.mkdirSync(path.join(dir, '.corpus'));
    fs.writeFileSync(path.join(dir, '.corpus/schema.json'), JSON.stringify({ layers }));
    fs.writeFileSync(path.join(dir, 'names.tsv'), 'name\ttype\taliases\tid\tnote\tparty\nAnne Morel\tPER\t\t\t\tLes Verts\n');
    const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: path.join(dir, 'cache') };
    const cache = (words: readonly string[]) =>
      spawnSync(process.execPath, [cli, ...words, '--names', 'names.tsv', '.'], { encoding: 'utf8', cwd: dir, env });
    const nodes = (query: string) => [...cache(['search', query]).stdout.matchAll(/\[(.*?)\]/g)].map(([, node]) => node);
    for (const _ of ['without', 'with']) {
      expect(nodes('layer:theme=works')).toEqual(['Le port']);
      expect(nodes('port attribute:tone=low')).toEqual(['port']);
      expect(nodes('property:party="Les Verts"')).toEqual(['Anne Morel']);
      expect(nodes('[word="port"] file:a* decided:no')).toEqual(['port']);
      expect(cache(['index']).status).toBe(0);
    }
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

  test('counts in each part of a corpus, and in a sub-corpus that the project keeps', () => {
    const dir = corpus();
    fs.mkdirSync(path.join(dir, '.corpus'));
    const saved = 'subcorpus phare = source:"Le Phare"\npartition journal = source\nsubcorpus sans valeur\n';
    fs.writeFileSync(path.join(dir, '.corpus/parts'), saved);
    const parts = run(dir, ['le port', '.', '--by', 'journal', '--format', 'tsv']);
    expect(rows(parts.stdout).map((cells) => cells.slice(0, 4))).toEqual([
      ['part', 'hits', 'articles_with_hits', 'articles'],
      ['La Vigie', '1', '1', '1'],
      ['Le Phare', '2', '1', '1'],
    ]);
    expect(parts.stderr).toContain(`parts:3: not “subcorpus NAME = QUERY”`);
    expect(parts.status).toBe(1);
    const years = run(dir, ['le port', '.', '--by', 'year']);
    expect(years.stdout.split('\r\n').map((line) => line.split(',')[0])).toEqual(['part', '2016', '2017', '']);
    expect(run(dir, ['port', '.', '--in', 'phare', '--format', 'count']).stderr).toContain('2 hits in 1 of');
    expect(run(dir, ['port in:phare', 'a.txt', 'b.txt', '--format', 'count']).stderr).toContain('2 hits in 1 of');
    fs.writeFileSync(path.join(dir, 'names.csv'), 'le port\n');
    const list = run(dir, ['--list', 'names.csv', '--in', 'phare', '.', '--format', 'tsv']);
    expect(rows(list.stdout)).toContainEqual(['le port', '1', '2']);
  });

  test('writes a workbook into a file, and replaces none', () => {
    const dir = corpus();
    expect(run(dir, ['port', '.', '--format', 'xlsx']).stderr).toContain('name it with --out');
    expect(run(dir, ['port', '.', '--format', 'xlsx', '--out', 'hits.xlsx']).status).toBe(0);
    const bytes = fs.readFileSync(path.join(dir, 'hits.xlsx'));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    const again = run(dir, ['pont', '.', '--format', 'xlsx', '--out', 'hits.xlsx']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('hits.xlsx: ');
    expect(fs.readFileSync(path.join(dir, 'hits.xlsx'))).toEqual(bytes);
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
    [['port decided:non', 'a.txt'], 2, 'character 6 of the query: non is not yes or no'],
    [['port in:phare', 'a.txt'], 2, 'character 6 of the query: there is no sub-corpus phare'],
    [['port', '--by', 'auteur', 'a.txt'], 1, 'no article has a column auteur'],
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
