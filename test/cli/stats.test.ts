import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('stats', { models: true });

/** Runs a command in a folder, in a locale; its index is kept in the test's own folder. */
function run(dir: string, words: readonly string[], locale = 'C') {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale, XDG_CACHE_HOME: path.join(home, 'cache') };
  return spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8', cwd: dir, env });
}

function folder(files: Record<string, string>): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), content);
  return dir;
}

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », a déclaré Anne Morel. Le port attend les touristes.';
const BRIDGE =
  'Le pont a fermé lundi soir. « Le port reste ouvert aux voitures », a affirmé Paul Brice. La mairie répare le pont et ses abords.';
const corpus = (): string =>
  folder({
    'a.txt': HARBOUR,
    'b.txt': BRIDGE,
    'metadata.csv': 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n',
  });

/** A table of commas by its columns, without the settings above it. */
function table(csv: string): Record<string, string>[] {
  const [names = [], ...rows] = Papa.parse(csv.replace(/^\ufeff?(?:# .*\r?\n)*/, ''), { delimiter: ',' }).data.filter(
    (row) => row.length > 1,
  );
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

describe('stats', () => {
  test('lists words for people, with the settings above', () => {
    const { status, stdout } = run(corpus(), ['stats', 'words', '.', '--min', '2']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Word list\nCounted: 2 articles, \d+ words\nA word is: a token with a letter or a digit/);
    expect(stdout).toMatch(/\nWord +Count +Per million words +Articles/);
    expect(stdout).toMatch(/\nle +5 /);
  });

  test('speaks French where the system does', () => {
    const { stdout } = run(corpus(), ['stats', 'ngrams', '.', '--length', '2', '--min', '2'], 'fr_FR.UTF-8');
    expect(stdout).toContain('Segments répétés');
    expect(stdout).toContain('Fréquence minimale');
    expect(stdout).toMatch(/\nle port +2 +3 /);
  });

  test('every count is what a search for its row finds', () => {
    const dir = corpus();
    for (const words of [
      ['words'],
      ['ngrams', '--length', '2-3'],
      ['speakers'],
      ['entities'],
      ['collocates', '--query', 'port'],
    ]) {
      const rows = table(run(dir, ['stats', ...words, '.', '--format', 'csv', '--bare']).stdout);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows.filter(({ query }) => query).slice(0, 4)) {
        const { stderr } = run(dir, ['search', row.query as string, '.', '--format', 'count']);
        // two windows may share a collocate: then it is found once for each
        const found = Number(/^(\d+) hit/.exec(stderr)?.[1]);
        if (words[0] === 'collocates') expect(found).toBeGreaterThan(0);
        else expect(`${row.query}: ${found}`).toBe(`${row.query}: ${row.count}`);
      }
    }
  }, 120_000);

  test('an index gives the same as without it, and speakers keep their gender', () => {
    const dir = corpus();
    const asked = ['speakers', '.', '--group', 'gender', '--by', 'source', '--format', 'csv'];
    const before = run(dir, ['stats', ...asked]).stdout;
    run(dir, ['index', '.', '--quiet']);
    const after = run(dir, ['stats', ...asked]);
    expect(after.stdout).toBe(before);
    expect(table(run(dir, ['stats', ...asked, '--bare']).stdout).map(({ group }) => group)).toContain('f');
  }, 60_000);

  test('keywords of one newspaper: too few words to compare, and said so', () => {
    const { status, stderr, stdout } = run(corpus(), [
      'stats',
      'keywords',
      '.',
      '--by',
      'source',
      '--part',
      'Le Phare',
      '--format',
      'json',
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain('“Le Phare” has 19 words: below 100');
    const { settings, rows } = JSON.parse(stdout);
    expect(settings.find(({ name }: { name: string }) => name === 'Part').value).toBe('Le Phare (19 words, 1 article)');
    expect(rows[0].specificity).toBeNull();
  });

  test('over time, as a share of the articles too', () => {
    const rows = table(
      run(corpus(), ['stats', 'series', '.', '--by', 'year', '--query', 'port', '--format', 'csv', '--bare']).stdout,
    );
    expect(rows.map(({ period, count, share }) => [period, count, share])).toEqual([
      ['2016', '2', '100'],
      ['2017', '1', '100'],
    ]);
  });

  test('as a picture', () => {
    const { stdout } = run(corpus(), ['stats', 'speakers', '.', '--format', 'svg']);
    expect(stdout).toMatch(/^<svg xmlns=.*aria-label="Anne Morel: 1".*<\/svg>$/s);
  });

  test('counts within a sub-corpus that the project keeps, and by a partition of it', () => {
    const dir = corpus();
    fs.mkdirSync(path.join(dir, '.corpus'));
    const saved = 'subcorpus phare = source:"Le Phare"\nsubcorpus pont = le pont\npartition journal = source\n';
    fs.writeFileSync(path.join(dir, '.corpus/parts'), saved);
    const stats = (...words: string[]) => run(dir, ['stats', ...words, '.', '--format', 'json', '--limit', '3']);
    const phare = JSON.parse(stats('words', '--within', 'in:PHARE').stdout);
    expect(phare.articles).toBe(1);
    expect(phare.settings).toContainEqual({ name: 'Sub-corpus phare', value: 'source:"Le Phare"' });
    // each row's concordance is within the sub-corpus, also where that is words
    for (const within of ['in:phare', 'in:pont', 'le pont in:pont']) {
      const [row] = JSON.parse(stats('words', '--within', within).stdout).rows;
      const { stderr } = run(dir, ['search', row.query, '.', '--format', 'count']);
      expect(`${within}: ${/^(\d+) hit/.exec(stderr)?.[1]}`).toBe(`${within}: ${row.count}`);
    }
    const years = JSON.parse(stats('series', '--by', 'year', '--query', 'port in:pont').stdout).rows;
    expect(years.map(({ period, count }: Record<string, unknown>) => [period, count])).toEqual([
      ['2016', 0],
      ['2017', 1],
    ]);
    const { columns } = JSON.parse(stats('words', '--by', 'Journal').stdout);
    expect(columns.map(({ title }: { title: string }) => title)).toContain('Count: La Vigie');
    const unknown = stats('words', '--within', 'port in:vigie');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('character 6 of the query: there is no sub-corpus vigie; there are phare, pont');
    fs.appendFileSync(path.join(dir, '.corpus/parts'), 'subcorpus sans valeur\n');
    const faulty = stats('words', '--within', 'in:phare');
    expect(faulty.status).toBe(1);
    expect(faulty.stderr).toContain('parts:4: not “subcorpus NAME = QUERY”');
    expect(JSON.parse(faulty.stdout).articles).toBe(1);
  }, 60_000);

  test('writes a workbook or Parquet into a file that it names, never over one; JSON Lines anywhere', () => {
    const dir = corpus();
    const words = (...more: string[]) => run(dir, ['stats', 'words', '.', '--quiet', ...more]);
    for (const format of ['xlsx', 'parquet']) {
      expect(words('--format', format).status).toBe(2);
      expect(words('--format', format).stderr).toContain('name it with --out');
      expect(words('--format', format, '--out', `t.${format}`)).toMatchObject({ status: 0, stdout: '' });
      const before = fs.readFileSync(path.join(dir, `t.${format}`));
      expect(before.length).toBeGreaterThan(100);
      expect(words('--format', format, '--out', `t.${format}`)).toMatchObject({ status: 1 });
      expect(fs.readFileSync(path.join(dir, `t.${format}`))).toEqual(before);
    }
    const [head, first] = words('--format', 'jsonl')
      .stdout.split('\n')
      .map((line) => JSON.parse(line || '{}'));
    expect(head.settings[0].name).toBe('Counted');
    expect(first).toMatchObject({ word: 'le', count: 5 });
  });

  test('the same article twice counts once where that is asked', () => {
    const long = `${HARBOUR} ${BRIDGE}`;
    const dir = folder({ 'a.txt': long, 'b.txt': long });
    const words = (...more: string[]): string => run(dir, ['stats', 'words', '.', '--format', 'json', ...more]).stdout;
    expect(JSON.parse(words()).articles).toBe(2);
    const once = JSON.parse(words('--once'));
    expect(once.articles).toBe(1);
    expect(once.settings.at(-1).value).toBe('counted once: 1 article left out');
  });

  test('lists of stop words, lemmas and frequencies; a bad line is named', () => {
    const dir = corpus();
    fs.writeFileSync(path.join(dir, 'stop.lst'), '# mots vides\nle\n');
    fs.writeFileSync(path.join(dir, 'lemmas.lst'), 'avoir -> a, ai\nouvert\touvrir\n');
    fs.writeFileSync(path.join(dir, 'general.csv'), 'mot;nombre\nport;10\nle;5000\n');
    const rows = table(
      run(dir, ['stats', 'words', '.', '--stop', 'stop.lst', '--lemmas', 'lemmas.lst', '--format', 'csv', '--bare']).stdout,
    );
    expect(rows.find(({ word }) => word === 'le')).toBeUndefined();
    expect(rows.find(({ word }) => word === 'avoir')?.count).toBe('4');
    const asked = ['stats', 'keywords', '.', '--reference', 'general.csv', '--format', 'csv', '--bare'];
    expect(table(run(dir, asked).stdout).find(({ word }) => word === 'port')).toMatchObject({ count: '3', others: '10' });
    fs.writeFileSync(path.join(dir, 'general.csv'), 'port;10\nle;beaucoup\n');
    const { status, stderr } = run(dir, asked);
    expect(status).toBe(1);
    expect(stderr).toContain('general.csv:2: there should be a word and a number');
  });

  test('a figure below 0 is a figure in a spreadsheet, and a word that looks like a formula is none', () => {
    const dir = folder({
      'a.txt': `${'mer '.repeat(60)}${'le '.repeat(100)}.`,
      'b.txt': `${'le '.repeat(300)}.`,
      'metadata.csv': 'id,source\na,A\nb,B\n',
    });
    const asked = ['stats', 'keywords', '.', '--by', 'source', '--part', 'A', '--all', '--bare', '--format', 'csv'];
    expect(table(run(dir, asked).stdout).find(({ word }) => word === 'le')?.specificity).toMatch(/^-\d+\.\d+$/);
    expect(run(dir, [...asked, '--variant', 'excel-semicolon']).stdout).toMatch(/\nle;.*;-\d+,\d+;/);
  });

  test.each([
    [['stats'], 'name what to count (words, ngrams'],
    [['stats', 'words'], 'name the files or folders to count in'],
    [['stats', 'verbs', '.'], 'name what to count'],
    [['stats', 'collocates', '.'], 'collocates: name what to look for with --query'],
    [['stats', 'keywords', '.', '--by', 'source'], 'name the partition with --by and the part with --part'],
    [['stats', 'ngrams', '.', '--length', '4-2'], '--length 4-2: write the words of an n-gram'],
    [['stats', 'collocates', '.', '--query', 'a', '--window', '0:0'], '--window 0:0'],
    [['stats', 'dispersion', '.', '--query', '[word="("]'], 'is not a regular expression'],
    [['stats', 'series', '.', '--by', 'source'], 'series --by source: write month or year'],
    [['stats', 'words', '.', '--min', 'x'], '--min x: write a whole number above 0'],
  ])('%j is a wrong call', (words, said) => {
    const { status, stderr } = run(corpus(), words);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});
