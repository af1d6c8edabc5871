import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MessageError, messageOf } from '../messages/error';
import { importingMessages } from '../messages/importing';
import type { Message } from '../messages/message';
// types alone: who starts the thread is not to hold what it reads documents with
import type { ImportControl, ImportJob, ImportOutcome, ImportProgress, PlacedProblem } from './importCorpus';
import type { ImportPreview, PreviewJob } from './preview';

/** What a thread is told when it begins. */
export type Task = { readonly kind: 'import'; readonly job: ImportJob } | { readonly kind: 'preview'; readonly job: PreviewJob };

/** What the thread tells. */
export type Told =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'problem'; readonly problem: PlacedProblem }
  | { readonly kind: 'done'; readonly result: ImportOutcome | ImportPreview }
  | { readonly kind: 'failed'; readonly message: Message };

/** An import under way in a thread of its own. */
interface RunningImport<R> {
  readonly result: Promise<R>;
  /** Ends it after the article that it is at; what is done stays. */
  stop(): void;
}

/**
 * Brings articles in, in a thread of its own: nobody who types waits for a table or a PDF, and what the libraries for
 * documents are made of is loaded by nobody else.
 *
 * @param bundle - the program that starts it; the thread's lies beside it.
 */
export function startImport(
  bundle: string,
  job: ImportJob,
  control: Omit<ImportControl, 'isStopped'> = {},
): RunningImport<ImportOutcome> {
  return start<ImportOutcome>(bundle, { kind: 'import', job }, control);
}

/** Reads the first articles, in a thread of its own. */
export function startPreview(bundle: string, job: PreviewJob): RunningImport<ImportPreview> {
  return start<ImportPreview>(bundle, { kind: 'preview', job }, {});
}

/** In bytes: so much of young objects a thread may make before it tidies up; more only costs memory. */
const MEMORY = { maxOldGenerationSizeMb: 2_048 };

function start<R>(bundle: string, task: Task, control: Omit<ImportControl, 'isStopped'>): RunningImport<R> {
  const worker = new Worker(join(dirname(bundle), 'importer.js'), { workerData: task, resourceLimits: MEMORY });
  const result = new Promise<R>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if (told.kind === 'progress') control.onProgress?.(told.progress);
      else if (told.kind === 'problem') control.onProblem?.(told.problem);
      else if (told.kind === 'done') resolve(told.result as R);
      else reject(new MessageError(told.message));
    });
    worker.once('error', (error) => reject(new MessageError(importingMessages.ended(messageOf(error)))));
    worker.once('exit', (code) => reject(new MessageError(importingMessages.ended(String(code)))));
  });
  return { result, stop: () => worker.postMessage('stop') };
}
