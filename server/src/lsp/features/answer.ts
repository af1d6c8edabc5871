import { CancellationToken, ResponseError } from 'vscode-languageserver';
import { type NotificationKind, REQUEST_ERRORS, type RequestKind } from '../../protocol';
import { describeError, type Log } from '../log';
import type { AnalysedDocument, Session } from '../session';

/**
 * Answers a request of our own with what `run` gives, or with one of the errors that the request declares: what fails in
 * another way is logged with the time it took and answered with `failed`, so that nobody takes it for an empty result.
 */
export function answer<P, R>(
  session: Session,
  kind: RequestKind<P, R>,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): void {
  session.connection.onRequest(kind.method, answering(session.log, kind, run));
}

/** Tells the client something of our own; its types are those of its kind, which the library's own sending does not look at. */
export function tell<P>(session: Session, kind: NotificationKind<P>, params: P): void {
  if (!session.standard) void session.connection.sendNotification(kind.method, params);
}

/** The handler of {@link answer}. */
export function answering<P, R>(
  log: Log,
  kind: RequestKind<P, R>,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token?: CancellationToken) => Promise<R> {
  const declared = new Set<number>(kind.errors.map((name) => REQUEST_ERRORS[name]));
  return async (params, token) => {
    const started = performance.now();
    try {
      // A client that lists its parameters may put a null where the token is looked for.
      return await run(params, token ?? CancellationToken.None);
    } catch (error) {
      if (error instanceof ResponseError && declared.has(error.code)) throw error;
      log.error(`${kind.method} failed after ${(performance.now() - started).toFixed(1)} ms: ${describeError(error)}`);
      throw new ResponseError(REQUEST_ERRORS.failed, error instanceof Error ? error.message : String(error));
    }
  };
}

/** Answers a request about an open document, once its current version is analysed; `closed` where it is not open. */
export function answerOn<P extends { readonly uri: string }, R>(
  session: Session,
  kind: RequestKind<P, R>,
  closed: R,
  run: (analysed: AnalysedDocument, params: P) => R | Promise<R>,
): void {
  answer(session, kind, async (params, token) => {
    const analysed = await session.current(params.uri, token);
    return analysed === undefined ? closed : run(analysed, params);
  });
}
