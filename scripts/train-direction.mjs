#!/usr/bin/env node
// Learns which way an undated day points from dates that say it themselves, and writes the weights into each language's folder:
// the same data gives the same bytes.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { main, ROOT, say } from './lib/project.mjs';
import { dataFolder, loadTraining } from './lib/training.mjs';

const HELP = `Usage: node scripts/train-direction.mjs [--data FOLDER] [--dry-run]

Writes server/src/core/languages/LANGUAGE/direction.generated.ts for French and English, after telling what each kind of
example gives in five-fold cross-validation by text.
  --data FOLDER   where the data sets are; default ../shared/data
  --dry-run       tells the figures alone`;

const LANGUAGES = ['fr', 'en'];
const HELD = { shared: 8, own: 16 };
const FOLDS = 5;
const foldOf = (id) => (crypto.createHash('sha256').update(`direction:${id}`).digest()[0] ?? 0) % FOLDS;

/** What share of the examples of a kind, each weighed by those of the other folds, comes out right. */
function crossValidate(examples, { learn, rightOf }) {
  const tally = new Map();
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = learn(
      examples.filter((e) => foldOf(e.id) !== fold),
      LANGUAGES,
      HELD,
    );
    for (const example of examples.filter((e) => foldOf(e.id) === fold)) {
      const kind = `${example.language} ${example.source}`;
      const row = tally.get(kind) ?? { right: 0, nearestVerb: 0, all: 0 };
      row.all++;
      row.right += rightOf([example], learnt);
      row.nearestVerb += example.features.includes('nearest future') === example.ahead ? 1 : 0;
      tally.set(kind, row);
    }
  }
  for (const [kind, { right, nearestVerb, all }] of [...tally].sort())
    say(
      `${kind}: ${((100 * right) / all).toFixed(1)} % of ${all} (the nearest verb alone ${((100 * nearestVerb) / all).toFixed(1)} %)`,
    );
}

const fileOf = (weights) =>
  `// Written by scripts/train-direction.mjs, not by hand: what each piece of evidence speaks for a date's lying ahead (positive)
// or behind. See docs/model-cards/direction.md.
import type { DirectionWeights } from '../../dates/direction/decide';

export const directionWeights: DirectionWeights = {
${Object.entries(weights)
  .map(
    ([name, weight]) =>
      `  ${/^[a-zA-Z]+$/.test(name) ? name : name.includes("'") ? JSON.stringify(name) : `'${name}'`}: ${weight},`,
  )
  .join('\n')}
};
`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const data = dataFolder(args);
  const training = await loadTraining('direction.ts');
  const { ownExamples } = await loadTraining('directionSentences.ts');
  const examples = [
    ...training.textsOf(data).flatMap(training.examplesOf),
    ...LANGUAGES.flatMap((language) => ownExamples(ROOT, language)),
  ];
  crossValidate(examples, training);
  if (args.includes('--dry-run')) return;
  for (const [language, weights] of Object.entries(training.learn(examples, LANGUAGES, HELD)))
    fs.writeFileSync(path.join(ROOT, `server/src/core/languages/${language}/direction.generated.ts`), fileOf(weights));
});
