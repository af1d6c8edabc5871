#!/usr/bin/env node
// Runs the benchmarks: quality on the visible data sets (where they are at hand), speed and memory, peers in the same run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { main, ROOT, requireNode, say, UserError } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const FOLDER = path.join(ROOT, 'scripts');
const names = fs
  .readdirSync(FOLDER)
  .map((file) => /^bench-(.+)\.mjs$/.exec(file)?.[1])
  .filter((name) => name !== undefined)
  .sort();

const HELP = `Usage: npm run bench [-- NAME …]

Runs the benchmarks (all without a name): ${names.join(', ')}.
What needs data that is not part of the project says so and is left out.`;

await main(async () => {
  const asked = process.argv.slice(2);
  if (asked.includes('--help') || asked.includes('-h')) return console.log(HELP);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new UserError(`There is no benchmark ${unknown.join(', ')}\n\n${HELP}`, 2);
  requireNode();
  await ensureDependencies();
  await buildIfStale({ production: false });
  let failed = 0;
  for (const name of asked.length > 0 ? asked : names) {
    say(`Benchmark: ${name}`);
    // so that memory is measured of what is still in use
    const { status } = spawnSync(process.execPath, ['--expose-gc', path.join(FOLDER, `bench-${name}.mjs`)], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    if (status !== 0) failed++;
  }
  if (failed > 0) throw new UserError(`${failed} benchmark(s) failed`);
});
