import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import type { LanguageClient, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';

/*
 * What the machine gives the client, and what a browser has to do in another way: the browser's bundle has `web/place.ts` in
 * its place.
 */

/** The protocol's library; it takes longer to load than all else here. */
export const loadLibrary = () => import('vscode-languageclient/node');

/** A client of a server that is yet to be started. */
export async function createClient(
  context: vscode.ExtensionContext,
  id: string,
  options: LanguageClientOptions,
): Promise<LanguageClient> {
  const { LanguageClient, TransportKind } = await loadLibrary();
  const module = context.asAbsolutePath('dist/server.js');
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6010'] } },
  };
  return new LanguageClient(id, 'Corpus Annotator', serverOptions, options);
}

/** The extension's own folder for a workspace, as the server is told of it; undefined where there is none. */
export function storageOf({ storageUri }: vscode.ExtensionContext): string | undefined {
  return storageUri?.scheme === 'file' ? storageUri.fsPath : undefined;
}

/** Whether an address is a file's that the server can read and write. */
export const isOnDisk = ({ scheme }: vscode.Uri): boolean => scheme === 'file';

/** A server on a machine knows every request. */
export const whenUnknown = (_method: string): void => undefined;

/** The name that git signs with here; empty where nobody is named. */
export function gitName(): Promise<string> {
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return new Promise((resolve) => {
    execFile('git', ['config', 'user.name'], { timeout: 2_000, ...(cwd !== undefined && { cwd }) }, (error, stdout) =>
      resolve(error ? '' : stdout.trim()),
    );
  });
}
