import { describe, expect, test } from 'vitest';
import { mutantsOf, mutated } from '../../../scripts/lib/mutants.mjs';

describe('faults put in on purpose (npm run mutate)', () => {
  const source = "import { a } from 'b';\ninterface X { n: 1 }\nexport const f = (n: number): boolean => n < 3 && !g(n - 1);\n";

  test('each changes one place of the program, none a type or an import', () => {
    const texts = mutantsOf('f.ts', source).map((mutant) => mutated(source, mutant).split('\n')[2]);
    expect(texts).toEqual([
      'export const f = (n: number): boolean => n < 3 || !g(n - 1);',
      'export const f = (n: number): boolean => n <= 3 && !g(n - 1);',
      'export const f = (n: number): boolean => n < 4 && !g(n - 1);',
      'export const f = (n: number): boolean => n < 3 && g(n - 1);',
      'export const f = (n: number): boolean => n < 3 && !g(n + 1);',
      'export const f = (n: number): boolean => n < 3 && !g(n - 2);',
    ]);
    expect(mutantsOf('f.ts', source).map(({ line }) => line)).toEqual([3, 3, 3, 3, 3, 3]);
  });
});
