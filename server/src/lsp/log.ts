import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where the server writes what happens; the client shows it in its log channel. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What takes longer without a pause is logged: a reader would notice. In milliseconds. */
export const SLOW = 100;

/** An error with its stack where it has one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The document went on to another version before the question could be answered; clients ask again. */
export function contentModified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
}

/** The client no longer wants the answer. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

/**
 * Wraps a handler: an error is logged with the handler's name and the time it took, and `empty` is answered; answers that
 * say that the question is out of date pass through.
 */
export function guarded<P, R>(
  log: Log,
  name: string,
  empty: R,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    const started = performance.now();
    try {
      // A client that lists its parameters may put a null where the token is looked for.
      return await handler(params, token ?? CancellationToken.None);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.error(`${name} failed after ${(performance.now() - started).toFixed(1)} ms: ${describeError(error)}`);
      return empty;
    }
  };
}

/** The same for what is told and not asked. */
export function guardedNotification<P>(log: Log, name: string, handler: (params: P) => void): (params: P) => void {
  return (params) => {
    try {
      handler(params);
    } catch (error) {
      log.error(`${name} failed: ${describeError(error)}`);
    }
  };
}
