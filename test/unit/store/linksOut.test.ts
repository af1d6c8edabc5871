import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseArticle } from '../../../server/src/store/articleChoices';
import { copyBare } from '../../../server/src/store/bareCopy';
import { goldProblem, writeGold } from '../../../server/src/store/goldFolder';

const TEXT = 'Anne Corbin dirige la société Vellac depuis mars, selon la mairie et les journaux du matin.';
const ANN = 'T1\tPER 0 11\tAnne Corbin\n';

let root: string;
const at = (...names: readonly string[]): string => join(root, ...names);
const write = (name: string, content: string): void => {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), content);
};
/** All files below a folder with what they say. */
const filesBelow = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'links-out-'));
  for (const person of ['anna', 'ben']) {
    write(`${person}/sub/a.txt`, TEXT);
    write(`${person}/sub/a.ann`, ANN);
    write(`${person}/b.txt`, TEXT);
    write(`${person}/b.ann`, ANN);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a gold folder', () => {
  const folders = (): string[] => [at('anna'), at('ben')];

  test('is of its own: a link to somebody’s folder, or to a place in it, is not', async () => {
    symlinkSync(at('anna'), at('gold'));
    expect(await goldProblem(folders(), at('gold'))).toBeDefined();
    expect(await goldProblem(folders(), at('gold', 'new', 'deep'))).toBeDefined();
    expect(await goldProblem(folders(), at('other'))).toBeUndefined();
    symlinkSync(at('ben'), at('linked'));
    expect(await goldProblem([at('linked')], at('ben', 'gold'))).toBeDefined();
  });

  test('writes nothing through a link into an annotator’s folder: the article is named, the others are done', async () => {
    const before = filesBelow('anna');
    mkdirSync(at('gold'));
    symlinkSync(at('anna', 'sub'), at('gold', 'sub'));
    const { articles, skipped } = await writeGold(folders(), at('gold'));
    expect(articles).toBe(1);
    expect(skipped.map(({ name }) => name)).toEqual(['sub/a.txt']);
    expect(filesBelow('anna')).toEqual(before);
    expect(readFileSync(at('gold', 'b.ann'), 'utf8')).toContain('\tPER 0 11\tAnne Corbin');
  });

  test('keeps whose annotations it is made of in itself alone', async () => {
    mkdirSync(at('gold'));
    mkdirSync(at('elsewhere'));
    symlinkSync(at('elsewhere'), at('gold', '.corpus'));
    const { articles, skipped } = await writeGold(folders(), at('gold'));
    expect(articles).toBe(2);
    expect(skipped.map(({ name }) => name)).toEqual([join('.corpus', 'gold.json')]);
    expect(readdirSync(at('elsewhere'))).toEqual([]);
  });
});

test('a copy without annotations is written into its folder alone', async () => {
  mkdirSync(at('copy'));
  mkdirSync(at('elsewhere'));
  symlinkSync(at('elsewhere'), at('copy', 'sub'));
  const { articles, problems } = await copyBare(at('anna'), at('copy'));
  expect(articles).toBe(1);
  expect(problems.map(({ name }) => name)).toEqual(['sub/a.txt']);
  expect(readdirSync(at('elsewhere'))).toEqual([]);
});

test('which files are articles is neither written nor taken away through a link', async () => {
  mkdirSync(at('elsewhere'));
  symlinkSync(at('elsewhere'), at('anna', '.corpus'));
  await expect(chooseArticle(at('anna', 'b.txt'), 'article', at('anna'))).rejects.toThrow();
  expect(readdirSync(at('elsewhere'))).toEqual([]);
  write('elsewhere/articles', 'b.txt\n');
  await expect(chooseArticle(at('anna', 'b.txt'), undefined, at('anna'))).rejects.toThrow();
  expect(existsSync(at('elsewhere', 'articles'))).toBe(true);
});
