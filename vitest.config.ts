import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/server/**/*.test.ts', 'test/cli/**/*.test.ts'],
    testTimeout: 20_000,
    maxWorkers: 2,
    minWorkers: 1,
  },
});
