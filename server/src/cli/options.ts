import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isEdtfDay } from '../core/dates/calendar';
import { compileHeaderPatterns } from '../core/structure/header';
import { isEncoding } from '../core/text/encoding';
import { FORMATS, formatById } from '../formats/index';
import { commandLine, commandMessages } from '../messages/commandLine';
import { MessageError, messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { wordsOf } from '../messages/topic';

/** What articles are read and analysed by: the options that all commands share that analyse. */
export interface ReadingOptions {
  /** BCP 47, or undefined to detect it in each article. */
  readonly language: string | undefined;
  /** EDTF document creation time for all articles that bring none themselves. */
  readonly date: string | undefined;
  /** `jsonl`: articles come as JSON Lines on standard input; `paths`: their paths do, a line each; `files`: from the paths. */
  readonly input: 'files' | LineInput;
  /** Whether a folder's texts are taken that are not articles. */
  readonly all: boolean;
  readonly paths: readonly string[];
  readonly headerPatterns: readonly string[] | undefined;
  /** A gazetteer file with the project's own names. */
  readonly names: string | undefined;
  /** The encoding of files that are no UTF-8; undefined: told by their bytes. */
  readonly encoding: string | undefined;
  readonly quiet: boolean;
  /** Kilobytes of text above which an article is not analysed, counted as the editor does (1,024 characters). */
  readonly maxSize: number;
  /** How many threads may analyse; undefined: as many as the machine has processors. */
  readonly jobs: number | undefined;
}

/** What standard input may hold, a line an article: each line is answered in its place. */
export type LineInput = 'jsonl' | 'paths';

const LINE_INPUTS: readonly string[] = ['jsonl', 'paths'] satisfies readonly LineInput[];

/** What `annotate` was asked to do. */
export interface AnnotateOptions extends ReadingOptions {
  /** An id of {@link OUTPUT_FORMATS}. */
  readonly format: string;
  /** One of the format's variants; undefined: its first. */
  readonly variant: string | undefined;
  /** The folder to write into; undefined: standard output, or for brat beside the texts. */
  readonly out: string | undefined;
  /** Whether articles that have a .ann file are passed over: they were done before. */
  readonly resume: boolean;
  /** Whether files that are there already may be replaced. */
  readonly overwrite: boolean;
}

/** The path that means standard input, as one article. */
export const STANDARD_INPUT = '-';

/** `jsonl` is an analysis a line; the others are the exchange formats. */
const OUTPUT_FORMATS: readonly string[] = [...new Set(['jsonl', ...FORMATS.map((format) => format.id)])];

const { wrongCall } = commandMessages;

/** The editor's own default: `corpusAnnotator.maxFileSize`. An article takes up to 300 times its size in memory. */
const MAX_SIZE = 2048;

/** What the command line says is wrong with a call; the exit status is then 2. */
export class UsageError extends MessageError {}

/** What keeps the whole call from being done; the exit status is then 1. */
export class UnreadableError extends MessageError {}

/** The help of `annotate`, in the language of the interface. */
export function annotateUsage(language: string | undefined): string {
  const others = FORMATS.map((format) => format.id).filter((id) => !['jsonl', 'brat', 'csv'].includes(id));
  return wordsOf(commandLine, language).usage.annotate(others.join(', '), MAX_SIZE);
}

const MOST_JOBS = 1_000;

/** Reads the words after `annotate`. Throws {@link UsageError} with a message for the user. */
export function parseAnnotateOptions(words: readonly string[]): AnnotateOptions {
  const { values, positionals } = parseWords(words, ANNOTATE_OPTIONS);
  const format = values.format ?? 'jsonl';
  if (!OUTPUT_FORMATS.includes(format))
    throw new UsageError(wrongCall.unknownFormat('--format', format, OUTPUT_FORMATS.join(', ')));
  const given = values.input;
  if (given !== undefined && !LINE_INPUTS.includes(given)) throw new UsageError(wrongCall.input(given));
  const variants = formatById(format)?.variants ?? [];
  if (values.variant !== undefined && !variants.includes(values.variant))
    throw new UsageError(wrongCall.variant(values.variant, format, variants.join(', ')));
  const input = (given ?? 'files') as ReadingOptions['input'];
  if (input === 'files' && positionals.length === 0) throw new UsageError(wrongCall.nothingToAnnotate);
  if (positionals.includes(STANDARD_INPUT) && format === 'brat' && values.out === undefined)
    throw new UsageError(wrongCall.bratFromInput(wrongCall.standardInput));
  if (input !== 'files' && positionals.length > 0) throw new UsageError(wrongCall.filesWithInput(input));
  if (input === 'jsonl' && format === 'brat' && values.out === undefined)
    throw new UsageError(wrongCall.bratFromInput('--input jsonl'));
  if (values.resume && (format !== 'brat' || values.out !== undefined || values.overwrite))
    throw new UsageError(wrongCall.resume);
  return {
    ...readingOptions(values, positionals, input),
    format,
    variant: values.variant,
    out: values.out,
    overwrite: values.overwrite ?? false,
    resume: values.resume ?? false,
  };
}

/** The words that {@link ReadingOptions} are read from. */
export const READING_OPTIONS = {
  language: { type: 'string' },
  date: { type: 'string' },
  header: { type: 'string', multiple: true },
  names: { type: 'string' },
  encoding: { type: 'string' },
  all: { type: 'boolean' },
  quiet: { type: 'boolean' },
  'max-size': { type: 'string' },
  jobs: { type: 'string' },
} as const;

const ANNOTATE_OPTIONS = {
  ...READING_OPTIONS,
  format: { type: 'string' },
  variant: { type: 'string' },
  out: { type: 'string' },
  input: { type: 'string' },
  resume: { type: 'boolean' },
  overwrite: { type: 'boolean' },
} as const;

type ReadingValues = ReturnType<typeof parseArgs<{ readonly options: typeof READING_OPTIONS }>>['values'];

/** The options that say what is read and how. Throws {@link UsageError} with a message for the user. */
export function readingOptions(values: ReadingValues, paths: readonly string[], input: ReadingOptions['input']): ReadingOptions {
  if (values.date !== undefined && !isEdtfDay(values.date)) throw new UsageError(wrongCall.date(values.date));
  const language = values.language === 'auto' ? undefined : values.language;
  if (language !== undefined && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language))
    throw new UsageError(wrongCall.language(language));
  for (const { pattern, message } of compileHeaderPatterns(values.header ?? []).problems)
    throw new UsageError(wrongCall.header(pattern, message));
  return {
    language,
    date: values.date,
    input,
    all: values.all ?? false,
    paths,
    headerPatterns: values.header,
    names: values.names,
    encoding: encodingOf(values.encoding),
    quiet: values.quiet ?? false,
    maxSize: values['max-size'] === undefined ? MAX_SIZE : kilobytesOf(values['max-size']),
    // what feeds a pipe runs several of them itself
    jobs: values.jobs === undefined ? (input === 'files' ? undefined : 1) : jobsOf(values.jobs),
  };
}

/** Takes options and paths apart. Throws {@link UsageError} for what is not an option or lacks its value. */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T) {
  const parsed = parsedWords(words, options);
  for (const [name, value] of Object.entries(parsed.values))
    if (value === '') throw new UsageError(wrongCall.emptyValue(`--${name}`));
  if (parsed.positionals.includes('')) throw new UsageError(wrongCall.emptyName);
  return parsed;
}

function parsedWords<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(parseProblem(error));
  }
}

/** What Node.js finds wrong with options, by its codes; its own words say which option. */
function parseProblem(error: unknown): Message {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return wrongCall.unknownOption(option);
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return messageOf(error);
  return /does not take/.test(message) ? wrongCall.valueUnwanted(option) : wrongCall.noValue(option);
}

/** The value of `--encoding`, the same for all commands. Throws {@link UsageError} for a name that is not one. */
export function encodingOf(name: string | undefined): string | undefined {
  if (name === undefined || name === 'auto') return undefined;
  if (!isEncoding(name)) throw new UsageError(wrongCall.encoding(name));
  return name.toLowerCase();
}

function kilobytesOf(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new UsageError(wrongCall.maxSize(value));
  return Number(value);
}

function jobsOf(value: string): number {
  const jobs = Number(value);
  if (!/^[1-9]\d{0,3}$/.test(value) || jobs > MOST_JOBS) throw new UsageError(wrongCall.jobs(value, MOST_JOBS));
  return jobs;
}
