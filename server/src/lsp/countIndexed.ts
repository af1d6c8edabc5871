import type { CancellationToken } from 'vscode-languageserver';
import { packDocument } from '../corpus/index/packedDocument';
import type { CorpusTable, TableRequest } from '../corpus/tables/table';
import { searchMessages } from '../messages/search';
import { withoutCopies } from './copies';
import { openArticles, type Walked, type WalkProgress, walk, within } from './corpusWalk';
import { type CorpusIndex, TooSlowError } from './index/corpusIndex';
import { MOST_TIME } from './index/folderCount';
import type { CountStatus, FoundElsewhere, IndexBegun, LeftArticle } from './index/messages';
import { uriOf } from './reviews';
import type { Session } from './session';
import { walkedDocument } from './walkedDocument';

/** What is counted. */
export interface Counted {
  readonly folder: string;
  readonly request: TableRequest;
  /** Paths of articles that are left out: they are there already. */
  readonly without: ReadonlySet<string>;
}

/** A table, and what is not in it. */
export interface CountedTable {
  readonly table: CorpusTable;
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** How far counting is, is asked so often, in milliseconds; the first time sooner, for who waits to see something. */
const [TURN, FIRST] = [200, 50];

/**
 * Counts a folder's articles in the thread of the indexes: from the index what that has, and what is open or has changed as
 * it is laid out here. Undefined where there is no index that is ready, or where it cannot do it after all.
 */
export async function countIndexed(
  session: Session,
  { folder, request, without }: Counted,
  token: CancellationToken,
  waiting: Told,
): Promise<CountedTable | undefined> {
  const { index } = session;
  if (index === undefined) return undefined;
  index.start();
  const run = index.newRun();
  const open = openArticles(session);
  try {
    const elsewhereAs = await stateOf(session, open);
    const asked = { folder, request, without: [...without], elsewhere: [...open.keys()] };
    const begun = await index.ask({ kind: 'table', run, ...asked, ...(elsewhereAs !== undefined && { elsewhereAs }) }, token);
    return begun && (await new Counting(session, index, run, { token, ...waiting }).table(withoutCopies(begun, without), open));
  } catch (error) {
    // here, each article has its time
    if (error instanceof TooSlowError) return undefined;
    throw error;
  } finally {
    index.stop(run);
  }
}

/** Numbers of objects: an analysis, or what people decided, is another object once it has changed. */
const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(object: object): number {
  const number = numbers.get(object) ?? ++last;
  numbers.set(object, number);
  return number;
}

/** What changes with each change of the articles that are open; undefined where one is held alone, or not analysed. */
async function stateOf(session: Session, open: ReadonlyMap<string, string>): Promise<string | undefined> {
  const states: unknown[] = [];
  for (const uri of open.values()) {
    const analysed = session.documents.get(uri) === undefined ? undefined : await session.current(uri);
    const article = session.reviews.get(uri);
    if (analysed === undefined || article === undefined) return undefined;
    const objects = [analysed.raw, article.state.decisions, analysed.schema, analysed.settings];
    states.push([uri, ...objects.map(numberOf), ...(await session.metadata.valuesOf(uri))]);
  }
  return JSON.stringify(states);
}

/** What who waits is told meanwhile. */
export interface Told {
  readonly progress: WalkProgress;
  /** Given the table of the articles that are counted so far, now and then; it says that it is one. */
  readonly soFar?: ((table: CorpusTable) => void) | undefined;
}

interface Waiting extends Told {
  readonly token: CancellationToken;
}

class Counting {
  readonly #session: Session;
  readonly #index: CorpusIndex;
  readonly #run: number;
  readonly #waiting: Waiting;
  readonly #skipped: { uri: string; message: string }[] = [];

  constructor(session: Session, index: CorpusIndex, run: number, waiting: Waiting) {
    this.#session = session;
    this.#index = index;
    this.#run = run;
    this.#waiting = waiting;
  }

  async table({ left, problems }: IndexBegun, open: ReadonlyMap<string, string>): Promise<CountedTable | undefined> {
    const { say } = this.#session;
    for (const { path, message } of problems) this.#skip(uriOf(path), say.call(this.#session, message));
    const { progress } = this.#waiting;
    const half = left.length === 0 ? 0 : 0.5;
    await this.#handOver(left, open, within(progress, 0, half));
    let status = await this.#counted(false, within(progress, half, 1));
    if (status !== undefined && status.late.length > 0) {
      await this.#handOver(status.late, open, () => undefined);
      status = await this.#counted(true, () => undefined);
    }
    if (status?.table === undefined) return undefined;
    if (status.slow !== undefined) this.#skip(status.slow, say.call(this.#session, searchMessages.tooSlow(MOST_TIME / 1000)));
    return { table: status.table, skipped: this.#skipped };
  }

  /** Waits until the index was gone through. */
  async #counted(ended: boolean, progress: WalkProgress): Promise<CountStatus | undefined> {
    const { token, soFar } = this.#waiting;
    const asked = { kind: 'counted', run: this.#run, ended, soFar: soFar !== undefined } as const;
    for (let within = FIRST; ; within = TURN) {
      const status = await this.#index.ask({ ...asked, within }, token);
      if (status === undefined || status.whole) return status;
      if (status.table !== undefined) soFar?.(status.table);
      progress(status.articles, status.of);
    }
  }

  /** Lays articles out for the thread, in their order. */
  async #handOver(left: readonly LeftArticle[], open: ReadonlyMap<string, string>, progress: WalkProgress): Promise<void> {
    const { token } = this.#waiting;
    const uris = left.map(({ path }) => open.get(path) ?? uriOf(path));
    const places = new Map(uris.map((uri, i) => [uri, i]));
    for await (const walked of walk(this.#session, uris, { token, progress })) {
      const place = places.get(walked.uri) ?? 0;
      const found = await this.#found(walked, left[place]?.order ?? 0);
      this.#index.extend(this.#run, { seen: [], found, upTo: left[place + 1]?.order ?? null });
    }
    this.#index.extend(this.#run, { seen: [], found: [], upTo: null });
  }

  async #found(walked: Walked, order: number): Promise<readonly FoundElsewhere[]> {
    if (!walked.ok) {
      this.#skip(walked.uri, this.#session.say(walked.message));
      return [];
    }
    const document = await walkedDocument(this.#session, walked.read);
    const { id: uri, language, date, metadata } = document;
    return [{ order, uri, language, date, metadata, data: packDocument(document), hits: [] }];
  }

  #skip(uri: string, message: string): void {
    this.#skipped.push({ uri, message });
  }
}
