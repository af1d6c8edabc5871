// The analysis on hostile texts, in every language and with every kind of document date: it never throws, no layer fails
// behind its guard, what comes out is sound, and after an edit it is what a fresh analysis gives.
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadBundled } from '../lib/bundled.mjs';
import { DATES, hostileTexts, LANGUAGES, randomFrom } from '../lib/hostileTexts.mjs';
import { ROOT } from '../lib/project.mjs';
import { faultsOf } from '../lib/soundness.mjs';

export const about = 'the analysis on hostile texts';

/** Runs until so many inputs or seconds are done. Gives the counts and the failures, each with the input that shows it. */
export async function run({ seed, rounds, seconds, print }) {
  const { createAnalyser } = await loadBundled("export { createAnalyser } from './analyser';");
  const layers = [];
  const options = { model: readModel, onError: (layer, error) => layers.push(`${layer}: ${error?.stack ?? error}`) };
  const cold = createAnalyser({ ...options, reuse: false });
  const warm = createAnalyser(options);
  const texts = hostileTexts(randomFrom(seed), samples());
  const failures = [];
  const until = Date.now() + seconds * 1000;
  let inputs = 0;
  let characters = 0;
  while (inputs < rounds && Date.now() < until) {
    let text = texts.next();
    const language = texts.one(LANGUAGES);
    const date = texts.one(DATES);
    for (const step of ['new', 'edited']) {
      if (step === 'edited') text = texts.edited(text);
      const input = { id: 'x', text, ...(language && { language }), ...(date !== undefined && { date }) };
      const faults = attempt(input);
      inputs++;
      characters += text.length;
      if (faults.length > 0) failures.push({ faults, input });
    }
    if (inputs % 20_000 < 2) print(`${inputs} inputs, ${failures.length} failed`);
    if (failures.length >= 200) break;
  }
  return { counts: { inputs, characters }, failures };

  function attempt(input) {
    layers.length = 0;
    try {
      const analysis = cold.analyse(input);
      const faults = faultsOf(analysis, input.text);
      if (!isDeepStrictEqual(warm.analyse(input), analysis)) faults.push('a warm analysis differs from the cold one');
      return [...faults, ...layers.map((layer) => `a guard swallowed a failure: ${layer}`)];
    } catch (error) {
      return [`thrown: ${error?.stack ?? error}`];
    }
  }
}

const readModel = (language) => {
  const file = path.join(ROOT, 'server/models', `${language}.bin`);
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
};

function samples() {
  const folder = path.join(ROOT, 'samples/corpus');
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => /\.(txt|article)$/.test(file));
  return files.sort().map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}
