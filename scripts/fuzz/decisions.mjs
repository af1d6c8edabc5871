// Random programs of decisions, edits, saves, restarts, crashes, broken files and pulls on one article: no decision is
// dropped. Each failure is told with the shortest program that shows it.
import { loadBundled } from '../lib/bundled.mjs';

export const about = 'programs of decisions, edits, saves, crashes and what others do to the files';

/** So many programs are drawn from one seed, then from the next. */
const BATCH = 100;

/** Runs until so many programs or seconds are done; the seeds of the batches follow from the seed given. */
export async function run({ seed, rounds, seconds, print }) {
  const { runPrograms } = await loadBundled("export { runPrograms } from './decisionPrograms';", 'test/support');
  const until = Date.now() + seconds * 1000;
  const failures = [];
  let programs = 0;
  for (let batch = 0; programs < rounds && Date.now() < until && failures.length < 20; batch++) {
    const own = seed * 100_000 + batch;
    const milliseconds = Math.max(1, until - Date.now());
    const done = await runPrograms({ seed: own, rounds: Math.min(BATCH, rounds - programs), milliseconds });
    programs += done.programs;
    if (done.failed) failures.push({ faults: done.failed.faults, input: { seed: own, steps: done.failed.steps } });
    if (batch % 10 === 9) print(`${programs} programs, ${failures.length} failed`);
    if (done.programs === 0) break;
  }
  return { counts: { programs }, failures };
}
