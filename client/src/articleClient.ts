import * as vscode from 'vscode';
import type { Disposable, ErrorHandler, LanguageClient, LanguageClientOptions, State } from 'vscode-languageclient/node';
import {
  AnalysisNotification,
  type AnalysisParams,
  ARTICLE_LANGUAGE,
  type ClientInitialization,
  GAZETTEER_GLOB,
  HOVER_COMMANDS,
  type NotificationKind,
  PROTOCOL_VERSION,
  REQUEST_ERRORS,
  type RequestKind,
  SCHEMA_GLOB,
  SETTINGS_SECTION,
  TrustNotification,
} from '../../server/src/protocol';
import { createClient, loadLibrary, storageOf, whenUnknown } from './place';
import { Restarts } from './restarts';
import { ui } from './ui';

/** How the server fares. `failed`: it ended too often and is not started again by itself. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

/** After so many crashes within three minutes the server is left alone until the user starts it again. */
const MOST_RESTARTS = 4;
const WITHIN = 180_000;
/** A client that has been stopped for so long is not about to restart its server. In milliseconds. */
const GIVEN_UP_AFTER = 2_000;

/** JSON-RPC's code of a request that the server does not know. */
const UNKNOWN_METHOD = -32601;

// The library's numbers for its states: its own names would load it.
const STOPPED: State.Stopped = 1;
const RUNNING: State.Running = 2;
const STARTING: State.Starting = 3;

/** What is told while a request that takes long is answered. */
export interface LongTold<R> {
  report(message: string | undefined, percentage: number | undefined): void;
  /** Given what is known of the result before it is whole, by a request that tells it. */
  readonly soFar?: ((result: R) => void) | undefined;
}

/**
 * The language server, started with the first article. VS Code keeps the documents and sends them again to a server that
 * had to be restarted, so a crash loses nothing.
 */
export class ArticleClient implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #isProtected: (document: vscode.TextDocument) => boolean;
  readonly #context: vscode.ExtensionContext;
  readonly #storagePath: string | undefined;
  readonly #notified = new Map<string, ((params: unknown) => void)[]>();
  readonly #analysed = new vscode.EventEmitter<AnalysisParams>();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  #restarts = new Restarts(MOST_RESTARTS, WITHIN);
  #client: LanguageClient | undefined;
  #starting: Promise<void> | undefined;
  #state: ServerState = 'stopped';
  #asked = 0;
  /** The methods of the requests whose failure was shown. */
  readonly #failures = new Set<string>();
  #listeners: Disposable[] = [];

  /** The server has analysed a version of an article. */
  readonly onDidAnalyse = this.#analysed.event;
  readonly onDidChangeState = this.#stateChanged.event;

  /** @param isProtected - whether a document's text must not be changed: fixes that would change it are not offered. */
  constructor(
    context: vscode.ExtensionContext,
    log: vscode.LogOutputChannel,
    isProtected: (document: vscode.TextDocument) => boolean,
  ) {
    this.#isProtected = isProtected;
    this.#log = log;
    this.#context = context;
    this.#storagePath = storageOf(context);
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server unless it has been started. */
  start(): Promise<void> {
    this.#starting ??= this.#launch().catch((error) => {
      this.#log.error(`The server did not start: ${error}`);
      this.#set('failed');
    });
    return this.#starting;
  }

  /** Stops the server and starts a new one. */
  async restart(): Promise<void> {
    this.#restarts = new Restarts(MOST_RESTARTS, WITHIN);
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    for (const listener of this.#listeners) listener.dispose();
    this.#listeners = [];
    // A server that has crashed cannot be stopped, and need not be.
    await client?.stop().catch((error) => this.#log.debug(`The server did not stop: ${error}`));
    await client?.dispose().catch(() => {});
    this.#set('stopped');
  }

  /** Asks the server; undefined where it does not run, has no answer, or the document went on meanwhile. */
  async ask<P, R>(kind: RequestKind<P, R>, params: P, token?: vscode.CancellationToken): Promise<R | undefined> {
    await this.#starting;
    const client = this.#client;
    if (client?.state !== RUNNING) return undefined;
    try {
      // A token that is not there would be sent as a second parameter, null.
      return await (token ? client.sendRequest<R>(kind.method, params, token) : client.sendRequest<R>(kind.method, params));
    } catch (error) {
      const { code, message } = error as { code?: number; message?: string };
      if (code === REQUEST_ERRORS.failed) this.#tellFailure(kind.method, message ?? String(error));
      else if (code === UNKNOWN_METHOD) whenUnknown(kind.method);
      else this.#log.debug(`${kind.method}: ${error}`);
      return undefined;
    }
  }

  /** Asks for something that takes long; hears how far it is, in words and as a share of a hundred. */
  async askLong<P, R>(
    kind: RequestKind<P, R>,
    params: P,
    token: vscode.CancellationToken,
    { report, soFar }: LongTold<R>,
  ): Promise<R | undefined> {
    await this.#starting;
    const workDoneToken = `${kind.method}#${++this.#asked}`;
    const { ProgressType, WorkDoneProgress } = await loadLibrary();
    const partialResultToken = `${workDoneToken}:soFar`;
    const heard = soFar && this.#client?.onProgress(new ProgressType<R>(), partialResultToken, soFar);
    const told = this.#client?.onProgress(WorkDoneProgress.type, workDoneToken, (progress) => {
      if (progress.kind === 'report') report(progress.message, progress.percentage);
    });
    try {
      return await this.ask(kind, { ...params, workDoneToken, ...(soFar && { partialResultToken }) }, token);
    } finally {
      heard?.dispose();
      told?.dispose();
    }
  }

  /** Hears what the server tells, this server and those started after it; to be called before the first start. */
  onTold<P>(kind: NotificationKind<P>, handle: (params: P) => void): void {
    const handlers = this.#notified.get(kind.method) ?? [];
    handlers.push(handle as (params: unknown) => void);
    this.#notified.set(kind.method, handlers);
  }

  dispose(): void {
    void this.stop();
    this.#analysed.dispose();
    this.#stateChanged.dispose();
  }

  async #launch(): Promise<void> {
    this.#set('starting');
    // The library takes longer to load than all else here; a window without articles never needs it.
    const library = await loadLibrary();
    const client = await createClient(this.#context, SETTINGS_SECTION, {
      ...this.#clientOptions(),
      errorHandler: this.#errorHandler(library),
    });
    this.#client = client;
    this.#listeners = [
      client.onNotification(AnalysisNotification.method, (params: AnalysisParams) => this.#analysed.fire(params)),
      client.onDidChangeState(({ newState }) => this.#changed(newState)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        void client.sendNotification(TrustNotification.method, { trusted: true }).catch(() => {});
      }),
      ...[...this.#notified].map(([method, handlers]) =>
        client.onNotification(method, (params: unknown) => {
          for (const handle of handlers) handle(params);
        }),
      ),
    ];
    await client.start();
  }

  #clientOptions(): LanguageClientOptions {
    return {
      // Any scheme: an article may be unsaved, or lie in a virtual workspace.
      documentSelector: [{ language: ARTICLE_LANGUAGE }, { pattern: GAZETTEER_GLOB }, { pattern: SCHEMA_GLOB }],
      outputChannel: this.#log,
      middleware: {
        // VS Code would apply an edit to a read-only text in memory alone, out of step with the file
        provideCodeActions: async (document, range, context, token, next) => {
          const actions = await next(document, range, context, token);
          return this.#isProtected(document) ? actions?.filter((action) => !('edit' in action && action.edit)) : actions;
        },
      },
      markdown: { isTrusted: { enabledCommands: HOVER_COMMANDS } },
      initializationOptions: {
        protocol: PROTOCOL_VERSION,
        settings: vscode.workspace.getConfiguration(SETTINGS_SECTION),
        review: {
          trusted: vscode.workspace.isTrusted,
          tellsFailures: true,
          ...(this.#storagePath !== undefined && { storagePath: this.#storagePath }),
        },
        ...(this.#storagePath !== undefined && { index: { storagePath: this.#storagePath } }),
      } satisfies ClientInitialization,
    };
  }

  /**
   * Unlike the library's, it does not count failed writes: when a server ends, every document that is open may fail to be
   * written to it, and that is not a reason not to start another.
   */
  #errorHandler({ CloseAction, ErrorAction }: typeof import('vscode-languageclient/node')): ErrorHandler {
    return {
      error: (error) => {
        this.#log.debug(`Writing to the server failed: ${error.message}`);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => {
        if (this.#restarts.allow(Date.now())) {
          this.#log.warn('The server has ended and is started again.');
          return { action: CloseAction.Restart, handled: true };
        }
        this.#log.error(`The server has ended more than ${MOST_RESTARTS} times in three minutes and is not started again.`);
        void this.#offerRestart();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  async #offerRestart(): Promise<void> {
    const [restart, log] = [ui.common.restart, ui.common.showLog];
    const pressed = await vscode.window.showErrorMessage(ui.common.serverStopped, restart, log);
    if (pressed === restart) await this.restart();
    else if (pressed === log) this.#log.show();
  }

  /** A fault of the server is told once for each kind of request: a view that asks again and again must not cover the window. */
  #tellFailure(method: string, reason: string): void {
    this.#log.error(`${method}: ${reason}`);
    if (this.#failures.has(method)) return;
    this.#failures.add(method);
    const log = ui.common.showLog;
    void vscode.window
      .showErrorMessage(ui.common.serverFailed(reason), log)
      .then((pressed) => pressed === log && this.#log.show());
  }

  #changed(state: State): void {
    if (state === RUNNING) this.#set('running');
    else if (state === STARTING) this.#set('starting');
    // Between a crash and the restart the client is stopped for a moment; where it stays so, it has given up.
    else setTimeout(() => this.#client?.state === STOPPED && this.#set('failed'), GIVEN_UP_AFTER);
  }

  #set(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
