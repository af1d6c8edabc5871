import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  Emitter,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { webConfigurations } from '../../../scripts/lib/webBundles.mjs';
import {
  DISK_METHOD,
  type DiskAnswer,
  type DiskQuestion,
  PROTOCOL_VERSION,
  type ReviewStateParams,
  type WriteFailure,
} from '../../../server/src/protocol';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let bundled: Promise<string> | undefined;

/** The browser's server as it is shipped, bundled from the sources as they are now. */
function serverBundle(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const common = { absWorkingDir: ROOT, bundle: true, charset: 'utf8', write: false, logLevel: 'error' } as const;
  const server = webConfigurations(common).find(({ outfile }) => outfile?.endsWith('server.js'));
  const { outputFiles = [] } = await build(server ?? {});
  return outputFiles[0]?.text ?? '';
}

/** Files of a place that is no disk: by their addresses. */
export class Place {
  readonly files = new Map<string, Uint8Array>();
  /** Whether what is not the extension's own storage can only be read. */
  readOnly = false;
  /** Called before anything is written: another one may write first. */
  beforeWrite: ((uri: string) => void) | undefined;

  text(uri: string): string | undefined {
    const bytes = this.files.get(uri);
    return bytes && new TextDecoder().decode(bytes);
  }

  write(uri: string, text: string): void {
    this.files.set(uri, new TextEncoder().encode(text));
  }

  answer(question: DiskQuestion): DiskAnswer {
    const { kind, uri } = question;
    const bytes = this.files.get(uri);
    const readOnly = this.readOnly && !uri.startsWith('vscode-userdata:');
    const none: DiskAnswer = { ok: false, code: 'ENOENT', message: `${uri} is not there` };
    const below = [...this.files.keys()].filter((file) => file.startsWith(`${uri.replace(/\/+$/, '')}/`));
    switch (kind) {
      case 'stat': {
        if (bytes === undefined && below.length === 0) return none;
        return { ok: true, facts: { kind: bytes ? 'file' : 'folder', size: bytes?.length ?? 0, readOnly } };
      }
      case 'read':
        return bytes ? { ok: true, bytes } : none;
      case 'list': {
        const names = below.map((file) => file.slice(uri.length).replace(/^\/+/, '').split('/'));
        const entries = names.map(([name = '', ...rest]) => ({ name, kind: rest.length === 0 ? 'file' : 'folder' }) as const);
        return { ok: true, entries: [...new Map(entries.map((entry) => [entry.name, entry])).values()] };
      }
      case 'write':
        this.beforeWrite?.(uri);
        if (readOnly) return { ok: false, code: 'EACCES', message: `${uri} may not be written` };
        this.files.set(uri, question.bytes);
        return { ok: true };
      case 'remove':
        return this.files.delete(uri) ? { ok: true } : none;
      case 'makeFolder':
        return { ok: true };
    }
  }
}

/** The browser's server in a realm that has what a web worker has and nothing of Node, with a client that keeps what it is told. */
export class BrowserServer {
  readonly connection: MessageConnection;
  readonly place: Place;
  readonly states: ReviewStateParams[] = [];
  readonly failures: { readonly uri: string; readonly failed?: WriteFailure }[] = [];

  /** @param folder - the address of the folder that is open. */
  static async start(folder: string, place = new Place(), storagePath?: string): Promise<BrowserServer> {
    const server = new BrowserServer(await serverBundle(), new URL(folder).protocol.slice(0, -1), place);
    await server.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      locale: 'en',
      capabilities: { workspace: { configuration: true, workspaceFolders: true } },
      initializationOptions: {
        protocol: PROTOCOL_VERSION,
        review: { trusted: true, tellsFailures: true, ...(storagePath && { storagePath }) },
      },
      workspaceFolders: [{ uri: folder, name: 'corpus' }],
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  private constructor(script: string, scheme: string, place: Place) {
    this.place = place;
    const told = new Emitter<Message>();
    const worker = realm((message) => told.fire(message));
    vm.runInContext(script, worker.context, { filename: 'web/server.js' });
    const models = { fr: new Uint8Array(readFileSync(`${ROOT}server/models/fr.bin`)) };
    worker.send({ models, schemes: [scheme] });
    this.connection = createMessageConnection(new Reader(told), new Writer(worker.send));
    this.connection.onRequest(DISK_METHOD, async (question: DiskQuestion): Promise<DiskAnswer> => place.answer(question));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('review/state', (state: ReviewStateParams) => void this.states.push(state));
    this.connection.onNotification('review/writing', (failure) => void this.failures.push(failure));
    this.connection.listen();
  }

  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'article', version: 1, text };
    return this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  ask<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest(method, params);
  }
}

/** What a web worker has of its own, and the two ends of what is said to it. */
function realm(heard: (message: Message) => void) {
  const listeners: { readonly type: string; readonly listener: (event: object) => void; readonly once: boolean }[] = [];
  const timers = new Map<number, NodeJS.Timeout>();
  const scope: Record<string, unknown> = {
    console,
    TextEncoder,
    TextDecoder,
    URL,
    URLSearchParams,
    AbortController,
    MessageChannel,
    performance,
    structuredClone,
    queueMicrotask,
    crypto: globalThis.crypto,
    // a number, as in a browser
    setTimeout: (run: () => void, ms: number) => {
      const id = timers.size + 1;
      timers.set(id, setTimeout(run, ms).unref());
      return id;
    },
    clearTimeout: (id: number) => clearTimeout(timers.get(id)),
    addEventListener: (type: string, listener: (event: object) => void, options?: { readonly once?: boolean }) => {
      listeners.push({ type, listener, once: options?.once === true });
    },
    postMessage: (message: Message) => {
      const copy = structuredClone(message);
      setImmediate(() => heard(copy));
    },
  };
  const context = vm.createContext(scope);
  const send = (message: unknown): void => {
    const event = { data: structuredClone(message) };
    setImmediate(() => {
      (scope.onmessage as ((event: object) => void) | undefined)?.(event);
      for (const each of [...listeners].filter(({ type }) => type === 'message')) {
        if (each.once) listeners.splice(listeners.indexOf(each), 1);
        each.listener(event);
      }
    });
  };
  return { context, send };
}

class Reader extends AbstractMessageReader {
  readonly #told: Emitter<Message>;

  constructor(told: Emitter<Message>) {
    super();
    this.#told = told;
  }

  listen(callback: DataCallback): Disposable {
    return this.#told.event(callback);
  }
}

class Writer extends AbstractMessageWriter {
  readonly #send: (message: unknown) => void;

  constructor(send: (message: unknown) => void) {
    super();
    this.#send = send;
  }

  async write(message: Message): Promise<void> {
    this.#send(message);
  }

  end(): void {}
}
