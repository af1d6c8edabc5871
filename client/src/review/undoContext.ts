import * as vscode from 'vscode';
import { HAS_DECISIONS } from './menus';
import type { Reviews } from './reviews';

/**
 * The context lets the undo keys go by way of the server: decisions and edits are undone in the order they were made. This
 * keeps it true from the first decision on an article that is active: what was undone may be done again.
 */
export function undoContext(reviews: Reviews): vscode.Disposable {
  const decided = new Set<string>();
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.uri.toString();
    if (uri !== undefined && reviews.state(document)?.undo !== undefined) decided.add(uri);
    void vscode.commands.executeCommand('setContext', HAS_DECISIONS, uri !== undefined && decided.has(uri));
  };
  return vscode.Disposable.from(
    reviews.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => decided.delete(uri.toString())),
  );
}
