import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveWhole } from '../../../client/src/saveWhole';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file that the user named is written whole, over an earlier one too', async () => {
  const file = join(folder, 'agreement.csv');
  await saveWhole(file, 'a,b\n'.repeat(10_000));
  await saveWhole(file, 'a,b\n');
  expect(readFileSync(file, 'utf8')).toBe('a,b\n');
  expect(readdirSync(folder)).toEqual(['agreement.csv']);
});

test('where that fails the failure is thrown, and nothing is left beside it', async () => {
  mkdirSync(join(folder, 'taken.csv', 'x'), { recursive: true });
  await expect(saveWhole(join(folder, 'taken.csv'), 'a')).rejects.toThrow();
  await expect(saveWhole(join(folder, 'none', 'a.csv'), 'a')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken.csv']);
});
