import { type CompiledQuery, compileQuery } from '../corpus/query/compile';
import { parseQuery, type Query } from '../corpus/query/query';
import { csv } from '../formats/csv/index';
import { commandMessages } from '../messages/commandLine';
import { MessageError } from '../messages/error';
import { searchMessages } from '../messages/search';
import { parseWords, READING_OPTIONS, type ReadingOptions, readingOptions, UsageError } from './options';

/** How lines are written; `count`: the total alone. */
export type SearchFormat = 'kwic' | 'csv' | 'tsv' | 'jsonl' | 'count';

/** A query as it was read, and as it is put to articles. */
export interface AskedQuery {
  readonly parsed: Query;
  readonly compiled: CompiledQuery;
}

/** What `search` was asked to do. */
export interface SearchOptions extends ReadingOptions {
  /** Undefined where the names of a list are counted. */
  readonly query: AskedQuery | undefined;
  /** The query as it was written. */
  readonly written: string;
  /** A table of names. */
  readonly list: string | undefined;
  readonly format: SearchFormat;
  readonly variant: string | undefined;
  /** Tokens on each side. */
  readonly context: number;
  readonly sort: readonly string[];
  readonly sample: number | undefined;
  readonly seed: number;
  readonly limit: number | undefined;
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
  /** Whether what people decided is left aside. */
  readonly undecided: boolean;
  /** Whether articles are taken from an index where there is one. */
  readonly index: boolean;
}

const FORMATS: readonly SearchFormat[] = ['kwic', 'csv', 'tsv', 'jsonl', 'count'];
const isFormat = (name: string): name is SearchFormat => FORMATS.some((format) => format === name);

const CONTEXT = 12;

const SEARCH_OPTIONS = {
  ...READING_OPTIONS,
  list: { type: 'string' },
  format: { type: 'string' },
  variant: { type: 'string' },
  context: { type: 'string' },
  sort: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string' },
  limit: { type: 'string' },
  'match-case': { type: 'boolean' },
  'ignore-accents': { type: 'boolean' },
  undecided: { type: 'boolean' },
  'no-index': { type: 'boolean' },
} as const;

const { wrongCall } = commandMessages;

/** Reads the words after `search`. Throws {@link UsageError} with a message for the user. */
export function parseSearchOptions(words: readonly string[]): SearchOptions {
  const { values, positionals } = parseWords(words, SEARCH_OPTIONS);
  const { list, variant, format = 'kwic' } = values;
  const [written = '', ...rest] = positionals;
  const paths = list === undefined ? rest : positionals;
  if (paths.length === 0) throw new UsageError(searchMessages.nothingToSearch);
  if (!isFormat(format)) throw new UsageError(wrongCall.unknownFormat('--format', format, FORMATS.join(', ')));
  const variants = format === 'csv' ? (csv.variants ?? []) : [];
  if (variant !== undefined && !variants.includes(variant))
    throw new UsageError(wrongCall.variant(variant, format, variants.join(', ')));
  const comparison = { matchCase: values['match-case'] ?? false, ignoreAccents: values['ignore-accents'] ?? false };
  return {
    ...readingOptions(values, paths, 'files'),
    ...comparison,
    query: list === undefined ? queryOf(written, comparison) : undefined,
    written,
    list,
    format,
    variant,
    context: numberOf('--context', values.context) ?? CONTEXT,
    sort: values.sort?.split(',').map((key) => key.trim()) ?? [],
    sample: numberOf('--sample', values.sample),
    seed: numberOf('--seed', values.seed) ?? 1,
    limit: numberOf('--limit', values.limit),
    undecided: values.undecided ?? false,
    // an index has what people decided
    index: values['no-index'] !== true && values.undecided !== true,
  };
}

function queryOf(written: string, comparison: Parameters<typeof compileQuery>[1]): AskedQuery {
  try {
    const parsed = parseQuery(written);
    return { parsed, compiled: compileQuery(parsed, comparison) };
  } catch (error) {
    if (error instanceof MessageError) throw new UsageError(error.said);
    throw error;
  }
}

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(searchMessages.badNumber(option, value));
  return Number(value);
}
