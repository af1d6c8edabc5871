import {
  type Connection,
  type InitializeError,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { messagesFor } from '../messages/reading';
import { type ClientInitialization, PROTOCOL_VERSION, SETTINGS_SECTION } from '../protocol';
import type { Feature } from './features/feature';
import type { Host } from './host';
import type { Log } from './log';
import { uriOf } from './reviews';
import { Session } from './session';

/**
 * Runs the server on a connection until it is closed.
 *
 * @param features - what it can do, in the order in which they hear of an article.
 */
export function startServer(connection: Connection, host: Host, features: readonly Feature[]): void {
  const log: Log = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  connection.onInitialize((params) => {
    const options: ClientInitialization = params.initializationOptions ?? {};
    if (options.protocol !== undefined && options.protocol !== PROTOCOL_VERSION)
      return otherProtocol(options.protocol, params.locale);
    const session = new Session(connection, host, factsOf(params, options, host.language), log);
    const capabilities: ServerCapabilities = { positionEncoding: 'utf-16' };
    for (const feature of features) Object.assign(capabilities, feature(session));
    return { capabilities, serverInfo: { name: 'Corpus Annotator' } };
  });
  connection.listen();
}

/** Client and server of two versions, as while an update is half installed: a new window starts both again. */
function otherProtocol(client: number, language: string | undefined): ResponseError<InitializeError> {
  const message = messagesFor(language).otherProtocol(client, PROTOCOL_VERSION);
  return new ResponseError(LSPErrorCodes.RequestFailed, message, { retry: false });
}

function factsOf(
  params: InitializeParams,
  options: ClientInitialization,
  language: string | undefined,
): ConstructorParameters<typeof Session>[2] {
  return {
    capabilities: params.capabilities ?? {},
    standard: options.protocol === undefined,
    messages: messagesFor(params.locale ?? language),
    folders: foldersOf(params),
    initialSettings: options.settings ?? options[SETTINGS_SECTION],
    review: options.review,
    index: options.index,
  };
}

/** The folders that are open: newer clients tell several, older ones one, and some only its path. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  const root = rootUri ?? (rootPath ? uriOf(rootPath) : undefined);
  return root ? [root] : [];
}
