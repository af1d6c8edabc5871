import * as vscode from 'vscode';
import { saveWhole } from './saveWhole';
import { ui } from './ui';

/** Writes a file that the person named whole, or says why it could not be written. */
export async function saveOrTell({ fsPath }: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await saveWhole(fsPath, content).catch(
    (error: Error) => void vscode.window.showErrorMessage(ui.project.notWritten(fsPath, error.message)),
  );
}
