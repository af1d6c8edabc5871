import type {
  CancellationToken,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensRangeParams,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { ArticleSketch } from '../../core/sketch';
import type { Span } from '../../core/span';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../protocol';
import { createArticle } from '../../service/article';
import { paintCodes } from '../../service/semanticTokens';
import { visible } from '../../service/visible';
import { fromRange } from '../convert';
import type { OpenDocument } from '../documents';
import { guarded } from '../log';
import { inputFor, type Session, visibility } from '../session';
import { encodeTokens, tokensEdits } from '../tokenEncoding';
import type { Feature } from './feature';

/** Above this length the visible part is coloured before the whole is analysed; below, the whole takes no longer. */
const LONG = 50_000;
const PREVIEW_AT_MOST = 30_000;

interface Answered {
  readonly id: string;
  readonly data: Uint32Array;
}

/** Semantic tokens: all of them, what has changed since the last answer, or those of a range. */
export const semanticTokensFeature: Feature = (session) => {
  const answered = new Map<string, Answered>();
  let count = 0;
  const remember = (uri: string, data: Uint32Array): string => {
    const id = String(++count);
    if (session.documents.get(uri) !== undefined) answered.set(uri, { id, data });
    for (const known of answered.keys()) if (session.documents.get(known) === undefined) answered.delete(known);
    return id;
  };
  const { semanticTokens: tokens } = session.connection.languages;
  tokens.on(
    forColours(session, 'semanticTokens/full', { data: [] }, ({ document, sketch }): SemanticTokens => {
      const data = encodeTokens(document.lines, paintCodes({ analysis: sketch }));
      return { resultId: remember(document.uri, data), data: Array.from(data) };
    }),
  );
  tokens.onDelta(
    forColours(
      session,
      'semanticTokens/full/delta',
      { data: [] },
      ({ document, sketch }, { previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const before = answered.get(document.uri);
        const data = encodeTokens(document.lines, paintCodes({ analysis: sketch }));
        const resultId = remember(document.uri, data);
        if (before === undefined || before.id !== previousResultId) return { resultId, data: Array.from(data) };
        return { resultId, edits: tokensEdits(before.data, data) };
      },
    ),
  );
  tokens.onRange(
    guarded(session.log, 'semanticTokens/range', { data: [] }, (params, token) => rangeTokens(session, params, token)),
  );
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  };
};

/** What colours are made of, and of which version. */
interface Coloured {
  readonly document: OpenDocument;
  readonly sketch: ArticleSketch;
}

/** A handler for the colours of an open article: they need not wait until it is known who speaks. See {@link forArticle}. */
function forColours<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  session: Session,
  name: string,
  empty: R,
  answer: (coloured: Coloured, params: P) => R,
): (params: P, token: CancellationToken) => Promise<R> {
  return guarded(session.log, name, empty, async (params, token) => {
    const seen = await session.sketched(params.textDocument.uri, token);
    if (seen === undefined) return empty;
    return answer('sketch' in seen ? seen : { document: seen.result.document, sketch: seen.result.article.analysis }, params);
  });
}

async function rangeTokens(
  session: Session,
  params: SemanticTokensRangeParams,
  token: CancellationToken,
): Promise<SemanticTokens> {
  const { uri } = params.textDocument;
  const document = session.documents.get(uri);
  if (document !== undefined && document.text.length > LONG && session.scheduler.ready(uri) === undefined) {
    return { data: await preview(session, document, fromRange(document.lines, params.range)) };
  }
  const analysed = await session.current(uri, token);
  if (analysed === undefined) return { data: [] };
  const { article } = analysed;
  return { data: Array.from(encodeTokens(article.lines, paintCodes(article, fromRange(article.lines, params.range)))) };
}

/** The tokens of a part, read by itself: types and dates may still change when the whole document has been read. */
async function preview(session: Session, document: OpenDocument, range: Span): Promise<number[]> {
  const settings = await session.settings.get(document.uri);
  if (document.text.length > settings.maxFileSize * 1024) return [];
  const analyser = await session.analyserFor(document.uri);
  const { lines, text } = document;
  const firstLine = lines.lineOf(range.start);
  const start = lines.lineStart(firstLine);
  const part = text.slice(start, Math.min(range.end, start + PREVIEW_AT_MOST));
  const analysis = visible(analyser.analyse(inputFor(document.uri, part, settings)), visibility(settings));
  const article = createArticle(part, analysis);
  const data = Array.from(encodeTokens(article.lines, paintCodes(article)));
  if (data.length > 0) data[0] = (data[0] as number) + firstLine;
  return data;
}
