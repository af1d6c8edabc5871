import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** The real command line of a test file: `cli` is there before its first test, in a folder of its own that goes after the last. */
export function commandLine(
  name: string,
  {
    models = false,
    importer = false,
    ...options
  }: BuildOptions & { readonly models?: boolean; readonly importer?: boolean } = {},
) {
  const home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `corpus-annotator-${name}-`)));
  const cli = path.join(home, 'cli.js');
  beforeAll(async () => {
    await build({
      entryPoints: {
        cli: 'server/src/cli/main.ts',
        // the thread that brings articles in lies beside the program
        ...(importer && { importer: 'server/src/importer.ts' }),
      },
      outdir: home,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      charset: 'utf8',
      mainFields: ['module', 'main'],
      ...options,
    });
    fs.copyFileSync('node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm', path.join(home, 'node-sqlite3-wasm.wasm'));
    if (models) fs.cpSync('server/models', path.join(home, 'models'), { recursive: true, force: true });
  });
  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));
  return { home, cli };
}
