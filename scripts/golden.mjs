#!/usr/bin/env node
// Proves that a restructuring changes no answer: gives the same texts to an earlier commit's analysis and to the working
// tree's, and compares what both say byte for byte.
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dataJobs } from './lib/golden/data.mjs';
import { automataDifferences, differingModels, packDifferences, speedsOf } from './lib/golden/extras.mjs';
import { articlesOf, jobsOf, speedTexts } from './lib/golden/inputs.mjs';
import { runPool } from './lib/golden/pool.mjs';
import { report } from './lib/golden/report.mjs';
import { LAYER_NAMES } from './lib/golden/run.mjs';
import { bundleTree, checkedOut, commitOf, keptAnswers, titleOf } from './lib/golden/trees.mjs';
import { main, ROOT, requireNode, say, temporaryFolder, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: npm run golden [-- OPTIONS]

Compares the analyses of the working tree with those of an earlier commit: samples, all texts of the tests, texts made up
out of both, and articles analysed again after edits. Exits with 1 where any differs.
  --against REF   the commit to compare with (default: where this branch left main)
  --quick         fewer variants and made-up texts: some 20 seconds
  --data DIR      also all texts below a folder (.txt, .jsonl, .json, .conllu, .iob2, .conll); more than once for more
  --layer NAME    compares one layer alone: ${LAYER_NAMES.join(', ')}
  --show N        how many differences are written out (default 5)
  --seed N        other made-up texts (default 1); a seed gives the same ones again
  --random N      how many made-up texts (default 20000, quick 1000)
  --edits N       how many sequences of edits (default 2000, quick 100)
  --jobs N        threads (default 2)
Instead of texts, and reported without a verdict where names and shapes may change:
  --packs         which parts of the language packs differ
  --automata      which parts of the compiled date grammars differ
  --speed         how fast both are, in turns`;

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
  data: { type: 'string', multiple: true, default: [] },
  packs: YES,
  automata: YES,
  speed: YES,
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
    const folders = [earlier, ROOT];
    if (options.packs || options.automata || options.speed) return compareExtras(trees, folders, options);
    return await compareAnalyses(trees, folders, commit, options);
  } finally {
    bundles.remove();
  }
});

async function compareAnalyses(trees, folders, commit, { layer, jobs: threads, ...options }) {
  const began = Date.now();
  const models = differingModels(trees.map((tree) => tree.models));
  if (models.length > 0) console.log(`Models that differ: ${models.join(', ')}`);
  const jobs = [...jobsOf(folders, options), ...dataJobs(options.data)];
  const { known, save } = keptAnswers(commit);
  const result = await runPool(jobs, { trees, layer, threads, known });
  save();
  report(result, options.show);
  console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`);
  return result.failures.length + models.length > 0 ? 1 : 0;
}

function compareExtras(trees, folders, options) {
  const cores = trees.map((tree) => createRequire(import.meta.url)(tree.bundle));
  if (options.packs) tell('Language packs', packDifferences(cores));
  if (options.automata) tell('Date grammars', automataDifferences(cores));
  if (!options.speed) return 0;
  const { before, after, ratio } = speedsOf(cores, trees, speedTexts(articlesOf(folders.slice(0, 1)), options.seed));
  console.log(`MB a second: before ${before.toFixed(2)}, after ${after.toFixed(2)}, ratio ${ratio.toFixed(3)}`);
  return 0;
}

function tell(what, found) {
  console.log(`${what}: ${found.length === 0 ? 'no difference' : 'these differ'}`);
  for (const line of found) console.log(`  ${line}`);
}

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
