import * as vscode from 'vscode';
import { isOnDisk } from '../place';
import { ui } from '../ui';

/** Whether a document shows another state or place of a text than the file on this machine that decisions are made on. */
export function isCopy(document: vscode.TextDocument): boolean {
  return !isOnDisk(document.uri) && !document.isUntitled;
}

/** Says why nothing is decided there. */
export function tellCopy(): void {
  void vscode.window.showInformationMessage(ui.safety.copy);
}
