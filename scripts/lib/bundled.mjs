// Runs the project's TypeScript in Node's scripts: bundled in memory as the command line is, loaded, and gone again.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, temporaryFolder } from './project.mjs';

/**
 * Bundles and loads. `contents`: TypeScript that exports what is wanted, its imports counted from `from`, a folder of the
 * project.
 */
export async function loadBundled(contents, from = 'server/src/core') {
  const folder = temporaryFolder('bundled');
  try {
    const outfile = path.join(folder.path, 'bundled.cjs');
    await bundle({ contents, outfile, folder: path.join(ROOT, from) });
    return createRequire(import.meta.url)(outfile);
  } finally {
    folder.remove();
  }
}

/**
 * Bundles into `outfile`, a CommonJS module. `folder`: what the imports of `contents` are counted from; packages are found
 * among this project's own, also where the folder lies outside it.
 */
export async function bundle({ contents, outfile, folder }) {
  const { build } = await import('esbuild');
  await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    nodePaths: [path.join(ROOT, 'node_modules')],
    format: 'cjs',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true },
    charset: 'utf8',
    logLevel: 'warning',
  });
}
