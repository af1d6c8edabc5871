import Papa from 'papaparse';
import { type ConcordanceLine, concordanceLine, sample, sortKey, sortLines } from '../corpus/concordance';
import type { IndexedArticle, IndexStore } from '../corpus/index/indexStore';
import { compileQuery } from '../corpus/query/compile';
import type { DocumentHead } from '../corpus/query/filters';
import { search } from '../corpus/query/search';
import { type SearchDocument, searchDocument } from '../corpus/searchDocument';
import { delimiterOf } from '../formats/metadata';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { searchMessages } from '../messages/search';
import { localeOf } from '../messages/topic';
import { readAnyText } from '../store/fileEncoding';
import { limitedSearch } from '../timeLimit';
import { write } from './annotate';
import { concordanceText, table } from './concordanceOutput';
import { withDecisions } from './decided';
import type { KnownArticle } from './findArticles';
import { type Indexed, KnownArticles } from './knownArticles';
import { UnreadableError } from './options';
import { type Analysed, type ReadCorpus, readCorpus, type Surroundings } from './readCorpus';
import type { AskedQuery, SearchOptions } from './searchOptions';

/** In milliseconds, for one article; an honest query takes some of them. */
const MOST_TIME = 10_000;

/**
 * Searches what the options name. Gives the exit status: 0, or 1 where something could not be read; that nothing was found
 * is no failure.
 */
export async function searchCommand(options: SearchOptions, surroundings: Surroundings): Promise<number> {
  const names = options.list === undefined ? [] : await listed(options.list);
  const known = new KnownArticles(surroundings.bundle, (place, message) =>
    corpus.remark(`${place}: ${say(message, surroundings.language)}`),
  );
  const find = options.index ? known.find.bind(known) : undefined;
  const corpus = await readCorpus<Indexed>(options, surroundings, find);
  const task = options.query === undefined ? counting(names, options) : finding(options.query, options, corpus);
  const totals = { articles: 0, tokens: 0 };
  let isSlow = false;
  const limited = limitedSearch(() => {
    isSlow = true;
  }, MOST_TIME);
  for await (const done of corpus.analysed) {
    if (!done.ok) {
      corpus.complain(done.place, done.problem);
      continue;
    }
    const found = done.ok === 'known' ? fromIndex(done) : await analysed(done, options, corpus);
    totals.articles++;
    totals.tokens += found.tokens;
    task.see(found.metadata);
    const lines = limited(options.written, () => found.lines(task), []);
    if (isSlow) {
      corpus.complain(found.id, searchMessages.tooSlow(MOST_TIME / 1000));
      break;
    }
    if (lines.length > 0) await write(surroundings.stdout, task.text(lines));
    corpus.step(found.characters);
  }
  await corpus.close();
  await known.close();
  const rest = task.finish(surroundings.language);
  if (rest.text !== '') await write(surroundings.stdout, rest.text);
  const failures = corpus.finish();
  for (const message of rest.messages(totals)) corpus.remark(say(message, surroundings.language));
  return failures === 0 ? 0 : 1;
}

/** An article as it is counted, and what a task takes of it. */
interface Found {
  readonly id: string;
  readonly tokens: number;
  readonly characters: number;
  readonly metadata: ReadonlyMap<string, string>;
  lines(task: Task): readonly ConcordanceLine[];
}

function fromIndex({ path, known: { store, article } }: KnownArticle<Indexed>): Found {
  const head = { ...article, id: path };
  const lines = (task: Task): readonly ConcordanceLine[] =>
    task.mayHave(store)(article, head) ? task.take(store.document(article, path)) : [];
  return { ...head, lines };
}

async function analysed(
  done: Extract<Analysed, { ok: true }>,
  options: SearchOptions,
  corpus: ReadCorpus<Indexed>,
): Promise<Found> {
  const { article, metadata } = done;
  const analysis = options.undecided ? done.analysis : await withDecisions(article, done.analysis, corpus.complain);
  const document = searchDocument(article.text, analysis, metadata);
  const { id, text } = article;
  return {
    id,
    tokens: document.forms.length,
    characters: text.length,
    metadata: document.metadata,
    lines: (task) => task.take(document),
  };
}

interface Totals {
  readonly articles: number;
  readonly tokens: number;
}

/** What is done with each article, and what is written of it: at once, or at the end. */
interface Task {
  /** Which of an index's articles are to be taken: all others have nothing. */
  mayHave(store: IndexStore): (article: IndexedArticle, head: DocumentHead) => boolean;
  /** Takes note of what is known of an article, whether it is taken or not. */
  see(metadata: ReadonlyMap<string, string>): void;
  take(document: SearchDocument): readonly ConcordanceLine[];
  text(lines: readonly ConcordanceLine[]): string;
  finish(language: string | undefined): { readonly text: string; messages(totals: Totals): readonly Message[] };
}

/** Finds a query's hits. They are written as they come, unless they are to be sorted or thinned first. */
function finding(
  { parsed, compiled: query }: AskedQuery,
  options: SearchOptions,
  { complain }: Pick<ReadCorpus, 'complain'>,
): Task {
  const kept: ConcordanceLine[] = [];
  const columns = new Set<string>();
  const isTable = options.format === 'csv' || options.format === 'tsv';
  const waits = isTable || options.sort.length > 0 || options.sample !== undefined;
  let [hits, found, written] = [0, 0, 0];
  const limit = (lines: readonly ConcordanceLine[]): readonly ConcordanceLine[] => {
    const shown = lines.slice(0, Math.max(0, (options.limit ?? Number.POSITIVE_INFINITY) - written));
    written += shown.length;
    return shown;
  };
  const candidates = once((store) => store.candidates(parsed, options));
  return {
    mayHave: (store) => (article, head) => query.document.every((filter) => filter(head)) && candidates(store)(article),
    see(metadata) {
      for (const column of metadata.keys()) columns.add(column);
    },
    take(document) {
      const own = search(query, document);
      hits += own.length;
      if (own.length > 0) found++;
      if (options.format === 'count') return [];
      const lines = own.map((hit) => concordanceLine(document, hit, options.context));
      if (!waits) return limit(lines);
      for (const line of lines) kept.push(line);
      return [];
    },
    text: (lines) => concordanceText(lines, options, columns),
    finish(language) {
      for (const column of query.columns)
        if (!columns.has(column.toLowerCase())) complain('metadata.csv', searchMessages.noColumn(column));
      const keys = options.sort.flatMap((written) => {
        const key = sortKey(written, columns);
        // nothing that was found is thrown away for it
        if (key === undefined) complain(`--sort ${written}`, searchMessages.badSortKey);
        return key ?? [];
      });
      const thinned = options.sample === undefined ? kept : sample(kept, options.sample, options.seed);
      const lines = limit(keys.length === 0 ? thinned : sortLines(thinned, keys, localeOf(language)));
      return {
        text: isTable || lines.length > 0 ? concordanceText(lines, options, columns) : '',
        messages: ({ articles, tokens }) => [
          searchMessages.total(hits, found, articles, tokens),
          ...(options.format !== 'count' && written < hits ? [searchMessages.shown(written)] : []),
        ],
      };
    },
  };
}

/** Counts the names of a list. */
function counting(names: readonly string[], options: SearchOptions): Task {
  const rows = names.map((name) => ({ name, ...queryFor(name, options), articles: 0, hits: 0 }));
  const candidates = once((store) => rows.map(({ parsed }) => store.candidates(parsed, options)));
  return {
    mayHave: (store) => (article) => candidates(store).some((mayHave) => mayHave(article)),
    see: () => undefined,
    take(document) {
      for (const row of rows) {
        const { length } = search(row.compiled, document);
        row.hits += length;
        if (length > 0) row.articles++;
      }
      return [];
    },
    text: () => '',
    finish: () => ({
      text: table(
        [['name', 'articles', 'hits'], ...rows.map(({ name, articles, hits }) => [name, `${articles}`, `${hits}`])],
        options,
      ),
      messages: ({ articles, tokens }) => {
        const hits = rows.reduce((sum, row) => sum + row.hits, 0);
        return [searchMessages.listTotal(rows.length, hits, articles, tokens)];
      },
    }),
  };
}

function queryFor(name: string, options: SearchOptions): AskedQuery {
  const parsed = { form: 'simple', words: [{ kind: 'literal', text: name, at: 0 }], filters: [] } as const;
  return { parsed, compiled: compileQuery(parsed, options) };
}

/** Made once for each index. */
function once<T>(make: (store: IndexStore) => T): (store: IndexStore) => T {
  const made = new WeakMap<IndexStore, T>();
  return (store) => {
    const known = made.get(store) ?? make(store);
    made.set(store, known);
    return known;
  };
}

/** The names of a table's first column. A first line that says `name` or `nom` is its heading. */
async function listed(path: string): Promise<readonly string[]> {
  try {
    const text = await readAnyText(path);
    if (text === undefined) throw new MessageError(fileMessages.missing);
    const content = text.replace(/^\ufeff/, '');
    const names = Papa.parse(content, { delimiter: delimiterOf(content) }).data.flatMap(([name = '']) => name.trim() || []);
    if (/^(?:names?|noms?)$/i.test(names[0] ?? '')) names.shift();
    if (names.length === 0) throw new MessageError(searchMessages.badList);
    return names;
  } catch (error) {
    throw new UnreadableError(searchMessages.badFile(path, messageOf(error)));
  }
}
