import * as vscode from 'vscode';
import { ARTICLE_LANGUAGE, SETTINGS_SECTION } from '../../../server/src/protocol';
import { ui } from '../ui';
import { folderGlob, withEntry, withoutEntry } from './globs';
import type { LanguageKeeper } from './languageKeeper';
import { PLAIN_TEXT } from './recognise';

type List = 'articleFiles' | 'excludedFiles';

/** The commands that turn files and folders into articles and back. */
export function registerArticleCommands(keeper: LanguageKeeper): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.treatAsArticle', (uri?: vscode.Uri, all?: vscode.Uri[]) =>
      treatFiles(keeper, ARTICLE_LANGUAGE, uri, all),
    ),
    register('corpusAnnotator.treatAsPlainText', (uri?: vscode.Uri, all?: vscode.Uri[]) =>
      treatFiles(keeper, PLAIN_TEXT, uri, all),
    ),
    register('corpusAnnotator.treatFolderAsArticles', (uri?: vscode.Uri) =>
      treatFolder(keeper, 'articleFiles', 'excludedFiles', uri),
    ),
    register('corpusAnnotator.treatFolderAsPlainText', (uri?: vscode.Uri) =>
      treatFolder(keeper, 'excludedFiles', 'articleFiles', uri),
    ),
  );
}

/** Files chosen in the explorer, or the document of the active editor. */
async function treatFiles(keeper: LanguageKeeper, languageId: string, uri?: vscode.Uri, all?: vscode.Uri[]): Promise<void> {
  const chosen = all?.length ? all : uri ? [uri] : [];
  if (chosen.length === 0) {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await keeper.choose(document, languageId);
    else void vscode.window.showInformationMessage(ui.articles.openTextFirst);
    return;
  }
  for (const file of chosen) {
    keeper.chooseFile(file, languageId);
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === file.toString());
    if (document) await keeper.choose(document, languageId);
  }
  const [only] = chosen;
  if (chosen.length === 1 && only) await vscode.window.showTextDocument(only, { preview: true });
}

/** Adds a folder's text files to one list of globs in the workspace's settings, and takes them out of the other. */
async function treatFolder(keeper: LanguageKeeper, to: List, from: List, uri?: vscode.Uri): Promise<void> {
  const target = uri ?? (await pickFolder());
  if (target === undefined) return;
  const folder = vscode.workspace.getWorkspaceFolder(target);
  if (folder === undefined) {
    void vscode.window.showWarningMessage(ui.articles.notInWorkspace);
    return;
  }
  const glob = folderGlob(target.path.slice(folder.uri.path.length));
  // What was said of single files before would outweigh what is now said of them all.
  keeper.forgetFolder(target);
  const isWhole = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  const where = isWhole ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder;
  const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION, folder);
  const listOf = (list: List): readonly string[] => {
    const set = settings.inspect<string[]>(list);
    return (isWhole ? set?.workspaceValue : set?.workspaceFolderValue) ?? settings.get<string[]>(list, []);
  };
  const without = withoutEntry(listOf(from), glob);
  const isListed = without !== listOf(from);
  if (isListed) await settings.update(from, without, where);
  // A folder that was only listed as articles needs no exclusion to be plain again: a header would still tell.
  if (to === 'articleFiles' || !isListed) await settings.update(to, withEntry(listOf(to), glob), where);
  keeper.lookAtAll();
  for (const document of vscode.workspace.textDocuments) {
    if (to === 'excludedFiles' && document.uri.path.startsWith(`${target.path}/`) && document.languageId === ARTICLE_LANGUAGE) {
      await keeper.release(document);
    }
  }
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
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
