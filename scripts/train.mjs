#!/usr/bin/env node
// Trains the entity models from the data sets, by a fixed seed: the same data gives the same bytes.
import fs from 'node:fs';
import path from 'node:path';
import { main, ROOT, say, UserError } from './lib/project.mjs';
import { DATA, loadTraining } from './lib/training.mjs';

const HELP = `Usage: node scripts/train.mjs [--data FOLDER] [LANGUAGE…]

Trains server/models/LANGUAGE.bin (all languages without a name). Minutes on one core.
  --data FOLDER   where the data sets are; default ../shared/data
  --all-papers    learns from the newspapers too that measure: what then scores them tells nothing`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const at = args.indexOf('--data');
  const data = at >= 0 ? path.resolve(args.splice(at, 2)[1] ?? '') : DATA;
  const all = args.indexOf('--all-papers');
  if (all >= 0) args.splice(all, 1);
  if (!fs.existsSync(data)) throw new UserError(`No data sets in ${data}: say where they are with --data`);
  const { train } = await loadTraining('main.ts');
  const started = Date.now();
  train(args, { root: ROOT, data, ...(all >= 0 && { without: new Set() }) }, (line) =>
    say(`[${Math.round((Date.now() - started) / 1000)} s] ${line}`),
  );
});
