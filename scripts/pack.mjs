#!/usr/bin/env node
// What `npm pack` runs before and after (prepack, postpack): the command line and the language server as a package that
// installs offline. Everything is bundled, so its manifest names no other package, and nothing of VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';
import { main, manifest, ROOT, requireNode, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: npm pack (which runs node scripts/pack.mjs --before, and --after)

  --before   builds, and puts the manifest of the npm package in the place of package.json
  --after    puts package.json back; after an npm pack that was broken off too`;

const MANIFEST = path.join(ROOT, 'package.json');
const KEPT = path.join(ROOT, 'dist', '.package.json');

/** The manifest of the npm package, made of the extension's. `description`: in words, where the extension's is a key. */
export function npmManifest({ name, version, license, keywords, engines, bin }, description) {
  return { name, version, description, license, keywords, engines: { node: engines.node }, bin };
}

async function before() {
  if (manifest().main === undefined) restore();
  await ensureDependencies();
  await buildIfStale({ production: true });
  const { description } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.nls.json'), 'utf8'));
  fs.copyFileSync(MANIFEST, KEPT);
  keepTime(MANIFEST, KEPT);
  fs.writeFileSync(MANIFEST, `${JSON.stringify(npmManifest(manifest(), description), undefined, 2)}\n`);
}

function restore() {
  if (!fs.existsSync(KEPT)) throw new UserError(`There is no ${path.relative(ROOT, KEPT)}: git restore package.json`);
  fs.copyFileSync(KEPT, MANIFEST);
  keepTime(KEPT, MANIFEST);
  fs.rmSync(KEPT);
}

/** A build is not stale because the manifest went and came back. */
function keepTime(from, to) {
  const { atime, mtime } = fs.statSync(from);
  fs.utimesSync(to, atime, mtime);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const [option, ...rest] = process.argv.slice(2);
    if (option === '--help' || option === '-h') return console.log(HELP);
    if (rest.length > 0 || !['--before', '--after'].includes(option)) throw new UserError(HELP, 2);
    requireNode();
    return option === '--before' ? before() : restore();
  });
}
