import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { globTest } from '../../../server/src/store/articleGlobs';
import { articleRules, DEFAULT_ARTICLE_SETTINGS, decideFile, evidenceOf } from '../../../server/src/store/articleRules';
import { editorEncoding, encodingOfEditor } from '../../../server/src/store/editorEncoding';
import { limitedSearch } from '../../../server/src/timeLimit';

describe('globs of the settings', () => {
  const fits = (glob: string, below: string | undefined, path = `/corpus/${below}`): boolean =>
    globTest([glob], (_, search) => search())(path, below);

  test.each([
    ['*.txt', 'a.txt', true],
    ['*.txt', 'deep/er/a.txt', true],
    ['*.txt', 'a.md', false],
    ['press', 'press/2017/a.txt', true],
    ['press', 'deep/press/a.txt', true],
    ['press/2017', 'press/2017/a.txt', true],
    ['press/2017', 'deep/press/2017/a.txt', false],
    ['./press/*.txt', 'press/a.txt', true],
    ['press/*.txt', 'press/2017/a.txt', false],
    ['press/**/*.{txt,news}', 'press/2017/a.news', true],
    ['press/[0-9]*.txt', 'press/3.txt', true],
    ['*.txt', '.hidden/a.txt', true],
    ['/corpus/*.txt', 'a.txt', true],
    ['/elsewhere/*.txt', 'a.txt', false],
    ['!(a).txt', 'b.txt', false],
    ['', 'a.txt', false],
    ['[', 'a.txt', false],
  ])('%s names %s: %s', (glob, below, expected) => {
    expect(fits(glob, below)).toBe(expected);
  });

  test('count from any depth where no folder is open', () => {
    expect(fits('press/*.txt', undefined, '/home/anna/press/a.txt')).toBe(true);
    expect(fits('press/*.txt', undefined, '/home/anna/a.txt')).toBe(false);
  });

  test('one that would search for ever is given up and told, the next one counts', () => {
    const told: string[] = [];
    const slow = `${'*a'.repeat(40)}b`;
    const test = globTest(
      [slow, '*.txt'],
      limitedSearch((glob) => told.push(glob)),
    );
    expect(test(`/c/${'a'.repeat(200)}.txt`, `${'a'.repeat(200)}.txt`)).toBe(true);
    expect(told.every((glob) => glob === slow)).toBe(true);
  });
});

test.each([
  ['/press/fr/a.txt', 'fr/a.txt'],
  ['/press/..a/b.txt', '..a/b.txt'],
  ['/elsewhere/fr/a.txt', 'a.txt'],
  ['/pressed/a.txt', 'a.txt'],
  ['/', ''],
])('of %s, in the folder /press, names are judged by %s', async (path, expected) => {
  expect((await evidenceOf(path, articleRules(DEFAULT_ARTICLE_SETTINGS, '/press'))).path).toBe(expected);
});

describe('a closed file', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'rules-')));
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const decide = (name: string, content: string | Uint8Array, settings = {}) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return decideFile(join(folder, name), articleRules({ ...DEFAULT_ARTICLE_SETTINGS, ...settings }, folder));
  };
  const PROSE = 'Le marché a fermé à midi. Les marchands sont partis sous l’orage, et la place s’est vidée.';

  test.each([
    ['a.txt', PROSE, true, 'prose'],
    ['a.txt', Buffer.from(PROSE.replaceAll('’', "'"), 'latin1'), true, 'prose'],
    ['a.txt', Buffer.from(`\ufeff${PROSE}`, 'utf16le'), true, 'prose'],
    ['Le Monde 3 mars 2017', PROSE, true, 'prose'],
    ['a.news', PROSE, true, 'prose'],
    ['page.md', PROSE, false, 'otherLanguage'],
    ['node_modules/x/a.txt', PROSE, false, 'notProse:package'],
    ['photo.jpg', Buffer.from([0xff, 0xd8, 0, 1]), false, 'binary'],
    ['empty.txt', '', false, 'notProse:empty'],
  ])('%s is decided as in the editor', async (name, content, article, reason) => {
    expect(await decide(name, content)).toMatchObject({ article, reason });
  });

  test('its settings’ globs count from the folder that is open', async () => {
    expect(await decide('press/page.md', PROSE, { articleFiles: ['press/*.md'] })).toMatchObject({
      article: true,
      reason: 'glob',
    });
    expect(await decide('press/a.txt', PROSE, { excludedFiles: ['press'] })).toMatchObject({
      article: false,
      reason: 'excluded',
    });
  });
});

describe('names of encodings', () => {
  test.each([
    ['windows-1252', 'windows1252'],
    ['iso-8859-15', 'iso885915'],
    ['macintosh', 'macroman'],
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
    ['windows-1251', 'windows1251'],
    ['koi8-r', 'koi8r'],
    ['shift_jis', 'shiftjis'],
    ['utf-8', 'utf8'],
  ])('%s is %s to VS Code, and back', (ours, editors) => {
    expect(editorEncoding(ours)).toBe(editors);
    expect(encodingOfEditor(editors)).toBe(ours);
  });
  test('one that cannot be read is none', () => {
    expect(encodingOfEditor('cp437')).toBeUndefined();
  });
});
