import type { CancellationToken, ServerCapabilities, TextDocumentIdentifier } from 'vscode-languageserver';
import { guarded, SLOW } from '../log';
import type { AnalysedDocument, Session } from '../session';

/** A feature: says what the server can do and installs the handler that does it, so that the two cannot drift apart. */
export type Feature = (session: Session) => ServerCapabilities;

/**
 * A handler for a request about one open article: waits for the analysis of the current version and answers from it.
 * Answers `empty` for what is not open.
 */
export function forArticle<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  session: Session,
  name: string,
  empty: R,
  answer: (analysed: AnalysedDocument, params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return guarded(session.log, name, empty, async (params, token) => {
    const analysed = await session.current(params.textDocument.uri, token);
    if (analysed === undefined) return empty;
    const started = performance.now();
    const result = await answer(analysed, params);
    const spent = performance.now() - started;
    if (spent > SLOW) session.log.warn(`${name}: ${spent.toFixed(0)} ms for ${params.textDocument.uri}`);
    return result;
  });
}
