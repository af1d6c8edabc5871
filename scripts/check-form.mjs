#!/usr/bin/env node
// The form of the code, as a ratchet: what is over a limit stands in scripts/form/owed.json, and that list only shrinks.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { main, ROOT, UserError } from './lib/project.mjs';

const FOLDERS = ['client', 'server'];
const MAX_LINES = 300;
const OWED = 'scripts/form/owed.json';

/** What is counted, by the name in the list: what a person reads of it. */
const LIMITS = {
  complexity: 'functions with a cognitive complexity over 15',
  parameters: 'functions with more than four parameters',
  cycles: 'imports that make a cycle',
  lines: `files of more than ${MAX_LINES} lines`,
  exports: 'exports that nothing else uses',
};

const CATEGORIES = {
  'lint/complexity/noExcessiveCognitiveComplexity': 'complexity',
  'lint/complexity/useMaxParams': 'parameters',
  'lint/suspicious/noImportCycles': 'cycles',
};

/**
 * What is over its limit: for each limit the files with how often (of `lines`: 1), in the order of their names.
 *
 * @typedef {Record<string, Record<string, number>>} Owed
 */

/**
 * Compares what is with what is owed.
 *
 * @param {Owed} found
 * @param {Owed} owed
 * @returns {{ grown: string[], shrunk: string[] }} a line for each file that is worse, and for each that is better
 */
export function compareOwed(found, owed) {
  const grown = [];
  const shrunk = [];
  for (const [limit, title] of Object.entries(LIMITS)) {
    const files = new Set([...Object.keys(found[limit] ?? {}), ...Object.keys(owed[limit] ?? {})]);
    for (const file of [...files].sort()) {
      const now = found[limit]?.[file] ?? 0;
      const before = owed[limit]?.[file] ?? 0;
      if (now > before) grown.push(`${file}: ${title}: ${now}, and ${before} owed`);
      else if (now < before) shrunk.push(`${file}: ${title}: ${now}, and ${before} owed`);
    }
  }
  return { grown, shrunk };
}

/**
 * The list after what became better: never more than before.
 *
 * @param {Owed} found
 * @param {Owed} owed
 * @returns {Owed}
 */
export function shrink(found, owed) {
  const kept = {};
  for (const limit of Object.keys(LIMITS)) {
    const files = Object.entries(owed[limit] ?? {})
      .map(([file, count]) => [file, Math.min(count, found[limit]?.[file] ?? 0)])
      .filter(([, count]) => count > 0);
    kept[limit] = Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return kept;
}

/** @returns {Promise<Owed>} what is over a limit in the working tree */
async function findOwed() {
  const found = Object.fromEntries(Object.keys(LIMITS).map((limit) => [limit, {}]));
  const add = (limit, file) => {
    const name = file.split(path.sep).join('/');
    if (name.endsWith(GENERATED)) return;
    found[limit][name] = (found[limit][name] ?? 0) + 1;
  };
  const [lint, unused] = await Promise.all([
    json('@biomejs/biome', 'biome', [
      'lint',
      '--config-path=scripts/form/limits.json',
      '--reporter=json',
      '--max-diagnostics=none',
      ...FOLDERS,
    ]),
    json('knip', 'knip', ['--config', 'scripts/form/knip.json', '--reporter', 'json', '--no-progress']),
  ]);
  for (const { category, location } of lint.diagnostics) {
    const limit = CATEGORIES[category];
    if (limit !== undefined) add(limit, location.path);
  }
  for (const { file, exports } of unused.issues) for (const _ of exports ?? []) add('exports', file);
  for (const file of sources())
    if (fs.readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1 > MAX_LINES) add('lines', file);
  return found;
}

/** What a program writes is as long as it is. */
const GENERATED = '.generated.ts';

/** Our own sources: what is generated is as long as it is. */
const sources = () =>
  FOLDERS.flatMap((folder) =>
    fs.readdirSync(path.join(ROOT, folder), { recursive: true }).map((name) => path.join(folder, String(name))),
  ).filter((name) => name.endsWith('.ts') && !name.endsWith(GENERATED) && !name.includes('node_modules'));

/** What a tool of node_modules answers as JSON; its exit status says only that there is something to say. */
async function json(name, binary, args) {
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[binary];
  const run = promisify(execFile)(process.execPath, [path.join(ROOT, 'node_modules', name, script), ...args], {
    cwd: ROOT,
    maxBuffer: 1 << 28,
  });
  const { stdout } = await run.catch((error) => error);
  try {
    return JSON.parse(stdout);
  } catch {
    throw new UserError(`${binary} gave no JSON:\n${stdout}`);
  }
}

async function check(args) {
  const file = path.join(ROOT, OWED);
  const owed = JSON.parse(fs.readFileSync(file, 'utf8'));
  const found = await findOwed();
  const { grown, shrunk } = compareOwed(found, owed);
  for (const line of grown) console.error(line);
  if (args.includes('--shrink')) {
    fs.writeFileSync(file, `${JSON.stringify(shrink(found, owed), null, 2)}\n`);
    console.log(`${shrunk.length} entries of ${OWED} are smaller now`);
    return grown.length > 0 ? 1 : 0;
  }
  for (const line of shrunk) console.error(`${line}: better; run node scripts/check-form.mjs --shrink`);
  if (grown.length + shrunk.length > 0) return 1;
  const counts = Object.values(found).flatMap((files) => Object.values(files));
  console.log(`Nothing over a limit but the ${counts.reduce((sum, count) => sum + count, 0)} in ${OWED}`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => check(process.argv.slice(2)));
