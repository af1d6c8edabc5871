import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { TemporalExpression } from '../../../server/src/core/analysis';
import { datesOf } from '../dates/support';

const FILE = path.join(import.meta.dirname, 'drawn', 'documents.dates');

/** Days that articles are of, finer and coarser, at the ends of things, and none. */
const DOCUMENTS = ['2016-03-16', '2016-12-31', '2016-02-29', '2016-03', '2015', null];

/**
 * What dates mean in articles of other days: an example in a line, `language: text`, and below it what each is, with the days
 * that it may be, for all days that give the same. Drawn anew with `UPDATE_PICTURES=1 npx vitest run test/unit/pictures`.
 */
const examples = fs
  .readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => /^[a-z]{2}: /.test(line));

function shown({ text, type, value, mod, edtf, earliest, latest, anchor }: TemporalExpression): string {
  const days = [edtf, earliest, latest, anchor].map((one) => one ?? '').join(' ');
  return `${text} = ${type} ${value}${mod ? ` ${mod}` : ''} (${days.trim()})`;
}

function drawn(example: string): string[] {
  const text = example.slice(4).replaceAll('⏎', '\n');
  const byMeaning = new Map<string, string[]>();
  for (const document of DOCUMENTS) {
    const meaning = datesOf(text, example.slice(0, 2), document).map(shown).join(' | ').replaceAll('\n', '⏎');
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), document ?? 'none']);
  }
  return [example, ...[...byMeaning].map(([meaning, documents]) => `   ${documents.join(', ')}: ${meaning}`)];
}

test('dates in articles of other days', () => {
  const now = `${examples.flatMap(drawn).join('\n')}\n`;
  if (process.env.UPDATE_PICTURES) fs.writeFileSync(FILE, now);
  expect(examples.length).toBeGreaterThan(400);
  expect(now).toBe(fs.readFileSync(FILE, 'utf8'));
});
