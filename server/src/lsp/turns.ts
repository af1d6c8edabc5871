import type { InSteps } from '../store/turns';

/** How long one turn works before others get theirs, in milliseconds. */
export const TURN = 8;

/** Does steps in turns: what others ask meanwhile is answered between two. */
export async function inTurns<T>(steps: InSteps<T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN) continue;
    await new Promise((done) => setImmediate(done));
    began = performance.now();
  }
}
