import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { formatById, type LossSummary, summarizeLosses } from '../formats/index';
import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import { type Written, writeDocuments } from '../store/exchange';

/** What a thread is told when it begins; the documents follow one by one. */
interface Setup {
  readonly format: string;
  readonly folder: string;
  readonly options: Parameters<typeof writeDocuments>[3];
}

/** What a thread has written; what the format could not say is counted there, since a corpus has a hundred thousand of it. */
type Answer = Omit<Written, 'losses'> & { readonly losses: readonly LossSummary[] };

/**
 * Writes documents in a thread of its own: a file that holds a whole corpus takes seconds to be made, in which nobody who
 * types may wait.
 */
export class ExportThread {
  readonly #worker: Worker;
  readonly #written: Promise<Answer>;

  /** @param file - the server's bundle, which runs as the thread too: see {@link runExportThread}. */
  constructor(file: string, setup: Setup) {
    this.#worker = new Worker(file, { workerData: setup });
    this.#written = new Promise((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
      this.#worker.once('exit', () => reject(new MessageError(fileMessages.exportEnded)));
    });
    // heard of when it is waited for
    this.#written.catch(() => undefined);
  }

  add(document: AnnotationDocument): void {
    this.#worker.postMessage(document);
  }

  /** All documents were added: writes them. */
  finish(): Promise<Answer> {
    this.#worker.postMessage(null);
    return this.#written;
  }

  /** Ends the thread, whatever it is at. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** What the bundle does where it runs as a thread: takes documents in, and writes them when there are no more. */
export function runExportThread(): void {
  const { format, folder, options } = workerData as Setup;
  const documents: AnnotationDocument[] = [];
  parentPort?.on('message', async (document: AnnotationDocument | null) => {
    if (document !== null) {
      documents.push(document);
      return;
    }
    const found = formatById(format);
    if (found === undefined) throw new MessageError(fileMessages.noFormat(format));
    const { losses, ...written } = await writeDocuments(documents, found, folder, options);
    parentPort?.postMessage({ ...written, losses: summarizeLosses(losses) } satisfies Answer);
  });
}
