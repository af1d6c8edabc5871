import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../messages/error';
import { importCorpus } from './importCorpus';
import { previewImport } from './preview';
import type { Task, Told } from './startThread';

/** In milliseconds: progress is told no more often. */
const TELL_EVERY = 100;

/** What the thread does. */
export async function runImportThread(): Promise<void> {
  const task = workerData as Task;
  const tell = (told: Told): void => parentPort?.postMessage(told);
  let [stopped, last] = [false, 0];
  parentPort?.on('message', () => {
    stopped = true;
  });
  try {
    if (task.kind === 'preview') tell({ kind: 'done', result: await previewImport(task.job) });
    else {
      const result = await importCorpus(task.job, {
        isStopped: () => stopped,
        onProblem: (problem) => tell({ kind: 'problem', problem }),
        onProgress: (progress) => {
          if (performance.now() - last < TELL_EVERY) return;
          last = performance.now();
          tell({ kind: 'progress', progress });
        },
      });
      tell({ kind: 'done', result });
    }
  } catch (error) {
    tell({ kind: 'failed', message: messageOf(error) });
  } finally {
    parentPort?.close();
  }
}
