import { describe, expect, it } from 'vitest';
import { REVIEW_ACTIONS, type ReviewAction } from '../../../client/src/review/actions';
import { waitsForPerson } from '../../../client/src/review/keys';
import { Turns } from '../../../client/src/review/turns';

/** A promise that somebody else fulfils. */
function later(): { promise: Promise<void>; done: () => void } {
  let done = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}

describe('keys in their turns', () => {
  it('what comes while something is under way is kept, and done in order', async () => {
    const turns = new Turns();
    const entered = later();
    const done: string[] = [];
    const mode = turns.take(async () => {
      await entered.promise;
      done.push('entered');
    });
    const keys = ['enter', 'r', 'enter'].map((key) =>
      turns.take(async () => {
        await Promise.resolve();
        done.push(key);
      }),
    );
    await Promise.resolve();
    expect(done).toEqual([]);
    entered.done();
    await Promise.all([mode, ...keys]);
    expect(done).toEqual(['entered', 'enter', 'r', 'enter']);
  });

  it('what fails holds nothing up, and tells who asked', async () => {
    const turns = new Turns();
    const failing = turns.take(() => Promise.reject(new Error('no server')));
    const next = turns.take(async () => 'done');
    await expect(failing).rejects.toThrow('no server');
    await expect(next).resolves.toBe('done');
  });

  it('whatever opens a box is not waited for, every plain decision is', () => {
    const actions = Object.keys(REVIEW_ACTIONS) as ReviewAction[];
    const plain = actions.filter((action) => !waitsForPerson(action));
    expect(plain).toEqual(expect.arrayContaining(['confirm', 'reject', 'clear', 'next', 'previous', 'undo', 'redo']));
    // a title that ends in points asks something
    for (const action of actions)
      if (REVIEW_ACTIONS[action].title.en.endsWith('…')) expect(waitsForPerson(action), action).toBe(true);
  });
});
