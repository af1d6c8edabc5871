#!/usr/bin/env node
// Feeds the project what nobody would: seeded, bounded in rounds and time. Each target is a module in scripts/fuzz that
// exports `run({ seed, rounds, seconds, print })` and gives `{ counts, failures }`.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { main, ROOT, requireNode, say, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const FOLDER = path.join(ROOT, 'scripts/fuzz');
const targets = fs
  .readdirSync(FOLDER)
  .map((file) => /^(.+)\.mjs$/.exec(file)?.[1])
  .filter((name) => name !== undefined)
  .sort();

const HELP = `Usage: npm run fuzz [-- TARGET …] [--seed N] [--rounds N] [--seconds N] [--save FILE]

Feeds hostile inputs to targets (all without a name): ${targets.join(', ')}.
  --seed N      another run of the same kind (default 1); a seed gives the same inputs again
  --rounds N    how many inputs, or rounds of a target's own kind (default 10000)
  --seconds N   stops a target after so long (default 120)
  --save FILE   writes what failed, an input a line as JSON`;

/** How many kinds of failure are shown. */
const SHOWN = 12;

const count = (text, name) => {
  if (!/^\d{1,9}$/.test(text)) throw new UserError(`--${name} takes a whole number, not ${text}\n\n${HELP}`, 2);
  return Number(text);
};

function readOptions(args) {
  const string = { type: 'string' };
  const options = { seed: string, rounds: string, seconds: string, save: string, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
}

await main(async () => {
  const { values, positionals } = readOptions(process.argv.slice(2));
  if (values.help) return console.log(HELP);
  const unknown = positionals.filter((name) => !targets.includes(name));
  if (unknown.length > 0) throw new UserError(`There is no target ${unknown.join(', ')}\n\n${HELP}`, 2);
  const seed = count(values.seed ?? '1', 'seed');
  const rounds = count(values.rounds ?? '10000', 'rounds');
  const seconds = count(values.seconds ?? '120', 'seconds');
  requireNode();
  await ensureDependencies();
  let failed = 0;
  for (const name of positionals.length > 0 ? positionals : targets) {
    const { run, about = name } = await import(pathToFileURL(path.join(FOLDER, `${name}.mjs`)).href);
    say(`${name}: ${about} (seed ${seed})`);
    const began = Date.now();
    const { counts = {}, failures = [] } =
      (await run({ seed, rounds, seconds, print: (line) => console.log(`  ${line}`) })) ?? {};
    report(name, { counts, failures, spent: Date.now() - began });
    if (values.save !== undefined && failures.length > 0)
      fs.writeFileSync(values.save, failures.map((failure) => `${JSON.stringify(failure)}\n`).join(''), { flag: 'a' });
    failed += failures.length;
  }
  return failed > 0 ? 1 : 0;
});

/** The counts, and the failures that differ by what went wrong, the most frequent first. */
function report(name, { counts, failures, spent }) {
  const kinds = new Map();
  for (const failure of failures) {
    const what = String(failure.faults?.[0] ?? failure).replace(/\d+/g, 'N');
    kinds.set(what, [...(kinds.get(what) ?? []), failure]);
  }
  const worst = [...kinds.values()].sort((a, b) => b.length - a.length);
  for (const alike of worst.slice(0, SHOWN)) {
    const { faults = [], input } = alike[0];
    console.log(`  FAIL (${alike.length}): ${faults[0] ?? JSON.stringify(alike[0])}\n    ${JSON.stringify(input)}`);
  }
  const sums = Object.entries(counts).map(([what, n]) => `${n} ${what}`);
  console.log(`  ${name}: ${[...sums, `${failures.length} failed`].join(', ')} (${(spent / 1000).toFixed(0)} s)`);
}
