// Runs the project's TypeScript in Node's scripts: bundled in memory as the command line is, loaded, and gone again.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, temporaryFolder } from './project.mjs';

/**
 * Bundles and loads. `contents`: TypeScript that exports what is wanted, its imports counted from `from`, a folder of the
 * project.
 */
export async function loadBundled(contents, from = 'server/src/core') {
  const { build } = await import('esbuild');
  const folder = temporaryFolder('bundled');
  try {
    const outfile = path.join(folder.path, 'bundled.cjs');
    await build({
      stdin: { contents, resolveDir: path.join(ROOT, from), loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      format: 'cjs',
      target: 'node20',
      supported: { 'regexp-unicode-property-escapes': true },
      charset: 'utf8',
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    folder.remove();
  }
}
