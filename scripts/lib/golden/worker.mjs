// A thread of the oracle: opens both bundles, runs the jobs that it is sent.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { openSide, runJobs } from './run.mjs';

const require = createRequire(import.meta.url);
const sides = workerData.trees.map(({ bundle, models }) => openSide(require(bundle), models));

parentPort.on('message', ({ number, jobs }) => {
  parentPort.postMessage({ number, ...runJobs(sides, jobs, workerData.layer) });
});
