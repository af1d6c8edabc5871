import fs from 'node:fs';
import path from 'node:path';
import { ROOT, SAMPLE_CORPUS } from './project.mjs';
import { DATA, loadTraining } from './training.mjs';

/**
 * Texts to measure speed on: the labelled sets of a language (all documents: no label is looked at), where they are at
 * hand, else the sample corpus, which is too small for more than a first impression. Gives them with what they are.
 */
export async function newsTexts(language, data = DATA) {
  if (fs.existsSync(data)) {
    const { RECIPES } = await loadTraining('bench.ts');
    const recipe = RECIPES[language];
    if (recipe !== undefined) {
      const { visible, held } = recipe.read({ root: ROOT, data });
      const texts = [...visible, ...held].map((document) => document.text);
      return {
        texts,
        what: language === 'fr' ? 'French Wikinews, whole articles (WiNER-fr)' : 'English sets with labelled names',
      };
    }
  }
  const folder = path.join(SAMPLE_CORPUS, language);
  return {
    texts: fs.existsSync(folder) ? textsIn(folder) : [],
    what: `the sample corpus, since ${path.relative(ROOT, data)} is not at hand: mostly warming up`,
  };
}

/** The texts of all .txt files below a folder. */
export const textsIn = (folder) =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));

/** Length in UTF-8. */
export const bytesOf = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
