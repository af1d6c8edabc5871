import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { watchChoices } from '../../../server/src/core/quotes/speakers/ranking/rank';
import { drawChoice, drawDate, drawGrammar, drawScores, type Language, viewOf } from './readings';

const DRAWN = path.join(import.meta.dirname, 'drawn');
const FILE = path.join(DRAWN, 'near.readings');
/** Of the texts each so many is read: they are many, and alike. */
const EACH = 3;

/**
 * What leads to what is found in small texts: sentences, verbs, noun phrases, the scores of words of names, what speaks for a
 * date's direction and for a speaker, and how dates are said. What is found may stay as it is where one of these is wrong,
 * until a text comes that it matters in. Drawn anew with `UPDATE_PICTURES=1 npx vitest run test/unit/pictures`.
 */
const texts = fs
  .readFileSync(path.join(DRAWN, 'near.texts'), 'utf8')
  .split('\n')
  .filter((line) => /^(?:fr|en) \S+: /.test(line))
  .filter((_, i) => i % EACH === 0);

const bytes = (language: string): Uint8Array =>
  fs.readFileSync(path.join(import.meta.dirname, '../../../server/models', `${language}.bin`));
const models = { fr: bytes('fr'), en: bytes('en') };
const analyser = createAnalyser({ reuse: false, model: (language) => models[language as Language] });

function drawn(line: string): string {
  const [, language = 'fr', day = '', written = ''] = /^([a-z]{2}) (\S+): (.*)$/.exec(line) ?? [];
  const text = written.replaceAll('⏎', '\n');
  const date = day === '-' ? null : day;
  const choices: string[] = [];
  const { dates } = watchChoices(
    (choice) => choices.push(drawChoice(choice)),
    () => analyser.analyse({ id: 'a', text, language, ...(date !== null && { date }) }),
  );
  const view = viewOf(text, language as Language);
  const found = [
    ...drawGrammar(view, language as Language),
    ...drawScores(view, language as Language, models[language as Language]),
    ...choices,
    ...dates.map((one) => drawDate(one, date)),
  ];
  return [line, ...found.map((one) => `   ${one}`)].join('\n');
}

describe('how small texts are read', () => {
  if (process.env.UPDATE_PICTURES) fs.writeFileSync(FILE, `${texts.map(drawn).join('\n')}\n`);
  const expected = fs
    .readFileSync(FILE, 'utf8')
    .trimEnd()
    .split(/\n(?=\S)/);

  test('are there', () => {
    expect(expected.length).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(200);
  });
  test.each(texts.map((line, n) => [n + 1, line] as const))('%i', (n, line) => {
    expect(drawn(line)).toBe(expected[n - 1]);
  });
});
