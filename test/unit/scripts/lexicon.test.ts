import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedRows } from '../../../scripts/gen-lexicon/tables.mjs';
import { generated } from '../../../scripts/gen-lexicon.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');

describe('the word lists of server/data', () => {
  it('are packed as the language packs have them', async () => {
    const files = await generated();
    expect(files.size).toBeGreaterThan(3);
    for (const [file, text] of files)
      expect(fs.readFileSync(path.join(ROOT, file), 'utf8') === text, `${file}: run node scripts/gen-lexicon.mjs`).toBe(true);
  });

  it('hold a row a form, with empty cells where a row ends early', () => {
    expect(checkedRows('fr/lexicon.tsv', ['# form', 'abbé\t\thuman', 'maire'], 3)).toEqual([
      { line: 2, cells: ['abbé', '', 'human'] },
      { line: 3, cells: ['maire', '', ''] },
    ]);
  });

  it.each([
    ['a double', ['maire', 'maire'], 'fr/lexicon.tsv:2: stands twice'],
    ['a row out of order', ['maire', 'abbé'], 'fr/lexicon.tsv:2: not in order: it belongs before "maire"'],
    ['a cell too many', ['maire\t\thuman\tm'], 'fr/lexicon.tsv:1: more than 3 columns'],
    ['blanks around a form', [' maire'], 'fr/lexicon.tsv:1: the first column is empty or has blanks'],
  ])('refuse %s by file and line', (_, lines, message) => {
    expect(() => checkedRows('fr/lexicon.tsv', lines, 3)).toThrow(message);
  });
});
