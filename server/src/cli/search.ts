import { type ConcordanceLine, concordanceLine, sample, sortKey, sortLines } from '../corpus/concordance';
import type { IndexedArticle, IndexStore } from '../corpus/index/indexStore';
import { type NameDecisions, NO_NAME_DECISIONS, withNameDecisions } from '../corpus/nameDecisions';
import { namesIn } from '../corpus/nameList';
import { compileQuery } from '../corpus/query/compile';
import type { DocumentHead } from '../corpus/query/filters';
import { search } from '../corpus/query/search';
import type { SearchDocument } from '../corpus/searchDocument';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { searchMessages } from '../messages/search';
import { localeOf } from '../messages/topic';
import { readAnyText } from '../store/fileEncoding';
import { limitedSearch } from '../timeLimit';
import { concordanceText, table, type Written } from './concordanceOutput';
import { copiesAmong, leavingOut } from './copies';
import { countingParts } from './countParts';
import { decidedDocument } from './decided';
import type { KnownArticle } from './findArticles';
import { type Indexed, KnownArticles } from './knownArticles';
import { UnreadableError } from './options';
import { namesFor } from './projectParts';
import { type Analysed, type ReadCorpus, readCorpus, type Surroundings } from './readCorpus';
import type { AskedQuery, SearchOptions } from './searchOptions';
import { searchOutput } from './searchOutput';

/** In milliseconds, for one article; an honest query takes some of them. */
const MOST_TIME = 10_000;

/**
 * Searches what the options name. Gives the exit status: 0, or 1 where something could not be read; that nothing was found
 * is no failure.
 */
export async function searchCommand(options: SearchOptions, surroundings: Surroundings): Promise<number> {
  const names = options.list === undefined ? [] : await listed(options.list);
  const copies = await copiesAmong(options);
  const known = new KnownArticles(surroundings.bundle, (place, message) =>
    corpus.remark(`${place}: ${say(message, surroundings.language)}`),
  );
  const find = options.index ? known.find.bind(known) : undefined;
  const corpus = await readCorpus<Indexed>(options, surroundings, find);
  const decisions = options.undecided ? NO_NAME_DECISIONS : await namesFor(options.paths, corpus.complain);
  known.decisions = decisions;
  const task = taskOf(options, names, corpus);
  const output = searchOutput(options.out, surroundings.stdout);
  const totals = { articles: 0, tokens: 0, copies: 0 };
  let isSlow = false;
  const limited = limitedSearch(() => {
    isSlow = true;
  }, MOST_TIME);
  for await (const done of leavingOut(copies, corpus.analysed, totals)) {
    if (!done.ok) {
      corpus.complain(done.place, done.problem);
      continue;
    }
    const found = done.ok === 'known' ? fromIndex(done) : await analysed(done, options, corpus, decisions);
    totals.articles++;
    totals.tokens += found.tokens;
    task.see(found.metadata);
    const lines = limited(options.written, () => found.lines(task), []);
    if (isSlow) {
      corpus.complain(found.id, searchMessages.tooSlow(MOST_TIME / 1000));
      break;
    }
    if (lines.length > 0) await output.write(task.text(lines));
    corpus.step(found.characters);
  }
  await corpus.close();
  await known.close();
  const rest = task.finish(surroundings.language);
  await output.write(rest.text);
  await output.finish(corpus.complain);
  const failures = corpus.finish();
  for (const message of [...rest.messages(totals), ...aboutCopies(options, totals)])
    corpus.remark(say(message, surroundings.language));
  return failures === 0 ? 0 : 1;
}

const aboutCopies = ({ once }: SearchOptions, { copies }: { readonly copies: number }): readonly Message[] =>
  once ? [searchMessages.copiesLeft(copies)] : [];

function taskOf(options: SearchOptions, names: readonly string[], corpus: ReadCorpus<Indexed>): Task {
  for (const { line, message } of options.parts?.problems ?? []) corpus.complain(`${options.parts?.file}:${line}`, message);
  if (options.query === undefined) return counting(names, options);
  if (options.by !== undefined) return countingParts(options.query.compiled, options.by, options, corpus.complain);
  return finding(options.query, options, corpus);
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
  decisions: NameDecisions,
): Promise<Found> {
  const document = withNameDecisions(await decidedDocument(done, options.undecided, corpus), decisions);
  const { id, text } = done.article;
  return {
    id,
    tokens: document.forms.length,
    characters: text.length,
    metadata: document.metadata,
    lines: (task) => task.take(document),
  };
}

export interface Totals {
  readonly articles: number;
  readonly tokens: number;
}

/** What is done with each article, and what is written of it: at once, or at the end. */
export interface Task {
  /** Which of an index's articles are to be taken: all others have nothing. */
  mayHave(store: IndexStore): (article: IndexedArticle, head: DocumentHead) => boolean;
  /** Takes note of what is known of an article, whether it is taken or not. */
  see(metadata: ReadonlyMap<string, string>): void;
  take(document: SearchDocument): readonly ConcordanceLine[];
  text(lines: readonly ConcordanceLine[]): Written;
  finish(language: string | undefined): { readonly text: Written; messages(totals: Totals): readonly Message[] };
}

/** Finds a query's hits. They are written as they come, unless they are to be sorted or thinned first. */
function finding(
  { parsed, compiled: query }: AskedQuery,
  options: SearchOptions,
  { complain }: Pick<ReadCorpus, 'complain'>,
): Task {
  const kept: ConcordanceLine[] = [];
  const columns = new Set<string>();
  const isTable = ['csv', 'tsv', 'xlsx'].includes(options.format);
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
  const { filters = [], inside = [] } = options.within ?? {};
  const parsed = { form: 'simple', words: [{ kind: 'literal', text: name, at: 0 }], filters, inside } as const;
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

async function listed(path: string): Promise<readonly string[]> {
  try {
    const text = await readAnyText(path);
    if (text === undefined) throw new MessageError(fileMessages.missing);
    return namesIn(text);
  } catch (error) {
    throw new UnreadableError(searchMessages.badFile(path, messageOf(error)));
  }
}
