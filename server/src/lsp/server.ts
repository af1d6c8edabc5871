import {
  type Connection,
  type InitializeError,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { messagesFor } from '../messages/reading';
import { type ClientInitialization, PROTOCOL_VERSION } from '../protocol';
import { articleRequests } from './features/articleRequests';
import { articlesFeature } from './features/articles';
import type { Feature } from './features/feature';
import { codeLensFeature, inlayHintFeature } from './features/hints';
import { hitsFeature } from './features/hits';
import { hoverFeature } from './features/hover';
import { importingFeature } from './features/importing';
import { indexFeature } from './features/indexing';
import { definitionFeature, highlightFeature, referencesFeature } from './features/navigation';
import { quickFixFeature } from './features/quickFixes';
import { relationsFeature } from './features/relations';
import { reviewFeature } from './features/review';
import { reviewCorpusFeature } from './features/reviewCorpus';
import { reviewDetectorsFeature } from './features/reviewDetectors';
import { reviewExchangeFeature } from './features/reviewExchange';
import { reviewFilesFeature } from './features/reviewFiles';
import { reviewGoldFeature } from './features/reviewGold';
import { reviewOutcomesFeature } from './features/reviewOutcomes';
import { searchFeature } from './features/search';
import { semanticTokensFeature } from './features/semanticTokens';
import { foldingFeature, outlineFeature, selectionFeature } from './features/structure';
import { workspaceSymbolFeature } from './features/workspaceSymbols';
import type { Log } from './log';
import { type Host, Session } from './session';
import { synchronisation } from './synchronise';

const FEATURES: readonly Feature[] = [
  synchronisation,
  semanticTokensFeature,
  hoverFeature,
  outlineFeature,
  foldingFeature,
  selectionFeature,
  definitionFeature,
  referencesFeature,
  highlightFeature,
  codeLensFeature,
  inlayHintFeature,
  quickFixFeature,
  workspaceSymbolFeature,
  articleRequests,
  articlesFeature,
  reviewFeature,
  relationsFeature,
  reviewCorpusFeature,
  reviewExchangeFeature,
  reviewGoldFeature,
  reviewOutcomesFeature,
  searchFeature,
  hitsFeature,
  indexFeature,
  importingFeature,
  reviewDetectorsFeature,
  reviewFilesFeature,
];

export type { Host };

/** Runs the server on a connection until it is closed. */
export function startServer(connection: Connection, host: Host): void {
  const log: Log = {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  connection.onInitialize((params) => {
    const options: ClientInitialization = params.initializationOptions ?? {};
    if (options.protocol !== undefined && options.protocol !== PROTOCOL_VERSION)
      return otherProtocol(options.protocol, params.locale);
    const session = new Session(connection, host, factsOf(params, options), log);
    const capabilities: ServerCapabilities = { positionEncoding: 'utf-16' };
    for (const feature of FEATURES) Object.assign(capabilities, feature(session));
    return { capabilities, serverInfo: { name: 'Corpus Annotator' } };
  });
  connection.listen();
}

/** Client and server of two versions, as while an update is half installed: a new window starts both again. */
function otherProtocol(client: number, language: string | undefined): ResponseError<InitializeError> {
  const message = messagesFor(language).otherProtocol(client, PROTOCOL_VERSION);
  return new ResponseError(LSPErrorCodes.RequestFailed, message, { retry: false });
}

function factsOf(params: InitializeParams, options: ClientInitialization): ConstructorParameters<typeof Session>[2] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    capabilities: params.capabilities ?? {},
    messages: messagesFor(params.locale),
    folders,
    initialSettings: options.settings,
    review: options.review,
    index: options.index,
  };
}
