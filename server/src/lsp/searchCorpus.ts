import type { CancellationToken } from 'vscode-languageserver';
import { type ConcordanceLine, concordanceLine, type SortKey, sortKey, sortLines } from '../corpus/concordance';
import { type CompiledQuery, compileQuery } from '../corpus/query/compile';
import { parseQuery, QueryError } from '../corpus/query/query';
import { search } from '../corpus/query/search';
import { searchDocument } from '../corpus/searchDocument';
import type { Message } from '../messages/message';
import { searchMessages, search as searchTexts } from '../messages/search';
import { wordsOf } from '../messages/topic';
import type { SearchLine, SearchParams, SearchResult } from '../protocol';
import { limitedSearch } from '../timeLimit';
import { toFlatRange } from './convert';
import { articlesOf, type CorpusArticle, folderFor, walk, withProgress } from './corpusWalk';
import { PATIENCE, TooSlowError } from './index/corpusIndex';
import type { IndexFound, IndexLine } from './index/messages';
import { pathOf, uriOf } from './reviews';
import type { Session } from './session';

/** Tokens on each side of a hit. */
const CONTEXT = 15;

/** A document of more lines takes the editor seconds to show. */
const MOST_LINES = 100_000;

/** For one article, in milliseconds: nobody who types may wait for long. */
const MOST_TIME = 2_000;

/** Searches all articles of a folder, as people have decided: from its index what that has, the others one by one. */
export async function searchCorpus(session: Session, params: SearchParams, token: CancellationToken): Promise<SearchResult> {
  const query = compiled(params);
  if (query instanceof QueryError) return { ...NOTHING, problem: session.say(query.said) };
  const folder = await folderFor(session, params.uri);
  const found = new Found(params);
  const { locale } = session.messages;
  const say = (message: Message): string => session.say(message);
  if (folder === undefined) return found.result(query, locale, say);
  try {
    await searchAll(session, { params, folder, query, found }, token);
  } catch (error) {
    if (!(error instanceof TooSlowError)) throw error;
    found.skipped.push({ uri: params.uri, message: session.say(searchMessages.tooSlow(PATIENCE / 1000)) });
  }
  return found.result(query, locale, say);
}

interface Searched {
  readonly params: SearchParams;
  readonly folder: string;
  readonly query: CompiledQuery;
  readonly found: Found;
}

async function searchAll(session: Session, searched: Searched, token: CancellationToken): Promise<void> {
  const { params, folder, query, found } = searched;
  const orders = await leftByIndex(session, searched, token);
  const uris = orders === undefined ? await articlesOf(session, folder, token) : [...orders.keys()];
  const places = orders ?? new Map(uris.map((uri, i) => [uri, i]));
  await withProgress(session, params.workDoneToken, wordsOf(searchTexts, session.messages.locale).searching, async (progress) => {
    for await (const walked of walk(session, uris, { token, progress })) {
      if (walked.ok)
        found.take({ ...walked.read, order: places.get(walked.uri) ?? 0 }, query, await session.metadata.valuesOf(walked.uri));
      else found.skipped.push({ uri: walked.uri, message: session.say(walked.message) });
      if (found.isSlow) {
        found.skipped.push({ uri: walked.uri, message: session.say(searchMessages.tooSlow(MOST_TIME / 1000)) });
        break;
      }
    }
  });
}

/**
 * Takes what the folder's index finds, and gives the articles that it does not have as they are, each with its place among
 * all; undefined where there is no index that is ready.
 */
async function leftByIndex(
  session: Session,
  { params, folder, found }: Searched,
  token: CancellationToken,
): Promise<ReadonlyMap<string, number> | undefined> {
  const { index } = session;
  if (index === undefined) return undefined;
  index.start();
  const open = new Map([...session.articles(), ...session.reviews.held].map((uri) => [pathOf(uri) ?? '', uri]));
  const { query, matchCase = false, ignoreAccents = false } = params;
  const asked = { query, matchCase, ignoreAccents, context: CONTEXT, mostLines: MOST_LINES };
  const answer = await index.ask({ kind: 'search', folder, elsewhere: [...open.keys()], ...asked }, token);
  if (answer === undefined) return undefined;
  found.takeIndexed(answer);
  return new Map(answer.rest.map(({ path, order }) => [open.get(path) ?? uriOf(path), order]));
}

const NOTHING: SearchResult = { total: '', lines: [], left: 0, skipped: [] };

function compiled({ query, matchCase = false, ignoreAccents = false }: SearchParams): CompiledQuery | QueryError {
  try {
    return compileQuery(parseQuery(query), { matchCase, ignoreAccents });
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

interface FoundLine extends ConcordanceLine {
  readonly shown: SearchLine;
}

/** What has been found so far. */
class Found {
  readonly skipped: { uri: string; message: string }[] = [];
  isSlow = false;
  readonly #params: SearchParams;
  readonly #limited = limitedSearch(() => {
    this.isSlow = true;
  }, MOST_TIME);
  /** By article, each with its place among all. */
  readonly #found: { readonly order: number; readonly lines: readonly FoundLine[] }[] = [];
  readonly #columns = new Set<string>();
  #hits = 0;
  #articles = 0;
  #withHits = 0;
  #tokens = 0;

  constructor(params: SearchParams) {
    this.#params = params;
  }

  takeIndexed({ found, articles, tokens, columns }: IndexFound): void {
    for (const column of columns) this.#columns.add(column);
    this.#articles += articles;
    this.#tokens += tokens;
    for (const { order, uri, date, metadata, lines, hits } of found) {
      this.#hits += hits;
      this.#withHits++;
      this.#add(order, lines, { uri, date, metadata });
    }
  }

  take(read: CorpusArticle & { readonly order: number }, query: CompiledQuery, metadata: ReadonlyMap<string, string>): void {
    const { uri, text, lines: places, analysis, order } = read;
    const document = searchDocument(text, { ...analysis, id: uri }, metadata);
    const hits = this.#limited(this.#params.query, () => search(query, document), []);
    for (const column of document.metadata.keys()) this.#columns.add(column);
    this.#articles++;
    this.#tokens += document.forms.length;
    this.#hits += hits.length;
    if (hits.length === 0) return;
    this.#withHits++;
    const lines = hits.slice(0, MOST_LINES).map((hit) => {
      const line = concordanceLine(document, hit, CONTEXT);
      return { ...line, range: toFlatRange(places, line) };
    });
    this.#add(order, lines, { uri, date: document.date, metadata: document.metadata });
  }

  #add(order: number, lines: readonly IndexLine[], { uri, date, metadata }: Article): void {
    const made = lines.map((line): FoundLine => {
      const { range, left, node, right, speaker } = line;
      const shown = { uri, range, left, node, right, ...(speaker !== undefined && { speaker }), ...(date !== null && { date }) };
      return { ...line, file: uri, date, metadata, shown };
    });
    this.#found.push({ order, lines: made });
  }

  result(query: CompiledQuery, locale: string, say: (message: Message) => string): SearchResult {
    for (const column of query.columns)
      if (!this.#columns.has(column.toLowerCase()))
        this.skipped.push({ uri: this.#params.uri, message: say(searchMessages.noColumn(column)) });
    const lines = this.#found.sort((a, b) => a.order - b.order).flatMap((article) => article.lines);
    const shown = this.#sorted(lines.slice(0, MOST_LINES), locale);
    return {
      total: say(searchMessages.total(this.#hits, this.#withHits, this.#articles, this.#tokens)),
      lines: shown.map((line) => line.shown),
      left: this.#hits - shown.length,
      skipped: this.skipped,
    };
  }

  #sorted(lines: readonly FoundLine[], locale: string): readonly FoundLine[] {
    const keys = (this.#params.sort ?? []).flatMap((key): SortKey[] => {
      const read = sortKey(key, this.#columns);
      return read === undefined ? [] : [read];
    });
    return sortLines(lines, keys, locale);
  }
}

interface Article {
  readonly uri: string;
  readonly date: string | null;
  readonly metadata: ReadonlyMap<string, string>;
}
