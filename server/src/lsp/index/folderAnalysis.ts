import { dirname } from 'node:path';
import type { ArticleAnalysis } from '../../core/analysis';
import type { AnalysisSteps } from '../../core/sketch';
import { dateFromName } from '../../core/structure/header';
import { keyOf } from '../../corpus/index/freshness';
import { type SearchDocument, searchDocument } from '../../corpus/searchDocument';
import { messagesFor } from '../../messages/reading';
import { modelReader } from '../../models';
import { visible } from '../../service/visible';
import { ArticleDecisions } from '../../store/articleDecisions';
import { readAnyText } from '../../store/fileEncoding';
import { SIZE_LIMITS } from '../../store/files';
import { withLabels } from '../../store/labels';
import { decisionItems, overlay } from '../../store/overlay';
import type { CorpusSchema } from '../../store/schema';
import { Analysers } from '../analysers';
import { Documents } from '../documents';
import { Gazetteers } from '../gazetteers';
import type { Log } from '../log';
import { Metadata } from '../metadata';
import { readProjectFile } from '../projectFiles';
import { uriOf } from '../reviews';
import { Schemas } from '../schemas';
import { inputFor, visibility } from '../session';
import type { FolderSetup, IndexSetup } from './messages';
import { turn } from './turns';

/** Who waits is told so often that it goes on, in milliseconds. */
const TURN = 1_000;

/**
 * Waits for something that may take long, as reading a folder on a slow disk does.
 *
 * @param alive - called meanwhile; throws where nobody waits any more.
 */
export async function patiently(work: Promise<void>, alive: () => void): Promise<void> {
  let isDone = false;
  const working = work.finally(() => {
    isDone = true;
  });
  // nobody may be there any more to hear of it
  working.catch(() => undefined);
  while (!isDone) {
    alive();
    await Promise.race([working, new Promise((done) => setTimeout(done, TURN).unref())]);
  }
  await working;
}

/** Analyses closed articles as the server does, from what it was told of settings and open files. */
export class FolderAnalysis {
  readonly #setup: IndexSetup;
  readonly #gazetteers: Gazetteers;
  readonly #schemas: Schemas;
  readonly #metadata: Metadata;
  readonly #analysers: Analysers;
  readonly #keys = new WeakMap<object, string>();
  /** Keys of what articles have in common, by the folders that they lie in. */
  readonly #shared = new Map<string, Promise<string>>();

  constructor(bundle: string, setup: IndexSetup, log: Log) {
    this.#setup = setup;
    const documents = new Documents();
    for (const { uri, text } of setup.open) documents.open(uri, '', 0, text);
    const messages = messagesFor(setup.locale);
    const folders = (): readonly string[] => setup.roots;
    const sources = (limit: number) => ({
      documents,
      messages,
      folders,
      readFile: (uri: string) => readProjectFile(uri, limit).catch(() => undefined),
    });
    this.#gazetteers = new Gazetteers(sources(SIZE_LIMITS.gazetteer));
    this.#schemas = new Schemas(sources(SIZE_LIMITS.schema));
    this.#metadata = new Metadata(folders, log);
    this.#analysers = new Analysers(modelReader(dirname(bundle)), log);
  }

  /**
   * A key of all that an article's entry depends on besides its files.
   *
   * @param choice - what the project says of whether it is one.
   */
  async keyFor(folder: FolderSetup, path: string, choice: string | undefined): Promise<string> {
    const own = await this.#metadata.forFile(path);
    const shared = await this.#sharedBy(folder, path, choice);
    return keyOf([shared, dateFromName(path), own?.date, [...(own?.values ?? [])]]);
  }

  /** A key of all that the articles beside each other have in common. */
  #sharedBy(folder: FolderSetup, path: string, choice: string | undefined): Promise<string> {
    const place = `${folder.uri} ${choice ?? ''} ${dirname(path)}`;
    const known = this.#shared.get(place) ?? this.#readShared(folder, uriOf(path), choice);
    this.#shared.set(place, known);
    return known;
  }

  async #readShared(folder: FolderSetup, uri: string, choice: string | undefined): Promise<string> {
    const [{ entries }, { schema }] = await Promise.all([this.#gazetteers.forArticle(uri), this.#schemas.forArticle(uri)]);
    const { headerPatterns, language, defaultLanguage, articles, articleFiles, excludedFiles } = folder.settings;
    const settings = [headerPatterns, language, defaultLanguage, articles, articleFiles, excludedFiles];
    return keyOf([this.#keyOnce(entries), this.#keyOnce(schema), settings, choice, visibility(folder.settings)]);
  }

  /** Of what many articles share. */
  #keyOnce(shared: object): string {
    const known = this.#keys.get(shared) ?? keyOf(shared);
    this.#keys.set(shared, known);
    return known;
  }

  /** What an article's types are. */
  async schemaOf(path: string): Promise<CorpusSchema> {
    return (await this.#schemas.forArticle(uriOf(path))).schema;
  }

  /**
   * What the detectors find in a text of an article. Pauses every few milliseconds.
   *
   * @param keep - whether its paragraphs are kept for another version of it.
   */
  async analysed(folder: FolderSetup, path: string, text: string, keep = false): Promise<ArticleAnalysis> {
    const uri = uriOf(path);
    const [{ entries }, date] = await Promise.all([this.#gazetteers.forArticle(uri), this.#metadata.dateOf(uri)]);
    const analyser = this.#analysers.for(folder.settings, entries);
    return stepped(analyser.analyseStepwise(inputFor(uri, text, folder.settings, date), keep));
  }

  /** An article as people have decided; undefined where it is gone, or its decisions cannot be read. Pauses every few milliseconds. */
  async document(folder: FolderSetup, path: string): Promise<SearchDocument | undefined> {
    const uri = uriOf(path);
    const text = await readAnyText(path);
    if (text === undefined) return undefined;
    const [analysis, schema, values] = await Promise.all([
      this.analysed(folder, path, text),
      this.schemaOf(path),
      this.#metadata.valuesOf(uri),
    ]);
    const { state } = await ArticleDecisions.open(path, text);
    if (state.readOnly !== undefined) return undefined;
    const { decisions } = state;
    const laid = overlay({ text: decisions.document.text, analysis, decisions, schema, version: this.#setup.version });
    // as where it is open: what a setting hides is not found
    const shown = visible(laid.analysis, visibility(folder.settings));
    return searchDocument(text, { ...shown, id: uri }, withLabels(values, decisions), decisionItems(decisions, schema));
  }
}

/** How long it works before others get their turn, in milliseconds. */
const SLICE = 8;

async function stepped(steps: AnalysisSteps<ArticleAnalysis>): Promise<ArticleAnalysis> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await turn();
    since = performance.now();
  }
}
