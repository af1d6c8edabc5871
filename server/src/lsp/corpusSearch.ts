import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import type { ConcordanceLine } from '../corpus/concordance';
import { NO_COPIES } from '../corpus/copies';
import { packDocument } from '../corpus/index/packedDocument';
import type { CompiledQuery } from '../corpus/query/compile';
import { search } from '../corpus/query/search';
import type { SearchDocument } from '../corpus/searchDocument';
import { messageOf } from '../messages/error';
import { searchMessages } from '../messages/search';
import type { SearchParams, SearchResult } from '../protocol';
import { limitedSearch } from '../timeLimit';
import { copiesIn, withoutCopies } from './copies';
import { articlesOf, openArticles, type Walked, type WalkProgress, walk } from './corpusWalk';
import { PATIENCE, TooSlowError } from './index/corpusIndex';
import { PACKED } from './index/folderSearch';
import type { FoundElsewhere, LeftArticle, RunExtension, RunPage, RunPageAsk, RunStatus } from './index/messages';
import { SearchRun } from './index/searchRun';
import { cancelled } from './log';
import { pathOf, uriOf } from './reviews';
import type { Session } from './session';
import { walkedDocument } from './walkedDocument';

/** For one article, in milliseconds: nobody who types may wait for long. */
const MOST_TIME = 2_000;

/** Where the hits of a search are: in the thread of the indexes, or here where there is none. */
interface Run {
  page(asked: RunPageAsk, token: CancellationToken): Promise<RunPage | undefined>;
  extend(more: RunExtension): void;
  stop(): void;
}

/** What is searched. */
export interface Searched {
  readonly params: SearchParams;
  readonly folder: string;
  readonly query: CompiledQuery;
}

/** What is searched, and the paths of articles that are left out: they are there already. */
interface Chosen extends Searched {
  readonly without: ReadonlySet<string>;
}

/** What of the corpus is looked through here: articles by their URIs, each with its place. */
type Left = readonly { readonly order: number; readonly uri: string }[];

/** A search of a folder's articles, as people have decided: from its index what that has, the others one by one. */
export class CorpusSearch {
  /** Told how far the articles are that are gone through one by one. */
  progress: WalkProgress = () => undefined;
  readonly #session: Session;
  readonly #searched: Chosen;
  readonly #stopping = new CancellationTokenSource();
  readonly #skipped: { uri: string; message: string }[] = [];
  readonly #isSlow: () => boolean;
  readonly #limited: ReturnType<typeof limitedSearch>;
  #run: Run;
  #left: Left;
  #status: RunStatus | undefined;
  #finishing: Promise<void> | undefined;
  /** Whether an index answers most of it. */
  readonly isIndexed: boolean;

  private constructor(session: Session, searched: Chosen, run: Run | undefined, left: Left) {
    this.#session = session;
    this.#searched = searched;
    this.#left = left;
    this.isIndexed = run !== undefined;
    this.#run = run ?? runHere(left.length);
    let isSlow = false;
    this.#isSlow = () => isSlow;
    this.#limited = limitedSearch(() => {
      isSlow = true;
    }, MOST_TIME);
  }

  /**
   * Begins to search.
   *
   * @param looking - told how far the articles are that are compared first, where copies are to be counted once.
   */
  static async begin(session: Session, asked: Searched, token: CancellationToken, looking: WalkProgress): Promise<CorpusSearch> {
    const without = asked.query.once ? await copiesIn(session, asked.folder, token, looking) : NO_COPIES;
    return CorpusSearch.#begin(session, { ...asked, without }, token);
  }

  static async #begin(session: Session, searched: Chosen, token: CancellationToken): Promise<CorpusSearch> {
    const { index } = session;
    const id = index?.newRun() ?? 0;
    index?.start();
    const open = openArticles(session);
    const { params, folder, without } = searched;
    const { query, matchCase = false, ignoreAccents = false } = params;
    const places = { elsewhere: [...open.keys()], without: [...without] };
    const asked = { run: id, folder, query, matchCase, ignoreAccents, ...places };
    const begun = await index?.ask({ kind: 'search', ...asked }, token);
    if (index === undefined || begun === undefined)
      return new CorpusSearch(session, searched, undefined, []).#withEverything(token);
    const uris = (left: readonly LeftArticle[]): Left =>
      left.map(({ order, path }) => ({ order, uri: open.get(path) ?? uriOf(path) }));
    const run: Run = {
      page: (page, asking) => index.ask({ kind: 'page', run: id, ...page }, asking),
      extend: (more) => index.extend(id, more),
      stop: () => index.stop(id),
    };
    const search = new CorpusSearch(session, searched, run, uris(withoutCopies(begun, without).left));
    for (const { path, message } of begun.problems) search.#skip(uriOf(path), session.say(message));
    return search;
  }

  /** Goes through all articles here, without an index. */
  async #withEverything(token: CancellationToken): Promise<this> {
    const { folder, without } = this.#searched;
    const all = await articlesOf(this.#session, folder, token, (path, problem) =>
      this.#skip(uriOf(path), this.#session.say(messageOf(problem))),
    );
    const uris = all.filter((uri) => !without.has(pathOf(uri) ?? ''));
    this.#left = uris.map((uri, order) => ({ order, uri }));
    this.#run = runHere(uris.length);
    return this;
  }

  /** Goes through all articles; rejected where it is stopped. */
  finish(): Promise<void> {
    this.#finishing ??= this.#finish().catch((error) => {
      if (!(error instanceof TooSlowError)) throw error;
      this.#skip(this.#searched.params.uri, this.#session.say(searchMessages.tooSlow(PATIENCE / 1000)));
    });
    return this.#finishing;
  }

  /** Nobody wants it any more. */
  stop(): void {
    this.#stopping.cancel();
    this.#run.stop();
  }

  async #finish(): Promise<void> {
    const { token } = this.#stopping;
    await this.#look(this.#left);
    let found = await this.#run.page(WHOLE, token);
    if (found === undefined && !token.isCancellationRequested) {
      // the index could not do it after all
      this.#skipped.length = 0;
      await this.#withEverything(token);
      await this.#look(this.#left);
      found = await this.#run.page(WHOLE, token);
    }
    if (found && found.status.late.length > 0) {
      await this.#look(found.status.late.map(({ order, path }) => ({ order, uri: uriOf(path) })));
      found = await this.#run.page(WHOLE, token);
    }
    if (token.isCancellationRequested) throw cancelled();
    this.#status = found && { ...found.status, late: [] };
  }

  /** Looks articles through, in their order. */
  async #look(left: Left): Promise<void> {
    const { token } = this.#stopping;
    const places = new Map(left.map(({ uri }, i) => [uri, i]));
    const uris = left.map(({ uri }) => uri);
    for await (const walked of walk(this.#session, uris, { token, progress: (done, total) => this.progress(done, total) })) {
      const place = places.get(walked.uri) ?? 0;
      const upTo = left[place + 1]?.order ?? null;
      this.#run.extend({ ...(await this.#take(walked, left[place]?.order ?? 0)), upTo });
      if (!this.#isSlow()) continue;
      this.#skip(walked.uri, this.#session.say(searchMessages.tooSlow(MOST_TIME / 1000)));
      break;
    }
    this.#run.extend({ ...NOTHING, upTo: null });
  }

  async #take(walked: Walked, order: number): Promise<Pick<RunExtension, 'seen' | 'found'>> {
    if (walked.ok) return this.#search(await walkedDocument(this.#session, walked.read), order);
    this.#skip(walked.uri, this.#session.say(walked.message));
    return NOTHING;
  }

  #search(document: SearchDocument, order: number): Pick<RunExtension, 'seen' | 'found'> {
    const { params, query } = this.#searched;
    const hits = this.#limited(params.query, () => search(query, document), []);
    const { id: uri, language, date, metadata } = document;
    const seen = [{ tokens: document.forms.length, metadata }];
    if (hits.length === 0) return { seen, found: [] };
    const found: FoundElsewhere = { order, uri, language, date, metadata, data: packDocument(document), hits };
    return { seen, found: [found] };
  }

  #skip(uri: string, message: string): void {
    this.#skipped.push({ uri, message });
  }

  /** Lines, with what is known of the whole. Undefined where they are not to be had any more. */
  async page(
    asked: Pick<RunPageAsk, 'from' | 'count' | 'within'> & Pick<SearchParams, 'sort' | 'sample'>,
    token: CancellationToken,
  ): Promise<SearchResult | undefined> {
    const { sort = [], sample, ...place } = asked;
    const isArranged = sort.length > 0 || sample !== undefined;
    // who waits so long takes what there is, in its order; who asks for more of it takes all
    if (isArranged && asked.within === undefined) await this.finish();
    const language = this.#session.messages.locale;
    // a setting that changes holds from the next page on
    const { 'search.context': context } = await this.#session.settingsOfClosed(`${this.#searched.folder}/`);
    const page = await this.#run.page({ ...place, sort, sample, language, context }, token);
    if (page === undefined) return undefined;
    const result = this.#result(page.lines, this.#status ?? page.status, page.available);
    if (result.complete || !isArranged) return result;
    const total = searchMessages.arrangedSoFar(page.available, result.left + result.lines.length);
    return { ...result, total: this.#session.say(total), provisional: true };
  }

  /** Lines with all that is known of them, once all is searched. Undefined where they are not to be had any more. */
  async full(
    { from, count, sort = [], sample }: Pick<RunPageAsk, 'from' | 'count'> & Pick<SearchParams, 'sort' | 'sample'>,
    token: CancellationToken,
  ): Promise<readonly ConcordanceLine[] | undefined> {
    await this.finish();
    const { 'search.context': context } = await this.#session.settingsOfClosed(`${this.#searched.folder}/`);
    const language = this.#session.messages.locale;
    return (await this.#run.page({ from, count, sort, sample, language, context, full: true }, token))?.full;
  }

  /** What is known of the whole, without lines. */
  get summary(): SearchResult {
    return this.#result([], this.#status ?? NONE, this.#status?.kept ?? 0);
  }

  /** What columns metadata.csv has for the articles, once all is searched. */
  get columns(): ReadonlySet<string> {
    return new Set((this.#status ?? NONE).columns);
  }

  /** How many hits there are, and articles that have some, once all is searched. */
  get counts(): Pick<RunStatus, 'hits' | 'withHits'> {
    return this.#status ?? NONE;
  }

  #result(lines: SearchResult['lines'], status: RunStatus, available: number): SearchResult {
    const { hits, withHits, articles, tokens } = status;
    const complete = status.whole && status.late.length === 0;
    const expected = complete ? hits : estimate(status);
    const total = complete ? searchMessages.total(hits, withHits, articles, tokens) : searchMessages.soFar(expected);
    const { query, without } = this.#searched;
    const said = query.once ? [total, searchMessages.copiesLeft(without.size)] : [total];
    return {
      total: said.map((each) => this.#session.say(each)).join(' · '),
      ...{ lines, left: Math.max(0, expected - lines.length), complete, available },
      skipped: complete ? [...this.#skipped, ...this.#missingColumns(status)] : [...this.#skipped],
    };
  }

  #missingColumns({ columns }: RunStatus): SearchResult['skipped'] {
    const { params, query } = this.#searched;
    return query.columns
      .filter((column) => !columns.includes(column.toLowerCase()))
      .map((column) => ({ uri: params.uri, message: this.#session.say(searchMessages.noColumn(column)) }));
  }
}

const NOTHING = { seen: [], found: [] } as const;

const WHOLE: RunPageAsk = { from: 0, count: 0, sort: [], language: 'en', sample: undefined, context: 1, whole: true };

/** Where nothing came to an end. */
const NONE: RunStatus = {
  ...{ hits: 0, withHits: 0, kept: 0, articles: 0, tokens: 0, of: 0 },
  ...{ columns: [], whole: true, late: [] },
};

/** How many hits there will be, if the rest of the corpus is like what was searched of it; to two digits, since it is a guess. */
function estimate({ hits, articles, of }: RunStatus): number {
  const guess = articles === 0 ? hits : (hits * of) / articles;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, guess))) - 1);
  return Math.max(hits, Math.round(guess / digit) * digit);
}

function runHere(total: number): Run {
  const run = new SearchRun(PACKED, total);
  run.scanned(Number.POSITIVE_INFINITY);
  const ended = (token: CancellationToken) => (): void => {
    if (token.isCancellationRequested) throw cancelled();
  };
  return {
    page: (asked, token) => run.page(asked, ended(token)),
    extend: (more) => run.extend(more),
    stop: () => run.stop(),
  };
}
