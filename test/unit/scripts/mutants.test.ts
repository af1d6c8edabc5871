import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutantsOf, mutated } from '../../../scripts/lib/mutants.mjs';
import { typeChecker } from '../../../scripts/lib/mutantTypes.mjs';

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

  test('leaves out a jump that changes nothing: a continue that stands last in its loop', () => {
    const loops = 'for (const n of list) { if (n < 1) { continue; } for (;;) { if (n > 2) { a(); continue; } } }\n';
    expect(mutantsOf('f.ts', loops).filter(({ what }) => what.endsWith('(jump)'))).toHaveLength(1);
    expect(mutantsOf('f.ts', 'while (a) { if (b) continue; c(); }\n').filter(({ what }) => what.endsWith('(jump)'))).toHaveLength(
      1,
    );
  });

  test('the compiler refuses one that breaks a type, not one that is only never true', () => {
    const file = 'server/src/core/span.ts';
    const text = readFileSync(file, 'utf8');
    const holds = typeChecker();
    const condition = mutantsOf(file, text).find(({ by, what }) => by === 'false' && what.endsWith('(condition)'));
    expect(condition && holds(condition)).toBe(true);
    expect(
      holds({ file, start: text.length, end: text.length, by: '\nexport const broken: string = 1;\n', line: 1, what: '' }),
    ).toBe(false);
    expect(condition && holds(condition)).toBe(true);
  }, 120_000);
});
