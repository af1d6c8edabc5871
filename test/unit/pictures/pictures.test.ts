import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { drawAnalysis, drawFeatures } from './draw';

const HERE = import.meta.dirname;
const DRAWN = path.join(HERE, 'drawn');
const CORPUS = path.join(HERE, '../../../samples/corpus');
const MODELS = path.join(HERE, '../../../server/models');

/**
 * Whole articles, with all that is found in them and shown of it, as it stands in files beside. Whoever changes an answer on
 * purpose draws them anew (`UPDATE_PICTURES=1 npx vitest run test/unit/pictures`) and reads in the difference what else changed.
 */
const analyser = createAnalyser({
  model: (language) => {
    const file = path.join(MODELS, `${language}.bin`);
    return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
  },
});

function compare(name: string, lines: readonly string[]): void {
  const file = path.join(DRAWN, `${name}.drawn`);
  const drawn = `${lines.join('\n')}\n`;
  if (process.env.UPDATE_PICTURES) fs.writeFileSync(file, drawn);
  expect(drawn).toBe(fs.readFileSync(file, 'utf8'));
}

const inFolder = (folder: string, end: string): string[] =>
  (fs.readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith(end)).sort();

describe('small articles, whole', () => {
  // fr.dialogue.2016-02-29.txt: the language that it is read in, what it is about, the day that it is of
  for (const name of inFolder(path.join(HERE, 'articles'), '.txt'))
    test(name, () => {
      const [language = '', , date] = name.split('.');
      const text = fs.readFileSync(path.join(HERE, 'articles', name), 'utf8');
      const analysis = analyser.analyse({ id: name, text, language, ...(date !== 'txt' && date !== undefined && { date }) });
      compare(name.replace(/\.txt$/, ''), [...drawAnalysis(text, analysis), ...drawFeatures(text, analysis)]);
    });
});

describe('the sample corpus', () => {
  for (const name of inFolder(CORPUS, '.txt'))
    test(name, () => {
      const text = fs.readFileSync(path.join(CORPUS, name), 'utf8');
      compare(path.basename(name, '.txt'), drawAnalysis(text, analyser.analyse({ id: name, text })));
    });
});
