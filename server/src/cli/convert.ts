import { realpath, stat, writeFile } from 'node:fs/promises';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { addAll } from '../formats/collections';
import { FORMATS, type FormatDescriptor, formatById, type LossItem, summarizeLosses, type WriteOptions } from '../formats/index';
import { readAnnotations, writeAs, writeDocuments } from '../store/exchange';
import { EncodingCount } from '../store/fileEncoding';
import { fileProblem, writeText } from '../store/files';
import type { Surroundings } from './annotate';
import { encodingOf, parseWords, UsageError } from './options';
import { Progress } from './progress';

/** What `convert` was asked to do. */
export interface ConvertOptions {
  /** Undefined: told by each file's name and beginning. */
  readonly from: FormatDescriptor | undefined;
  readonly to: FormatDescriptor;
  readonly paths: readonly string[];
  /** The folder to write into; undefined: standard output. */
  readonly out: string | undefined;
  readonly write: WriteOptions;
  readonly overwrite: boolean;
  readonly strict: boolean;
  /** A file for the single losses, as JSON lines. */
  readonly report: string | undefined;
  readonly quiet: boolean;
  /** The encoding of files that are no UTF-8; undefined: told by their bytes. */
  readonly encoding: string | undefined;
}

const ids = (): string => FORMATS.map((format) => format.id).join(', ');

export const CONVERT_USAGE = `  corpus-annotator convert --to FORMAT [--from FORMAT] [--out DIR] FILE… DIR…

Reads annotations in one format and writes them in another; what the other cannot say is told on standard error.
Formats: ${ids()}

  --from FORMAT     the format of the files; without it, told by their names and beginnings
  --to FORMAT       the format to write
  --variant NAME    one of its variants (CoNLL columns, TEI inline …)
  --out DIR         where to write; without it, a single file goes to standard output
  --layers A,B      only these layers
  --encoding NAME   how files are read that are no UTF-8; default: detected
  --rejected KIND   omit (default) or keep what people rejected, where the format can say so
  --overwrite       replace files that are there already
  --report FILE     every single loss, as JSON lines
  --strict          losses count as a failure
`;

/** Reads the words after `convert`. Throws {@link UsageError} with a message for the user. */
export function parseConvertOptions(words: readonly string[]): ConvertOptions {
  const { values, positionals } = parseWords(words, CONVERT_OPTIONS);
  if (values.to === undefined) throw new UsageError(`--to names the format to write: ${ids()}`);
  if (positionals.length === 0) throw new UsageError('name the files or folders to convert');
  const to = formatOf('--to', values.to);
  if (values.variant !== undefined && !to.variants.includes(values.variant))
    throw new UsageError(
      `--variant ${values.variant}: ${to.id} has ${to.variants.length === 0 ? 'none' : to.variants.join(', ')}`,
    );
  if (values.rejected !== undefined && values.rejected !== 'omit' && values.rejected !== 'keep')
    throw new UsageError(`--rejected ${values.rejected}: write omit or keep`);
  return {
    from: values.from === undefined || values.from === 'auto' ? undefined : formatOf('--from', values.from),
    to,
    paths: positionals,
    out: values.out,
    write: {
      rejected: values.rejected ?? 'omit',
      ...(values.variant !== undefined && { variant: values.variant }),
      ...(values.layers !== undefined && { layers: layersOf(values.layers) }),
    },
    overwrite: values.overwrite ?? false,
    strict: values.strict ?? false,
    report: values.report,
    quiet: values.quiet ?? false,
    encoding: encodingOf(values.encoding),
  };
}

function layersOf(value: string): readonly string[] {
  const layers = value.split(',').map((layer) => layer.trim());
  if (layers.includes('')) throw new UsageError(`--layers ${value}: write their names with a comma between them`);
  return layers;
}

function formatOf(option: string, id: string): FormatDescriptor {
  const format = formatById(id);
  if (format === undefined) throw new UsageError(`${option} ${id}: there are ${ids()}`);
  return format;
}

const CONVERT_OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  variant: { type: 'string' },
  out: { type: 'string' },
  layers: { type: 'string' },
  rejected: { type: 'string' },
  overwrite: { type: 'boolean' },
  report: { type: 'string' },
  strict: { type: 'boolean' },
  quiet: { type: 'boolean' },
  encoding: { type: 'string' },
} as const;

/** Converts what the options name. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function convert(options: ConvertOptions, surroundings: Surroundings): Promise<number> {
  const { stderr } = surroundings;
  const progress = new Progress(stderr, options.quiet);
  let failures = 0;
  const say = (line: string): void => {
    progress.clear();
    stderr.write(`${line}\n`);
  };
  const losses: LossItem[] = [];
  const documents: AnnotationDocument[] = [];
  const [own, before] = [new Set<string>(), new Set<string>()];
  const flush = async (batch: readonly AnnotationDocument[]): Promise<void> => {
    if (options.out === undefined) return;
    const written = await writeDocuments(batch, options.to, options.out, {
      ...options.write,
      overwrite: options.overwrite,
      own,
      before,
    });
    addAll(losses, written.losses);
    for (const { path, message } of written.problems) {
      failures++;
      say(
        `${path}: ${message}${message.startsWith('is there already') && !options.overwrite ? ' (--overwrite replaces it)' : ''}`,
      );
    }
  };
  const encodings = new EncodingCount();
  const reading = { encoding: options.encoding, onEncoding: encodings.add.bind(encodings) };
  for await (const file of readAnnotations(options.paths, options.from, reading)) {
    own.add(await realpath(file.path).catch(() => file.path));
    for (const { severity, line, message } of file.problems) {
      if (severity === 'error') failures++;
      say(`${file.path}:${line}: ${severity === 'error' ? '' : `${severity}: `}${message}`);
    }
    // a format of one document a file is written as it is read; the others wait for all
    if (options.to.perFile === 'one' && options.out !== undefined) await flush(file.documents);
    else addAll(documents, file.documents);
    for (const document of file.documents) progress.step(document.text.length);
  }
  if (options.out === undefined) addAll(losses, await print(documents, options, surroundings));
  else if (options.to.perFile === 'many' && documents.length > 0) await flush(documents);
  progress.finish();
  if (!options.quiet) for (const line of encodings.summary()) say(line);
  for (const { kind, count, example } of summarizeLosses(losses))
    say(`not said in ${options.to.id}: ${count} × ${kind} (${example})`);
  if (options.report !== undefined) {
    try {
      await writeReport(options.report, losses);
    } catch (error) {
      failures++;
      say(`${options.report}: ${fileProblem(error)}`);
    }
  }
  return failures > 0 || (options.strict && losses.length > 0) ? 1 : 0;
}

/** The user named this very file: it may be a device or a pipe (`/dev/stderr`), which no other file can take the place of. */
async function writeReport(path: string, losses: readonly LossItem[]): Promise<void> {
  const text = losses.map((loss) => `${JSON.stringify(loss)}\n`).join('');
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile() && !found.isDirectory()) await writeFile(path, text);
  else await writeText(path, text, { anywhere: true });
}

async function print(
  documents: readonly AnnotationDocument[],
  options: ConvertOptions,
  { stdout }: Surroundings,
): Promise<readonly LossItem[]> {
  if (documents.length === 0) return [];
  const { files, losses } = writeAs(options.to, documents, options.write);
  const [only, ...others] = files;
  if (only === undefined) return losses;
  if (others.length > 0) throw new UsageError(`${options.to.id} needs ${files.length} files for this: name a folder with --out`);
  stdout.write(only.content);
  return losses;
}
