import { join, relative, sep } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { addAll } from '../formats/collections';
import { formatById, type LossItem, type LossSummary, summarizeLosses } from '../formats/index';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import { reviewMessages } from '../messages/reviewing';
import type { ExportParams, ExportResult, ImportParams, ImportResult } from '../protocol';
import type { ArticleDecisions } from '../store/articleDecisions';
import { readAnnotations, type Written, writeDocuments } from '../store/exchange';
import { decidedDocument, exportDocument, withMetadata } from '../store/exportDocument';
import { FactsBeside } from '../store/factsBeside';
import { importDocument } from '../store/importDocument';
import { addMetadata, METADATA_FILE, type NewFacts } from '../store/metadata';
import { allSidecarNames, sidecarNames } from '../store/sidecarNames';
import { articlesOf, folderFor, type WalkProgress, walk, walkDecisions, withProgress } from './corpusWalk';
import { ExportThread } from './exportThread';
import { cancelled } from './log';
import { pathOf, uriOf } from './reviews';
import type { Session } from './session';

/** Writes a folder's (or an article's) annotations in another format into a folder. */
export async function exportFolder(session: Session, params: ExportParams, token: CancellationToken): Promise<ExportResult> {
  const format = formatById(params.format);
  const target = pathOf(params.target);
  const nothing = { articles: 0, files: [], losses: [] };
  if (format === undefined || target === undefined)
    return {
      ...nothing,
      problems: [
        { uri: params.target, message: session.say(format ? fileMessages.noFolder : fileMessages.noFormat(params.format)) },
      ],
    };
  const { uris, root } = await scopeOf(session, params.uri, token);
  const title = reviewMessages(session.messages.locale).progress.exporting;
  const problems: { uri: string; message: string }[] = [];
  const lost: LossItem[] = [];
  const files: string[] = [];
  let articles = 0;
  const own = new Set(uris.map(pathOf).flatMap((path) => (path ? [path, ...allSidecarNames(path)] : [])));
  const original = params.original === undefined ? undefined : pathOf(params.original);
  const options = {
    overwrite: true,
    own,
    ...(params.variant !== undefined && { variant: params.variant }),
    ...(original !== undefined && { original }),
  };
  const told = (written: Pick<Written, 'files' | 'problems'>): void => {
    addAll(files, written.files.map(uriOf));
    addAll(
      problems,
      written.problems.map(({ path, message }) => ({ uri: uriOf(path), message: session.say(message) })),
    );
  };
  // one file for all is made at the end, in a thread, as are files that several articles came from; files of one article
  // each are written on the way
  const thread =
    format.perFile === 'many' || original !== undefined
      ? new ExportThread(session.bundle, { format: format.id, folder: target, options })
      : undefined;
  const before = new Map<string, 'written' | 'kept'>();
  const beside = original === undefined ? await FactsBeside.into(target, format, options) : undefined;
  const take = async (uri: string, found: AnnotationDocument): Promise<void> => {
    articles++;
    const known = withMetadata(found, await session.metadata.valuesOf(uri));
    const document = beside?.take(known) ?? known;
    if (thread) {
      thread.add(document);
      return;
    }
    const written = await writeDocuments([document], format, target, { ...options, before });
    told(written);
    addAll(lost, written.losses);
  };
  const idOf = (path: string): string => relative(root, path).split(sep).join('/');
  const unread = (article: { readonly uri: string; readonly article: ArticleDecisions }): boolean => {
    const { readOnly } = article.article.state;
    if (readOnly !== undefined) problems.push({ uri: article.uri, message: session.say(readOnly) });
    return readOnly !== undefined;
  };
  const run = async (progress: WalkProgress): Promise<readonly LossSummary[]> => {
    if (params.content !== 'all') {
      for await (const walked of walkDecisions(session, uris, { token, progress })) {
        if (!walked.ok) problems.push({ uri: walked.uri, message: session.say(walked.message) });
        else if (!unread(walked.read) && isWanted(params, walked.read.article))
          await take(walked.uri, decidedDocument(idOf(walked.read.path), walked.read.article.state.decisions, walked.read.facts));
      }
    } else {
      for await (const walked of walk(session, uris, { token, progress })) {
        if (!walked.ok) problems.push({ uri: walked.uri, message: session.say(walked.message) });
        else if (!unread(walked.read)) {
          const { article, items, analysis, schema, path } = walked.read;
          await take(walked.uri, exportDocument(idOf(path), article.state.decisions, items, analysis, schema));
        }
      }
    }
    if (thread === undefined || articles === 0) return summarizeLosses(lost);
    const stop = token.onCancellationRequested(() => void thread.stop());
    const written = await thread.finish().finally(() => stop.dispose());
    told(written);
    return written.losses;
  };
  try {
    const said = await withProgress(session, params.workDoneToken, title, run);
    const table = await beside?.write();
    if (table !== undefined) files.push(uriOf(table));
    const losses = said.map((loss) => ({ ...loss, example: session.say(loss.example) }));
    return { articles, files, losses, problems };
  } catch (error) {
    if (token.isCancellationRequested) throw cancelled();
    throw error;
  } finally {
    await thread?.stop();
  }
}

/** Whether an article is to be exported: where only finished ones are, those that somebody has finished. */
function isWanted({ content }: ExportParams, article: ArticleDecisions): boolean {
  return content !== 'finished' || article.state.decisions.outcome?.state === 'finished';
}

/** An article alone, or all of a folder; names of documents count from its folder. */
async function scopeOf(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<{ uris: readonly string[]; root: string }> {
  const folder = await folderFor(session, uri);
  const root = pathOf(folder ?? uri.slice(0, uri.lastIndexOf('/'))) ?? '';
  const named = folder === uri.replace(/\/+$/, '');
  return { uris: named && folder !== undefined ? await articlesOf(session, folder, token) : [uri], root };
}

/** Reads files of another tool into a folder, as articles with decisions. */
export async function importFiles(session: Session, params: ImportParams, token: CancellationToken): Promise<ImportResult> {
  const format = formatById(params.format);
  const target = pathOf(params.target);
  if (target === undefined)
    return { articles: 0, annotations: 0, problems: [{ uri: params.target, message: session.say(fileMessages.noFolder) }] };
  const problems: { uri: string; line?: number; message: string }[] = [];
  let [articles, annotations] = [0, 0];
  const facts: NewFacts[] = [];
  const paths = params.files.flatMap((uri) => pathOf(uri) ?? []);
  const title = reviewMessages(session.messages.locale).progress.importing;
  await withProgress(session, params.workDoneToken, title, async (progress) => {
    for await (const file of readAnnotations(paths, format)) {
      for (const { line, message } of file.problems)
        problems.push({ uri: uriOf(file.path), line, message: session.say(message) });
      for (const [i, document] of file.documents.entries()) {
        // what is brought in stays: an article is written whole
        if (token.isCancellationRequested) return;
        progress(i, file.documents.length);
        const result = await importDocument(document, target);
        if (!result.ok) problems.push({ uri: uriOf(result.path), message: session.say(result.message) });
        else {
          articles++;
          annotations += result.annotations;
          facts.push(result.facts);
          session.reviews.fileChanged(uriOf(sidecarNames(result.path).ann));
        }
      }
    }
  });
  try {
    await addMetadata(target, facts);
  } catch (error) {
    problems.push({ uri: uriOf(join(target, METADATA_FILE)), message: session.say(messageOf(error)) });
  }
  session.metadata.forget();
  return { articles, annotations, problems };
}
