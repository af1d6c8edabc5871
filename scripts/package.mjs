#!/usr/bin/env node
// Packages the extension as corpus-annotator.vsix and looks into the package before it is handed on.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { buildIfStale } from './build.mjs';
import { main, manifest, quietly, REPOSITORY, ROOT, requireNode, say, UserError, VSIX } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';
import { generateManifest } from './manifest.mjs';
import { requireFreshNotices } from './notices.mjs';

const HELP = `Usage: node scripts/package.mjs [--out FILE]

Builds the extension, minified, and packages it as corpus-annotator.vsix (or FILE). Fails where the package would hold a
file that is not needed at run time, lack one that is, reach 15 MB, or lack a licence of what is in it.`;

const MAX_BYTES = 15_000_000;
/** What the bundles for a browser may be together, as the package holds them: compressed. */
const MAX_WEB_BYTES = 750_000;

/** What the package may hold; everything else is of no use at run time. */
const NEEDED = [
  /^(package(\.nls(\.[\w-]+)?)?\.json|README(\.fr)?\.md|CHANGELOG\.md|LICENSE|NOTICE|THIRD-PARTY-NOTICES\.txt)$/,
  // What README shows.
  /^docs\/images\/(en|fr)-(overview|keys)-light\.webp$/,
  /^dist\/node-sqlite3-wasm\.wasm$/,
  /^dist\/(client|server|importer)\.js$/,
  /^dist\/web\/(client|server)\.js$/,
  /^dist\/models\/[^/]+$/,
  /^(syntaxes|schemas)\/[\w.-]+\.json$/,
  /^samples\/corpus\/([\w.-]+\/)*[\w.-]+$/,
  /^client\/media\/[\w/.-]+\.(png|svg|md|gif|webp|woff2?|css|js)$/,
];

/**
 * What is wrong with a package of these files (paths from its root) under this manifest: a line for each file that is
 * not needed at run time, and for each that the manifest or the program names and that is not there.
 */
export function packageProblems(files, packageJson) {
  const present = new Set(files);
  const unneeded = files.filter((file) => !NEEDED.some((pattern) => pattern.test(file)));
  const required = [
    'README.md',
    'LICENSE',
    'NOTICE',
    'THIRD-PARTY-NOTICES.txt',
    'dist/server.js',
    'dist/node-sqlite3-wasm.wasm',
    'dist/importer.js',
    'dist/web/server.js',
    ...namedFiles(packageJson),
  ];
  const missing = [...new Set(required)].filter((file) => !present.has(file));
  return [...unneeded.map((file) => `not needed at run time: ${file}`), ...missing.map((file) => `missing: ${file}`)];
}

/** The files that a manifest refers to for VS Code, wherever it does so: main, grammars, icons, walkthroughs. */
function namedFiles(packageJson) {
  const found = [packageJson.main, packageJson.browser, packageJson.icon];
  const walk = (value) => {
    if (typeof value === 'string') {
      if (/^\.?\/?(dist|syntaxes|schemas|client)\/[^*]*\.\w+$/.test(value)) found.push(value);
    } else if (value && typeof value === 'object') {
      Object.values(value).forEach(walk);
    }
  };
  walk(packageJson.contributes);
  return found.filter(Boolean).map((file) => file.replace(/^\.?\//, ''));
}

/** Builds and packages unless the package is newer than all it is made of; resolves to the package's path. */
export async function packageExtension({ out = VSIX, always = false } = {}) {
  await ensureDependencies();
  await buildIfStale({ production: true });
  if (!always && isNewer(out)) return out;
  const stale = await generateManifest({ check: true });
  if (stale.length > 0) throw new UserError(`Stale, npm run build generates them: ${stale.join(', ')}`);
  say('Packaging the extension');
  await requireFreshNotices();
  const { createVSIX, listFiles } = await import('@vscode/vsce');
  const files = (await listFiles({ cwd: ROOT, dependencies: false })).map((file) => file.split(path.sep).join('/'));
  const problems = packageProblems(files, manifest());
  if (problems.length > 0) throw new UserError(`The package would not be right:\n  ${problems.join('\n  ')}`);
  await quietly(() =>
    createVSIX({ cwd: ROOT, packagePath: out, dependencies: false, allowMissingRepository: true, ...pageLinks() }),
  );
  const { size } = fs.statSync(out);
  if (size >= MAX_BYTES) throw new UserError(`The package has ${size} bytes; ${MAX_BYTES} are too many`);
  const web = webBytes();
  if (web > MAX_WEB_BYTES) throw new UserError(`The bundles for a browser have ${web} bytes; ${MAX_WEB_BYTES} are too many`);
  const parts = `${files.length} files, ${(size / 1e6).toFixed(2)} MB, of it for browsers ${(web / 1e6).toFixed(2)} MB`;
  console.log(`${path.relative(process.cwd(), out) || out}: ${parts}`);
  return out;
}

/** What the two bundles for a browser take in the package. */
function webBytes() {
  const bundles = ['client', 'server'].map((name) => fs.readFileSync(path.join(ROOT, 'dist', 'web', `${name}.js`)));
  return bundles.reduce((sum, bundle) => sum + deflateRawSync(bundle).length, 0);
}

/** Where the links and pictures of README lead: into the repository, where its address is known, else into the package. */
function pageLinks() {
  if (REPOSITORY === undefined) return { rewriteRelativeLinks: false };
  return { baseContentUrl: `${REPOSITORY}/blob/HEAD`, baseImagesUrl: `${REPOSITORY}/raw/HEAD` };
}

function isNewer(out) {
  const made = fs.statSync(out, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const parts = [
    'dist',
    'syntaxes',
    'schemas',
    'client/media',
    'samples/corpus',
    'package.json',
    'package.nls.json',
    'package.nls.fr.json',
    '.vscodeignore',
    'README.md',
    'README.fr.md',
    'docs/images',
    'NOTICE',
    'THIRD-PARTY-NOTICES.txt',
  ];
  const changed = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return 0;
    return stat.isDirectory()
      ? Math.max(stat.mtimeMs, ...fs.readdirSync(file).map((name) => changed(path.join(file, name))))
      : stat.mtimeMs;
  };
  return parts.every((part) => changed(path.join(ROOT, part)) < made);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const [option, out, ...rest] = process.argv.slice(2);
    if (option === '--help' || option === '-h') return console.log(HELP);
    if (rest.length > 0 || (option && (option !== '--out' || !out))) throw new UserError(HELP, 2);
    requireNode();
    await packageExtension({ out: out ? path.resolve(out) : VSIX, always: true });
  });
}
