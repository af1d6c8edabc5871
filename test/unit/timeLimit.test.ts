import { expect, test } from 'vitest';
import { limitedSearch } from '../../server/src/timeLimit';

/** Waits without a processor, as a process does that others leave none. */
const starve = (milliseconds: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

const slow = (): boolean => /(a+)+b/.test('a'.repeat(60));

test('a search that had no processor is begun anew, and no pattern is given up for it', () => {
  const told: string[] = [];
  const limited = limitedSearch((pattern) => told.push(pattern));
  let tries = 0;
  const search = (): string => {
    tries++;
    if (tries === 1) starve(700);
    return 'found';
  };
  expect(limited('ab', search, 'not found')).toBe('found');
  expect(told).toEqual([]);
});

test('one that searches for ever is given up, told once, and not begun again', () => {
  const told: string[] = [];
  const limited = limitedSearch((pattern) => told.push(pattern));
  expect(limited('(a+)+b', slow, false)).toBe(false);
  let tries = 0;
  expect(limited('(a+)+b', () => ++tries > 0, false)).toBe(false);
  expect(tries).toBe(0);
  expect(told).toEqual(['(a+)+b']);
  expect(limited('another', () => true, false)).toBe(true);
});

test('what counts while it goes is never begun anew', () => {
  const told: string[] = [];
  let count = 0;
  const take = (): number => {
    count++;
    starve(300);
    return count;
  };
  expect(limitedSearch((pattern) => told.push(pattern), 50)('a', take, 0)).toBe(0);
  expect(count).toBe(1);
  expect(told).toEqual(['a']);
});

test('searches within a search, and those after one that failed or was ended, give what they find', () => {
  const limited = limitedSearch(() => undefined);
  const inner = limitedSearch(() => undefined, 50);
  expect(limited('a', () => [inner('b', () => 'found within', ''), inner('c', () => 2, 0)], [])).toEqual(['found within', 2]);
  expect(() => limited('d', () => inner('e', () => JSON.parse('{'), 0), 0)).toThrow(SyntaxError);
  expect(limited('f', () => [inner('(a+)+b', slow, false), 'and on'], [])).toEqual([false, 'and on']);
  expect(limited('g', () => 'found', 'not found')).toBe('found');
});
