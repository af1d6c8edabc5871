import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { EVERYWHERE } from '../lsp/features/everywhere';
import type { Host } from '../lsp/host';
import { readProjectFile } from '../lsp/projectFiles';
import { startServer } from '../lsp/server';
import { SCHEMES_METHOD, type WorkerStart } from '../protocol';
import { HERE } from '../store/sidecarWork';
import { askThrough } from './ask';
import { countAsFiles } from './paths';

/** The worker that this runs in, as the protocol's library names it, and what is told there. */
type Scope = ConstructorParameters<typeof BrowserMessageReader>[0] & {
  addEventListener(type: string, heard: (event: Told) => void, options?: { readonly once?: boolean }): void;
};

interface Told {
  readonly data?: unknown;
  readonly reason?: unknown;
}

/** The server's entry in a browser: a web worker, whose first message says what it cannot look for itself. */
const scope = globalThis as unknown as Scope;

scope.addEventListener('unhandledrejection', (event: Told) => {
  console.error('Unhandled rejection:', event.reason);
});
scope.addEventListener('message', (event: Told) => start(event.data as WorkerStart), { once: true });

function start({ models, schemes }: WorkerStart): void {
  countAsFiles(schemes);
  const host: Host = {
    bundle: '',
    model: (language) => (Object.hasOwn(models, language) ? models[language] : undefined),
    readFile: readProjectFile,
    sidecarWork: HERE,
  };
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  askThrough(connection);
  connection.onNotification(SCHEMES_METHOD, ({ schemes: now }: Pick<WorkerStart, 'schemes'>) => countAsFiles(now));
  startServer(connection, host, EVERYWHERE);
}
