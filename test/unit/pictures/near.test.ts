import fs from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../../../server/src/core/analyser';
import { drawAnalysis } from './draw';
import { below, DRAWN, parseSmallText, smallTexts, testSmallTexts } from './smallTexts';

const MODELS = path.join(import.meta.dirname, '../../../server/models');

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

/**
 * What is found in small texts near those of the other tests, each of which shows a fault that no other did
 * (`node scripts/mutants/search.mjs` makes them): where a rule's bound is, and what comes of it in words that nobody would
 * write. A text in a line, `language day: text`, and below it all that is found. Drawn anew with
 * `UPDATE_PICTURES=1 npx vitest run test/unit/pictures`.
 */
testSmallTexts('small texts near others', {
  file: path.join(DRAWN, 'near.texts'),
  texts: smallTexts(),
  least: 400,
  drawn: (line) => {
    const { text, ...given } = parseSmallText(line);
    return below(line, drawAnalysis(text, analyser.analyse({ id: 'a', text, ...given })));
  },
});
