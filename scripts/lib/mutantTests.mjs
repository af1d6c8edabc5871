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

/** In the order asked for: the tests most likely to find the fault first, since the first that does ends the run. */
class AsAsked {
  shard = (specifications) => specifications;
  sort = (specifications) => specifications;
}

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
  sequence: { sequencer: AsAsked },
  // a measured time says more of what else the machine does than of the fault
  testNamePattern: /^(?!.*\bgrows?\b)/,
  reporters: [{}],
};

const vitest = await createVitest('test', options, { plugins: [faults], logLevel: 'silent' });
const known = new Map();
/** The sources of test files. */
const imported = new Map();

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
  specifications.sort((a, b) => distance(a.moduleId) - distance(b.moduleId));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  // Vitest remembers the modules of earlier runs, too
  const asked = new Set(specifications.map(({ moduleId }) => moduleId));
  const failed = testModules.find((module) => asked.has(module.moduleId) && module.state() === 'failed');
  return { failed: failed !== undefined || unhandledErrors.length > 0, by: failed && nameOf(failed) };
}

/** How far a test file is from the fault: 0 where it bears its file's name, 1 where it imports that itself, else 2. */
function distance(test) {
  if (mutant === undefined) return 0;
  const name = path.basename(mutant.file, '.ts');
  if (path.basename(test).startsWith(`${name}.`)) return 0;
  if (!imported.has(test)) imported.set(test, fs.readFileSync(test, 'utf8'));
  return imported.get(test).includes(`/${name}'`) ? 1 : 2;
}

function nameOf(module) {
  const [test] = module.children.allTests('failed');
  return [path.relative(path.join(ROOT, 'test/unit'), module.moduleId), test?.fullName].filter(Boolean).join(' > ');
}
