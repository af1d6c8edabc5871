import * as vscode from 'vscode';
import { ui } from '../ui';

/** Stands in for `saveOrTell.ts`: writes a file that the person named, or says why it could not be written. */
export async function saveOrTell(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text)).then(undefined, (error: Error) => {
    void vscode.window.showErrorMessage(ui.project.notWritten(uri.path, error.message));
  });
}
