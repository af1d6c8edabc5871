import type { CancellationToken } from 'vscode-languageserver';
import { type ConcordanceLine, concordanceLine, type SortKey, sortKey, sortLines } from '../corpus/concordance';
import { type CompiledQuery, compileQuery } from '../corpus/query/compile';
import { parseQuery, QueryError } from '../corpus/query/query';
import { search } from '../corpus/query/search';
import { searchDocument } from '../corpus/searchDocument';
import { searchMessages, search as searchTexts } from '../messages/search';
import { wordsOf } from '../messages/topic';
import type { SearchLine, SearchParams, SearchResult } from '../protocol';
import { limitedSearch } from '../timeLimit';
import { toFlatRange } from './convert';
import { articlesOf, type CorpusArticle, folderFor, walk, withProgress } from './corpusWalk';
import type { Session } from './session';

/** Tokens on each side of a hit. */
const CONTEXT = 15;

/** A document of more lines takes the editor seconds to show. */
const MOST_LINES = 100_000;

/** For one article, in milliseconds: nobody who types may wait for long. */
const MOST_TIME = 2_000;

/** Searches all articles of a folder, as people have decided. */
export async function searchCorpus(session: Session, params: SearchParams, token: CancellationToken): Promise<SearchResult> {
  const query = compiled(params);
  if (query instanceof QueryError) return { ...NOTHING, problem: session.say(query.said) };
  const folder = await folderFor(session, params.uri);
  const uris = folder === undefined ? [] : await articlesOf(session, folder, token);
  const found = new Found(params);
  const { locale } = session.messages;
  await withProgress(session, params.workDoneToken, wordsOf(searchTexts, locale).searching, async (progress) => {
    for await (const walked of walk(session, uris, { token, progress })) {
      if (walked.ok) found.take(walked.read, query, await session.metadata.valuesOf(walked.uri));
      else found.skipped.push({ uri: walked.uri, message: session.say(walked.message) });
      if (found.isSlow) {
        found.skipped.push({ uri: walked.uri, message: session.say(searchMessages.tooSlow(MOST_TIME / 1000)) });
        break;
      }
    }
  });
  return found.result(query, locale, (message) => session.say(message));
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
  readonly #lines: FoundLine[] = [];
  readonly #columns = new Set<string>();
  #hits = 0;
  #articles = 0;
  #withHits = 0;
  #tokens = 0;

  constructor(params: SearchParams) {
    this.#params = params;
  }

  take({ uri, text, lines, analysis }: CorpusArticle, query: CompiledQuery, metadata: ReadonlyMap<string, string>): void {
    const document = searchDocument(text, { ...analysis, id: uri }, metadata);
    const hits = this.#limited(this.#params.query, () => search(query, document), []);
    for (const column of document.metadata.keys()) this.#columns.add(column);
    this.#articles++;
    this.#tokens += document.forms.length;
    this.#hits += hits.length;
    if (hits.length > 0) this.#withHits++;
    for (const hit of hits.slice(0, MOST_LINES - this.#lines.length)) {
      const line = concordanceLine(document, hit, CONTEXT);
      const { left, node, right, speaker, date } = line;
      const range = toFlatRange(lines, line);
      this.#lines.push({
        ...line,
        shown: { uri, range, left, node, right, ...(speaker !== undefined && { speaker }), ...(date !== null && { date }) },
      });
    }
  }

  result(query: CompiledQuery, locale: string, say: Session['say']): SearchResult {
    for (const column of query.columns)
      if (!this.#columns.has(column.toLowerCase()))
        this.skipped.push({ uri: this.#params.uri, message: say(searchMessages.noColumn(column)) });
    return {
      total: say(searchMessages.total(this.#hits, this.#withHits, this.#articles, this.#tokens)),
      lines: this.#sorted(locale).map(({ shown }) => shown),
      left: this.#hits - this.#lines.length,
      skipped: this.skipped,
    };
  }

  #sorted(locale: string): readonly FoundLine[] {
    const keys = (this.#params.sort ?? []).flatMap((key): SortKey[] => {
      const read = sortKey(key, this.#columns);
      return read === undefined ? [] : [read];
    });
    return sortLines(this.#lines, keys, locale);
  }
}
