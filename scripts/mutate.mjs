#!/usr/bin/env node
// Puts small faults into the program, one at a time, and tells how many of them are found. No source file is touched. All
// tests run once to see which of them reach which place; a fault is tried on the compiler, then on the tests that reach it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, requireNode, say, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';
import { chooseMutants, mutantsAt } from './mutants/choose.mjs';
import { testsInProcess } from './mutants/process.mjs';
import { reachOf } from './mutants/reach.mjs';
import { typeChecker } from './mutants/types.mjs';

const HELP = `Usage: npm run mutate [-- PATH …] [--count N] [--seed N] [--seconds N] [--only FILE:LINE] [--brief]

Puts faults into files below PATH (default server/src/core, store and service) and runs the tests that reach each.
  --count N          how many faults (default 100)
  --seed N           which ones (default 1)
  --seconds N        stops after so long (default: when all are done)
  --only FILE:LINE   all faults of one line
  --brief            only tests that reach a fault, also where one alone does, and might fill a cache for others

The share found is printed, what no test found, and how many of those found the compiler refused. A test that does not
end within twenty times the time that it takes without a fault, and thirty seconds, counts as having found it.`;

const SHORTEST_LIMIT = 30_000;
const TIMES_AS_LONG = 20;
/** Tests of what is built on store and service, which find little in what these are built on, and take long. */
const OF_BUILT_ON = /^test\/unit\/(?:agreement|corpus|formats|handedOn|import|lsp|sessions)\//;
/** How much sooner a test file is tried that bears the name of the fault's file, and one that imports it. */
const NEARER = [0.05, 0.3, 1];

const told = ({ file, line, what }) => `${file}:${line}  ${what}`;

await main(async () => {
  const { values, positionals } = readOptions(process.argv.slice(2));
  if (values.help) return console.log(HELP);
  requireNode();
  await ensureDependencies();
  const { chosen, struck } = values.only === undefined ? chooseMutants(positionals, values) : mutantsAt(values.only);
  if (chosen.length === 0) throw new UserError('No fault can be put there');
  for (const { mutant, reason } of struck) console.log(`     struck  ${told(mutant)}: ${reason}`);
  const until = Date.now() + (values.seconds === undefined ? Number.POSITIVE_INFINITY : Number(values.seconds) * 1000);
  const tests = testsInProcess();
  try {
    report(await tryAll(tests, chosen, { until, brief: values.brief === true }));
  } finally {
    tests.end();
  }
});

function readOptions(args) {
  const string = { type: 'string' };
  const options = {
    count: string,
    seed: string,
    seconds: string,
    only: string,
    brief: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  try {
    const parsed = parseArgs({ args, allowPositionals: true, options });
    for (const name of ['count', 'seed', 'seconds'])
      if (parsed.values[name] !== undefined && !/^\d{1,9}$/.test(parsed.values[name]))
        throw new Error(`--${name} takes a whole number, not ${parsed.values[name]}`);
    return parsed;
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
}

/** What becomes of each mutant: `refused` by the compiler, `found` by a test, `missed`, or `unreached` by all. */
async function tryAll(tests, mutants, { until, brief }) {
  const holds = typeChecker();
  const results = [];
  // what does not compile never comes to a test
  const refused = new Set(mutants.filter((mutant) => !holds(mutant)));
  say(`the compiler refuses ${refused.size} of ${mutants.length}`);
  const reach = await reachOf(tests, mutants);
  for (const [n, mutant] of mutants.entries()) {
    if (Date.now() > until) break;
    const began = Date.now();
    const { result, by } = refused.has(mutant) ? { result: 'refused' } : await tried(tests, { mutant, n, reach, brief });
    results.push({ mutant, result });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(
      `${String(results.length).padStart(4)} ${result.padEnd(9)} ${told(mutant)}${by ? `  [${by}]` : ''}  ${seconds} s`,
    );
  }
  return results;
}

/** Runs what reaches a mutant, the quick and near tests first, then those that may find in a cache what one made. */
async function tried(tests, { mutant, n, reach, brief }) {
  const isCore = mutant.file.startsWith('server/src/core/');
  const asked = reach.filter(({ file }) => !isCore || !OF_BUILT_ON.test(file));
  const near = asked.map((file) => reaching(file, mutant, n)).filter(({ numbers }) => numbers.length > 0);
  if (near.length === 0) return { result: 'unreached' };
  near.sort((a, b) => a.rank - b.rank);
  const others = near.filter(({ others }) => others.length > 0).map(({ file, others }) => ({ file, numbers: others }));
  const files = [...near.map(({ file, numbers }) => ({ file, numbers })), ...(brief ? [] : others)];
  const longest = Math.max(...near.map(({ longest }) => longest));
  const { by } = await tests.ask({ task: 'attempt', mutant, files }, Math.max(SHORTEST_LIMIT, TIMES_AS_LONG * longest));
  return by === undefined ? { result: 'MISSED' } : { result: 'found', by };
}

function reaching({ file, source, before, tests }, mutant, n) {
  const always = before.includes(n);
  const own = always ? tests : tests.filter(({ reached }) => reached.includes(n));
  const name = path.basename(mutant.file, '.ts');
  const distance = path.basename(file).startsWith(`${name}.`) ? 0 : source.includes(`/${name}'`) ? 1 : 2;
  const took = own.reduce((sum, test) => sum + test.took, 0);
  return {
    file,
    numbers: own.map((test) => test.n),
    // one that alone reaches a place may have made what others find made
    others: own.length === 1 ? tests.filter((test) => test !== own[0]).map((test) => test.n) : [],
    longest: Math.max(0, ...tests.map((test) => test.took)),
    rank: took * NEARER[distance],
  };
}

function report(results) {
  const count = (...kinds) => results.filter(({ result }) => kinds.includes(result)).length;
  const found = count('found', 'refused');
  const share = (n, of) => `${n} of ${of} (${((100 * n) / of).toFixed(0)} %)`;
  for (const [title, keyOf] of [
    ['by kind', ({ what }) => /\(([^()]+)\)$/.exec(what)?.[1]],
    [
      'by place',
      ({ file }) =>
        file
          .split('/')
          .slice(2, file.includes('/core/') ? 4 : 3)
          .join('/'),
    ],
  ]) {
    const groups = grouped(results, keyOf);
    const lines = [...groups].map(([name, all]) => [name, all.filter(({ result }) => /^[fr]/.test(result)).length, all.length]);
    console.log(`${title}: ${lines.map(([name, n, of]) => `${name} ${n}/${of}`).join(', ')}`);
  }
  const [low, high] = interval(found, results.length);
  console.log(
    `${share(found, results.length)} faults found, ${count('refused')} of them by the compiler; ${count('unreached')} are reached by no test. ` +
      `Of all faults ${low} to ${high} % (95 %, Wilson)`,
  );
}

function grouped(results, keyOf) {
  const groups = new Map();
  for (const one of results) groups.set(keyOf(one.mutant), [...(groups.get(keyOf(one.mutant)) ?? []), one]);
  return groups;
}

/** The bounds, in per cent, between which a share of many lies with a certainty of 95 % (E. B. Wilson, 1927). */
function interval(found, of) {
  const z = 1.96;
  const share = found / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [middle - half, middle + half].map((bound) => Math.round((100 * bound) / (1 + (z * z) / of)));
}
