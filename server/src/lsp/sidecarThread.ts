import { parentPort, Worker } from 'node:worker_threads';
import type { BratOrigin } from '../formats/brat/read';
import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Decisions, Mark } from '../store/decisions';
import { readSidecars, type SidecarFiles, type SidecarReading, writeSidecars } from '../store/sidecars';
import { HERE, type SidecarWork } from '../store/sidecarWork';

/** Files shorter than this together (characters), and decisions fewer than that, take a few milliseconds. */
const SHORT = 50_000;
const FEW = 1_500;
/** What is said in one turn, so that others get theirs between: some milliseconds of work on either side. */
const PIECE = 1_000;
/** A thread that has nothing to do for so long is ended, in milliseconds: it holds memory. */
const IDLE = 60_000;

const TASK = { task: 'sidecars' } as const;

/** Whether a thread of the bundle was started to be this one. */
export const isSidecarThread = (data: unknown): boolean => (data as typeof TASK | undefined)?.task === TASK.task;

type Job =
  | { readonly kind: 'read'; readonly files: SidecarFiles; readonly text: string; readonly id: string }
  | { readonly kind: 'write'; readonly decisions: Decisions; readonly before: SidecarFiles };
type Answer = SidecarReading | SidecarFiles;

/** The long lists of decisions, apart from the rest, so that they can be handed over a piece at a time. */
type Lists = Record<'annotations' | 'relations' | 'groups' | 'lost' | 'marks' | 'lines' | 'problems', readonly unknown[]>;

/** What goes between the threads: any number of pieces, then the rest; `next` asks for what follows. */
type Parcel<T> = { readonly list: keyof Lists; readonly piece: readonly unknown[] } | { readonly rest: T } | 'next';

/**
 * Understands and makes large sidecars in a thread of its own, one after the other, so that nobody who asks about another
 * article waits for them. Small ones are done at once, where they are.
 */
export class SidecarThread implements SidecarWork {
  readonly #file: string;
  #worker: Worker | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  /** @param file - the server's bundle, which runs as the thread too: see {@link runSidecarThread}. */
  constructor(file: string) {
    this.#file = file;
  }

  read(files: SidecarFiles, text: string, id: string): Promise<SidecarReading> {
    if (lengthOf(files) < SHORT) return HERE.read(files, text, id);
    return this.#ask({ kind: 'read', files, text, id }) as Promise<SidecarReading>;
  }

  async write(decisions: Decisions, before: SidecarFiles): Promise<SidecarFiles> {
    if (lengthOf(before) < SHORT && decisions.document.annotations.length + decisions.lost.length < FEW)
      return HERE.write(decisions, before);
    try {
      return (await this.#ask({ kind: 'write', decisions, before })) as SidecarFiles;
    } catch {
      // a pause is better than a decision that is nowhere
      return HERE.write(decisions, before);
    }
  }

  #ask(job: Job): Promise<Answer> {
    const answer = this.#queue.then(() => this.#do(job));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async #do(job: Job): Promise<Answer> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const lists = emptyLists();
        worker.removeAllListeners();
        worker.on('error', (error: NodeJS.ErrnoException) => reject(ended(error.code ?? error.message)));
        worker.on('exit', (code) => {
          // now or later, when it has nothing to do
          if (this.#worker === worker) this.#worker = undefined;
          reject(ended(String(code)));
        });
        worker.on('message', (parcel: Parcel<Answer>) => {
          if (parcel !== 'next' && 'rest' in parcel) return resolve(assemble(parcel.rest, lists));
          if (parcel !== 'next') lists[parcel.list].push(...parcel.piece);
          setImmediate(() => worker.postMessage('next'));
        });
        send(job, (parcel) => worker.postMessage(parcel)).catch(reject);
      });
    } catch (error) {
      this.#end(worker);
      throw error;
    } finally {
      this.#idle = setTimeout(() => this.#end(worker), IDLE).unref();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#file, { workerData: TASK });
    worker.unref();
    return worker;
  }

  #end(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    worker.removeAllListeners();
    // what it still has to say concerns nobody
    worker.on('error', () => undefined);
    void worker.terminate();
  }
}

const lengthOf = ({ ann, review }: SidecarFiles): number => (ann?.length ?? 0) + (review?.length ?? 0);
const ended = (reason: string): MessageError => new MessageError(fileMessages.readingEnded(reason));

type LongLists = { [Name in keyof Lists]: unknown[] };
const emptyLists = (): LongLists => ({
  annotations: [],
  relations: [],
  groups: [],
  lost: [],
  marks: [],
  lines: [],
  problems: [],
});

/** Hands something over piece by piece, a turn of the loop between two; `asked` waits until the other side wants more. */
async function send<T extends Job | Answer>(
  what: T,
  post: (parcel: Parcel<T>) => void,
  asked: () => Promise<unknown> = () => new Promise((done) => setImmediate(done)),
): Promise<void> {
  const { rest, lists } = takeApart(what);
  for (const [list, items] of Object.entries(lists) as [keyof Lists, readonly unknown[]][])
    for (let at = 0; at < items.length; at += PIECE) {
      post({ list, piece: items.slice(at, at + PIECE) });
      await asked();
    }
  post({ rest });
}

function takeApart<T extends Job | Answer>(what: T): { readonly rest: T; readonly lists: Partial<Lists> } {
  if (!('decisions' in what)) return { rest: what, lists: {} };
  const { document, marks, lost, alone, outcome, labels } = what.decisions;
  const { annotations, relations, groups, origin } = document;
  const brat = origin?.data as BratOrigin | undefined;
  const lists = { annotations, relations, groups, lost, marks: [...marks], lines: brat?.lines ?? [] };
  const bare: Decisions = {
    document: {
      ...document,
      annotations: [],
      relations: [],
      groups: [],
      ...(origin && { origin: { ...origin, data: { ...brat, lines: [] } } }),
    },
    marks: new Map(),
    lost: [],
    alone,
    ...(outcome && { outcome }),
    ...(labels && { labels }),
  };
  if (!('problems' in what)) return { rest: { ...what, decisions: bare }, lists };
  return { rest: { ...what, decisions: bare, problems: [] }, lists: { ...lists, problems: what.problems } };
}

function assemble<T extends Job | Answer>(rest: T, lists: LongLists): T {
  if (!('decisions' in rest)) return rest;
  const { document, alone, outcome, labels } = rest.decisions;
  const { origin } = document;
  const decisions = {
    document: {
      ...document,
      annotations: lists.annotations,
      relations: lists.relations,
      groups: lists.groups,
      ...(origin && { origin: { ...origin, data: { ...(origin.data as BratOrigin), lines: lists.lines } } }),
    },
    marks: new Map(lists.marks as [string, Mark][]),
    lost: lists.lost,
    alone,
    ...(outcome && { outcome }),
    ...(labels && { labels }),
  } as Decisions;
  return { ...rest, decisions, ...('problems' in rest && { problems: lists.problems }) };
}

/** What the bundle does where it runs as the thread: takes jobs in, one at a time, and hands the answers back. */
export function runSidecarThread(): void {
  let lists = emptyLists();
  let goOn = (): void => undefined;
  const asked = (): Promise<void> => new Promise((done) => (goOn = done));
  parentPort?.on('message', (parcel: Parcel<Job>) => {
    if (parcel === 'next') return goOn();
    if (!('rest' in parcel)) {
      lists[parcel.list].push(...parcel.piece);
      return;
    }
    const job = assemble(parcel.rest, lists);
    lists = emptyLists();
    const answer = job.kind === 'read' ? readSidecars(job.files, job.text, job.id) : writeSidecars(job.decisions, job.before);
    void send<Answer>(answer, (piece) => parentPort?.postMessage(piece), asked);
  });
}
