#!/usr/bin/env node
// Measures learning from decisions: an annotator simulated over the labelled news, with models that were not trained on it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { SETS_FOLDER } from './lib/measuredSets.mjs';
import { main, ROOT } from './lib/project.mjs';

const MODELS = process.env.LEARNING_MODELS ?? path.join(ROOT, 'server/models');
const SETS = [
  ['French press', 'news/fr.jsonl', 'fr'],
  ['English press', 'news/en.jsonl', 'en'],
  ['French regional press', 'news/fr-regional.jsonl', 'fr'],
];

await main(async () => {
  if (!fs.existsSync(SETS_FOLDER)) return console.log('Learning: no data sets beside the project; nothing simulated.');
  if (process.env.LEARNING_MODELS === undefined)
    console.log(
      'With the shipped models, which learnt from the press: LEARNING_MODELS names a folder with others\n' +
        '(node scripts/train.mjs --leave-out news --out FOLDER).',
    );
  for (const [name, file, language] of SETS) {
    console.log(`\n${name}`);
    const model = path.join(MODELS, `${language}.bin`);
    const args = ['dist/cli.js', 'simulate', '--language', language, '--model', model, path.join(SETS_FOLDER, file)];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) return 1;
  }
});
