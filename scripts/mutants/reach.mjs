// Which tests reach which places of the program. It is kept from run to run, by the words of the sources, of the test file
// and of the faults: who adds a test waits for that test alone.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, say } from '../lib/project.mjs';

/** Folders of tests of what faults are put into, and of what is built on it. */
const TESTS = [
  ...['agreement', 'analyser', 'core', 'corpus', 'dates', 'entities', 'formats', 'handedOn', 'import', 'lsp', 'pictures'],
  ...['quotes', 'recognise', 'samples', 'service', 'sessions', 'store', 'syntax'],
];
const FOLDERS = [...TESTS.map((name) => `test/unit/${name}`), 'test/rules'];
/** What test files read, beside themselves. */
const SHARED = ['server/src', 'scripts/mutants', 'test/support', 'samples'];
/** Many processes, killed one after the other: what they run is a bundle of its own, without any fault. */
const OF_PROCESSES = ['test/unit/store/lock.test.ts'];
const KEPT = path.join(ROOT, 'node_modules/.cache/mutate');

/** For each test file what its tests reach of the mutants, by their numbers. Without a fault each must pass. */
export async function reachOf(tests, mutants) {
  const began = Date.now();
  const shared = createHash('sha256').update(JSON.stringify(mutants));
  for (const file of SHARED.flatMap((folder) => filesBelow(folder, ''))) shared.update(file).update(contents(file));
  const key = shared.digest('hex');
  const reach = [];
  let isWatching = false;
  for (const file of FOLDERS.flatMap((folder) => filesBelow(folder, '.test.ts'))) {
    if (OF_PROCESSES.includes(file)) continue;
    const kept = path.join(KEPT, `${createHash('sha256').update(key).update(file).update(besides(file)).digest('hex')}.json`);
    if (!fs.existsSync(kept)) {
      if (!isWatching) await tests.begin(mutants);
      isWatching = true;
      const found = await reachedBy(tests, file);
      fs.mkdirSync(KEPT, { recursive: true });
      fs.writeFileSync(kept, JSON.stringify(found));
    }
    const { wrong, ...found } = JSON.parse(fs.readFileSync(kept, 'utf8'));
    if (wrong === undefined) reach.push({ file, source: contents(file), ...found });
    else say(`left out, fails without any fault: ${file}: ${wrong.split('\n').slice(0, 2).join(' ')}`);
  }
  const count = reach.reduce((sum, file) => sum + file.tests.length, 0);
  say(`${count} tests in ${reach.length} files pass without a fault (${((Date.now() - began) / 1000).toFixed(0)} s)`);
  return reach;
}

async function reachedBy(tests, file) {
  const { before, tests: own, failed, by } = await tests.ask({ task: 'reach', file }, Number.POSITIVE_INFINITY);
  const wrong = failed ?? by ?? own.find((test) => test.failed)?.failed;
  return wrong === undefined ? { before, tests: own } : { wrong };
}

/** What lies beside a test file, itself too. */
const besides = (file) =>
  fs
    .readdirSync(path.join(ROOT, path.dirname(file)))
    .filter((name) => !name.endsWith('.test.ts') && name.endsWith('.ts'))
    .map((name) => contents(path.posix.join(path.dirname(file), name)))
    .join('') + contents(file);

const contents = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');

const filesBelow = (folder, end) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) =>
      path
        .relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
