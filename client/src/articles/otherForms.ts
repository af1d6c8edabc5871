import * as vscode from 'vscode';
import { ui } from '../ui';
import { type ForeignKind, foreignKindOf } from './foreignForms';

/** What a file is where it holds texts in another form than plain text. */
export function foreignKind(uri: vscode.Uri): ForeignKind | undefined {
  return foreignKindOf(uri.path);
}

/** Says what has to be done before such a file's text can be an article. */
export function tellForeign(uri: vscode.Uri): void {
  const kind = foreignKind(uri);
  const name = vscode.workspace.asRelativePath(uri);
  if (kind === 'exchange') {
    const { label } = ui.import;
    void vscode.window.showInformationMessage(ui.articles.exchangeForm(name), `${label}…`).then((pressed) => {
      if (pressed) void vscode.commands.executeCommand('corpusAnnotator.import');
    });
  } else if (kind) {
    const say = kind === 'markup' ? ui.articles.markupForm : ui.articles.documentForm;
    void vscode.window.showInformationMessage(say(name));
  }
}

/** Says it once of each file that is opened and that VS Code can show as no text: a text editor shows nothing then. */
export function registerForeignNotice(): vscode.Disposable {
  const told = new Set<string>();
  return vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    for (const { input, isActive } of [...opened, ...changed]) {
      if (!isActive || !(input instanceof vscode.TabInputText) || foreignKind(input.uri) !== 'document') continue;
      if (told.has(input.uri.toString()) || vscode.workspace.getWorkspaceFolder(input.uri) === undefined) continue;
      told.add(input.uri.toString());
      tellForeign(input.uri);
    }
  });
}
