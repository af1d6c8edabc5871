import { expect, test } from 'vitest';
import { hurry, pause, turn } from '../../../server/src/lsp/index/turns';

test('who is waited for goes on, and all others once that is over, whatever came of it', async () => {
  const [own, other] = [{}, {}];
  const done: string[] = [];
  const others = (async () => {
    await turn(other);
    done.push('other');
  })();
  const indexing = turn().then(() => done.push('indexing'));
  const hurried = hurry(own, async () => {
    for (let i = 0; i < 5; i++) await turn(own);
    await pause();
    done.push('own');
    throw new Error('gone');
  });
  await expect(hurried).rejects.toThrow('gone');
  await Promise.all([others, indexing]);
  expect(done[0]).toBe('own');
  expect(done.toSorted()).toEqual(['indexing', 'other', 'own']);
});
