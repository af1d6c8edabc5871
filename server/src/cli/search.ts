import Papa from 'papaparse';
import type { ArticleInput } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import { type ConcordanceLine, concordanceLine, sample, sortKey, sortLines } from '../corpus/concordance';
import { type CompiledQuery, compileQuery } from '../corpus/query/compile';
import { search } from '../corpus/query/search';
import { type SearchDocument, searchDocument } from '../corpus/searchDocument';
import { delimiterOf } from '../formats/metadata';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { say } from '../messages/say';
import { searchMessages } from '../messages/search';
import { localeOf } from '../messages/topic';
import { ArticleDecisions } from '../store/articleDecisions';
import { readAnyText } from '../store/fileEncoding';
import { overlay } from '../store/overlay';
import { DEFAULT_SCHEMA } from '../store/schema';
import { limitedSearch } from '../timeLimit';
import { write } from './annotate';
import { concordanceText, table } from './concordanceOutput';
import { UnreadableError } from './options';
import { type ReadCorpus, readCorpus, type Surroundings } from './readCorpus';
import type { SearchOptions } from './searchOptions';

/** In milliseconds, for one article; an honest query takes some of them. */
const MOST_TIME = 10_000;

/**
 * Searches what the options name. Gives the exit status: 0, or 1 where something could not be read; that nothing was found
 * is no failure.
 */
export async function searchCommand(options: SearchOptions, surroundings: Surroundings): Promise<number> {
  const names = options.list === undefined ? [] : await listed(options.list);
  const corpus = await readCorpus(options, surroundings);
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
    const { article, metadata } = done;
    const analysis = options.undecided ? done.analysis : await decided(article, done.analysis, corpus);
    const document = searchDocument(article.text, analysis, metadata);
    totals.articles++;
    totals.tokens += document.forms.length;
    const lines = limited(options.written, () => task.take(document), []);
    if (isSlow) {
      corpus.complain(article.id, searchMessages.tooSlow(MOST_TIME / 1000));
      break;
    }
    if (lines.length > 0) await write(surroundings.stdout, task.text(lines));
    corpus.step(article.text.length);
  }
  await corpus.close();
  const rest = task.finish(surroundings.language);
  if (rest.text !== '') await write(surroundings.stdout, rest.text);
  const failures = corpus.finish();
  for (const message of rest.messages(totals)) corpus.remark(say(message, surroundings.language));
  return failures === 0 ? 0 : 1;
}

/** The analysis with what people have decided in the files beside a text. */
async function decided({ id, text }: ArticleInput, analysis: ArticleAnalysis, corpus: ReadCorpus): Promise<ArticleAnalysis> {
  const { state } = await ArticleDecisions.open(id, text);
  if (state.readOnly !== undefined) corpus.complain(id, state.readOnly);
  return overlay({ text, analysis, decisions: state.decisions, schema: DEFAULT_SCHEMA, version: '' }).analysis;
}

interface Totals {
  readonly articles: number;
  readonly tokens: number;
}

/** What is done with each article, and what is written of it: at once, or at the end. */
interface Task {
  take(document: SearchDocument): readonly ConcordanceLine[];
  text(lines: readonly ConcordanceLine[]): string;
  finish(language: string | undefined): { readonly text: string; messages(totals: Totals): readonly Message[] };
}

/** Finds a query's hits. They are written as they come, unless they are to be sorted or thinned first. */
function finding(query: CompiledQuery, options: SearchOptions, { complain }: ReadCorpus): Task {
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
  return {
    take(document) {
      for (const column of document.metadata.keys()) columns.add(column);
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
  const rows = names.map((name) => ({ name, query: queryFor(name, options), articles: 0, hits: 0 }));
  return {
    take(document) {
      for (const row of rows) {
        const { length } = search(row.query, document);
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

const queryFor = (name: string, options: SearchOptions): CompiledQuery =>
  compileQuery({ form: 'simple', words: [{ kind: 'literal', text: name, at: 0 }], filters: [] }, options);

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
