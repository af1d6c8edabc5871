import * as vscode from 'vscode';

/** Whether a document shows another state or place of a text than the file on this machine that decisions are made on. */
export function isCopy(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== 'file' && !document.isUntitled;
}

/** Says why nothing is decided there. */
export function tellCopy(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('This is a read-only copy: decide in the article’s own file.'));
}
