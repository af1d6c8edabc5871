import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('pictures', { models: true });

function run(dir: string, words: readonly string[], locale = 'C') {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale, XDG_CACHE_HOME: path.join(home, 'cache') };
  return spawnSync(process.execPath, [cli, 'stats', ...words, '--quiet'], { encoding: 'utf8', cwd: dir, env });
}

const ARTICLE = 'Le port de Lisbonne a rouvert hier. « Les bateaux sont rentrés », dit Anne Morel à Lisbonne. Otrane attend.';

function corpus(): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  fs.writeFileSync(path.join(dir, 'a.txt'), ARTICLE);
  fs.writeFileSync(path.join(dir, 'metadata.csv'), 'id,date\na,2016-03-04\n');
  return dir;
}

describe('stats of pictures', () => {
  const dir = corpus();

  test('each gives its data, and a picture whose colours need no theme', () => {
    for (const kind of ['dashboard', 'network', 'map', 'barcode', 'timeline', 'progress']) {
      const csv = run(dir, [kind, '.', '--format', 'csv', '--bare']);
      expect(csv.status, kind).toBe(0);
      expect(csv.stdout.trim().split('\n').length, kind).toBeGreaterThan(1);
      const { stdout } = run(dir, [kind, '.', '--format', 'svg']);
      expect(stdout, kind).toMatch(/^<svg .*<\/svg>$/s);
      expect(stdout, kind).not.toContain('var(');
    }
  });

  test('the dashboard says what the tables say', () => {
    const json = (kind: string): Record<string, unknown>[] => JSON.parse(run(dir, [kind, '.', '--format', 'json']).stdout).rows;
    const dashboard = json('dashboard');
    const section = (name: string) => dashboard.filter((row) => row.section === name);
    expect(section('name').map(({ item, count }) => [item, count])).toEqual(
      json('entities').map(({ name, count }) => [name, count]),
    );
    expect(section('speaker').map(({ item, count }) => [item, count])).toEqual(
      json('speakers').map(({ speaker, count }) => [speaker, count]),
    );
    expect(section('quote').map(({ item, count }) => [item, count])).toEqual(
      json('quotes').map(({ quote, count }) => [quote, count]),
    );
  });

  test('the project’s gazetteer places what no list knows', () => {
    const own = corpus();
    fs.mkdirSync(path.join(own, '.corpus'));
    fs.writeFileSync(
      path.join(own, '.corpus/gazetteer.tsv'),
      'name\ttype\taliases\tidentifier\tnote\tlat\tlon\nOtrane\tLOC\t\t\t\t45.5\t-4,25\n',
    );
    const { rows } = JSON.parse(run(own, ['map', '.', '--names', '.corpus/gazetteer.tsv', '--format', 'json']).stdout);
    expect(rows).toContainEqual(
      expect.objectContaining({ place: 'Otrane', latitude: 45.5, longitude: -4.25, source: 'gazetteer' }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ place: 'Lisbonne', latitude: 38.7, source: 'list' }));
  });

  test('says what it does not understand, and speaks French', () => {
    expect(run(dir, ['network', '.', '--unit', 'page']).stderr).toContain('sentence, paragraph, article');
    expect(run(dir, ['network', '.', '--top', '500']).stderr).toContain('from 2 to 150');
    expect(run(dir, ['map', '.', '--top', '5']).stderr).toContain('--unit, --top and --type are of network alone');
    expect(run(dir, ['network', '.', '--unit', 'article', '--type', 'PER', '--type', 'LOC'], 'fr_FR.UTF-8').stdout).toContain(
      'Réseau de noms',
    );
  });
});
