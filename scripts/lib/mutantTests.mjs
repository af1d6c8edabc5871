// The unit tests on one fault after the other, in one Vitest that stays: starting it and translating the sources costs
// more than the tests of a layer do. Runs in a process of its own (forked by mutate.mjs, which ends it where a fault makes
// the tests turn without end). Takes { folders, mutant } (no mutant: the sources as they are), answers { failed, by }.
import fs from 'node:fs';
import path from 'node:path';
import { createVitest } from 'vitest/node';
import { mutated } from './mutants.mjs';
import { ROOT } from './project.mjs';

let mutant;
const fileOf = (fault) => path.join(ROOT, fault.file);

/** Gives Vitest the source with the fault in it; the file itself stays as it is. */
const faults = {
  name: 'mutant',
  enforce: 'pre',
  load: (id) => {
    const file = path.resolve(id.split('?')[0]);
    return mutant !== undefined && file === fileOf(mutant) ? mutated(fs.readFileSync(file, 'utf8'), mutant) : undefined;
  },
};

const options = {
  root: ROOT,
  config: false,
  watch: false,
  include: ['test/unit/**/*.test.ts'],
  // what turns without end is found by the one that waits for it
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // one worker, with the modules loaded once for all test files: the state that they share is their caches
  pool: 'forks',
  poolOptions: { forks: { singleFork: true, isolate: false } },
  fileParallelism: false,
  isolate: false,
  bail: 1,
  // a measured time says more of what else the machine does than of the fault
  testNamePattern: /^(?!.*\bgrows?\b)/,
  reporters: [{}],
};

const vitest = await createVitest('test', options, { plugins: [faults], logLevel: 'silent' });
const known = new Map();

process.on('message', async ({ folders, mutant: next }) => {
  for (const fault of [mutant, next]) if (fault) vitest.invalidateFile(fileOf(fault));
  mutant = next;
  process.send(await run(folders));
});
process.on('disconnect', () => process.exit());
process.send('ready');

async function run(folders) {
  const specifications = [];
  for (const folder of folders) {
    if (!known.has(folder)) known.set(folder, await vitest.globTestSpecifications([`test/unit/${folder}/`]));
    specifications.push(...known.get(folder));
  }
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  // Vitest remembers the modules of earlier runs, too
  const asked = new Set(specifications.map(({ moduleId }) => moduleId));
  const failed = testModules.find((module) => asked.has(module.moduleId) && module.state() === 'failed');
  return { failed: failed !== undefined || unhandledErrors.length > 0, by: failed && nameOf(failed) };
}

function nameOf(module) {
  const [test] = module.children.allTests('failed');
  return [path.relative(path.join(ROOT, 'test/unit'), module.moduleId), test?.fullName].filter(Boolean).join(' > ');
}
