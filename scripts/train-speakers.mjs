#!/usr/bin/env node
// Learns how the evidence for whom a speaker's mention means is weighed, by a fixed seed: the same data gives the same table.
import { main, ROOT, say } from './lib/project.mjs';
import { dataFolder, loadTraining } from './lib/training.mjs';

const HELP = `Usage: node scripts/train-speakers.mjs [--data FOLDER]

Writes server/src/core/quotes/speakers/ranking/weights.generated.ts. A minute on one core.
  --data FOLDER   where the data sets are; default ../shared/data`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const data = dataFolder(args);
  const { trainSpeakers } = await loadTraining('speakers.ts');
  const started = Date.now();
  trainSpeakers({ root: ROOT, data }, (line) => say(`[${Math.round((Date.now() - started) / 1000)} s] ${line}`));
});
