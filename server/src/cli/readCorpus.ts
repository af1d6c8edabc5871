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
import { metadataReader } from '../store/metadata';
import { ProjectSchemas } from '../store/projectSchema';
import { limitedSearch } from '../timeLimit';
import {
  findArticles,
  KILOBYTE,
  type Known,
  type KnownArticle,
  knownWith,
  type ReadAs,
  type ReadOrNot,
  tooLarge,
  type WhoKnows,
} from './findArticles';
import { inOrder } from './inOrder';
import type { AskedLine, Listing } from './input';
import type { ReadingOptions } from './options';
import { Progress } from './progress';
import { type Analysers, startAnalysers } from './workers';

/** Where a command reads and writes, so that a test can stand in. */
export interface Surroundings {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The file that this program is: models lie beside it, and it runs as a thread too. */
  readonly bundle: string;
  /** A POSIX locale or BCP 47 tag; English where there are no words for it. */
  readonly language?: string | undefined;
}

/** Articles of files, folders or standard input, each with its analysis, in their order. */
export interface ReadCorpus<K = never> {
  readonly analysed: AsyncIterable<Analysed | ([K] extends [never] ? never : KnownArticle<K>)>;
  /** What can be annotated, as the articles' projects declare it. */
  readonly schemas: ProjectSchemas;
  /** Says what is wrong, at a file or line; it counts as a failure. */
  complain(place: string | Message, problem: Message): void;
  /** Says something that is not a failure. */
  remark(line: string): void;
  /** Counts an article of so many characters as done. */
  step(characters: number): void;
  /** Ends the threads. */
  close(): Promise<void>;
  /** Says what there is to be said at the end. Gives how much failed. */
  finish(): number;
}

/** Begins to read and analyse what the options name. */
export async function readCorpus<K extends Known = never>(
  options: ReadingOptions,
  surroundings: Surroundings,
  whoKnows?: WhoKnows<K>,
): Promise<ReadCorpus<K>> {
  let failures = 0;
  const { language } = surroundings;
  const words = wordsOf(commandLine, language);
  const progress = new Progress(surroundings.stderr, options.quiet, language);
  const remark = (line: string): void => {
    progress.clear();
    surroundings.stderr.write(`${line}\n`);
  };
  const complain = (place: string | Message, problem: Message): void => {
    failures++;
    remark(`${say(place, language)}: ${say(problem, language)}`);
  };
  const names = options.names === undefined ? [] : await readNames(options.names, language, complain);
  const broken = new Set<string>();
  const threads = { home: dirname(surroundings.bundle), names, headerPatterns: options.headerPatterns };
  const failed = (layer: string, message: Message): void => {
    // a bug shows in every paragraph alike: once is enough to report it
    if (broken.has(layer)) return;
    broken.add(layer);
    complain(layer, layer.startsWith('--') ? message : commandMessages.layerFailed(message));
  };
  const analysers = startAnalysers(threads, options.jobs, surroundings.bundle, failed);
  const encodings = new EncodingCount();
  const folders = new FolderReport(options, { complain, failed }, language, remark);
  const metadata = metadataReader((file, problems) => {
    for (const { severity, line, message } of problems) {
      if (severity === 'error') failures++;
      const kind = severity === 'error' ? '' : `${words.severity[severity]}: `;
      remark(`${file}:${line}: ${kind}${say(message, language)}`);
    }
  });
  const schemas = new ProjectSchemas(complain);
  const found = findArticles<K>(options, {
    encodings,
    metadata,
    listing: folders.listing,
    known: knownWith(options, names, schemas, whoKnows),
  });
  const analysed = inOrder(
    found,
    async (read): Promise<Analysed | KnownArticle<K>> => (read.ok === 'known' ? read : analyse(read, options, analysers)),
    () => analysers.width,
  );
  return {
    analysed: analysed as ReadCorpus<K>['analysed'],
    schemas,
    complain,
    remark,
    step: (characters) => progress.step(characters),
    close: () => analysers.close(),
    finish() {
      progress.finish();
      folders.finish();
      if (!options.quiet) for (const line of encodings.summary()) remark(say(line, language));
      return failures;
    },
  };
}

async function analyse(read: ReadOrNot, options: ReadingOptions, analysers: Analysers): Promise<Analysed> {
  if (!read.ok) return read;
  const { metadata, readAs } = read;
  const article = withOptions(read.article, options);
  const asked = options.input !== 'files' ? { asked: { id: article.id } } : {};
  if (article.text.length > options.maxSize * KILOBYTE)
    return { ok: false, place: read.place, problem: tooLarge(article.text.length, options), ...asked };
  try {
    return { ok: true, article, analysis: await analysers.analyse(article), metadata, readAs };
  } catch (error) {
    return { ok: false, place: read.place, problem: commandMessages.notAnalysed(messageOf(error)), ...asked };
  }
}

/** Tells what folders held: which had no articles, and in one line how many texts were passed over. */
class FolderReport {
  readonly listing: Listing;
  readonly #tell: (line: string) => void;
  readonly #messages: ArticleMessages;
  #articles = 0;
  #others = 0;

  constructor(
    { headerPatterns, all, quiet }: ReadingOptions,
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

/** An article with its analysis and what metadata.csv says of it, or why there is none. */
export type Analysed =
  | {
      readonly ok: true;
      readonly article: ArticleInput;
      readonly analysis: ArticleAnalysis;
      readonly metadata: ReadonlyMap<string, string>;
      readonly readAs: ReadAs | null;
    }
  | { readonly ok: false; readonly place: string | Message; readonly problem: Message; readonly asked?: AskedLine };

function withOptions(article: ArticleInput, options: ReadingOptions): ArticleInput {
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
