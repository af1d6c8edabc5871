import { countsOnce } from '../corpus/copies';
import { type PartBy, partBy } from '../corpus/parts/partition';
import { spelledOut } from '../corpus/parts/subcorpora';
import { type Comparison, type CompiledQuery, compileQuery } from '../corpus/query/compile';
import { parseQuery, type Query } from '../corpus/query/query';
import { csv } from '../formats/csv/index';
import { commandMessages } from '../messages/commandLine';
import { searchMessages } from '../messages/search';
import type { ProjectParts } from '../store/parts';
import { findPart, type SavedPart } from '../store/partsFile';
import { parseWords, READING_OPTIONS, type ReadingOptions, readingOptions, UsageError } from './options';
import { asUsage, partsFor } from './projectParts';

/** How lines are written; `count`: the total alone. */
export type SearchFormat = 'kwic' | 'csv' | 'tsv' | 'xlsx' | 'jsonl' | 'count';

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
  /** What is counted by, in place of lines. */
  readonly by: PartBy | undefined;
  /** The sub-corpora that names of a list are counted in, as filters. */
  readonly within: Query | undefined;
  /** The project's sub-corpora and partitions, where one is asked for. */
  readonly parts: ProjectParts | undefined;
  /** Whether an article that is there twice, exactly or nearly, is searched once: the first one. */
  readonly once: boolean;
  /** A table of names. */
  readonly list: string | undefined;
  readonly format: SearchFormat;
  readonly variant: string | undefined;
  /** The file to write; undefined: standard output. */
  readonly out: string | undefined;
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

const FORMATS: readonly SearchFormat[] = ['kwic', 'csv', 'tsv', 'xlsx', 'jsonl', 'count'];
const isFormat = (name: string): name is SearchFormat => FORMATS.some((format) => format === name);

const CONTEXT = 12;

const SEARCH_OPTIONS = {
  ...READING_OPTIONS,
  list: { type: 'string' },
  in: { type: 'string', multiple: true },
  by: { type: 'string' },
  once: { type: 'boolean' },
  format: { type: 'string' },
  variant: { type: 'string' },
  out: { type: 'string' },
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
export async function parseSearchOptions(words: readonly string[]): Promise<SearchOptions> {
  const { values, positionals } = parseWords(words, SEARCH_OPTIONS);
  const { list, by } = values;
  const [written = '', ...rest] = positionals;
  const paths = list === undefined ? rest : positionals;
  if (paths.length === 0) throw new UsageError(searchMessages.nothingToSearch);
  if (by !== undefined && list !== undefined) throw new UsageError(searchMessages.listBy);
  const comparison = { matchCase: values['match-case'] ?? false, ignoreAccents: values['ignore-accents'] ?? false };
  const asked = await askedOf({ written, list, by, within: values.in ?? [], paths }, comparison);
  return {
    ...readingOptions(values, paths, 'files'),
    ...comparison,
    ...asked,
    once: values.once === true || [asked.query?.parsed, asked.within].some((each) => each !== undefined && countsOnce(each)),
    ...formOf(values.format ?? (by === undefined ? 'kwic' : 'csv'), values.variant, values.out),
    list,
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

type Form = Pick<SearchOptions, 'format' | 'variant' | 'out'>;

function formOf(format: string, variant: string | undefined, out: string | undefined): Form {
  if (!isFormat(format)) throw new UsageError(wrongCall.unknownFormat('--format', format, FORMATS.join(', ')));
  const variants = format === 'csv' ? (csv.variants ?? []) : [];
  if (variant !== undefined && !variants.includes(variant))
    throw new UsageError(wrongCall.variant(variant, format, variants.join(', ')));
  if (format === 'xlsx' && out === undefined) throw new UsageError(searchMessages.needsFile);
  return { format, variant, out };
}

interface Asked {
  readonly written: string;
  readonly list: string | undefined;
  readonly by: string | undefined;
  /** Names of sub-corpora. */
  readonly within: readonly string[];
  readonly paths: readonly string[];
}

async function askedOf(
  { written, list, by, within, paths }: Asked,
  comparison: Comparison,
): Promise<Pick<SearchOptions, 'query' | 'written' | 'within' | 'by' | 'parts'>> {
  const named = within.map((name) => `in:"${name.replaceAll('"', '?')}"`);
  const whole = [...(list === undefined ? [written] : []), ...named].join(' ');
  const project = by !== undefined || /\bin:/.test(whole) ? await partsFor(paths) : undefined;
  const parts = project?.parts ?? [];
  const isList = list !== undefined;
  return {
    written: whole,
    query: isList ? undefined : queryOf(whole, parts, comparison),
    within: isList && whole !== '' ? asUsage(() => parseQuery(spelledOut(whole, parts))) : undefined,
    by: by === undefined ? undefined : partBy(findPart(parts, 'partition', by)?.value ?? by),
    parts: project,
  };
}

function queryOf(written: string, parts: readonly SavedPart[], comparison: Comparison): AskedQuery {
  return asUsage(() => {
    const parsed = parseQuery(spelledOut(written, parts, comparison));
    return { parsed, compiled: compileQuery(parsed, comparison) };
  });
}

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(searchMessages.badNumber(option, value));
  return Number(value);
}
