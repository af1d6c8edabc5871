#!/usr/bin/env node
// Learns how the evidence for whom a speaker's mention means is weighed, by a fixed seed: the same data gives the same table.
import fs from 'node:fs';
import path from 'node:path';
import { main, ROOT, say, UserError } from './lib/project.mjs';
import { DATA, loadTraining } from './lib/training.mjs';

const HELP = `Usage: node scripts/train-speakers.mjs [--data FOLDER]

Writes server/src/core/quotes/speakers/ranking/weights.generated.ts. A minute on one core.
  --data FOLDER   where the data sets are; default ../shared/data`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const at = args.indexOf('--data');
  const data = at >= 0 ? path.resolve(args[at + 1] ?? '') : DATA;
  if (!fs.existsSync(data)) throw new UserError(`No data sets in ${data}: say where they are with --data`);
  const { trainSpeakers } = await loadTraining('speakers.ts');
  const started = Date.now();
  trainSpeakers({ root: ROOT, data }, (line) => say(`[${Math.round((Date.now() - started) / 1000)} s] ${line}`));
});
