import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('duplicates');

const STORY =
  'Le bac a repris ses rotations lundi matin entre les deux rives du chenal, après trois semaines de travaux. La mairie promet un second bateau.';
const OTHER =
  'Une pluie d’étoiles filantes a surpris les habitants de la vallée dans la nuit de samedi à dimanche, disent les gendarmes.';

function corpus(): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  const files = {
    'agency.txt': ` date 2016-03-04 ${STORY}`,
    'print.txt': `${STORY} Elle en attend beaucoup.`,
    'web.txt': STORY,
    'other.txt': OTHER,
    'metadata.csv': 'id,date\nprint,2016-03-05\nweb,2016-04-30\n',
  };
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), content);
  return dir;
}

function run(words: readonly string[], locale = 'C') {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: locale };
  return spawnSync(process.execPath, [cli, 'duplicates', ...words], { encoding: 'utf8', cwd: corpus(), env });
}

describe('duplicates', () => {
  test('are listed in groups, by the dates of headers and of metadata.csv', () => {
    const { status, stdout, stderr } = run(['.']);
    expect(status).toBe(0);
    expect(stdout.split(/\r?\n/).filter(Boolean)).toEqual([
      'group,file,date,kind,share,like,words',
      '1,agency.txt,2016-03-04,first,1.00,,25',
      '1,print.txt,2016-03-05,near,1.00,agency.txt,29',
    ]);
    expect(stderr).toBe('1 group in 4 articles: beside the first of each, 0 exact and 1 near duplicates\n');
  });

  test('are asked for within any number of days, and told in French', () => {
    const { stdout, stderr } = run(['--days', 'any', '--format', 'tsv', '.'], 'fr_FR.UTF-8');
    expect(stdout).toContain('1\tweb.txt\t2016-04-30\texact\t1.00\t');
    expect(stderr).toContain('1 groupe dans 4 articles');
  });

  test.each([
    [['--share', '2', '.'], '--share 2'],
    [['--days', 'x', '.'], '--days x'],
    [[], 'name the files'],
  ])('%j is a wrong call', (words, said) => {
    expect(run(words)).toMatchObject({ status: 2, stderr: expect.stringContaining(said) });
  });
});
