import { asksOnce, compileAsked, meansParts, readAsked, withSaved } from '../corpus/tables/asked';
import { BINARY_FORMATS } from '../corpus/tables/file';
import { TABLE_DEFAULTS, TABLE_KINDS, type TableKind, type TableRequest } from '../corpus/tables/table';
import { type ListFiles, requestOfLists } from '../corpus/tables/wordLists';
import { csv } from '../formats/csv/index';
import { commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { searchMessages } from '../messages/search';
import { statsCommandMessages as messages } from '../messages/statsCommand';
import { readAnyText } from '../store/fileEncoding';
import type { ProjectParts } from '../store/parts';
import type { DocumentOptions } from './corpusDocuments';
import { parseWords, READING_OPTIONS, readingOptions, UnreadableError, UsageError } from './options';
import { PICTURE_OPTIONS, pictureRequest } from './pictureOptions';
import { asUsage, partsFor } from './projectParts';

const FORMATS = ['table', 'csv', 'tsv', 'json', 'jsonl', 'svg', ...BINARY_FORMATS] as const;
/** How a table is written. */
export type StatsFormat = (typeof FORMATS)[number];

/** What `stats` was asked to do. */
export interface StatsOptions extends DocumentOptions {
  /** All but the lists that are in files. */
  readonly request: TableRequest;
  readonly files: ListFiles;
  /** The project's sub-corpora and partitions, where one may be meant. */
  readonly parts: ProjectParts | undefined;
  readonly format: StatsFormat;
  readonly variant: string | undefined;
  /** The file to write; undefined: standard output. */
  readonly out: string | undefined;
  /** Without the settings above the table. */
  readonly bare: boolean;
}

const STATS_OPTIONS = {
  ...READING_OPTIONS,
  ...PICTURE_OPTIONS,
  query: { type: 'string', multiple: true },
  speaker: { type: 'string' },
  inside: { type: 'boolean' },
  window: { type: 'string' },
  'cross-sentences': { type: 'boolean' },
  length: { type: 'string' },
  by: { type: 'string' },
  part: { type: 'string' },
  against: { type: 'string' },
  reference: { type: 'string' },
  group: { type: 'string' },
  within: { type: 'string' },
  min: { type: 'string' },
  limit: { type: 'string' },
  sort: { type: 'string' },
  stop: { type: 'string' },
  lemmas: { type: 'string' },
  'match-case': { type: 'boolean' },
  'ignore-accents': { type: 'boolean' },
  marks: { type: 'boolean' },
  once: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
  variant: { type: 'string' },
  bare: { type: 'boolean' },
  undecided: { type: 'boolean' },
  'no-index': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseWords<typeof STATS_OPTIONS>>['values'];

const { wrongCall } = commandMessages;

/** Reads the words after `stats`. Throws {@link UsageError} with a message for the user. */
export async function parseStatsOptions(words: readonly string[]): Promise<StatsOptions> {
  const { values, positionals } = parseWords(words, STATS_OPTIONS);
  const [written, ...paths] = positionals;
  const kind = TABLE_KINDS.find((known) => known === written);
  if (kind === undefined) throw new UsageError(messages.noKind(TABLE_KINDS.join(', ')));
  if (paths.length === 0) throw new UsageError(messages.noPaths);
  const form = formOf(values);
  const asked = requestOf(kind, values);
  const parts = meansParts(asked) ? await partsFor(paths) : undefined;
  const request = withSaved(asked, parts?.parts ?? []);
  checkRequest(request, values);
  return {
    ...readingOptions(values, paths, 'files'),
    request,
    parts,
    files: filesOf(values),
    ...form,
    once: values.once === true || asksOnce(request),
    undecided: values.undecided ?? false,
    // an index has what people decided
    index: values['no-index'] !== true && values.undecided !== true,
  };
}

/** How the table is written, and where to. */
function formOf(values: Values): Pick<StatsOptions, 'format' | 'variant' | 'out' | 'bare'> {
  const { variant, out, bare = false } = values;
  const format = FORMATS.find((known) => known === (values.format ?? 'table'));
  if (format === undefined) throw new UsageError(wrongCall.unknownFormat('--format', values.format ?? '', FORMATS.join(', ')));
  const variants = format === 'csv' ? (csv.variants ?? []) : [];
  if (variant !== undefined && !variants.includes(variant))
    throw new UsageError(wrongCall.variant(variant, format, variants.join(', ')));
  if (out === undefined && BINARY_FORMATS.some((binary) => binary === format)) throw new UsageError(messages.needsFile(format));
  return { format, variant, out, bare };
}

function requestOf(kind: TableKind, values: Values): TableRequest {
  const { query, speaker, within, by, part, against, group, sort } = values;
  const words = values.inside ? 'inside' : 'near';
  return {
    ...TABLE_DEFAULTS,
    kind,
    ...(within !== undefined && { within }),
    ...(by !== undefined && { by }),
    ...(part !== undefined && { part }),
    ...(against !== undefined && { against }),
    ...(query !== undefined && { queries: query }),
    ...(speaker !== undefined && { speaker: { name: speaker, words } }),
    ...(group !== undefined && { group }),
    ...(sort !== undefined && { sort }),
    ...pictureRequest(kind, values),
    ...windowOf(values.window),
    ...lengthOf(values.length),
    crossSentences: values['cross-sentences'] ?? false,
    minimum: numberOf('--min', values.min) ?? TABLE_DEFAULTS.minimum,
    limit: numberOf('--limit', values.limit) ?? TABLE_DEFAULTS.limit,
    matchCase: values['match-case'] ?? false,
    ignoreAccents: values['ignore-accents'] ?? false,
    marks: values.marks ?? false,
  };
}

/** What is missing or cannot be read is told before any article is. */
function checkRequest(request: TableRequest, { reference }: Values): void {
  const { kind, by, part, queries = [], speaker, within } = request;
  if (kind === 'collocates' && queries.length === 0 && speaker === undefined) throw new UsageError(messages.needsQuery(kind));
  if (kind === 'dispersion' && queries.length === 0 && by === undefined) throw new UsageError(messages.needsQuery(kind));
  if (kind === 'keywords' && reference === undefined && (by === undefined || part === undefined))
    throw new UsageError(messages.needsPart);
  if (kind === 'series' && by !== undefined && by !== 'month' && by !== 'year') throw new UsageError(messages.seriesBy(by));
  asUsage(() => {
    for (const query of queries) compileAsked(query, request);
    if (within !== undefined) readAsked(within, request);
  });
}

const filesOf = ({ stop, lemmas, reference }: Values): ListFiles => ({
  ...(stop !== undefined && { stop }),
  ...(lemmas !== undefined && { lemmas }),
  ...(reference !== undefined && { reference }),
});

function windowOf(value: string | undefined): Pick<TableRequest, 'left' | 'right'> | undefined {
  if (value === undefined) return undefined;
  const [, left, right = left] = /^(\d{1,3})(?::(\d{1,3}))?$/.exec(value) ?? [];
  if (left === undefined || Number(left) > MOST_WINDOW || Number(right) > MOST_WINDOW || Number(left) + Number(right) === 0)
    throw new UsageError(messages.badWindow(value));
  return { left: Number(left), right: Number(right) };
}

const MOST_WINDOW = 100;

function lengthOf(value: string | undefined): Pick<TableRequest, 'shortest' | 'longest'> | undefined {
  if (value === undefined) return undefined;
  const [, shortest, longest = shortest] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(value) ?? [];
  const [least, most] = [Number(shortest), Number(longest)];
  if (!(least >= 1 && most >= least && most <= MOST_LENGTH)) throw new UsageError(messages.badLength(value));
  return { shortest: least, longest: most };
}

const MOST_LENGTH = 10;

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(searchMessages.badNumber(option, value));
  return Number(value);
}

/** The request with the lists that are in files. Throws {@link UnreadableError} for one that cannot be read. */
export async function withLists({ request, files }: StatsOptions): Promise<TableRequest> {
  const lists = await requestOfLists(files, readAnyText).catch((error: unknown) => {
    throw new UnreadableError(messageOf(error));
  });
  return { ...request, ...lists };
}
