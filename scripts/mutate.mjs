#!/usr/bin/env node
// Puts small faults into the program, one at a time, and tells how many of them are found. No source file is touched. A
// fault is tried on the compiler, then on the tests of its layer, those nearest to it first, then on all unit tests.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './lib/hostileTexts.mjs';
import { mutantsOf } from './lib/mutants.mjs';
import { typeChecker } from './lib/mutantTypes.mjs';
import { main, ROOT, requireNode, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: npm run mutate [-- PATH …] [--count N] [--seed N] [--seconds N] [--only FILE:LINE] [--near]

Puts faults into files below PATH (default server/src/core, store and service) and runs the unit tests on each.
  --count N          how many faults (default 100)
  --seed N           which ones (default 1)
  --seconds N        stops after so long (default: when all are done)
  --only FILE:LINE   all faults of one line
  --near             only the tests of the fault's own layer and the compiler: quicker, and misses some

The share found is printed, what no test found, and how many of those found the compiler refused. Tests that do not
end within ten times the time that they take without a fault, and three minutes, count as having found it.`;

const PLACES = ['server/src/core', 'server/src/store', 'server/src/service'];
/** Word lists, tables and texts for people: a fault there is another word, which is for the quality benchmarks. */
const NO_PROGRAM = /\.generated\.ts$|\/languages\/[a-z]{2,3}\/|\/messages\/|displayWords\.ts$|\.d\.ts$/;
/** Folders below test/unit with tests of what faults are put into, quick ones first. */
const ANALYSIS = ['dates', 'quotes', 'entities'];
const LAYERS = ['core', ...ANALYSIS, 'samples', 'recognise', 'service', 'analyser', 'formats', 'store'];
const SHORTEST_LIMIT = 180_000;
const TIMES_AS_LONG = 10;
/** Folders whose tests pass without a fault, and how many milliseconds they took (on a machine that may be busy). */
const sound = new Map();

await main(async () => {
  const { values, positionals } = readOptions(process.argv.slice(2));
  if (values.help) return console.log(HELP);
  requireNode();
  await ensureDependencies();
  const chosen = values.only === undefined ? someOf(positionals, values) : allOf(values.only);
  if (chosen.length === 0) throw new UserError('No fault can be put there');
  const until = Date.now() + (values.seconds === undefined ? Number.POSITIVE_INFINITY : Number(values.seconds) * 1000);
  const tests = testsInProcess();
  try {
    report(await tryAll(tests, chosen, until, values.near));
  } finally {
    tests.end();
  }
});

async function tryAll(tests, chosen, until, near) {
  const holds = typeChecker();
  const counts = { done: 0, found: 0, refused: 0 };
  for (const mutant of chosen) {
    if (Date.now() > until) break;
    // what does not compile never comes to a test
    const refused = !holds(mutant);
    const by = refused ? undefined : await foundBy(tests, mutant, near);
    counts.done++;
    if (by !== undefined || refused) counts.found++;
    if (refused) counts.refused++;
    const result = refused ? 'refused' : by === undefined ? 'MISSED ' : 'found  ';
    console.log(
      `${String(counts.done).padStart(4)} ${result} ${mutant.file}:${mutant.line}  ${mutant.what}${by ? `  [${by}]` : ''}`,
    );
  }
  return counts;
}

function report({ done, found, refused }) {
  const share = ((100 * found) / done).toFixed(0);
  console.log(`${found} of ${done} faults found: ${share} % (${refused} of them by the compiler)`);
}

function readOptions(args) {
  const string = { type: 'string' };
  const options = {
    count: string,
    seed: string,
    seconds: string,
    only: string,
    near: { type: 'boolean' },
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

function mutantsIn(file) {
  return mutantsOf(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));
}

/** The faults of a file that follow from the seed, as many from each file as it has places for them. */
function someOf(places, { count = '100', seed = '1' }) {
  const files = (places.length > 0 ? places : PLACES).flatMap(sources).filter((file) => !NO_PROGRAM.test(file));
  const all = [...new Set(files)].sort().flatMap(mutantsIn);
  const random = randomFrom(Number(seed));
  const chosen = [];
  while (chosen.length < Number(count) && all.length > 0) {
    const [mutant] = all.splice(Math.floor(random() * all.length), 1);
    chosen.push(mutant);
  }
  return chosen;
}

function sources(at) {
  const full = path.join(ROOT, at);
  if (!fs.existsSync(full)) throw new UserError(`There is no ${at}`);
  if (fs.statSync(full).isFile()) return [at];
  return fs
    .readdirSync(full, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(at, name.split(path.sep).join('/')));
}

function allOf(only) {
  const [, file, line] = /^(.+):(\d+)$/.exec(only) ?? [];
  if (file === undefined || !fs.existsSync(path.join(ROOT, file))) throw new UserError(`--only takes FILE:LINE, not ${only}`, 2);
  return mutantsIn(file).filter((mutant) => mutant.line === Number(line));
}

/** Without a fault the tests must pass: else any fault would seem found. Each folder is tried once, when it is first asked. */
async function checkSound(tests, folders) {
  const untried = folders.filter((folder) => !sound.has(folder));
  if (untried.length === 0) return;
  const began = Date.now();
  const { failed, by } = await tests.run({ folders: untried }, Number.POSITIVE_INFINITY);
  if (failed) throw new UserError(`Without any fault a test fails: ${by ?? 'the tests do not end'}`);
  for (const folder of untried) sound.set(folder, Date.now() - began);
}

/** The test that a fault fails, else undefined. */
async function foundBy(tests, mutant, near) {
  const close = nearFolders(mutant.file);
  const others = near ? [] : LAYERS.filter((folder) => !close.includes(folder));
  for (const folders of [close, others]) {
    if (folders.length === 0) continue;
    await checkSound(tests, folders);
    const usual = folders.reduce((sum, folder) => sum + sound.get(folder), 0);
    const { failed, by } = await tests.run({ folders, mutant }, Math.max(SHORTEST_LIMIT, TIMES_AS_LONG * usual));
    if (failed) return by ?? 'no end';
  }
  return undefined;
}

/**
 * The folders below test/unit that are about a source file: its layer's, and for what all layers of the analysis read
 * (text, structure, languages, the analyser) theirs. The samples are whole articles, for all of them.
 */
function nearFolders(file) {
  const [, layer, inner] = /^server\/src\/([^/]+)\/([^/]+)/.exec(file) ?? [];
  if (layer !== 'core') return LAYERS.includes(layer) ? [layer] : LAYERS;
  if (inner === 'recognise') return [inner];
  return ANALYSIS.includes(inner) ? [inner, 'samples'] : ['core', ...ANALYSIS, 'samples'];
}

/** Runs tests in a process of their own, which is started anew where they did not end. */
function testsInProcess() {
  let child;
  let ready;
  const start = () => {
    const modulePath = path.join(ROOT, 'scripts/lib/mutantTests.mjs');
    // a group of its own, so that its workers end with it
    child = fork(modulePath, { cwd: ROOT, detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    ready = new Promise((resolve) => child.once('message', resolve));
  };
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  start();
  process.once('SIGINT', () => {
    end();
    process.exit(130);
  });
  const run = async (task, limit) => {
    await ready;
    return new Promise((resolve) => {
      const finish = (result) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (result.broken) {
          end();
          start();
        }
        resolve(result);
      };
      const timer = Number.isFinite(limit) ? setTimeout(() => finish({ failed: true, broken: true }), limit) : undefined;
      child.once('message', finish);
      child.once('exit', () => finish({ failed: true, broken: true }));
      child.send(task);
    });
  };
  return { run, end };
}
