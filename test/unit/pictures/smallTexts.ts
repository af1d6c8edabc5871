import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Where the pictures lie. */
export const DRAWN = path.join(import.meta.dirname, 'drawn');

/** The lines of near.texts that hold a text each, `language day: text`. */
export const smallTexts = (): readonly string[] =>
  fs
    .readFileSync(path.join(DRAWN, 'near.texts'), 'utf8')
    .split('\n')
    .filter((line) => /^[a-z]{2} \S+: /.test(line));

/** What a line of near.texts says; without a day where it is not known. */
export function parseSmallText(line: string): { readonly language: string; readonly date?: string; readonly text: string } {
  const [, language = '', day = '', written = ''] = /^([a-z]{2}) (\S+): (.*)$/.exec(line) ?? [];
  return { language, text: written.replaceAll('⏎', '\n'), ...(day !== '-' && { date: day }) };
}

/** A text's line, and below it what was found. */
export const below = (line: string, found: readonly string[]): string => [line, ...found.map((one) => `   ${one}`)].join('\n');

/**
 * Tests that each text is drawn as the file has it; with `UPDATE_PICTURES` set, draws the file anew first.
 *
 * @param least - so many texts at least: a file that was cut says nothing.
 */
export function testSmallTexts(
  title: string,
  { file, texts, least, drawn }: { file: string; texts: readonly string[]; least: number; drawn: (line: string) => string },
): void {
  describe(title, () => {
    if (process.env.UPDATE_PICTURES) fs.writeFileSync(file, `${texts.map(drawn).join('\n')}\n`);
    const expected = fs
      .readFileSync(file, 'utf8')
      .trimEnd()
      .split(/\n(?=\S)/);

    test('are there', () => {
      expect(expected.length).toBe(texts.length);
      expect(texts.length).toBeGreaterThan(least);
    });
    test.each(texts.map((line, n) => [n + 1, line] as const))('%i', (n, line) => {
      expect(drawn(line)).toBe(expected[n - 1]);
    });
  });
}
