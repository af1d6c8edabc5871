#!/usr/bin/env node
// Puts small faults into the program, one at a time, and tells how many of them the unit tests find. No source file is
// touched. A fault is tried on the tests of its layer first, then on all that use its file.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './lib/hostileTexts.mjs';
import { mutantsOf } from './lib/mutants.mjs';
import { main, ROOT, requireNode, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: npm run mutate [-- PATH …] [--count N] [--seed N] [--seconds N] [--only FILE:LINE] [--near]

Puts faults into files below PATH (default server/src/core, store and service) and runs the unit tests on each.
  --count N          how many faults (default 100)
  --seed N           which ones (default 1)
  --seconds N        stops after so long (default: when all are done)
  --only FILE:LINE   all faults of one line
  --near             only the tests of the fault's own layer: quicker, and misses more

The share found is printed, and what no test found. A test that takes five minutes counts as one that found it.`;

const PLACES = ['server/src/core', 'server/src/store', 'server/src/service'];
/** Word lists, tables and texts for people: a fault there is another word, which is for the quality benchmarks. */
const NO_PROGRAM = /\.generated\.ts$|\/languages\/[a-z]{2,3}\/|\/messages\/|displayWords\.ts$|\.d\.ts$/;
const LONGEST = 300_000;

await main(async () => {
  const { values, positionals } = readOptions(process.argv.slice(2));
  if (values.help) return console.log(HELP);
  requireNode();
  await ensureDependencies();
  const chosen = values.only === undefined ? someOf(positionals, values) : allOf(values.only);
  if (chosen.length === 0) throw new UserError('No fault can be put there');
  const until = Date.now() + (values.seconds === undefined ? Number.POSITIVE_INFINITY : Number(values.seconds) * 1000);
  const missed = [];
  let done = 0;
  for (const mutant of chosen) {
    if (Date.now() > until) break;
    const found = await isFound(mutant, values.near);
    done++;
    if (!found) missed.push(mutant);
    console.log(`${String(done).padStart(4)} ${found ? 'found ' : 'MISSED'} ${mutant.file}:${mutant.line}  ${mutant.what}`);
  }
  const share = ((100 * (done - missed.length)) / done).toFixed(0);
  console.log(`${done - missed.length} of ${done} faults found: ${share} %`);
});

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

async function isFound(mutant, near) {
  for (const tests of [nearTests(mutant.file), near ? undefined : ['related', mutant.file]]) {
    if (tests !== undefined && (await fails(mutant, tests))) return true;
  }
  return false;
}

/** The tests of a layer, by the names of the folders: quick, and they find most. */
function nearTests(file) {
  const [, layer, inner] = /^server\/src\/(core\/)?([^/]+)\//.exec(file) ?? [];
  const folder = ['test/unit', inner === 'languages' || inner === 'structure' || inner === 'text' ? 'core' : inner].join('/');
  return layer !== undefined || inner !== undefined
    ? fs.existsSync(path.join(ROOT, folder))
      ? ['run', folder]
      : undefined
    : undefined;
}

/** Whether the tests fail, or never end, with a fault in the program. */
function fails(mutant, words) {
  return new Promise((resolve) => {
    const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
    const args = [
      vitest,
      ...words,
      ...(words[0] === 'related' ? ['--run'] : []),
      '--config',
      'scripts/lib/mutated.vitest.mjs',
      '--passWithNoTests',
    ];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: 'ignore',
      // a group of its own, so that its workers end with it
      detached: true,
      env: { ...process.env, MUTANT: JSON.stringify(mutant) },
    });
    const timer = setTimeout(() => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has just ended
      }
      resolve(true);
    }, LONGEST);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}
