import * as vscode from 'vscode';
import { ui } from '../ui';
import type { LanguageKeeper } from './languageKeeper';

/** Under this name the folders are remembered whose texts were told to be read as articles. */
const TOLD = 'articles.toldFolders';

/** Says once for each folder that its texts are read as articles for their form alone, and how that is changed. */
export function registerFolderNotice(keeper: LanguageKeeper, memory: vscode.Memento): vscode.Disposable {
  const look = (document: vscode.TextDocument | undefined): void => {
    if (document === undefined) return;
    const reading = keeper.reading(document);
    if (typeof reading !== 'object' || reading.firstOf === undefined) return;
    // Only of what is looked at: other extensions open documents, too.
    if (document !== vscode.window.activeTextEditor?.document) return;
    const told = memory.get<readonly string[]>(TOLD, []);
    if (told.includes(reading.firstOf)) return;
    void memory.update(TOLD, [...told, reading.firstOf]);
    void tell(keeper, document, vscode.Uri.parse(reading.firstOf));
  };
  return vscode.Disposable.from(
    keeper.onDidAnswer(look),
    vscode.window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
  );
}

async function tell(keeper: LanguageKeeper, document: vscode.TextDocument, folder: vscode.Uri): Promise<void> {
  const { onlyThisFile, neverHere } = ui.articles;
  const { settings } = ui.status;
  const message = ui.articles.readAsArticles(folderName(folder));
  const pressed = await vscode.window.showInformationMessage(message, onlyThisFile, neverHere, settings);
  if (pressed === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:corpus-annotator.corpus-annotator articles');
  if (pressed !== onlyThisFile && pressed !== neverHere) return;
  await keeper.choose([folder], 'plain');
  if (pressed === onlyThisFile) await keeper.choose([document.uri], 'article');
}

/** A folder as people know it: its path below the workspace folder, with that one's name where there are several. */
export function folderName(folder: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  return root?.uri.toString() === folder.toString() ? root.name : vscode.workspace.asRelativePath(folder);
}
