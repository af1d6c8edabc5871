import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutantsOf, mutated, WATCH, watched } from '../../../scripts/mutants/mutants.mjs';
import { typeChecker } from '../../../scripts/mutants/types.mjs';

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

  test('a watched source does what it did, and tells which places are carried out', () => {
    const body = 'if (n > 2 && !list[0]?.at.some(odd)) { hit(); return n ? n + 1 : 0; } return list[0]?.at.some(odd) ?? true;';
    const reached: number[] = [];
    const run = new Function(WATCH, 'n', 'list', 'odd', 'hit', watched(body, mutantsOf('f.ts', body)));
    const call = (n: number, list: unknown[]) => {
      reached.length = 0;
      return run(
        (place: number) => reached.push(place),
        n,
        list,
        (one: number) => one % 2 === 1,
        () => undefined,
      );
    };
    expect(call(1, [])).toBe(true);
    const early = new Set(reached);
    expect(call(1, [{ at: [2] }])).toBe(false);
    expect(call(3, [])).toBe(4);
    expect(new Set(reached)).not.toEqual(early);
    expect(call(3, [{ at: [1] }])).toBe(true);
  });

  test('a watched source tells the numbers that its mutants have among all', () => {
    const body = 'if (n > 2) return 1; return 0;';
    const all = mutantsOf('f.ts', body);
    const chosen = ['0 → 1', '> → >=', '1 → 2'].flatMap((what) => all.filter((mutant) => mutant.what.startsWith(what)));
    const reached = new Set<number>();
    const run = new Function(WATCH, 'n', watched(body, chosen, [7, 40, 3]));
    run((place: number) => reached.add(place), 1);
    expect(reached).toEqual(new Set([7, 40]));
    run((place: number) => reached.add(place), 3);
    expect(reached).toEqual(new Set([7, 40, 3]));
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
