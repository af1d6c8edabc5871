import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/server/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/rules/**/*.test.ts'],
    // A machine that runs other things beside takes its time.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    setupFiles: ['test/support/turns.ts'],
    maxWorkers: 2,
    minWorkers: 1,
  },
});
