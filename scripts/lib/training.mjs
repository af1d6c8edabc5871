import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ROOT, UserError } from './project.mjs';

/** Where the data sets are unless said otherwise: beside the project, never in it. */
export const DATA = path.resolve(ROOT, '../shared/data');

/**
 * Where the data sets are by the arguments of a command that trains; `--data` and its folder are taken out of them.
 * @throws UserError where there is no such folder
 */
export function dataFolder(args) {
  const at = args.indexOf('--data');
  const data = at >= 0 ? path.resolve(args.splice(at, 2)[1] ?? '') : DATA;
  if (!fs.existsSync(data)) throw new UserError(`No data sets in ${data}: say where they are with --data`);
  return data;
}

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
