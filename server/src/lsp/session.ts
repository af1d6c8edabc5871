import type { CancellationToken, ClientCapabilities, Connection, Diagnostic } from 'vscode-languageserver';
import { version } from '../../../package.json';
import type { ArticleInput } from '../core/analyser';
import { type ArticleAnalysis, nothingFound } from '../core/analysis';
import type { Limited } from '../core/structure/header';
import type { Message } from '../messages/message';
import type { Messages } from '../messages/reading';
import { reviewMessages } from '../messages/reviewing';
import { say } from '../messages/say';
import { type AnalysisState, SETTINGS_SECTION, type ServerSettings } from '../protocol';
import { type Article, createArticle } from '../service/article';
import { visible, visibleSketch } from '../service/visible';
import { FileError, SIZE_LIMITS } from '../store/files';
import type { CorpusNames, CorpusNameUse } from '../store/nameFinder';
import type { Overlay } from '../store/overlay';
import type { ReviewItem } from '../store/reviewItem';
import type { CorpusSchema } from '../store/schema';
import { Analysers } from './analysers';
import { isSentArticle } from './articles';
import type { ClientFacts } from './clientFacts';
import { Documents, type OpenDocument } from './documents';
import { type GazetteerSources, Gazetteers, isGazetteer } from './gazetteers';
import type { Host } from './host';
import type { CorpusIndex } from './index/corpusIndex';
import type { Learning } from './learning/learning';
import { describeError, type Log } from './log';
import { Metadata } from './metadata';
import { pathOf, Reviews } from './reviews';
import type { PreparedRun, SketchOr } from './scheduledWork';
import { Scheduler } from './scheduler';
import { tellSchemaProblems } from './schemaProblems';
import { folderOf, isSchema, Schemas } from './schemas';
import { SettingsCache } from './settings';
import { showError } from './tellFailures';

/** One analysed version of a document. */
export interface AnalysedDocument extends Pick<Overlay, 'undecided' | 'making'> {
  readonly document: OpenDocument;
  readonly state: AnalysisState;
  readonly settings: ServerSettings;
  /** With what is shown of the analysis. */
  readonly article: Article;
  /** What the detectors found, before people's decisions. */
  readonly raw: ArticleAnalysis;
  /** Suggestions and decisions. */
  readonly items: readonly ReviewItem[];
  readonly schema: CorpusSchema;
}

/** Everything that the features work with, from `initialize` to `shutdown`. */
export class Session {
  readonly connection: Connection;
  /** The server's own file, which threads are made of. */
  readonly bundle: string;
  readonly capabilities: ClientCapabilities;
  /** Whether the client knows the Language Server Protocol alone: it is told nothing of our own. */
  readonly standard: boolean;
  readonly messages: Messages;
  readonly log: Log;
  readonly documents = new Documents();
  readonly settings: SettingsCache;
  readonly gazetteers: Gazetteers;
  readonly schemas: Schemas;
  readonly metadata: Metadata;
  readonly reviews: Reviews;
  /** The indexes of the workspace folders; undefined where the client has no place for them. */
  readonly index: CorpusIndex | undefined;
  /** What is learnt from decisions; undefined where there are no threads. */
  readonly learning: Learning | undefined;
  /** Told where the project's decisions on names have changed; absent where there is no corpus to decide on. */
  namesChanged: (() => void) | undefined;
  /** What adds to an article's diagnostics. */
  readonly diagnosticSources: ((analysed: AnalysedDocument) => Promise<readonly Diagnostic[]>)[] = [];
  readonly scheduler: Scheduler<AnalysedDocument>;
  readonly #analysers: Analysers;
  readonly #listeners: ((analysed: AnalysedDocument) => void)[] = [];
  /** By folder: from the last check of the corpus. */
  readonly corpusNames = new Map<string, CorpusNameUse>();
  /** Closed articles that the last check of their folder has told problems of. */
  readonly corpusProblems = new Set<string>();
  #folders: readonly string[];
  /** Whether the client shows a person itself that decisions could not be written. */
  readonly clientTellsFailures: boolean;
  /** Whether the workspace is trusted: other people's programs are run in trusted ones alone. */
  trusted: boolean;
  /** What `didChangeConfiguration` brought, for clients that cannot be asked. */
  pushedSettings: unknown;

  constructor(connection: Connection, host: Host, facts: ClientFacts, log: Log) {
    this.connection = connection;
    this.bundle = host.bundle;
    this.capabilities = facts.capabilities;
    this.standard = facts.standard;
    this.messages = facts.messages;
    this.#folders = facts.folders.map(withoutSlash);
    this.pushedSettings = facts.initialSettings;
    this.log = log;
    this.#analysers = new Analysers((language) => host.model(language), log);
    this.settings = new SettingsCache(
      (uri) => this.#fetchSettings(uri),
      (message) => log.warn(message),
    );
    const sources = (limit: number): GazetteerSources => ({
      documents: this.documents,
      messages: this.messages,
      readFile: (uri) => this.#read(host, uri, limit),
      folders: () => this.#folders,
    });
    this.gazetteers = new Gazetteers(sources(SIZE_LIMITS.gazetteer));
    this.schemas = new Schemas(sources(SIZE_LIMITS.schema), (uri, lines, problems) =>
      tellSchemaProblems(this, uri, lines, problems),
    );
    this.metadata = new Metadata(() => this.#folders, log);
    this.reviews = new Reviews(log, version, facts.review?.storagePath, host.sidecarWork);
    this.index = facts.index && host.index?.(this, facts.index.storagePath);
    this.learning = host.learning?.(this);
    this.clientTellsFailures = facts.review?.tellsFailures === true;
    this.trusted = facts.review?.trusted === true;
    this.scheduler = new Scheduler<AnalysedDocument>(
      {
        prepare: (document) => this.#prepare(document),
        laying: ({ making }) => making,
        done: (_uri, analysed) => {
          for (const listener of this.#listeners) listener(analysed);
        },
      },
      log,
    );
  }

  /** Settings, names, types or folders have changed: the threads are told. */
  threadsChanged(): void {
    this.index?.changed();
    this.learning?.changed();
  }

  /** Calls back for each analysed version that was not overtaken. */
  onAnalysed(listener: (analysed: AnalysedDocument) => void): void {
    this.#listeners.push(listener);
  }

  /** Settings or names have changed: every open article is analysed again. */
  analyseAnew(): void {
    this.#analysers.clear();
    this.scheduler.restart();
  }

  /** The analysis of the document's current version; see {@link Scheduler.current}. */
  current(uri: string, token?: CancellationToken): Promise<AnalysedDocument> | AnalysedDocument | undefined {
    return this.scheduler.current(uri, token);
  }

  /** The same, or a sketch of it; see {@link Scheduler.sketched}. */
  sketched(uri: string, token?: CancellationToken): Promise<SketchOr<AnalysedDocument>> | SketchOr<AnalysedDocument> | undefined {
    return this.scheduler.sketched(uri, token);
  }

  /** Workspace folders came and went. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(withoutSlash));
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(withoutSlash)];
    this.metadata.forget();
  }

  /** Puts a message into the reader's words. */
  say(message: Message | string): string {
    return say(message, this.messages.locale);
  }

  /** The workspace folders' URIs, without a slash at the end. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /**
   * Lays decisions that have changed over the analysis that is there. Who asks gets it at once.
   *
   * @param told - until when nobody is told of it.
   */
  layAnew(uri: string, told?: Promise<void>): void {
    const lay = ({ document, state, settings, raw, schema }: AnalysedDocument): AnalysedDocument =>
      this.#laid({ document, state, settings, raw, schema });
    this.scheduler.revise(uri, lay, told);
  }

  /** With the decisions laid over it, at the first question. */
  #laid(found: Omit<AnalysedDocument, 'article' | 'items' | 'undecided' | 'making'>): AnalysedDocument {
    const { document, settings, raw, schema } = found;
    const overlay = this.reviews.lay(document.uri, document.text, raw, schema);
    let article: Article | undefined;
    return {
      ...found,
      making: overlay.making,
      get article() {
        article ??= createArticle(document.text, visible(overlay.analysis, visibility(settings)), document.lines);
        return article;
      },
      get items() {
        return overlay.items;
      },
      get undecided() {
        return overlay.undecided;
      },
    };
  }

  /** The names of the other articles of an article's folder, as far as that was looked at. */
  namesElsewhere(uri: string): CorpusNames | undefined {
    for (const [folder, names] of this.corpusNames) if (uri.startsWith(`${folder}/`)) return names.without(uri);
    return undefined;
  }

  /** The URIs of the open articles. */
  articles(): string[] {
    return [...this.documents.all()].map((document) => document.uri).filter((uri) => !isGazetteer(uri) && !isSchema(uri));
  }

  /** The settings of an article that is not open: those of its workspace folder, so that a walk over many asks once. */
  settingsOfClosed(uri: string): Promise<ServerSettings> {
    return this.settings.get(folderOf(uri, this.#folders) ?? uri);
  }

  /** Runs people's own patterns for a limited time. */
  get limited(): Limited {
    return this.#analysers.limited;
  }

  /** An analyser as the document's settings and names want it. */
  async analyserFor(uri: string, settings?: ServerSettings): Promise<ReturnType<Analysers['for']>> {
    const [own, { entries }] = await Promise.all([settings ?? this.settings.get(uri), this.gazetteers.forArticle(uri)]);
    return this.#analysers.for(own, entries);
  }

  async #prepare(document: OpenDocument): Promise<PreparedRun<AnalysedDocument>> {
    const { uri, text } = document;
    const [settings, { entries }, { schema }, date] = await Promise.all([
      this.settings.get(uri),
      this.gazetteers.forArticle(uri),
      this.schemas.forArticle(uri),
      this.metadata.dateOf(uri),
      this.reviews.ready(uri),
    ]);
    const result = (state: AnalysisState, raw: ArticleAnalysis): AnalysedDocument =>
      this.#laid({ document, state, settings, raw, schema });
    if (text.length > settings.maxFileSize * 1024) return { finish: () => result('tooLarge', nothingFound(uri)) };
    if (!(await isSentArticle(this, document))) return { finish: () => result('ready', nothingFound(uri)) };
    const analyser = this.#analysers.for(settings, entries);
    return {
      steps: analyser.analyseStepwise(inputFor(uri, text, settings, date)),
      finish: (analysis) => result('ready', analysis ?? nothingFound(uri)),
      sketched: (make) => (this.reviews.isUndecided(document, schema) ? visibleSketch(make, visibility(settings)) : undefined),
    };
  }

  /** A file of the project; what cannot be read is told, and counts as not there. */
  async #read(host: Host, uri: string, limit: number): Promise<string | undefined> {
    try {
      return await host.readFile(uri, limit);
    } catch (error) {
      // a folder that may not be looked into, or a name that is not one: nothing that a person has put there
      if (!(error instanceof FileError)) this.log.warn(`${uri} cannot be read: ${describeError(error)}`);
      else showError(this, reviewMessages(this.messages.locale).notRead(error.message));
      return undefined;
    }
  }

  async #fetchSettings(uri: string): Promise<unknown> {
    if (this.capabilities.workspace?.configuration !== true) return this.pushedSettings;
    const found: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION });
    return found ?? this.pushedSettings;
  }
}

/**
 * An article of the editor as an analyser takes it.
 *
 * @param date - what metadata.csv says of it (see {@link Metadata.dateOf}).
 */
export function inputFor(uri: string, text: string, settings: ServerSettings, date?: string): ArticleInput {
  const language = settings.language === 'auto' ? {} : { language: settings.language };
  return { id: uri, file: pathOf(uri) ?? uri, text, ...language, ...(date !== undefined && { date }) };
}

/** Which parts of an analysis the settings want shown. */
export function visibility(settings: ServerSettings): Parameters<typeof visible>[1] {
  return {
    entities: settings['entities.enabled'],
    dates: settings['dates.enabled'],
    quotes: settings['quotes.enabled'],
    minimumConfidence: settings.minimumConfidence,
  };
}

const withoutSlash = (uri: string): string => uri.replace(/\/+$/, '');
