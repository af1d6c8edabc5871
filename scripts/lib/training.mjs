import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './project.mjs';

/** Where the data sets are unless said otherwise: beside the project, never in it. */
export const DATA = path.resolve(ROOT, '../shared/data');

/** Bundles a TypeScript file of server/training and loads it. */
export async function loadTraining(name) {
  const { build } = await import('esbuild');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corpus-annotator-training-'));
  const outfile = path.join(folder, 'training.cjs');
  await build({
    entryPoints: [path.join(ROOT, 'server/training', name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  try {
    return createRequire(import.meta.url)(outfile);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
