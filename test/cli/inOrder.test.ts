import { expect, test } from 'vitest';
import { inOrder } from '../../server/src/cli/inOrder';

async function* count(to: number): AsyncGenerator<number> {
  for (let i = 0; i < to; i++) yield i;
}
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test('results come in the order of the items, whichever is ready first, and no more are under way than allowed', async () => {
  let [busy, most] = [0, 0];
  const work = async (i: number): Promise<number> => {
    most = Math.max(most, ++busy);
    await wait((i * 7) % 5);
    busy--;
    return i;
  };
  const found: number[] = [];
  for await (const result of inOrder(count(40), work, () => 3)) found.push(result);
  expect(found).toEqual(Array.from({ length: 40 }, (_, i) => i));
  expect(most).toBe(3);
});

test('a result is given although the next item does not come', async () => {
  async function* stuck(): AsyncGenerator<string> {
    yield 'first';
    await new Promise(() => undefined);
  }
  const results = inOrder(
    stuck(),
    async (item) => item,
    () => 9,
  );
  expect((await results.next()).value).toBe('first');
});

test('a failure is told in its turn', async () => {
  const work = async (i: number): Promise<number> => {
    if (i === 1) throw new Error('one');
    await wait(5);
    return i;
  };
  const results = inOrder(count(3), work, () => 3);
  expect((await results.next()).value).toBe(0);
  await expect(results.next()).rejects.toThrow('one');
});
