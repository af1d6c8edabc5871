import type { CancellationToken } from 'vscode-languageserver';
import type { ConcordanceLine } from '../corpus/concordance';
import { type CompiledQuery, compileQuery } from '../corpus/query/compile';
import { parseQuery, QueryError } from '../corpus/query/query';
import { search as searchTexts } from '../messages/search';
import { wordsOf } from '../messages/topic';
import type { SearchPageParams, SearchParams, SearchResult, SearchWholeParams } from '../protocol';
import { CorpusSearch, type Searched } from './corpusSearch';
import { folderFor, withProgress } from './corpusWalk';
import { describeError } from './log';
import type { Session } from './session';

/** A document of more lines takes the editor seconds to show. */
const MOST_LINES = 100_000;

/** Who has asked waits no longer for the first lines, in milliseconds: with an index, and without. */
const FIRST_LINES = { indexed: 60, not: 1_000 };

/** So many searches by pages are kept for further pages. */
const MOST_SEARCHES = 8;

const NOTHING: SearchResult = { total: '', lines: [], left: 0, skipped: [], complete: true, available: 0 };

/** Searches all articles of a folder; by pages, the first of them is answered while the search goes on. */
export async function searchCorpus(session: Session, params: SearchParams, token: CancellationToken): Promise<SearchResult> {
  const { sort, sample } = params;
  try {
    if (params.page !== undefined) return await firstPage(session, params, params.page, token);
    const all = { from: 0, count: MOST_LINES, sort, sample };
    return (
      (await inWhole(session, params, token, async (search) => (await search.page(all, token)) ?? search.summary)) ?? NOTHING
    );
  } catch (error) {
    if (error instanceof QueryError) return { ...NOTHING, problem: session.say(error.said) };
    throw error;
  }
}

async function firstPage(session: Session, params: SearchParams, count: number, token: CancellationToken): Promise<SearchResult> {
  const begun = await begin(session, params, token);
  if (begun === undefined) return NOTHING;
  const { search } = begun;
  const id = keep(session, search);
  search.finish().catch((error) => session.log.info(`A search has ended early: ${describeError(error)}`));
  const within = search.isIndexed ? FIRST_LINES.indexed : FIRST_LINES.not;
  const { sort, sample } = params;
  const page = await search.page({ from: 0, count, within, sort, sample }, token);
  return { ...(page ?? search.summary), search: id };
}

/**
 * Begins to search; undefined where there is no folder to be searched. Where copies are to be counted once, that is what takes
 * long, and the progress is that of looking for them: it can be shown once.
 *
 * @throws QueryError for a query that cannot be read
 */
async function begin(session: Session, params: SearchParams, token: CancellationToken) {
  const query = compiled(params);
  const folder = await folderFor(session, params.uri);
  if (folder === undefined) return undefined;
  const searched: Searched = { params, folder, query };
  const { workDoneToken } = params;
  if (!query.once) return { search: await CorpusSearch.begin(session, searched, token, () => undefined), workDoneToken };
  const title = wordsOf(searchTexts, session.messages.locale).searching;
  const search = await withProgress(session, workDoneToken, title, (progress) =>
    CorpusSearch.begin(session, searched, token, progress),
  );
  return { search, workDoneToken: undefined };
}

/** Searches all articles of a folder and reads something of what was found, whole; as {@link begin}. */
async function inWhole<T>(
  session: Session,
  params: SearchParams,
  token: CancellationToken,
  read: (search: CorpusSearch) => T | Promise<T>,
): Promise<T | undefined> {
  const begun = await begin(session, params, token);
  if (begun === undefined) return undefined;
  try {
    await finished(session, begun.search, begun.workDoneToken, token);
    return await read(begun.search);
  } finally {
    begun.search.stop();
  }
}

/**
 * Counts what a query finds in all articles of a folder: hits, and articles that have some. No line is made.
 *
 * @throws QueryError for one that cannot be read
 */
export async function countHits(
  session: Session,
  params: SearchParams,
  token: CancellationToken,
): Promise<{ readonly hits: number; readonly articles: number }> {
  const counts = await inWhole(session, params, token, (search) => search.counts);
  return { hits: counts?.hits ?? 0, articles: counts?.withHits ?? 0 };
}

/** Lines with all that is known of them, and the columns that metadata.csv has for the articles that were searched. */
export interface Concordance {
  readonly lines: readonly ConcordanceLine[];
  readonly columns: ReadonlySet<string>;
}

/**
 * All lines that a query finds in the articles of a folder, with all that is known of them.
 *
 * @throws QueryError for one that cannot be read
 */
export async function concordanceOf(session: Session, params: SearchParams, token: CancellationToken): Promise<Concordance> {
  const { sort, sample } = params;
  const found = await inWhole(session, params, token, async (search): Promise<Concordance> => {
    const lines: ConcordanceLine[] = [];
    for (;;) {
      const more = await search.full({ from: lines.length, count: AT_ONCE, sort, sample }, token);
      if (more === undefined || more.length === 0) return { lines, columns: search.columns };
      for (const line of more) lines.push(line);
    }
  });
  return found ?? { lines: [], columns: new Set() };
}

/** So many lines with all that is known of them go from thread to thread at once. */
const AT_ONCE = 10_000;

/** Waits until all is searched, with progress; to cancel it ends the search. */
async function finished(
  session: Session,
  search: CorpusSearch,
  progressToken: string | number | undefined,
  token: CancellationToken,
): Promise<void> {
  const listening = token.onCancellationRequested(() => search.stop());
  try {
    await withProgress(session, progressToken, wordsOf(searchTexts, session.messages.locale).searching, (progress) => {
      search.progress = progress;
      return search.finish();
    });
  } finally {
    listening.dispose();
  }
}

/** Lines of a search by pages; null where it is to be asked anew. */
export async function searchPage(
  session: Session,
  { search: id, from, count, sort, sample }: SearchPageParams,
  token: CancellationToken,
): Promise<SearchResult | null> {
  const search = known(session, id);
  const page = await search?.page({ from, count: Math.min(count, MOST_LINES), sort, sample }, token);
  return page === undefined ? null : { ...page, search: id };
}

/** Waits until a search by pages is through; null where it is not known any more. */
export async function searchWhole(
  session: Session,
  { search: id, workDoneToken }: SearchWholeParams,
  token: CancellationToken,
): Promise<SearchResult | null> {
  const search = known(session, id);
  if (search === undefined) return null;
  await finished(session, search, workDoneToken, token);
  return { ...search.summary, search: id };
}

/** A search is not asked for pages any more. */
export function searchEnd(session: Session, id: number): null {
  const searches = kept(session);
  searches.get(id)?.stop();
  searches.delete(id);
  return null;
}

const searchesOf = new WeakMap<Session, Map<number, CorpusSearch>>();

function kept(session: Session): Map<number, CorpusSearch> {
  const searches = searchesOf.get(session) ?? new Map<number, CorpusSearch>();
  searchesOf.set(session, searches);
  return searches;
}

/** A search that is kept; it is the last one now that is let go for another. */
function known(session: Session, id: number): CorpusSearch | undefined {
  const searches = kept(session);
  const search = searches.get(id);
  if (search !== undefined && searches.delete(id)) searches.set(id, search);
  return search;
}

let lastId = 0;

function keep(session: Session, search: CorpusSearch): number {
  const searches = kept(session);
  const [oldest] = searches.keys();
  if (oldest !== undefined && searches.size >= MOST_SEARCHES) searchEnd(session, oldest);
  searches.set(++lastId, search);
  return lastId;
}

function compiled({ query, matchCase = false, ignoreAccents = false }: SearchParams): CompiledQuery {
  return compileQuery(parseQuery(query), { matchCase, ignoreAccents });
}
