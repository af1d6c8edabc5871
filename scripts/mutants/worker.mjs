// Unit tests in this one process, without Vitest around them: first all, with the sources counting which test reaches which
// place, then again and again those that reach a fault, with the fault in its source. Forked by mutate.mjs, which ends
// it where a fault makes a test turn without end. The modules are evaluated afresh for each fault, so that nothing that a fault
// left in a cache lives longer than it.
import fs from 'node:fs';
import path from 'node:path';
import fastCheck from 'fast-check';
import { ROOT } from '../lib/project.mjs';
import { moduleLoader } from './modules.mjs';
import { mutated, WATCH, watched } from './mutants.mjs';
import { nameOf, runTests, testing } from './testing.mjs';

/** A measured time says more of what else the machine does than of a fault. */
const TIMED = /\bgrows?\b/;

const gathered = testing();
const modules = moduleLoader({ vitest: gathered.vitest });
const fullPath = (file) => path.join(ROOT, file);
const sourceOf = (file) => fs.readFileSync(fullPath(file), 'utf8');
let reached = new Set();
globalThis[WATCH] = (n) => reached.add(n);

// the same inputs with a fault as without
fastCheck.configureGlobal({ seed: 1 });

const TASKS = { watch, reach, attempt };
process.on('message', async ({ task, ...rest }) => {
  try {
    process.send({ done: await TASKS[task](rest) });
  } catch (error) {
    process.send({ broken: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
// what a test leaves behind on purpose or by a fault is for the test to see
process.on('unhandledRejection', () => {});
process.on('uncaughtException', () => {});
process.send({ ready: true });

/** Puts the counters of mutants into their sources. */
function watch({ mutants }) {
  const files = new Map();
  for (const [n, mutant] of mutants.entries()) files.set(mutant.file, [...(files.get(mutant.file) ?? []), { ...mutant, n }]);
  const sources = {};
  for (const [file, own] of files) {
    const numbers = own.map(({ n }) => n);
    sources[fullPath(file)] = watched(sourceOf(file), own, numbers);
  }
  modules.replace(sources);
  return true;
}

/** What each test of a file reaches, how long it takes and how it fails, and what is reached before the first. */
async function reach({ file }) {
  modules.forget();
  reached = new Set();
  const tests = gather(file);
  if (tests instanceof Error) return { failed: tests.message };
  const before = [...reached];
  const found = [];
  reached = new Set();
  let began = performance.now();
  await runTests(tests, (test, error) => {
    const now = performance.now();
    found.push({
      n: test.n,
      name: nameOf(test),
      took: now - began,
      reached: [...reached],
      failed: error && String(error.message),
    });
    reached = new Set();
    began = now;
  });
  return { before, tests: found };
}

function gather(file) {
  gathered.begin();
  try {
    modules.load(fullPath(file));
  } catch (error) {
    return error ?? new Error('nothing was thrown');
  }
  return gathered
    .end()
    .map((test, n) => Object.assign(test, { n }))
    .filter((test) => !TIMED.test(nameOf(test)));
}

/** Runs tests, `[{ file, numbers }]`, on a mutant. Gives the name of the first that fails. */
async function attempt({ mutant, files }) {
  modules.replace({ [fullPath(mutant.file)]: mutated(sourceOf(mutant.file), mutant) });
  const gathering = new Map();
  for (const { file, numbers } of files) {
    if (!gathering.has(file)) gathering.set(file, gather(file));
    const tests = gathering.get(file);
    if (tests instanceof Error) return { by: `${file}: ${tests.message}` };
    let by;
    const wanted = new Set(numbers);
    const chosen = numbers === undefined ? tests : tests.filter(({ n }) => wanted.has(n));
    await runTests(chosen, (test, error) => {
      process.send({ alive: true });
      if (error !== undefined) by = `${file} > ${nameOf(test)}`;
      return by !== undefined;
    });
    if (by !== undefined) return { by };
  }
  return {};
}
