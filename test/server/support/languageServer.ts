import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  DocumentSymbol,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { type AnalysisParams, PROTOCOL_VERSION } from '../../../server/src/protocol';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let bundled: Promise<string> | undefined;

/** The server as it is shipped, bundled from the sources as they are now; `SERVER_BUNDLE` names another one to test. */
export function serverBundle(): Promise<string> {
  bundled ??= process.env.SERVER_BUNDLE ? Promise.resolve(process.env.SERVER_BUNDLE) : bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annotator-server-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'server.js');
  const sources = { server: 'server/src/main.ts', importer: 'server/src/importer.ts' };
  const entryPoints = Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, path.join(ROOT, file)]));
  const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', charset: 'utf8', logLevel: 'error' } as const;
  await build({ ...common, entryPoints, outdir: folder, mainFields: ['module', 'main'] });
  const wasm = 'node-sqlite3-wasm.wasm';
  fs.copyFileSync(path.join(ROOT, 'node_modules/node-sqlite3-wasm/dist', wasm), path.join(folder, wasm));
  const models = path.join(ROOT, 'server/models');
  if (fs.existsSync(models)) fs.cpSync(models, path.join(folder, 'models'), { recursive: true });
  return outfile;
}

/** How a test's client behaves. */
export interface ClientOptions {
  readonly locale?: string;
  readonly folders?: readonly string[];
  readonly capabilities?: object;
  /** Answers `workspace/configuration`; may be changed later by {@link TestClient.configure}. */
  readonly settings?: unknown;
  /** Null: those of an editor that knows nothing of ours. */
  readonly initializationOptions?: object | null;
}

/** A running server with a client that keeps what it is told. */
export class TestClient {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly logs: string[] = [];
  readonly analyses: AnalysisParams[] = [];
  readonly diagnostics: PublishDiagnosticsParams[] = [];
  readonly refreshes: string[] = [];
  initialized!: InitializeResult;
  /** The process' exit code, once it has ended. */
  readonly exited: Promise<number | null>;
  #settings: unknown;
  #watchers: (() => void)[] = [];

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = await TestClient.launch(options);
    await client.initialize(options);
    return client;
  }

  /** A server that runs and was not told who its client is. */
  static async launch(options: ClientOptions = {}): Promise<TestClient> {
    return new TestClient(await serverBundle(), options);
  }

  private constructor(file: string, options: ClientOptions) {
    this.#settings = options.settings;
    this.process = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = this.process;
    if (!stdout || !stdin) throw new Error('the server has no pipes');
    this.exited = new Promise((resolve) => this.process.once('exit', resolve));
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => this.#keep(this.logs, message));
    this.connection.onNotification('article/analysis', (params: AnalysisParams) => this.#keep(this.analyses, params));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.#keep(this.diagnostics, params),
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.#settings ?? null),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    for (const what of ['semanticTokens', 'inlayHint', 'codeLens']) {
      this.connection.onRequest(`workspace/${what}/refresh`, () => {
        this.#keep(this.refreshes, what);
        return null;
      });
    }
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  /** Rejects where the server refuses the client. */
  async initialize({
    locale = 'en',
    folders = [],
    capabilities = CAPABILITIES,
    initializationOptions,
  }: ClientOptions): Promise<void> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      locale,
      capabilities,
      // our own client, unless a test says otherwise
      initializationOptions:
        initializationOptions === null ? undefined : { protocol: PROTOCOL_VERSION, ...initializationOptions },
      workspaceFolders: folders.map((uri) => ({ uri, name: 'corpus' })),
    });
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string, languageId = 'article', version = 1): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: { range?: Range; text: string }[]): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Settings change: the server is told so and asks anew. */
  configure(settings: unknown): Promise<void> {
    this.#settings = settings;
    return this.notify('workspace/didChangeConfiguration', { settings: null });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.request('textDocument/documentSymbol', { textDocument: { uri } });
  }

  tokens(uri: string): Promise<SemanticTokens> {
    return this.request('textDocument/semanticTokens/full', { textDocument: { uri } });
  }

  request<R>(method: string, params: object, token?: CancellationToken): Promise<R> {
    return token === undefined
      ? this.connection.sendRequest<R>(method, params)
      : this.connection.sendRequest<R>(method, params, token);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Waits until something that the client is told makes a condition true; fails with `what` where that does not come. */
  async until<T>(what: string, condition: () => T | undefined | false, limit = 60_000): Promise<T> {
    const deadline = Date.now() + limit;
    for (;;) {
      const value = condition();
      if (value !== undefined && value !== false) return value;
      if (Date.now() > deadline) throw new Error(`waited in vain: ${what}\n${this.logs.join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.#watchers.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** The analysis of a version of a document, once it is told. */
  analysis(uri: string, version: number): Promise<AnalysisParams> {
    return this.until(`analysis of ${uri} ${version}`, () =>
      this.analyses.find((params) => params.uri === uri && params.version === version),
    );
  }

  /** Ends the server as an editor does; gives the exit code. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    }
    const code = await this.exited;
    this.connection.dispose();
    return code;
  }

  #keep<T>(list: T[], item: T): void {
    list.push(item);
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }
}

/** What VS Code can do, as far as the server asks. */
const CAPABILITIES = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: { definition: { linkSupport: true } },
};
