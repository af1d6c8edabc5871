// The two states of the program that the oracle compares: a commit's, and the working tree's.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundle } from '../bundled.mjs';
import { ROOT, UserError } from '../project.mjs';

/** How many commits stay checked out for the next run. */
const KEPT_COMMITS = 12;

/** What the oracle calls, with the file that has it today. Wherever it moves within the server, it is found. */
const EXPORTS = {
  createAnalyser: 'server/src/core/analyser.ts',
  LANGUAGE_PACKS: 'server/src/core/languages/registry.ts',
  packFor: 'server/src/core/languages/registry.ts',
};
/** What only a comparison of the date automata needs; a tree may be without. */
const OPTIONAL_EXPORTS = { grammarFor: 'server/src/core/dates/grammar/index.ts' };

const MODEL_FOLDERS = ['server/models', 'models'];

function git(args, env = {}) {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...env } }).trim();
  } catch (error) {
    if (error.code === 'ENOENT') throw new UserError('This needs git');
    return undefined;
  }
}

/** The commit that a name stands for; without a name where this branch left main. Throws a UserError where there is none. */
export function commitOf(name) {
  const commit =
    name === undefined
      ? (git(['merge-base', 'HEAD', 'main']) ?? git(['merge-base', 'HEAD', 'origin/main']))
      : git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (commit !== undefined) return commit;
  if (name !== undefined) throw new UserError(`There is no commit ${name}`);
  throw new UserError('There is no branch main to compare with: name a commit with --against');
}

/** A commit's first words, for people. */
export const titleOf = (commit) => git(['log', '-1', '--format=%h %s', commit]) ?? commit;

/** A folder with the files of a commit. Kept outside the project, so that the next run has it at once. */
export function checkedOut(commit) {
  const kept = keptFolder();
  const folder = path.join(kept, commit);
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(kept, { recursive: true, mode: 0o700 });
    const fresh = fs.mkdtempSync(path.join(kept, 'new-'));
    // an index of its own: the project's is not touched
    const index = { GIT_INDEX_FILE: path.join(fresh, 'index') };
    const tree = path.join(fresh, 'tree');
    const done = git(['read-tree', commit], index) !== undefined;
    if (!done || git(['checkout-index', '--all', `--prefix=${tree}/`], index) === undefined)
      throw new UserError(`git cannot check out ${commit} into ${tree}`);
    // another run may have made it meanwhile
    if (!fs.existsSync(folder)) fs.renameSync(tree, folder);
    fs.rmSync(fresh, { recursive: true, force: true });
  }
  const now = new Date();
  fs.utimesSync(folder, now, now);
  forgetOldest(kept);
  return folder;
}

const keptFolder = () => path.join(os.tmpdir(), `corpus-annotator-golden-${os.userInfo().username}`);

/**
 * The digests of a commit's answers from earlier runs, and `save()`, which keeps those that have come to them. They hold for
 * this engine, these packages and this way of asking.
 */
export function keptAnswers(commit) {
  const asked = ['package-lock.json', 'scripts/lib/golden/run.mjs'].map((file) => fs.readFileSync(path.join(ROOT, file)));
  const version = crypto.createHash('sha256').update(process.version).update(Buffer.concat(asked)).digest('hex').slice(0, 16);
  const file = path.join(keptFolder(), `${commit}.${version}.json`);
  let known = new Map();
  try {
    known = new Map(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    // none yet, or a half-written one: they are found again
  }
  const save = () => {
    // whole at once, since another run may read or write it at the same time
    const fresh = `${file}.${process.pid}`;
    fs.writeFileSync(fresh, JSON.stringify([...known]));
    fs.renameSync(fresh, file);
  };
  return { known, save };
}

function forgetOldest(kept) {
  const commits = fs.readdirSync(kept).filter((name) => /^[0-9a-f]{40,64}$/.test(name));
  const byAge = commits
    .map((name) => ({ folder: path.join(kept, name), used: fs.statSync(path.join(kept, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { folder } of byAge.slice(KEPT_COMMITS)) {
    for (const name of fs.readdirSync(kept).filter((other) => other.startsWith(path.basename(folder))))
      fs.rmSync(path.join(kept, name), { recursive: true, force: true });
  }
}

/**
 * Bundles a tree's core into `outfile`; gives what a worker needs to open it: the bundle, the folder of its models and
 * whether it has its date grammars.
 */
export async function bundleTree(tree, outfile) {
  const lines = Object.entries(EXPORTS).map(([name, file]) => {
    const found = fileWith(tree, name, file);
    if (found === undefined) throw new UserError(`No file of ${tree} exports ${name}`);
    return exportLine(tree, name, found);
  });
  for (const [name, file] of Object.entries(OPTIONAL_EXPORTS)) {
    const found = fileWith(tree, name, file);
    if (found !== undefined) lines.push(exportLine(tree, name, found));
  }
  await bundle({ contents: lines.join('\n'), outfile, folder: tree });
  const models = MODEL_FOLDERS.map((folder) => path.join(tree, folder)).find((folder) => fs.existsSync(folder));
  return { bundle: outfile, models };
}

const exportLine = (tree, name, file) =>
  `export { ${name} } from './${path.relative(tree, file).replaceAll('\\', '/').replace(/\.ts$/, '')}';`;

/** The file of a tree's server that exports a function or constant: the expected one, or else wherever it is now. */
export function fileWith(tree, name, expected) {
  const exported = new RegExp(`^export (?:function|const) ${name}\\b`, 'm');
  const has = (file) => exported.test(fs.readFileSync(file, 'utf8'));
  const usual = path.join(tree, expected);
  if (fs.existsSync(usual) && has(usual)) return usual;
  return filesIn(path.join(tree, 'server/src'), /\.ts$/).find(has);
}

/** All files below a folder whose names fit, sorted. */
export function filesIn(folder, pattern) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
