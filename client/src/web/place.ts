import * as vscode from 'vscode';
import type { BrowserMessageReader, LanguageClient, LanguageClientOptions } from 'vscode-languageclient/browser';
import { SCHEMES_METHOD, type WorkerStart } from '../../../server/src/protocol';
import { answerDisk } from './disk';
import { tellNotHere } from './notHere';
import { plain } from './plain';

/** Stands in for `place.ts`: a browser has no processes and no files but those that the editor gives. */

export const loadLibrary = () => import('vscode-languageclient/browser');

/** What a message is sent to and heard from, as the protocol's library names it. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** What a browser has and Node's types do not tell of, as far as it is used here. */
interface WebWorker extends Port {
  postMessage(message: unknown): void;
  terminate(): void;
}

const { Worker: NewWorker } = globalThis as unknown as { readonly Worker: new (address: string) => WebWorker };

/** A client of a server in a worker; each start makes a new worker. */
export async function createClient(
  context: vscode.ExtensionContext,
  id: string,
  options: LanguageClientOptions,
): Promise<LanguageClient> {
  const library = await loadLibrary();
  let worker: WebWorker | undefined;
  const start = async () => {
    worker?.terminate();
    const first: WorkerStart = { models: await modelsOf(context), schemes: schemes() };
    const started = new NewWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true));
    started.postMessage(first);
    worker = started;
    // made here: the library knows a worker by its class, and the extension host has another in its place
    const writer = new library.BrowserMessageWriter(started);
    const write = writer.write.bind(writer);
    writer.write = (message) => write(plain(message) as typeof message);
    return { reader: new library.BrowserMessageReader(started), writer };
  };
  const client = new library.LanguageClient(id, 'Corpus Annotator', start, options);
  answerDisk(client);
  const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => {
    void client.sendNotification(SCHEMES_METHOD, { schemes: schemes() }).catch(() => {});
  });
  client.onDidChangeState(({ newState }) => {
    if (newState !== library.State.Stopped) return;
    folders.dispose();
    worker?.terminate();
  });
  return client;
}

/** The trained models, which lie in the extension's folder beside the server. */
async function modelsOf({ extensionUri }: vscode.ExtensionContext): Promise<WorkerStart['models']> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'models');
  const models = await Promise.all(
    MODELS.map(async (language) => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, `${language}.bin`));
      return [language, bytes] as const;
    }),
  );
  return Object.fromEntries(models);
}

/** An extension's folder on the web cannot be listed. */
const MODELS = ['en', 'fr'];

const schemes = (): string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);

export const storageOf = ({ storageUri }: vscode.ExtensionContext): string | undefined => storageUri?.toString();

/** A file of a place that is open here, whatever stands behind it. */
export const isOnDisk = ({ scheme }: vscode.Uri): boolean => scheme === 'file' || schemes().includes(scheme);

/** What the server in a browser does not know is what a browser does not have. */
export const whenUnknown = (_method: string): void => tellNotHere();

export const gitName = async (): Promise<string> => '';
