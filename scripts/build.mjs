#!/usr/bin/env node
// Bundles the extension's client, its server, the command line and the tests that run inside VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, ROOT, requireNode, say, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';
import { webConfigurations } from './lib/webBundles.mjs';
import { GENERATOR, generateManifest, writeGenerated } from './manifest.mjs';

const HELP = `Usage: node scripts/build.mjs [--production] [--watch]

Generates the manifest (scripts/manifest.mjs), then bundles into dist/ (client.js, server.js, importer.js, cli.js, models/; web/ for
the browser) and dist-test/ (the tests that run inside VS Code).
  --production   minified, without source maps and without the tests: what the package holds
  --watch        builds again whenever a source changes`;

/** What is bundled: [entry point, output, more esbuild options]. */
const PROGRAMS = [
  ['client/src/extension.ts', 'dist/client.js', { external: ['vscode'] }],
  ['server/src/main.ts', 'dist/server.js'],
  ['server/src/importer.ts', 'dist/importer.js'],
  ['server/src/cli/main.ts', 'dist/cli.js', { banner: { js: '#!/usr/bin/env node' } }],
];
const SUITE = 'test/vscode/suite';
/** What a library reads beside the bundle that it is in. */
const COMPANIONS = ['node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm'];
/** Whatever a bundle is made of: a change in any of these makes it stale. */
const SOURCES = [
  'client/manifest',
  'client/src',
  'server/src',
  'server/models',
  SUITE,
  'scripts/build.mjs',
  'scripts/manifest.mjs',
  'package.json',
  'package-lock.json',
];
const STAMP = 'dist/.build';

const inRoot = (file) => path.join(ROOT, file);

/**
 * Builds unless the last build was of this kind and nothing has changed since. The manifest stays as it is: tests and
 * packages are to have what is checked in.
 */
export async function buildIfStale({ production = false } = {}) {
  if (isFresh(production)) return;
  say(production ? 'Building (minified)' : 'Building');
  await build({ production });
}

/** Builds everything once. Throws a UserError where a source does not compile; esbuild has then printed the reason. */
export async function build({ production = false } = {}) {
  const started = Date.now();
  const { build: bundle } = await import('esbuild');
  fs.rmSync(inRoot(STAMP), { force: true });
  try {
    const results = await Promise.all(configurations(production).map((options) => bundle({ ...options, metafile: true })));
    removeLeftovers(results.flatMap((result) => Object.keys(result.metafile.outputs)));
  } catch (error) {
    if (error?.errors) throw new UserError('The build failed: see above');
    throw error;
  }
  copyCompanions();
  // The time is the one at the start: a source saved during the build counts as newer.
  fs.writeFileSync(inRoot(STAMP), kind(production));
  fs.utimesSync(inRoot(STAMP), new Date(), new Date(started));
}

/** Builds, then again at each change, until the process ends. Prints what VS Code's problem matcher reads. */
export async function watch() {
  const { context } = await import('esbuild');
  fs.rmSync(inRoot(STAMP), { force: true });
  copyCompanions();
  let running = 0;
  const announce = {
    name: 'announce',
    setup(bundle) {
      bundle.onStart(() => {
        if (running++ === 0) console.log('[watch] build started');
      });
      bundle.onEnd((result) => {
        for (const { text, location } of result.errors) {
          console.error(`✘ [ERROR] ${text}`);
          if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
        }
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  };
  const generate = {
    name: 'generate',
    setup(bundle) {
      bundle.onEnd(async (result) => {
        if (result.errors.length > 0) return;
        try {
          tellGenerated(await writeGenerated(result));
        } catch (error) {
          return { errors: [{ text: `The manifest could not be generated: ${error.message}` }] };
        }
      });
    },
  };
  const programs = configurations(false).map((options) => ({ ...options, plugins: [...(options.plugins ?? []), announce] }));
  for (const options of [{ ...GENERATOR, plugins: [generate, announce] }, ...programs]) {
    const bundle = await context({ ...options, logLevel: 'silent' });
    await bundle.watch();
  }
}

function tellGenerated(files) {
  if (files.length > 0) say(`Generated: ${files.join(', ')}`);
}

export function configurations(production) {
  const common = {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Node has them; esbuild, not sure of their newest scripts, would make each such expression anew at every use.
    supported: { 'regexp-unicode-property-escapes': true },
    // Letters beyond ASCII stay as they are: word lists stay readable and small in UTF-8.
    charset: 'utf8',
    sourcemap: !production,
    sourcesContent: false,
    minify: production,
    logLevel: 'warning',
    // Some libraries offer an ES module first; only that form lets esbuild leave out what is unused.
    mainFields: ['module', 'main'],
  };
  const bundles = PROGRAMS.map(([entry, outfile, more]) => ({ ...common, ...more, entryPoints: [entry], outfile }));
  bundles.push(...webConfigurations(common));
  const tests = production ? [] : suiteFiles();
  if (tests.length > 0) {
    bundles.push({ ...common, entryPoints: tests, outdir: 'dist-test', external: ['vscode', 'mocha'] });
  }
  return bundles;
}

function suiteFiles() {
  const folder = inRoot(SUITE);
  const isEntry = (name) => name === 'index.ts' || name.endsWith('.test.ts');
  return fs
    .readdirSync(folder)
    .filter(isEntry)
    .map((name) => path.join(folder, name));
}

/**
 * Removes what an earlier build left and this one did not make, so that it is neither packaged nor run. Afterwards, not
 * before: a command line or a test that runs meanwhile finds its file.
 */
function removeLeftovers(outputs) {
  for (const folder of ['dist', 'dist-test']) {
    if (!outputs.some((output) => output.startsWith(`${folder}/`))) continue;
    for (const name of fs.readdirSync(inRoot(folder))) {
      const file = `${folder}/${name}`;
      const isMade = outputs.some((output) => output === file || output.startsWith(`${file}/`));
      if (!isMade) fs.rmSync(inRoot(file), { recursive: true, force: true });
    }
  }
}

/** Puts beside the bundles what they read at run time: the models, and what libraries bring. */
export function copyCompanions(folder = inRoot('dist')) {
  const models = inRoot('server/models');
  fs.mkdirSync(folder, { recursive: true });
  for (const file of COMPANIONS) fs.copyFileSync(inRoot(file), path.join(folder, path.basename(file)));
  if (fs.existsSync(models)) fs.cpSync(models, path.join(folder, 'models'), { recursive: true });
}

const kind = (production) => (production ? 'production' : 'development');

function isFresh(production) {
  try {
    if (fs.readFileSync(inRoot(STAMP), 'utf8') !== kind(production)) return false;
    const built = fs.statSync(inRoot(STAMP)).mtimeMs;
    return SOURCES.every((source) => newest(inRoot(source)) <= built);
  } catch {
    return false;
  }
}

/** The time of the latest change of a file, or of anything below a folder; folders count, so that a removal shows. */
function newest(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const below = fs.readdirSync(file).map((name) => newest(path.join(file, name)));
  return Math.max(stat.mtimeMs, ...below);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const options = new Set(process.argv.slice(2));
    if (options.delete('--help') || options.delete('-h')) return console.log(HELP);
    const watching = options.delete('--watch');
    const production = options.delete('--production');
    if (options.size > 0) throw new UserError(`Unknown option: ${[...options].join(' ')}\n\n${HELP}`, 2);
    requireNode();
    await ensureDependencies();
    if (watching) return watch();
    tellGenerated(await generateManifest());
    return build({ production });
  });
}
