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
  --kept-papers   leaves out the newspapers that measure: what then scores them tells something. What ships learns from all
  --leave-out SET,SET  leaves whole sets out (news, winer, wikinews …): for \`npm run bench -- learning\`, whose models must not know
                  the articles that are simulated
  --out FOLDER    where the models are written; default server/models`;

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const data = dataFolder(args);
  const kept = args.indexOf('--kept-papers');
  if (kept >= 0) args.splice(kept, 1);
  const leftOut = option(args, '--leave-out');
  const out = option(args, '--out');
  const { train } = await loadTraining('main.ts');
  const started = Date.now();
  const places = {
    root: ROOT,
    data,
    ...(kept < 0 && { without: new Set() }),
    ...(leftOut && { leaveOut: new Set(leftOut.split(',')) }),
    ...(out && { out: path.resolve(out) }),
  };
  train(args, places, (line) => say(`[${Math.round((Date.now() - started) / 1000)} s] ${line}`));
  if (args.length > 0 || leftOut || out) return;
  for (const script of ['train-speakers.mjs', 'train-direction.mjs'])
    execFileSync(process.execPath, [path.join(ROOT, 'scripts', script), '--data', data], { stdio: 'inherit' });
});

/** The value of an option, which is taken out of the arguments; undefined where it is not there. */
function option(args, name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}
