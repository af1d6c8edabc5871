import { relative, sep } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import { LineIndex } from '../core/lineIndex';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { formatById, type LossItem, summarizeLosses } from '../formats/index';
import type { AgreementParams, AgreementReport, ExportParams, ExportResult, ImportParams, ImportResult } from '../protocol';
import { reviewMessages } from '../service/review/messages';
import type { Difference } from '../store/agreement';
import { sidecarPaths } from '../store/articleDecisions';
import { compareFolders, readAnnotations, writeDocuments } from '../store/exchange';
import { exportDocument } from '../store/exportDocument';
import { readText } from '../store/files';
import { importDocument } from '../store/importDocument';
import { toFlatRange } from './convert';
import { articlesOf, folderFor, walk } from './corpusWalk';
import { cancelled } from './log';
import { oneLine } from './reviewConvert';
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
        { uri: params.target, message: format ? 'is no folder on this machine' : `there is no format ${params.format}` },
      ],
    };
  const { uris, root } = await scopeOf(session, params.uri, token);
  const title = reviewMessages(session.messages.locale).progress.exporting;
  const problems: { uri: string; message: string }[] = [];
  const losses: LossItem[] = [];
  const files: string[] = [];
  const waiting: AnnotationDocument[] = [];
  const own = new Set(uris.map(pathOf).flatMap((path) => (path ? [path, ...Object.values(sidecarPaths(path))] : [])));
  const write = async (documents: readonly AnnotationDocument[]): Promise<void> => {
    const options = { overwrite: true, own, ...(params.variant !== undefined && { variant: params.variant }) };
    const written = await writeDocuments(documents, format, target, options);
    files.push(...written.files.map(uriOf));
    losses.push(...written.losses);
    problems.push(...written.problems.map(({ path, message }) => ({ uri: uriOf(path), message })));
  };
  let articles = 0;
  for await (const walked of walk(session, uris, { token, title, workDoneToken: params.workDoneToken })) {
    if (!walked.ok) {
      problems.push({ uri: walked.uri, message: walked.message });
      continue;
    }
    const { article, items, analysis, schema, path } = walked.read;
    const id = relative(root, path).split(sep).join('/');
    const document = exportDocument(id, article.state.decisions, items, analysis, schema, params.content);
    articles++;
    if (format.perFile === 'one') await write([document]);
    else waiting.push(document);
  }
  if (waiting.length > 0) await write(waiting);
  return { articles, files, losses: summarizeLosses(losses), problems };
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
    return { articles: 0, annotations: 0, problems: [{ uri: params.target, message: 'is no folder on this machine' }] };
  const problems: { uri: string; line?: number; message: string }[] = [];
  let [articles, annotations] = [0, 0];
  const paths = params.files.flatMap((uri) => pathOf(uri) ?? []);
  for await (const file of readAnnotations(paths, format)) {
    if (token.isCancellationRequested) throw cancelled();
    for (const { line, message } of file.problems) problems.push({ uri: uriOf(file.path), line, message });
    for (const document of file.documents) {
      const result = await importDocument(document, target);
      if (!result.ok) problems.push({ uri: uriOf(result.path), message: result.message });
      else {
        articles++;
        annotations += result.annotations;
        session.reviews.fileChanged(uriOf(result.path.replace(/\.txt$/, '.ann')));
      }
    }
  }
  return { articles, annotations, problems };
}

/** Compares two annotators' folders. */
export async function compare(session: Session, { first, second }: AgreementParams): Promise<AgreementReport> {
  const [left, right] = [pathOf(first), pathOf(second)];
  if (left === undefined || right === undefined) return { documents: 0, tokens: 0, skipped: [], layers: [], differences: [] };
  const { schema } = await session.schemas.forArticle(`${first.replace(/\/+$/, '')}/x.txt`);
  const { agreement, skipped } = await compareFolders(left, right, schema);
  const lines = new Map<string, LineIndex>();
  for (const { document } of agreement.differences) {
    if (lines.has(document)) continue;
    const text = (await readText(`${left}/${document}`)) ?? (await readText(`${right}/${document}`)) ?? '';
    lines.set(document, new LineIndex(text));
  }
  const differences = agreement.differences.map((difference) =>
    differenceInfo(difference, lines.get(difference.document) as LineIndex, left, right),
  );
  return { documents: agreement.documents, tokens: agreement.tokens, layers: agreement.layers, skipped, differences };
}

function differenceInfo(
  difference: Difference,
  lines: LineIndex,
  left: string,
  right: string,
): AgreementReport['differences'][number] {
  const side = (annotation: Difference['first']) =>
    annotation && {
      id: annotation.id,
      type: annotation.type,
      range: toFlatRange(lines, { start: annotation.spans[0]?.start ?? 0, end: annotation.spans.at(-1)?.end ?? 0 }),
    };
  const [first, second] = [side(difference.first), side(difference.second)];
  return {
    firstUri: uriOf(`${left}/${difference.document}`),
    secondUri: uriOf(`${right}/${difference.document}`),
    layer: difference.layer,
    kind: difference.kind,
    words: oneLine(difference.words),
    ...(first && { first }),
    ...(second && { second }),
  };
}
