// A thread of the oracle: opens both bundles, runs the jobs that it is sent.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { openSide, runJobs } from './run.mjs';

const require = createRequire(import.meta.url);
const sides = workerData.trees.map(({ bundle, models }) => openSide(require(bundle), models));

const known = new Map(workerData.known);
/** The answers that are known, and which of them were not before. */
class Recorder {
  added = [];
  get = (key) => known.get(key);
  set = (key, digest) => this.added.push([key, digest]);
}

parentPort.on('message', ({ number, jobs }) => {
  const found = new Recorder();
  parentPort.postMessage({ number, ...runJobs(sides, jobs, workerData.layer, found), answers: found.added });
});
