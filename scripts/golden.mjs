#!/usr/bin/env node
// Proves that a restructuring changes no answer: gives the same texts to an earlier commit's analysis and to the working
// tree's, and compares what both say byte for byte.
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { jobsOf } from './lib/golden/inputs.mjs';
import { runPool } from './lib/golden/pool.mjs';
import { report } from './lib/golden/report.mjs';
import { LAYER_NAMES } from './lib/golden/run.mjs';
import { bundleTree, checkedOut, commitOf, titleOf } from './lib/golden/trees.mjs';
import { main, ROOT, requireNode, say, temporaryFolder, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: npm run golden [-- OPTIONS]

Compares the analyses of the working tree with those of an earlier commit: samples, all texts of the tests, texts made up
out of both, and articles analysed again after edits. Exits with 1 where any differs.
  --against REF   the commit to compare with (default: where this branch left main)
  --quick         fewer variants and made-up texts: some 20 seconds
  --layer NAME    compares one layer alone: ${LAYER_NAMES.join(', ')}
  --show N        how many differences are written out (default 5)
  --seed N        other made-up texts (default 1); a seed gives the same ones again
  --random N      how many made-up texts (default 20000, quick 1000)
  --edits N       how many sequences of edits (default 2000, quick 100)
  --jobs N        threads (default 2)`;

const TEXT = { type: 'string' };
const YES = { type: 'boolean' };
const OPTIONS = {
  against: TEXT,
  quick: YES,
  layer: TEXT,
  show: TEXT,
  seed: TEXT,
  random: TEXT,
  edits: TEXT,
  jobs: TEXT,
  help: { type: 'boolean', short: 'h' },
};

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  requireNode();
  await ensureDependencies();
  const commit = commitOf(options.against);
  const earlier = checkedOut(commit);
  say(`The working tree against ${titleOf(commit)}`);
  const bundles = temporaryFolder('golden');
  try {
    const trees = [
      await bundleTree(earlier, path.join(bundles.path, 'before.cjs')),
      await bundleTree(ROOT, path.join(bundles.path, 'after.cjs')),
    ];
    const began = Date.now();
    const jobs = jobsOf([earlier, ROOT], options);
    const result = await runPool(jobs, { trees, layer: options.layer, threads: options.jobs });
    report(result, options.show);
    console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`);
    return result.failures.length > 0 ? 1 : 0;
  } finally {
    bundles.remove();
  }
});

function readOptions(args) {
  let values;
  try {
    values = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
  if (values.layer !== undefined && !LAYER_NAMES.includes(values.layer))
    throw new UserError(`There is no layer ${values.layer}\n\n${HELP}`, 2);
  const number = (name, usual) => {
    const text = values[name];
    if (text === undefined) return usual;
    if (!/^\d{1,9}$/.test(text)) throw new UserError(`--${name} takes a whole number, not ${text}\n\n${HELP}`, 2);
    return Number(text);
  };
  return {
    ...values,
    show: number('show', 5),
    seed: number('seed', 1),
    random: number('random'),
    edits: number('edits'),
    jobs: Math.max(1, number('jobs', Math.min(2, os.availableParallelism()))),
  };
}
