import { realpath, stat, writeFile } from 'node:fs/promises';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { addAll } from '../formats/collections';
import { FORMATS, type FormatDescriptor, formatById, type LossItem, summarizeLosses, type WriteOptions } from '../formats/index';
import { commandLine, commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { lossMessages } from '../messages/losses';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { type ReadFile, readAnnotations, type Written, writeAs, writeDocuments, writeInto } from '../store/exchange';
import { signedDocument, withMetadata } from '../store/exportDocument';
import { FactsBeside } from '../store/factsBeside';
import { EncodingCount } from '../store/fileEncoding';
import { writeText } from '../store/files';
import { metadataReader } from '../store/metadata';
import { reviewedArticle } from '../store/reviewBeside';
import { encodingOf, parseWords, UsageError } from './options';
import { replaceable } from './output';
import { Progress } from './progress';
import type { Surroundings } from './readCorpus';

/** What `convert` was asked to do. */
export interface ConvertOptions {
  /** Undefined: told by each file's name and beginning. */
  readonly from: FormatDescriptor | undefined;
  readonly to: FormatDescriptor;
  readonly paths: readonly string[];
  /** The folder to write into; undefined: standard output. */
  readonly out: string | undefined;
  /** The file, or the folder of files, that the annotations go back into. */
  readonly into: string | undefined;
  readonly write: WriteOptions;
  readonly overwrite: boolean;
  readonly strict: boolean;
  /** Articles alone that somebody has finished. */
  readonly finished: boolean;
  /** A file for the single losses, as JSON lines. */
  readonly report: string | undefined;
  readonly quiet: boolean;
  /** The encoding of files that are no UTF-8; undefined: told by their bytes. */
  readonly encoding: string | undefined;
}

const ids = (): string => FORMATS.map((format) => format.id).join(', ');

const { wrongCall } = commandMessages;

/** The help of `convert`, in the language of the interface. */
export const convertUsage = (language: string | undefined): string => wordsOf(commandLine, language).usage.convert(ids());

/** Reads the words after `convert`. Throws {@link UsageError} with a message for the user. */
export function parseConvertOptions(words: readonly string[]): ConvertOptions {
  const { values, positionals } = parseWords(words, CONVERT_OPTIONS);
  if (values.to === undefined) throw new UsageError(wrongCall.noTo(ids()));
  if (positionals.length === 0) throw new UsageError(wrongCall.nothingToConvert);
  const to = formatOf('--to', values.to);
  if (values.variant !== undefined && !to.variants.includes(values.variant))
    throw new UsageError(wrongCall.variant(values.variant, to.id, to.variants.join(', ')));
  if (values.rejected !== undefined && values.rejected !== 'omit' && values.rejected !== 'keep')
    throw new UsageError(wrongCall.rejected(values.rejected));
  return {
    from: values.from === undefined || values.from === 'auto' ? undefined : formatOf('--from', values.from),
    to,
    paths: positionals,
    out: values.out,
    into: intoOf(values.into, to),
    write: {
      rejected: values.rejected ?? 'omit',
      ...(values.variant !== undefined && { variant: values.variant }),
      ...(values.layers !== undefined && { layers: layersOf(values.layers) }),
    },
    overwrite: values.overwrite ?? false,
    strict: values.strict ?? false,
    finished: values.finished ?? false,
    report: values.report,
    quiet: values.quiet ?? false,
    encoding: encodingOf(values.encoding),
  };
}

/** Formats whose files keep what the model does not read. */
const GOES_BACK = ['tei', 'json-cas', 'xmi'];

function intoOf(path: string | undefined, to: FormatDescriptor): string | undefined {
  if (path !== undefined && !GOES_BACK.includes(to.id)) throw new UsageError(wrongCall.into(to.id));
  return path;
}

function layersOf(value: string): readonly string[] {
  const layers = value.split(',').map((layer) => layer.trim());
  if (layers.includes('')) throw new UsageError(wrongCall.layers(value));
  return layers;
}

function formatOf(option: string, id: string): FormatDescriptor {
  const format = formatById(id);
  if (format === undefined) throw new UsageError(wrongCall.unknownFormat(option, id, ids()));
  return format;
}

const CONVERT_OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  variant: { type: 'string' },
  out: { type: 'string' },
  into: { type: 'string' },
  layers: { type: 'string' },
  rejected: { type: 'string' },
  overwrite: { type: 'boolean' },
  report: { type: 'string' },
  strict: { type: 'boolean' },
  finished: { type: 'boolean' },
  quiet: { type: 'boolean' },
  encoding: { type: 'string' },
} as const;

/** Converts what the options name. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function convert(options: ConvertOptions, surroundings: Surroundings): Promise<number> {
  const { stderr, language } = surroundings;
  const words = wordsOf(commandLine, language);
  const progress = new Progress(stderr, options.quiet, language);
  let failures = 0;
  const tell = (line: string): void => {
    progress.clear();
    stderr.write(`${line}\n`);
  };
  const losses: LossItem[] = [];
  const documents: AnnotationDocument[] = [];
  const own = new Set<string>();
  const before = new Map<string, 'written' | 'kept'>();
  const reviews = new Map<string, string>();
  const beside =
    options.out === undefined || options.into !== undefined
      ? undefined
      : await FactsBeside.into(options.out, options.to, options.write);
  const flush = async (batch: readonly AnnotationDocument[]): Promise<void> => {
    if (options.out === undefined) return;
    const written = await writeDocuments(
      beside ? batch.map((document) => beside.take(document)) : batch,
      options.to,
      options.out,
      {
        ...options.write,
        ...(options.into !== undefined && { original: options.into }),
        overwrite: options.overwrite,
        own,
        before,
        reviews,
      },
    );
    addAll(losses, written.losses);
    for (const { path, message } of written.problems) {
      failures++;
      tell(`${path}: ${say(options.overwrite ? message : replaceable(message), language)}`);
    }
  };
  const encodings = new EncodingCount();
  const metadata = metadataReader((path, problems) => {
    for (const { line, message } of problems) tell(`${path}:${line}: ${say(message, language)}`);
  });
  const reading = { encoding: options.encoding, onEncoding: encodings.add.bind(encodings) };
  for await (const file of readAnnotations(options.paths, options.from, reading)) {
    own.add(await realpath(file.path).catch(() => file.path));
    for (const { severity, line, message } of file.problems) {
      if (severity === 'error') failures++;
      tell(`${file.path}:${line}: ${severity === 'error' ? '' : `${words.severity[severity]}: `}${say(message, language)}`);
    }
    const values = file.decisions && (await metadata.forArticle(file.path))?.values;
    const read = documentsOf(file, options, reviews).map((document) => (values ? withMetadata(document, values) : document));
    // a format of one document a file is written as it is read; the others wait for all, as do those of one TEI file
    if (options.to.perFile === 'one' && options.out !== undefined && options.into === undefined) await flush(read);
    else addAll(documents, read);
    for (const document of read) progress.step(document.text.length);
  }
  if (options.out === undefined) {
    const printed = await print(documents, options, surroundings);
    addAll(losses, printed.losses);
    for (const { path, message } of printed.problems) {
      failures++;
      tell(`${path}: ${say(message, language)}`);
    }
  } else if (documents.length > 0) await flush(documents);
  await beside?.write().catch((error: unknown) => {
    failures++;
    tell(`${options.out}: ${say(messageOf(error), language)}`);
  });
  progress.finish();
  if (!options.quiet) for (const line of encodings.summary()) tell(say(line, language));
  for (const { kind, count, example } of summarizeLosses(losses))
    tell(words.notSaid(options.to.id, count, say(lossMessages.kind[kind], language), say(example, language)));
  if (options.report !== undefined) {
    try {
      await writeReport(options.report, losses, language);
    } catch (error) {
      failures++;
      tell(`${options.report}: ${say(messageOf(error), language)}`);
    }
  }
  return failures > 0 || (options.strict && losses.length > 0) ? 1 : 0;
}

/** A file's documents, with who decided what in them; of an article that nobody has finished none, where only those are asked for. */
function documentsOf(
  { documents, decisions }: ReadFile,
  { finished, to, out, write }: ConvertOptions,
  reviews: Map<string, string>,
): readonly AnnotationDocument[] {
  if (finished && decisions?.outcome?.state !== 'finished') return [];
  if (decisions && to.id === 'brat' && out !== undefined) {
    const { document, review } = reviewedArticle(decisions, write);
    if (review !== undefined) reviews.set(document.id, review);
    return [document];
  }
  return decisions ? [signedDocument(decisions)] : documents;
}

/** The user named this very file: it may be a device or a pipe (`/dev/stderr`), which no other file can take the place of. */
async function writeReport(path: string, losses: readonly LossItem[], language: string | undefined): Promise<void> {
  const text = losses.map((loss) => `${JSON.stringify({ ...loss, detail: say(loss.detail, language) })}\n`).join('');
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile() && !found.isDirectory()) await writeFile(path, text);
  else await writeText(path, text, { anywhere: true });
}

async function print(
  documents: readonly AnnotationDocument[],
  options: ConvertOptions,
  { stdout }: Surroundings,
): Promise<Pick<Written, 'losses' | 'problems'>> {
  if (documents.length === 0) return { losses: [], problems: [] };
  const { to, into, write } = options;
  const made =
    into === undefined ? { ...writeAs(to, documents, write), problems: [] } : await writeInto(documents, to, into, write);
  const { files, losses, problems } = made;
  const [only, ...others] = files;
  if (only === undefined) return { losses, problems };
  if (others.length > 0) throw new UsageError(wrongCall.severalFiles(options.to.id, files.length));
  stdout.write(only.content);
  return { losses, problems };
}
