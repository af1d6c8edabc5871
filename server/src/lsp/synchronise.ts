import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { LineIndex } from '../core/lineIndex';
import {
  ArticlesChangedNotification,
  CHOICES_GLOB,
  CHOICES_PATH,
  GAZETTEER_GLOB,
  METADATA_GLOB,
  NAMES_GLOB,
  NAMES_PATH,
  SCHEMA_GLOB,
  SchemaChangedNotification,
  SETTINGS_SECTION,
  SIDECAR_GLOB,
  TEXT_GLOB,
} from '../protocol';
import { isSidecarName } from '../store/sidecarNames';
import { tell } from './features/answer';
import type { Feature } from './features/feature';
import { isGazetteer } from './gazetteers';
import { describeError, guardedNotification } from './log';
import { isMetadata } from './metadata';
import { Publisher } from './publisher';
import { tellSchemaProblems } from './schemaProblems';
import { isSchema } from './schemas';
import type { Session } from './session';

/** A gazetteer is typed in the editor: the articles follow when typing rests. In milliseconds. */
const GAZETTEER_REST = 250;

/** Open documents, settings, workspace folders and gazetteer files: what changes makes the articles be analysed again. */
export const synchronisation: Feature = (session) => {
  const { connection, documents, scheduler, log } = session;
  const publisher = new Publisher(session);
  const names = gazetteerWatch(session);
  const schemas = schemaWatch(session);
  const tables = metadataWatch(session);
  const on = <P>(name: string, handler: (params: P) => void): ((params: P) => void) => guardedNotification(log, name, handler);

  connection.onDidOpenTextDocument(
    on('didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      const document = documents.open(uri, languageId, version, text);
      if (isGazetteer(uri)) names(uri, publisher);
      else if (isSchema(uri)) schemas(uri);
      else {
        session.reviews.open(uri, document.text);
        scheduler.update(document);
        session.index?.opened(uri);
      }
    }),
  );
  connection.onDidChangeTextDocument(
    on('didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const edits = isGazetteer(uri) || isSchema(uri) ? [] : documents.edits(uri, contentChanges);
      const document = documents.change(uri, version, contentChanges);
      if (document === undefined) return;
      if (isGazetteer(uri)) names(uri, publisher);
      else if (isSchema(uri)) schemas(uri);
      else {
        session.reviews.edit(uri, edits);
        scheduler.update(document);
      }
    }),
  );
  connection.onDidCloseTextDocument(
    on('didClose', ({ textDocument: { uri } }) => {
      documents.close(uri);
      scheduler.close(uri);
      session.settings.forget(uri);
      publisher.close(uri);
      if (isGazetteer(uri)) names(uri, publisher);
      else if (isSchema(uri)) schemas(uri);
      else session.reviews.close(uri);
    }),
  );
  connection.onDidSaveTextDocument(
    on('didSave', ({ textDocument: { uri } }) => {
      void session.reviews.save(uri);
    }),
  );
  connection.onDidChangeWatchedFiles(
    on('didChangeWatchedFiles', ({ changes }) => {
      for (const { uri, type } of changes) {
        if (isGazetteer(uri)) names(uri, publisher);
        else if (isSchema(uri)) schemas(uri);
        else if (isMetadata(uri)) tables();
        else if (uri.endsWith(`/${CHOICES_PATH}`)) articlesChanged(session);
        else if (uri.endsWith(`/${NAMES_PATH}`)) session.namesChanged?.();
        else if (isSidecarName(uri)) {
          session.reviews.fileChanged(uri);
          if (type !== FileChangeType.Changed) articlesChanged(session);
        }
      }
      session.index?.filesChanged();
    }),
  );
  connection.onDidChangeConfiguration(
    on('didChangeConfiguration', ({ settings }) => {
      session.pushedSettings = settings?.[SETTINGS_SECTION] ?? session.pushedSettings;
      session.settings.clear();
      session.threadsChanged();
      session.analyseAnew();
      refresh(session);
      articlesChanged(session);
    }),
  );
  connection.onInitialized(() => {
    watch(session).catch((error) => log.warn(`Changes cannot be watched: ${describeError(error)}`));
  });
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
};

/** Looks at the articles again once a gazetteer has rested. */
function gazetteerWatch(session: Session): (uri: string, publisher: Publisher) => void {
  let timer: NodeJS.Timeout | undefined;
  return (uri, publisher) => {
    session.gazetteers.forget(uri);
    session.threadsChanged();
    publisher.gazetteer(uri);
    clearTimeout(timer);
    timer = setTimeout(() => {
      session.analyseAnew();
      refresh(session);
    }, GAZETTEER_REST);
  };
}

/** Looks at the articles again once the tables that tell their dates have rested. */
function metadataWatch(session: Session): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    session.metadata.forget();
    session.threadsChanged();
    clearTimeout(timer);
    timer = setTimeout(() => {
      session.scheduler.restart();
      refresh(session);
    }, GAZETTEER_REST);
  };
}

const TOLD = new WeakMap<Session, NodeJS.Timeout>();

/** Tells the client to ask again which documents are articles, once for all that changes together. */
export function articlesChanged(session: Session): void {
  clearTimeout(TOLD.get(session));
  const telling = (): void => tell(session, ArticlesChangedNotification, null);
  TOLD.set(session, setTimeout(telling, GAZETTEER_REST));
}

/** Looks at the articles again once a schema has rested, and says what is wrong in it while it is open. */
function schemaWatch(session: Session): (uri: string) => void {
  let timer: NodeJS.Timeout | undefined;
  return (uri) => {
    session.schemas.forget(uri);
    session.threadsChanged();
    const document = session.documents.get(uri);
    const problems = document === undefined ? [] : (session.schemas.read(uri)?.problems ?? []);
    tellSchemaProblems(session, uri, document?.lines ?? new LineIndex(''), problems);
    clearTimeout(timer);
    timer = setTimeout(() => {
      session.scheduler.restart();
      tell(session, SchemaChangedNotification, null);
    }, GAZETTEER_REST);
  };
}

/** Asks for the changes that clients do not send by themselves. */
async function watch(session: Session): Promise<void> {
  const { connection, capabilities } = session;
  const { workspace } = capabilities;
  if (workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session.changeFolders(
        added.map((folder) => folder.uri),
        removed.map((folder) => folder.uri),
      );
      session.threadsChanged();
      session.analyseAnew();
    });
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [GAZETTEER_GLOB, SCHEMA_GLOB, SIDECAR_GLOB, CHOICES_GLOB, METADATA_GLOB, NAMES_GLOB, TEXT_GLOB].map(
        (globPattern) => ({
          globPattern,
        }),
      ),
    });
  }
}

/** Makes the editor ask again for what it keeps; a client that does not know how shows the old until the next edit. */
export function refresh({ connection, capabilities, log }: Session): void {
  const { workspace } = capabilities;
  const failed = (error: unknown): void => log.warn(`Refresh failed: ${describeError(error)}`);
  if (workspace?.semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh().catch(failed);
  if (workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh().catch(failed);
  if (workspace?.codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh').catch(failed);
}
