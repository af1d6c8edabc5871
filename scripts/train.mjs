#!/usr/bin/env node
// Trains all that is learnt from the data sets, by a fixed seed: the same data gives the same bytes.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { main, ROOT, say } from './lib/project.mjs';
import { dataFolder, loadTraining } from './lib/training.mjs';

const HELP = `Usage: node scripts/train.mjs [--data FOLDER] [LANGUAGE…]

Trains server/models/LANGUAGE.bin, minutes on one core. Without a language all of them, and then what builds on their names:
the weights of who speaks (train-speakers.mjs) and of which way a date points (train-direction.mjs).
  --data FOLDER   where the data sets are; default ../shared/data
  --kept-papers   leaves out the newspapers that measure: what then scores them tells something. What ships learns from all`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const data = dataFolder(args);
  const kept = args.indexOf('--kept-papers');
  if (kept >= 0) args.splice(kept, 1);
  const { train } = await loadTraining('main.ts');
  const started = Date.now();
  train(args, { root: ROOT, data, ...(kept < 0 && { without: new Set() }) }, (line) =>
    say(`[${Math.round((Date.now() - started) / 1000)} s] ${line}`),
  );
  if (args.length > 0) return;
  for (const script of ['train-speakers.mjs', 'train-direction.mjs'])
    execFileSync(process.execPath, [path.join(ROOT, 'scripts', script), '--data', data], { stdio: 'inherit' });
});
