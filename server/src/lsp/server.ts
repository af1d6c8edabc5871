import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { messagesFor } from '../service/messages/messages';
import { articleRequests } from './features/articleRequests';
import type { Feature } from './features/feature';
import { codeLensFeature, inlayHintFeature } from './features/hints';
import { hoverFeature } from './features/hover';
import { definitionFeature, highlightFeature, referencesFeature } from './features/navigation';
import { quickFixFeature } from './features/quickFixes';
import { reviewFeature } from './features/review';
import { reviewCorpusFeature } from './features/reviewCorpus';
import { reviewDetectorsFeature } from './features/reviewDetectors';
import { reviewExchangeFeature } from './features/reviewExchange';
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
  reviewFeature,
  reviewCorpusFeature,
  reviewExchangeFeature,
  reviewDetectorsFeature,
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
    const session = new Session(connection, host, factsOf(params), log);
    const capabilities: ServerCapabilities = { positionEncoding: 'utf-16' };
    for (const feature of FEATURES) Object.assign(capabilities, feature(session));
    return { capabilities, serverInfo: { name: 'Corpus Annotator' } };
  });
  connection.listen();
}

function factsOf(params: InitializeParams): ConstructorParameters<typeof Session>[2] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return {
    capabilities: params.capabilities ?? {},
    messages: messagesFor(params.locale),
    folders,
    initialSettings: params.initializationOptions?.settings,
    review: params.initializationOptions?.review,
  };
}
