// What test files import from Vitest, as far as the unit tests use it: tests are gathered, and run by whoever holds them.
// `expect` is Vitest's own.
import { setTimeout as wait } from 'node:timers/promises';
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
export const { expect } = chai;

class Skipped extends Error {}

/**
 * A `vitest` to import from, and what was gathered through it: `begin()` starts a file, `end()` gives its tests in their
 * order, each with its name and the groups around it.
 */
export function testing() {
  let tests = [];
  let group;
  const open = (name, body) => {
    group = { name, outer: group, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
    body();
    group = group.outer;
  };
  const test = eachable((name, ...rest) =>
    tests.push({ name: String(name), group, body: rest.find((one) => typeof one === 'function') }),
  );
  const describe = eachable((name, ...rest) =>
    open(
      String(name),
      rest.find((one) => typeof one === 'function'),
    ),
  );
  const hook = (kind) => (body) => void group[kind].push(body);
  const vitest = {
    describe,
    test,
    it: test,
    expect,
    beforeAll: hook('beforeAll'),
    afterAll: hook('afterAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    vi: { waitFor },
  };
  const begin = () => {
    tests = [];
    group = undefined;
    open('', () => {});
    group = { name: '', outer: undefined, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
  };
  return { vitest, begin, end: () => tests };
}

/** With `each`: the same once for every row, whose members are the arguments; and with `skipIf`. */
function eachable(define) {
  define.each = (rows) => (name, body, limit) => {
    for (const [n, row] of rows.entries())
      define(`${name} (${n + 1})`, () => (Array.isArray(row) ? body(...row) : body(row)), limit);
  };
  define.skipIf = (skipped) => (skipped ? eachable(() => {}) : define);
  return define;
}

async function waitFor(attempt, { timeout = 1000, interval = 50 } = {}) {
  for (const until = Date.now() + timeout; ; await wait(interval)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

const groupsOf = ({ group }) => {
  const groups = [];
  for (let one = group; one !== undefined; one = one.outer) groups.unshift(one);
  return groups;
};

export const nameOf = (test) => [...groupsOf(test).map(({ name }) => name), test.name].filter(Boolean).join(' > ');

/** Runs tests of one file one after the other, with what is to be done before and after. `tell(test, error)` after each; true ends. */
export async function runTests(tests, tell) {
  const entered = [];
  const leave = async () => {
    for (const after of entered.pop().afterAll.toReversed()) await after();
  };
  try {
    for (const test of tests) {
      const groups = groupsOf(test);
      const error = await failureOf(async () => {
        while (entered.some((one, n) => groups[n] !== one)) await leave();
        for (const one of groups.slice(entered.length)) {
          entered.push(one);
          for (const before of one.beforeAll) await before();
        }
        await runTest(test, groups);
      });
      if (tell(test, error)) return;
    }
  } finally {
    while (entered.length > 0) await failureOf(leave);
  }
}

async function runTest(test, groups) {
  const each = (kind) => groups.flatMap((one) => one[kind]);
  for (const before of each('beforeEach')) await before();
  try {
    await test.body({
      skip: () => {
        throw new Skipped();
      },
    });
  } finally {
    for (const after of each('afterEach').toReversed()) await after();
  }
}

async function failureOf(action) {
  try {
    await action();
    return undefined;
  } catch (error) {
    return error instanceof Skipped ? undefined : (error ?? new Error('nothing was thrown'));
  }
}
