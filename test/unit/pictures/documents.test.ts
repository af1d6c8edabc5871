import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { TemporalExpression } from '../../../server/src/core/analysis';
import { datesOf } from '../dates/support';

/** Files of examples, each with the days of the articles that they stand in. */
const FILES: readonly [name: string, least: number, documents: readonly (string | null)[]][] = [
  // days that are finer and coarser, at the ends of things, and none
  ['documents.dates', 400, ['2016-03-16', '2016-12-31', '2016-02-29', '2016-03', '2015', null]],
  // the last and the first days of weeks, months, quarters, seasons, years and decades
  [
    'turns.dates',
    150,
    [
      ...['2016-05-01', '2016-05-02', '2016-03-31', '2016-04-01', '2016-03-19', '2016-03-20', '2016-06-30', '2016-07-01'],
      ...['2016-09-21', '2016-09-22', '2016-12-24', '2019-12-31', '2020-01-01', '2016-06', '2016-12'],
    ],
  ],
];

function shown({ text, type, value, mod, edtf, earliest, latest, anchor }: TemporalExpression): string {
  const days = [edtf, earliest, latest, anchor].map((one) => one ?? '').join(' ');
  return `${text} = ${type} ${value}${mod ? ` ${mod}` : ''} (${days.trim()})`;
}

function drawn(example: string, documents: readonly (string | null)[]): string[] {
  const text = example.slice(4).replaceAll('⏎', '\n');
  const byMeaning = new Map<string, string[]>();
  for (const document of documents) {
    const meaning = datesOf(text, example.slice(0, 2), document).map(shown).join(' | ').replaceAll('\n', '⏎');
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), document ?? 'none']);
  }
  return [example, ...[...byMeaning].map(([meaning, days]) => `   ${days.join(', ')}: ${meaning}`)];
}

/**
 * What dates mean in articles of other days: an example in a line, `language: text`, and below it what each is, with the days
 * that it may be, for all days that give the same. Drawn anew with `UPDATE_PICTURES=1 npx vitest run test/unit/pictures`.
 */
test.each(FILES)('dates in articles of other days: %s', (name, least, documents) => {
  const file = path.join(import.meta.dirname, 'drawn', name);
  const examples = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[a-z]{2}: /.test(line));
  const now = `${examples.flatMap((example) => drawn(example, documents)).join('\n')}\n`;
  if (process.env.UPDATE_PICTURES) fs.writeFileSync(file, now);
  expect(examples.length).toBeGreaterThan(least);
  expect(now).toBe(fs.readFileSync(file, 'utf8'));
});
