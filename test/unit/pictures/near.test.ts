import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { drawAnalysis } from './draw';

const FILE = path.join(import.meta.dirname, 'drawn', 'near.texts');
const MODELS = path.join(import.meta.dirname, '../../../server/models');

/**
 * What is found in small texts near those of the other tests, each of which shows a fault that no other did
 * (`node scripts/mutants/search.mjs` makes them): where a rule's bound is, and what comes of it in words that nobody would
 * write. A text in a line, `language day: text`, and below it all that is found. Drawn anew with
 * `UPDATE_PICTURES=1 npx vitest run test/unit/pictures`.
 */
const texts = fs
  .readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => /^[a-z]{2} \S+: /.test(line));

const analyser = createAnalyser({
  reuse: false,
  model: (language) => {
    const file = path.join(MODELS, `${language}.bin`);
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  },
  onError: (layer, error) => {
    throw new Error(`${layer}: ${error}`);
  },
});

function drawn(line: string): string {
  const [, language = '', date = '', written = ''] = /^([a-z]{2}) (\S+): (.*)$/.exec(line) ?? [];
  const text = written.replaceAll('⏎', '\n');
  const analysis = analyser.analyse({ id: 'a', text, language, ...(date !== '-' && { date }) });
  return [line, ...drawAnalysis(text, analysis).map((found) => `   ${found}`)].join('\n');
}

describe('small texts near others', () => {
  if (process.env.UPDATE_PICTURES) fs.writeFileSync(FILE, `${texts.map(drawn).join('\n')}\n`);
  const expected = fs
    .readFileSync(FILE, 'utf8')
    .trimEnd()
    .split(/\n(?=\S)/);

  test('are there', () => {
    expect(expected.length).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(400);
  });
  test.each(texts.map((line, n) => [n + 1, line] as const))('%i', (n, line) => {
    expect(drawn(line)).toBe(expected[n - 1]);
  });
});
