import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ArticleInput } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import type { GazetteerEntry } from '../core/entities/index';
import { LineIndex } from '../core/lineIndex';
import { type ArticleMessages, articleMessages, articleTexts } from '../messages/articles';
import { commandLine, commandMessages } from '../messages/commandLine';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { messagesFor } from '../messages/reading';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { parseGazetteer } from '../service/gazetteerFile';
import { articleRules, DEFAULT_ARTICLE_SETTINGS } from '../store/articleRules';
import { EncodingCount } from '../store/fileEncoding';
import { readText, SIZE_LIMITS } from '../store/files';
import { type MetadataReader, metadataReader } from '../store/metadata';
import { limitedSearch } from '../timeLimit';
import { inOrder } from './inOrder';
import { type AskedLine, type Listing, listFiles, type ReadArticle, readArticle, readJsonLines, standardInput } from './input';
import { type AnnotateOptions, STANDARD_INPUT } from './options';
import { openOutput } from './output';
import { Progress } from './progress';
import { startAnalysers } from './workers';

/** Where the command reads and writes, so that a test can stand in. */
export interface Surroundings {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The file that this program is: models lie beside it, and it runs as a thread too. */
  readonly bundle: string;
  /** A POSIX locale or BCP 47 tag; English where there are no words for it. */
  readonly language?: string | undefined;
}

/** Annotates what the options name. Gives the exit status: 0, or 1 where something could not be read or written. */
export async function annotate(options: AnnotateOptions, surroundings: Surroundings): Promise<number> {
  let failures = 0;
  const { language } = surroundings;
  const words = wordsOf(commandLine, language);
  const progress = new Progress(surroundings.stderr, options.quiet, language);
  const complain = (place: string | Message, problem: Message): void => {
    failures++;
    progress.clear();
    surroundings.stderr.write(`${say(place, language)}: ${say(problem, language)}\n`);
  };
  const names = options.names === undefined ? [] : await readNames(options.names, language, complain);
  const broken = new Set<string>();
  const setup = { home: dirname(surroundings.bundle), names, headerPatterns: options.headerPatterns };
  const failed = (layer: string, message: Message): void => {
    // a bug shows in every paragraph alike: once is enough to report it
    if (broken.has(layer)) return;
    broken.add(layer);
    complain(layer, layer.startsWith('--') ? message : commandMessages.layerFailed(message));
  };
  const analysers = startAnalysers(setup, options.jobs, surroundings.bundle, failed);
  const output = openOutput(options, (text) => write(surroundings.stdout, text));
  const analyse = async (read: ReadArticle): Promise<Analysed> => {
    if (!read.ok) return read;
    const article = withOptions(read.article, options);
    const asked = options.input === 'jsonl' ? { asked: { id: article.id } } : {};
    if (article.text.length > options.maxSize * KILOBYTE)
      return { ok: false, place: read.place, problem: tooLarge(article.text.length, options), ...asked };
    try {
      return { ok: true, article, analysis: await analysers.analyse(article) };
    } catch (error) {
      return { ok: false, place: read.place, problem: commandMessages.notAnalysed(messageOf(error)), ...asked };
    }
  };
  const encodings = new EncodingCount();
  const folders = new FolderReport(options, { complain, failed }, language, (line) => {
    progress.clear();
    surroundings.stderr.write(`${line}\n`);
  });
  const metadata = metadataReader((file, problems) => {
    progress.clear();
    for (const { severity, line, message } of problems) {
      if (severity === 'error') failures++;
      const kind = severity === 'error' ? '' : `${words.severity[severity]}: `;
      surroundings.stderr.write(`${file}:${line}: ${kind}${say(message, language)}\n`);
    }
  });
  for await (const done of inOrder(articles(options, encodings, metadata, folders.listing), analyse, () => analysers.width)) {
    if (!done.ok) {
      complain(done.place, done.problem);
      // every line in has a line out, in its place: who feeds a pipe counts on it
      if (done.asked && options.format === 'jsonl' && options.out === undefined)
        await write(surroundings.stdout, `${JSON.stringify({ ...done.asked, error: say(done.problem, 'en') })}\n`);
      continue;
    }
    const problem = await output.write(done.article, done.analysis);
    if (problem !== undefined) {
      complain(problem.place, problem.problem);
      if (problem.isRemark) failures--;
    }
    progress.step(done.article.text.length);
  }
  await analysers.close();
  for (const { place, problem } of await output.finish()) complain(place, problem);
  progress.finish();
  folders.finish();
  if (!options.quiet) for (const line of encodings.summary()) surroundings.stderr.write(`${say(line, language)}\n`);
  return failures === 0 ? 0 : 1;
}

/** Tells what folders held: which had no articles, and in one line how many texts were passed over. */
class FolderReport {
  readonly listing: Listing;
  readonly #tell: (line: string) => void;
  readonly #messages: ArticleMessages;
  #articles = 0;
  #others = 0;

  constructor(
    { headerPatterns, all, quiet }: AnnotateOptions,
    { complain, failed }: Readonly<Record<'complain' | 'failed', (place: string, problem: Message) => void>>,
    language: string | undefined,
    tell: (line: string) => void,
  ) {
    this.#messages = articleMessages(language);
    this.#tell = quiet ? () => undefined : tell;
    this.listing = {
      rules: articleRules(
        { ...DEFAULT_ARTICLE_SETTINGS, ...(headerPatterns && { headerPatterns }) },
        undefined,
        limitedSearch((pattern) => failed(`--header ${pattern}`, commandMessages.patternTooSlow)),
      ),
      all,
      onFolder: (path, { articles, others }) => {
        if (articles === 0) complain(path, articleTexts.noArticles(others));
        else this.#others += others;
        this.#articles += articles;
      },
      onLink: (path, target) => tell(`${path}: ${this.#messages.linkOutside(target)}`),
    };
  }

  finish(): void {
    if (this.#others > 0) this.#tell(this.#messages.passedOver(this.#articles, this.#others));
  }
}

type Analysed =
  | { readonly ok: true; readonly article: ArticleInput; readonly analysis: ArticleAnalysis }
  | { readonly ok: false; readonly place: string | Message; readonly problem: Message; readonly asked?: AskedLine };

async function* articles(
  options: AnnotateOptions,
  encodings: EncodingCount,
  metadata: MetadataReader,
  listing: Listing,
): AsyncGenerator<ReadArticle> {
  if (options.input === 'jsonl') {
    yield* readJsonLines(standardInput());
    return;
  }
  const reading = { encoding: options.encoding, onEncoding: encodings.add.bind(encodings) };
  for await (const { path, problem } of listFiles(options.paths, listing)) {
    const size = problem === undefined && path !== STANDARD_INPUT ? await sizeOf(path) : 0;
    if (problem !== undefined) yield { ok: false, place: path, problem };
    // no text of so many bytes is short enough: it need not be read
    else if (size > MOST_BYTES * options.maxSize * KILOBYTE)
      yield { ok: false, place: path, problem: tooLarge(size / MOST_BYTES, options) };
    else yield await withMetadata(path, await readArticle(path, reading), metadata);
  }
}

/** With the date that metadata.csv says of it. */
async function withMetadata(path: string, read: ReadArticle, metadata: MetadataReader): Promise<ReadArticle> {
  const date = read.ok && path !== STANDARD_INPUT ? (await metadata.forArticle(path))?.date : undefined;
  return read.ok && date != null ? { ...read, article: { ...read.article, date } } : read;
}

const KILOBYTE = 1024;
/** Bytes of UTF-8 for a UTF-16 unit, at the most. */
const MOST_BYTES = 3;

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0;

const tooLarge = (characters: number, { maxSize }: AnnotateOptions): Message =>
  commandMessages.input.tooLong(Math.ceil(characters / KILOBYTE), maxSize);

/** What is said of one article, in its JSON line or in metadata.csv, comes before what the options say of all. */
function withOptions(article: ArticleInput, options: AnnotateOptions): ArticleInput {
  const language = article.language ?? options.language;
  const date = article.date ?? options.date;
  return { ...article, ...(language !== undefined && { language }), ...(date !== undefined && { date }) };
}

async function readNames(
  path: string,
  language: string | undefined,
  complain: (place: string, problem: Message) => void,
): Promise<readonly GazetteerEntry[]> {
  try {
    const text = await readText(path, SIZE_LIMITS.gazetteer);
    if (text === undefined) throw new MessageError(fileMessages.missing);
    const { entries, problems } = parseGazetteer(text, messagesFor(language));
    const lines = new LineIndex(text);
    for (const { span, message } of problems) complain(`${path}:${lines.lineOf(span.start) + 1}`, fileMessages.verbatim(message));
    return entries;
  } catch (error) {
    complain(path, messageOf(error));
    return [];
  }
}

async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
