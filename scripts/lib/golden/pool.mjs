// Spreads the oracle's jobs over threads.
import { Worker } from 'node:worker_threads';

/** How many jobs a thread is sent at once. The answers do not depend on how many threads there are. */
const BATCH = 50;

/**
 * Runs jobs, see runJobs, in threads of their own.
 *
 * @param trees - what bundleTree gave of the earlier and of the later state.
 * @param known - digests of the earlier state's answers, see runJobs; those found are put in.
 * @returns how many analyses were compared, by source, and those that differ, in the order of the jobs.
 */
export async function runPool(jobs, { trees, layer, threads, known }) {
  const batches = [];
  for (let i = 0; i < jobs.length; i += BATCH) batches.push(jobs.slice(i, i + BATCH));
  const results = new Array(batches.length);
  let next = 0;
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { trees, layer, known: [...known] } });
      const send = () => {
        if (next < batches.length) worker.postMessage({ number: next, jobs: batches[next++] });
        else worker.terminate().then(resolve, reject);
      };
      worker.on('error', reject);
      worker.on('message', ({ number, answers, ...result }) => {
        results[number] = result;
        for (const [key, digest] of answers) known.set(key, digest);
        send();
      });
      send();
    });
  await Promise.all(Array.from({ length: threads }, work));
  const counts = {};
  for (const result of results)
    for (const [source, n] of Object.entries(result.counts)) counts[source] = (counts[source] ?? 0) + n;
  return { counts, failures: results.flatMap(({ failures }) => failures) };
}
