#!/usr/bin/env node
// Generates what follows from the declarations of the client and of the settings: parts of package.json, both
// package.nls*.json, docs/settings.md, docs/keys.md and the tables of keys in README.md.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, ROOT, requireNode, say, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: node scripts/manifest.mjs [--check]

Generates parts of package.json, package.nls.json, package.nls.fr.json, docs/settings.md, docs/keys.md and the tables of
keys in README.md from client/manifest (npm run build does so too).
  --check   writes nothing; fails and names the files that are stale`;

/** What esbuild bundles the generator as. */
export const GENERATOR = {
  absWorkingDir: ROOT,
  entryPoints: ['client/manifest/files.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  write: false,
  logLevel: 'warning',
  mainFields: ['module', 'main'],
};

/** Brings the generated files up to date; resolves to the paths of those that were stale. */
export async function generateManifest({ check = false } = {}) {
  const { build } = await import('esbuild');
  try {
    return await writeGenerated(await build(GENERATOR), { check });
  } catch (error) {
    if (error?.errors) throw new UserError('The manifest could not be generated: see above');
    throw error;
  }
}

/** The same with the generator bundled already. */
export async function writeGenerated({ outputFiles: [{ text }] }, { check = false } = {}) {
  const { generatedFiles } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  const stale = [...generatedFiles(read)].filter(([file, wanted]) => read(file) !== wanted);
  // An unchanged file keeps its time: builds and packages go by it.
  if (!check) for (const [file, wanted] of stale) fs.writeFileSync(path.join(ROOT, file), wanted);
  return stale.map(([file]) => file);
}

function read(file) {
  const place = path.join(ROOT, file);
  return fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const options = new Set(process.argv.slice(2));
    if (options.delete('--help') || options.delete('-h')) return console.log(HELP);
    const check = options.delete('--check');
    if (options.size > 0) throw new UserError(`Unknown option: ${[...options].join(' ')}\n\n${HELP}`, 2);
    requireNode();
    await ensureDependencies();
    const stale = await generateManifest({ check });
    if (check && stale.length > 0) throw new UserError(`Stale, npm run build generates them: ${stale.join(', ')}`);
    say(stale.length > 0 ? `Generated: ${stale.join(', ')}` : 'The generated files are up to date');
  });
}
