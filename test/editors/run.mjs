#!/usr/bin/env node
// Other people's editors: installs the npm package in an empty folder and lets Neovim and Emacs use it, headless, as
// docs/editors.md configures them. What they show is looked at.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../scripts/build.mjs';
import { findProgram, main, npm, ROOT, run, temporaryFolder, UserError } from '../../scripts/lib/project.mjs';
import { ensureDependencies, ensurePackages, isCI } from '../../scripts/lib/setup.mjs';
import { documented, makeFolder, placeOf } from './articles.mjs';

const HELP = `Usage: node test/editors/run.mjs [--grep TEXT] [--keep]

Packs the npm package, installs it offline in an empty folder, and uses it from Neovim and Emacs, headless.
  --grep TEXT   only the scenarios whose title has TEXT
  --keep        leaves what was made, and says where
An editor that is not there is skipped; with CI=true it is installed, or the scenario fails.`;

const PAGE = path.join(ROOT, 'docs/editors.md');
const CONFIRM = 'Confirm: Person “Yann Kervella”';

const SCENARIOS = [
  { title: 'the npm package installs offline, and is complete', packages: [], programs: [], use: usePackage },
  { title: 'Neovim', packages: ['neovim'], programs: ['nvim'], use: useNeovim },
  { title: 'Emacs with eglot', packages: ['emacs-nox', 'elpa-eglot'], programs: ['emacs'], use: useEmacs },
];

/** Packs the project and installs the package in an empty folder, from what is on this machine alone; gives its command. */
async function install(folder) {
  const packed = await npm(['pack', '--pack-destination', folder, '--loglevel=error'], { capture: true });
  const [tarball] = fs.readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !tarball) throw new UserError(`npm pack failed:\n${packed.output}`);
  const empty = path.join(folder, 'empty');
  fs.mkdirSync(empty);
  const flags = ['--offline', '--no-audit', '--no-fund', '--loglevel=error', '--cache', path.join(folder, 'npm-cache')];
  const installed = await npm(['install', ...flags, path.join(folder, tarball)], { cwd: empty, capture: true });
  if (installed.code !== 0) throw new UserError(`The package cannot be installed offline:\n${installed.output}`);
  return path.join(empty, 'node_modules', '.bin');
}

async function usePackage({ bin, folder }) {
  const file = makeFolder(folder);
  const call = (...args) => run(path.join(bin, 'corpus-annotator'), args, { cwd: folder, capture: true });
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  assert.deepEqual(await call('--version'), { code: 0, output: `${version}\n` });
  const { output } = await call('annotate', '--quiet', file);
  // a name that only the trained model finds: it came along
  assert.ok(JSON.parse(output).entities.some(({ text }) => text === 'Yann Kervella'));
  const wrong = await call('lsp', 'a.txt');
  assert.equal(wrong.code, 2);
  assert.match(wrong.output, /lsp takes no files/);
}

/** What a driver in an editor needs to know. */
function surroundings({ bin, folder }) {
  const file = makeFolder(folder);
  const place = (words, nth) => Object.values(placeOf(words, nth)).join(' ');
  const shown = path.join(folder, 'shown.json');
  const env = {
    HOME: folder,
    XDG_STATE_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    LC_ALL: 'C.UTF-8',
    PATH: [bin, process.env.PATH].join(path.delimiter),
    ARTICLE: file,
    ANN: path.join(folder, 'accord.ann'),
    SHOWN: shown,
    CONFIRM,
    KERVELLA: place('Yann Kervella'),
    SECOND: place('Jeanne Morvan', 1),
    PORT: place('Port-Clair'),
  };
  return { file, env, shown };
}

async function useNeovim({ bin, folder }) {
  const { file, env, shown } = surroundings({ bin, folder });
  const init = path.join(folder, 'init.lua');
  fs.writeFileSync(init, documented(PAGE, 'Neovim'));
  const driver = path.join(ROOT, 'test/editors/neovim.lua');
  const args = ['--headless', '-u', init, '-i', 'NONE', '-n', file, '-c', `luafile ${driver}`];
  const { output } = await run('timeout', ['90', 'nvim', ...args], { cwd: folder, env, capture: true });
  check(read(shown, output));
}

async function useEmacs({ bin, folder }) {
  const { env, shown } = surroundings({ bin, folder });
  const init = path.join(folder, 'init.el');
  fs.writeFileSync(init, documented(PAGE, 'Emacs'));
  // -q, not -Q: Debian's packages are found by the site's own files
  const args = ['--batch', '-q', '-l', init, '-l', path.join(ROOT, 'test/editors/emacs.el')];
  const { output } = await run('timeout', ['90', 'emacs', ...args], { cwd: folder, env, capture: true });
  check(read(shown, output));
}

function read(file, output) {
  if (!fs.existsSync(file)) throw new Error(`The editor ended before it was done:\n${output}`);
  const shown = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (shown.failed) throw new Error(`${shown.failed}\n${JSON.stringify(shown, undefined, 1)}\n${output}`);
  return shown;
}

/** What a reader of the article is to see, whatever the editor. */
function check(shown) {
  assert.match(shown.hover, /Yann Kervella/);
  assert.match(shown.hover, /person/i);
  assert.doesNotMatch(shown.hover, /command:/);
  assert.ok(
    shown.outline.some((name) => name.includes('La Valdorie veut un accord')),
    JSON.stringify(shown.outline),
  );
  assert.ok(
    shown.outline.some((name) => name.includes('Jeanne Morvan')),
    JSON.stringify(shown.outline),
  );
  assert.deepEqual(shown.definition, placeOf('Jeanne Morvan'));
  assert.deepEqual(shown.references, [placeOf('Jeanne Morvan').line, placeOf('Jeanne Morvan', 1).line]);
  assert.ok(
    shown.symbols.some((name) => name.includes('Yann Kervella')),
    JSON.stringify(shown.symbols),
  );
  assert.equal(shown.diagnostics[0]?.line, placeOf('« Nous').line);
  assert.ok(shown.actions.includes(CONFIRM), JSON.stringify(shown.actions));
  assert.deepEqual(shown.quote, placeOf('Il faut signer'));
  assert.ok(
    shown.messages.some((message) => message.includes('Confirm “Port-Clair”')),
    JSON.stringify(shown.messages),
  );
}

/** Gives `passed`, `failed` or `skipped`. */
async function attempt({ title, packages, programs, use }, context) {
  const started = Date.now();
  try {
    await ensurePackages(packages, () => programs.every((program) => findProgram([program])));
  } catch (error) {
    console.log(`${isCI() ? 'FAIL' : 'skip'} ${title}: ${error.message}`);
    return isCI() ? 'failed' : 'skipped';
  }
  try {
    await use({ ...context, folder: fs.mkdtempSync(path.join(context.scratch, 'corpus-')) });
    console.log(`ok   ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return 'passed';
  } catch (error) {
    console.log(`FAIL ${title}\n${error.stack}`);
    return 'failed';
  }
}

await main(async () => {
  const { values } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, grep: { type: 'string', default: '' }, keep: { type: 'boolean' } },
  });
  if (values.help) return console.log(HELP);
  await ensureDependencies();
  await buildIfStale({ production: true });
  const scratch = temporaryFolder('editors');
  try {
    const bin = await install(scratch.path);
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const scenario of SCENARIOS.filter(({ title }) => title.includes(values.grep)))
      count[await attempt(scenario, { bin, scratch: scratch.path })]++;
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
    return count.failed > 0 || count.passed + count.skipped === 0 ? 1 : 0;
  } finally {
    if (values.keep) console.log(scratch.path);
    else scratch.remove();
  }
});
