import type { CancellationToken } from 'vscode-languageserver';
import type { ArticleAnalysis } from '../core/analysis';
import { LineIndex } from '../core/lineIndex';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import type { ArticleDecisions } from '../store/articleDecisions';
import { listFolder } from '../store/articleFiles';
import { stat } from '../store/disk';
import { readAnyText } from '../store/fileEncoding';
import { decisionItems } from '../store/overlay';
import type { ReviewItem } from '../store/reviewItem';
import type { CorpusSchema } from '../store/schema';
import { rulesFor } from './articles';
import { cancelled } from './log';
import { pathOf, uriOf } from './reviews';
import { folderOf } from './schemas';
import { inputFor, type Session } from './session';

/** An article of a corpus with its decisions, open in the editor or not. */
export interface CorpusArticle {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly schema: CorpusSchema;
  /** As people have decided. */
  readonly analysis: ArticleAnalysis;
  readonly items: readonly ReviewItem[];
  readonly article: ArticleDecisions;
  readonly open: boolean;
}

/** What a walk gives for each file: the article, or why there is none. */
export type Walked<T = CorpusArticle> = { readonly uri: string } & (
  | { readonly ok: true; readonly read: T }
  | { readonly ok: false; readonly message: Message }
);

/** What people have decided on an article: no suggestions, and of the analysis its language and date alone. */
export interface DecidedArticle extends Pick<CorpusArticle, 'uri' | 'path' | 'text' | 'schema' | 'items' | 'article'> {
  readonly facts: Pick<ArticleAnalysis, 'language' | 'date'>;
}

/** How a walk is told of and ended. */
export interface WalkOptions {
  readonly token: CancellationToken;
  /** Where it is told how far the walk is; {@link withProgress} gives one. */
  readonly progress: WalkProgress;
  /** Only files whose text passes are analysed. */
  readonly wanted?: (text: string, uri: string) => boolean;
  /** Whether decisions are to be held afterwards, so that what is decided can be taken back. */
  readonly keep?: boolean;
}

/** The folder that a request means: one named, or the workspace folder (else the folder) of an article. */
export async function folderFor(session: Session, uri: string): Promise<string | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return uri.replace(/\/+$/, '');
  return folderOf(uri, session.folders) ?? uri.slice(0, uri.lastIndexOf('/'));
}

/** What is known here better than on the disk, by path: articles that are open, and those with decisions in memory. */
export const openArticles = (session: Session): ReadonlyMap<string, string> =>
  new Map([...session.articles(), ...session.reviews.held].map((uri) => [pathOf(uri) ?? '', uri]));

/**
 * The URIs of a folder's articles, in order; an open one as its editor spells it.
 *
 * @param onProblem - told of what cannot be looked into, such as a folder that may not be read.
 */
export async function articlesOf(
  session: Session,
  folder: string,
  token: CancellationToken,
  onProblem?: (path: string, problem: unknown) => void,
): Promise<readonly string[]> {
  const path = pathOf(folder);
  if (path === undefined) return [];
  const open = new Map(session.articles().map((uri) => [pathOf(uri), uri]));
  const uris: string[] = [];
  for await (const file of listFolder(path, await rulesFor(session, folder))) {
    if (token.isCancellationRequested) throw cancelled();
    if (file.kind === 'problem') onProblem?.(file.path, file.problem);
    if (file.kind === 'file' && file.found.article) uris.push(open.get(file.path) ?? uriOf(file.path));
  }
  return uris;
}

/** Goes through articles one by one, with progress; throws where it is cancelled. Files are read and analysed one at a time. */
export function walk(session: Session, uris: readonly string[], options: WalkOptions): AsyncGenerator<Walked> {
  return each(uris, options, (uri) => visit(session, uri, options));
}

/** The decisions on each article; nothing is analysed. */
export function walkDecisions(
  session: Session,
  uris: readonly string[],
  options: Pick<WalkOptions, 'token' | 'progress'>,
): AsyncGenerator<Walked<DecidedArticle>> {
  return each(uris, options, (uri) => visitDecisions(session, uri));
}

async function* each<T>(
  uris: readonly string[],
  options: Pick<WalkOptions, 'token' | 'progress'>,
  look: (uri: string) => Promise<T | undefined>,
): AsyncGenerator<T> {
  for (const [i, uri] of uris.entries()) {
    if (options.token.isCancellationRequested) throw cancelled();
    options.progress(i, uris.length);
    const found = await look(uri);
    if (found) yield found;
  }
}

async function visitDecisions(session: Session, uri: string): Promise<Walked<DecidedArticle> | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return NO_FILE(uri);
  await session.reviews.ready(uri);
  try {
    const open = session.documents.get(uri);
    const text = open?.text ?? (await readAnyText(path));
    if (text === undefined) return undefined;
    const settings = await (open ? session.settings.get(uri) : session.settingsOfClosed(uri));
    const article = session.reviews.get(uri) ?? (await session.reviews.peek(uri, text));
    const { schema } = await session.schemas.forArticle(uri);
    const facts = (await session.analyserFor(uri, settings)).facts(
      inputFor(uri, text, settings, await session.metadata.dateOf(uri)),
    );
    const items = decisionItems(article.state.decisions, schema);
    return { uri, ok: true, read: { uri, path, text, schema, items, article, facts } };
  } catch (error) {
    return { uri, ok: false, message: messageOf(error) };
  }
}

const NO_FILE = (uri: string) => ({ uri, ok: false, message: fileMessages.noFile }) as const;

async function visit(session: Session, uri: string, options: WalkOptions): Promise<Walked | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return NO_FILE(uri);
  try {
    if (session.documents.get(uri)) return await visitOpen(session, uri, path, options);
    const text = await readAnyText(path);
    if (text === undefined || options.wanted?.(text, uri) === false) return undefined;
    const analysis = await analyse(session, uri, text, options.token);
    const article = await (options.keep ? session.reviews.closed(uri, text) : session.reviews.peek(uri, text));
    const { schema } = await session.schemas.forArticle(uri);
    const laid = session.reviews.layOver(article, analysis, schema);
    return { uri, ok: true, read: { uri, path, text, lines: new LineIndex(text), schema, ...laid, article, open: false } };
  } catch (error) {
    if (options.token.isCancellationRequested) throw cancelled();
    return { uri, ok: false, message: messageOf(error) };
  }
}

async function visitOpen(session: Session, uri: string, path: string, options: WalkOptions): Promise<Walked | undefined> {
  const analysed = await session.current(uri, options.token);
  const article = session.reviews.get(uri);
  if (analysed === undefined || article === undefined || options.wanted?.(analysed.article.text, uri) === false) return undefined;
  const { text, lines } = analysed.article;
  const { schema, items } = analysed;
  return {
    uri,
    ok: true,
    read: { uri, path, text, lines, schema, items, analysis: analysed.article.analysis, article, open: true },
  };
}

/** Analyses a closed article, handing back control every few milliseconds. */
async function analyse(session: Session, uri: string, text: string, token: CancellationToken): Promise<ArticleAnalysis> {
  const settings = await session.settingsOfClosed(uri);
  const analyser = await session.analyserFor(uri, settings);
  // thousands of articles passed by would drive out of memory what the open ones are made of
  const steps = analyser.analyseStepwise(inputFor(uri, text, settings, await session.metadata.dateOf(uri)), false);
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < 8) continue;
    await new Promise((done) => setImmediate(done));
    if (token.isCancellationRequested) throw cancelled();
    since = performance.now();
  }
}

/** Tells how far a walk is. */
export type WalkProgress = (done: number, total: number) => void;

/** A stretch of the way to go, as shares of it: the second half is `within(progress, 0.5, 1)`. */
export function within(progress: WalkProgress, from: number, to: number): WalkProgress {
  return (done, total) => progress(from * total + done * (to - from), total);
}

/** How often progress is told, in milliseconds. */
const TELL_EVERY = 100;

/** Runs something long with progress, where the client gave a token for it. */
export async function withProgress<T>(
  session: Session,
  token: string | number | undefined,
  title: string,
  run: (progress: WalkProgress) => Promise<T>,
): Promise<T> {
  if (token === undefined) return run(() => undefined);
  const send = (value: object): void => void session.connection.sendNotification('$/progress', { token, value });
  let last = 0;
  send({ kind: 'begin', title, cancellable: true, percentage: 0 });
  try {
    return await run((done, total) => {
      if (performance.now() - last < TELL_EVERY) return;
      last = performance.now();
      send({
        kind: 'report',
        message: `${Math.floor(done)} / ${total}`,
        percentage: Math.round((100 * done) / Math.max(1, total)),
      });
    });
  } finally {
    send({ kind: 'end' });
  }
}
