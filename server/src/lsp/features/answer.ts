import type { CancellationToken } from 'vscode-languageserver';
import type { MessageKind } from '../../protocol';
import { guarded } from '../log';
import type { AnalysedDocument, Session } from '../session';

/** Answers a request of our own; what fails is logged, and `empty` is answered. */
export function answer<P, R>(
  session: Session,
  kind: MessageKind<P, R>,
  empty: R,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): void {
  session.connection.onRequest(kind.method, guarded<P, R>(session.log, kind.method, empty, run));
}

/** Answers a request of our own about an open article, once its current version is analysed; `empty` where it is not open. */
export function answerOn<P extends { readonly uri: string }, R>(
  session: Session,
  kind: MessageKind<P, R>,
  empty: R,
  run: (analysed: AnalysedDocument, params: P) => R,
): void {
  answer(session, kind, empty, async (params, token) => {
    const analysed = await session.current(params.uri, token);
    return analysed === undefined ? empty : run(analysed, params);
  });
}
