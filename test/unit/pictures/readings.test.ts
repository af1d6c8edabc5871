import fs from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../../../server/src/core/analyser';
import { watchChoices } from '../../../server/src/core/quotes/speakers/ranking/rank';
import { drawChoice, drawDate, drawGrammar, drawScores, type Language, viewOf } from './readings';
import { below, DRAWN, parseSmallText, smallTexts, testSmallTexts } from './smallTexts';

/** Of the texts each so many is read: they are many, and alike. */
const EACH = 3;

const bytes = (language: string): Uint8Array =>
  fs.readFileSync(path.join(import.meta.dirname, '../../../server/models', `${language}.bin`));
const models = { fr: bytes('fr'), en: bytes('en') };
const analyser = createAnalyser({ reuse: false, model: (language) => models[language as Language] });

function drawn(line: string): string {
  const { text, language, date = null } = parseSmallText(line);
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
  return below(line, found);
}

/**
 * What leads to what is found in small texts: sentences, verbs, noun phrases, the scores of words of names, what speaks for a
 * date's direction and for a speaker, and how dates are said. What is found may stay as it is where one of these is wrong,
 * until a text comes that it matters in. Drawn anew with `UPDATE_PICTURES=1 npx vitest run test/unit/pictures`.
 */
testSmallTexts('how small texts are read', {
  file: path.join(DRAWN, 'near.readings'),
  texts: smallTexts().filter((_, i) => i % EACH === 0),
  least: 200,
  drawn,
});
