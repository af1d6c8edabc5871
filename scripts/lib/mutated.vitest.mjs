// Vitest as the unit tests run in it, with a mutant in one source file; the file itself stays as it is.
import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { mutated } from './mutants.mjs';
import { ROOT } from './project.mjs';

const mutant = JSON.parse(process.env.MUTANT ?? 'null');
const file = mutant && path.join(ROOT, mutant.file);

export default defineConfig({
  root: ROOT,
  plugins: mutant
    ? [
        {
          name: 'mutant',
          enforce: 'pre',
          load: (id) => (path.resolve(id.split('?')[0]) === file ? mutated(fs.readFileSync(file, 'utf8'), mutant) : undefined),
        },
      ]
    : [],
  test: {
    include: ['test/unit/**/*.test.ts'],
    // what turns without end is found by the one that waits for it
    testTimeout: 60_000,
    maxWorkers: 2,
    minWorkers: 1,
    bail: 1,
    reporters: ['dot'],
  },
});
