/**
 * The forms of the messages that client and server send each other beyond the Language Server Protocol. A message is
 * declared once, with its types and, for a request, the errors that it may be answered with; both sides take it from there.
 */

/**
 * Raised with each change that the other side would misread: a message or field that goes, or means something else. What
 * is only added needs no new number. The client names its number at the start ({@link ClientInitialization}); a server of
 * another one refuses, since half of what both say would be lost in silence.
 */
export const PROTOCOL_VERSION = 1;

/**
 * Why a request has no result, by the code of its error (those of LSP 3.17 and JSON-RPC 2.0). `contentModified`: the
 * document went on to another version; ask again. `cancelled`: the client no longer wanted it. `failed`: a fault of the
 * server, told in its log; nothing was done.
 */
export const REQUEST_ERRORS = { contentModified: -32801, cancelled: -32800, failed: -32603 } as const;

export type RequestError = keyof typeof REQUEST_ERRORS;

/** A request: its method, the errors that it may be answered with, and its types. */
export interface RequestKind<Params, Result> {
  readonly method: string;
  readonly errors: readonly RequestError[];
  /** Only for the types; never there. */
  readonly types?: (params: Params) => Result;
}

/** Something told that is not answered. */
export interface NotificationKind<Params> {
  readonly method: string;
  /** Only for the types; never there. */
  readonly types?: (params: Params) => void;
}

/** Declares a request that any state of the server can answer. */
export function request<Params, Result>(method: string): RequestKind<Params, Result> {
  return { method, errors: ['failed'] };
}

/** Declares a request about the current version of an open document; it waits for that version's analysis. */
export function requestOnDocument<Params extends { readonly uri: string }, Result>(method: string): RequestKind<Params, Result> {
  return { method, errors: ['contentModified', 'cancelled', 'failed'] };
}

/** What the parameters of a request hold that takes long. */
export interface LongParams {
  /** For `window/workDoneProgress`. */
  readonly workDoneToken?: string | number;
  /** For what is known of the result before it is whole, where a request says that it tells it: each time in place of the last. */
  readonly partialResultToken?: string | number;
}

/** Declares a request that takes long: it can be cancelled, and reports its progress where the client gives a token. */
export function longRequest<Params extends LongParams, Result>(method: string): RequestKind<Params, Result> {
  return { method, errors: ['cancelled', 'failed'] };
}

/** Declares something told. */
export function notification<Params>(method: string): NotificationKind<Params> {
  return { method };
}

/** A range as four numbers, to keep long lists small: start line, start character, end line, end character. Zero-based, UTF-16. */
export type FlatRange = readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number];
