import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isEdtfDay } from '../core/dates/calendar';
import { compileHeaderPatterns } from '../core/structure/header';
import { isEncoding } from '../core/text/encoding';
import { FORMATS } from '../formats/index';

/** What `annotate` was asked to do. */
export interface AnnotateOptions {
  /** BCP 47, or undefined to detect it in each article. */
  readonly language: string | undefined;
  /** EDTF document creation time for all articles that bring none themselves. */
  readonly date: string | undefined;
  /** An id of {@link OUTPUT_FORMATS}. */
  readonly format: string;
  /** The folder to write into; undefined: standard output, or for brat beside the texts. */
  readonly out: string | undefined;
  /** `jsonl`: articles come as JSON Lines on standard input; `files`: from the paths. */
  readonly input: 'files' | 'jsonl';
  /** Whether a folder's texts are taken that are no articles. */
  readonly all: boolean;
  readonly paths: readonly string[];
  readonly headerPatterns: readonly string[] | undefined;
  /** A gazetteer file with the project's own names. */
  readonly names: string | undefined;
  /** The encoding of files that are no UTF-8; undefined: told by their bytes. */
  readonly encoding: string | undefined;
  /** Whether files that are there already may be replaced. */
  readonly overwrite: boolean;
  readonly quiet: boolean;
  /** Kilobytes of text above which an article is not analysed, counted as the editor does (1,024 characters). */
  readonly maxSize: number;
  /** How many threads may analyse; undefined: as many as the machine has processors. */
  readonly jobs: number | undefined;
}

/** The path that means standard input, as one article. */
export const STANDARD_INPUT = '-';

/** `jsonl` is an analysis a line; the others are the exchange formats. */
export const OUTPUT_FORMATS: readonly string[] = [...new Set(['jsonl', ...FORMATS.map((format) => format.id)])];

/** What the command line says is wrong with a call; the exit status is then 2. */
export class UsageError extends Error {}

/** The editor's own default: `corpusAnnotator.maxFileSize`. An article takes up to 300 times its size in memory. */
export const MAX_SIZE = 2048;

/** What keeps the whole call from being done, in words for the user; the exit status is then 1. */
export class UnreadableError extends Error {}

export const USAGE = `Usage:
  corpus-annotator annotate [options] FILE… DIR…
  corpus-annotator annotate --input jsonl [options] < articles.jsonl > analyses.jsonl

Finds entities, dates and quotes in articles. Of a folder and its sub-folders, articles are taken: texts that have a
header, annotations beside them or read like prose, and what .corpus/articles says. A file that is named is always
taken; - is one article on standard input.

Options:
  --language TAG    auto (default), fr, en, … : the language to analyse as
  --date EDTF       when the articles were written (2017, 2017-01, 2017-01-15). What is said of a single one, in metadata.csv
                    or its JSON line, comes before it; an article's header and its file's name come after it
  --format FORMAT   jsonl (default): an analysis a line on standard output
                    brat: a .ann file beside each text
                    csv: a table of all annotations on standard output
                    ${FORMATS.map((format) => format.id)
                      .filter((id) => !['jsonl', 'brat', 'csv'].includes(id))
                      .join(', ')}
  --out DIR         write files into this folder instead
  --input jsonl     read {"id", "text", "language"?, "date"?} objects, one a line, from standard input
  --header REGEX    form of the header at a file's start, with named groups date, title, source, author (repeatable)
  --names FILE      the project's own names (tab-separated: name, type, aliases, identifier, note)
  --encoding NAME   how files are read that are no UTF-8 (windows-1252, iso-8859-15, macintosh, utf-16le …); default: detected
  --all             take a folder's other texts (lists, logs, read-me files …) too
  --overwrite       replace .ann files that are there already
  --max-size KB     articles that are longer are named and left out (default ${MAX_SIZE}, as in the editor)
  --jobs N          how many threads analyse where there is much text: 1 from standard input, else one a processor
  --quiet           no progress on the terminal
  --help, --version

Exit status: 0 all done, 1 something could not be read or written (the rest was done), 2 wrong call.
`;

const MOST_JOBS = 1_000;

/** Reads the words after `annotate`. Throws {@link UsageError} with a message for the user. */
export function parseAnnotateOptions(words: readonly string[]): AnnotateOptions {
  const { values, positionals } = parseWords(words, ANNOTATE_OPTIONS);
  const format = values.format ?? 'jsonl';
  if (!OUTPUT_FORMATS.includes(format)) throw new UsageError(`--format ${format}: there are ${OUTPUT_FORMATS.join(', ')}`);
  if (values.input !== undefined && values.input !== 'jsonl')
    throw new UsageError(`--input ${values.input}: there is only jsonl`);
  const input = values.input === 'jsonl' ? 'jsonl' : 'files';
  if (input === 'files' && positionals.length === 0) throw new UsageError('name the files or folders to annotate');
  if (positionals.includes(STANDARD_INPUT) && format === 'brat' && values.out === undefined)
    throw new UsageError('--format brat writes beside files: it cannot go with standard input');
  if (input === 'jsonl' && positionals.length > 0) throw new UsageError('--input jsonl reads standard input: name no files');
  if (input === 'jsonl' && format === 'brat' && values.out === undefined)
    throw new UsageError('--format brat writes beside files: it cannot go with --input jsonl');
  if (values.date !== undefined && !isEdtfDay(values.date))
    throw new UsageError(`--date ${values.date}: write 2017, 2017-01 or 2017-01-15`);
  const language = values.language === 'auto' ? undefined : values.language;
  if (language !== undefined && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language))
    throw new UsageError(`--language ${language}: write auto or a tag such as fr`);
  for (const { pattern, message } of compileHeaderPatterns(values.header ?? []).problems)
    throw new UsageError(`--header ${pattern}: ${message}`);
  return {
    language,
    date: values.date,
    format,
    out: values.out,
    input,
    all: values.all ?? false,
    paths: positionals,
    headerPatterns: values.header,
    names: values.names,
    encoding: encodingOf(values.encoding),
    overwrite: values.overwrite ?? false,
    quiet: values.quiet ?? false,
    maxSize: values['max-size'] === undefined ? MAX_SIZE : kilobytesOf(values['max-size']),
    // what feeds a pipe runs several of them itself
    jobs: values.jobs === undefined ? (input === 'jsonl' ? 1 : undefined) : jobsOf(values.jobs),
  };
}

const ANNOTATE_OPTIONS = {
  language: { type: 'string' },
  date: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  input: { type: 'string' },
  header: { type: 'string', multiple: true },
  names: { type: 'string' },
  encoding: { type: 'string' },
  all: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  quiet: { type: 'boolean' },
  'max-size': { type: 'string' },
  jobs: { type: 'string' },
} as const;

/** Takes options and paths apart. Throws {@link UsageError} for what is no option or lacks its value. */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T) {
  const parsed = parsedWords(words, options);
  for (const [name, value] of Object.entries(parsed.values)) if (value === '') throw new UsageError(`--${name} lacks its value`);
  if (parsed.positionals.includes('')) throw new UsageError('a file or folder has an empty name');
  return parsed;
}

function parsedWords<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The value of `--encoding`, the same for all commands. Throws {@link UsageError} for a name that is none. */
export function encodingOf(name: string | undefined): string | undefined {
  if (name === undefined || name === 'auto') return undefined;
  if (!isEncoding(name)) throw new UsageError(`--encoding ${name}: write auto, windows-1252, iso-8859-15, macintosh, utf-16le …`);
  return name.toLowerCase();
}

function kilobytesOf(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new UsageError(`--max-size ${value}: write how many kilobytes, from 1`);
  return Number(value);
}

function jobsOf(value: string): number {
  const jobs = Number(value);
  if (!/^[1-9]\d{0,3}$/.test(value) || jobs > MOST_JOBS)
    throw new UsageError(`--jobs ${value}: write how many threads, from 1 to ${MOST_JOBS}`);
  return jobs;
}
