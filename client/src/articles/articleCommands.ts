import * as vscode from 'vscode';
import { ui } from '../ui';
import type { Choice } from './choices';
import type { LanguageKeeper } from './languageKeeper';
import { foreignKind, tellForeign } from './otherForms';

/** The commands that turn files and folders into articles and back. */
export function registerArticleCommands(keeper: LanguageKeeper): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.treatAsArticle', (uri?: vscode.Uri, all?: vscode.Uri[]) => treatFiles(keeper, 'article', uri, all)),
    register('corpusAnnotator.treatAsPlainText', (uri?: vscode.Uri, all?: vscode.Uri[]) => treatFiles(keeper, 'plain', uri, all)),
    register('corpusAnnotator.treatFolderAsArticles', (uri?: vscode.Uri) => treatFolder(keeper, 'article', uri)),
    register('corpusAnnotator.treatFolderAsPlainText', (uri?: vscode.Uri) => treatFolder(keeper, 'plain', uri)),
  );
}

/** Files chosen in the explorer, or the document of the active editor. */
async function treatFiles(keeper: LanguageKeeper, as: Choice, uri?: vscode.Uri, all?: vscode.Uri[]): Promise<void> {
  const chosen = all?.length ? all : uri instanceof vscode.Uri ? [uri] : activeUri();
  if (chosen.length === 0) {
    void vscode.window.showInformationMessage(ui.articles.openTextFirst);
    return;
  }
  const foreign = as === 'article' ? chosen.filter((file) => foreignKind(file) !== undefined) : [];
  if (foreign[0]) tellForeign(foreign[0]);
  const files = chosen.filter((file) => !foreign.includes(file));
  if (files.length === 0) return;
  const [only] = files;
  // What is shown first is what was asked for; it becomes an article before its eyes.
  if (uri && files.length === 1 && only) await vscode.window.showTextDocument(only, { preview: true });
  await keeper.choose(files, as);
}

function activeUri(): readonly vscode.Uri[] {
  const shown = vscode.window.activeTextEditor?.document.uri;
  if (shown) return [shown];
  // a DOCX or PDF is in no text editor, and still it is what is meant
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? [input.uri] : [];
}

/** Says of a folder, and of all below it, that its texts are articles or are not. */
async function treatFolder(keeper: LanguageKeeper, as: Choice, uri?: vscode.Uri): Promise<void> {
  const target = uri instanceof vscode.Uri ? uri : await pickFolder();
  if (target === undefined) return;
  if (vscode.workspace.getWorkspaceFolder(target) === undefined) {
    void vscode.window.showWarningMessage(ui.articles.notInWorkspace);
    return;
  }
  await keeper.choose([target], as);
}

/** A folder that the person chooses, the active document's one at first. */
export async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const active = vscode.window.activeTextEditor?.document.uri;
  const defaultUri = active && vscode.workspace.getWorkspaceFolder(active) ? vscode.Uri.joinPath(active, '..') : folders[0]?.uri;
  if (defaultUri === undefined) {
    void vscode.window.showWarningMessage(ui.articles.openFolderFirst);
    return undefined;
  }
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    defaultUri,
    openLabel: ui.articles.chooseFolder,
  });
  return picked?.[0];
}
