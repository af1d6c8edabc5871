import * as vscode from 'vscode';
import { ui } from '../ui';
import { encodingName } from './encodings';
import type { LanguageKeeper } from './languageKeeper';

/** Under this name it is remembered in which encoding a person wanted a file reopened; empty where it was not wanted. */
const REMEMBERED = 'articles.encodings';
const KEPT = 500;

/** Offers once for each file that is no UTF-8 to open it in the encoding that its bytes tell; then it is asked about again. */
export function registerReopening(keeper: LanguageKeeper, memory: vscode.Memento): vscode.Disposable {
  const asked = new Set<string>();
  const look = (document: vscode.TextDocument | undefined): void => {
    if (document === undefined) return;
    const reading = keeper.reading(document);
    if (typeof reading !== 'object' || reading.reopenAs === undefined) return;
    if (document !== vscode.window.activeTextEditor?.document || document.encoding === reading.reopenAs) return;
    if (asked.has(document.uri.toString())) return;
    asked.add(document.uri.toString());
    void offer(keeper, memory, document, reading.reopenAs);
  };
  return vscode.Disposable.from(
    keeper.onDidAnswer(look),
    vscode.window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
    // Opened again, VS Code has forgotten the encoding: it may be wanted once more, but not asked once more.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => asked.delete(uri.toString())),
  );
}

async function offer(
  keeper: LanguageKeeper,
  memory: vscode.Memento,
  document: vscode.TextDocument,
  encoding: string,
): Promise<void> {
  const key = document.uri.toString();
  const before = memory.get<Readonly<Record<string, string>>>(REMEMBERED, {})[key];
  if (before === '') return;
  if (before !== encoding) {
    const { reopen, notNow } = ui.articles;
    const name = vscode.workspace.asRelativePath(document.uri);
    const pressed = await vscode.window.showInformationMessage(ui.articles.notUtf8(name, encodingName(encoding)), reopen, notNow);
    if (pressed === notNow) await remember(memory, key, '');
    if (pressed !== reopen) return;
    await remember(memory, key, encoding);
  }
  await reopenAs(keeper, document.uri, encoding);
}

async function reopenAs(keeper: LanguageKeeper, uri: vscode.Uri, encoding: string): Promise<void> {
  try {
    await keeper.lookAgain(await vscode.workspace.openTextDocument(uri, { encoding }));
  } catch (error) {
    // Unsaved changes: VS Code does not read a text again over them.
    void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}

async function remember(memory: vscode.Memento, key: string, encoding: string): Promise<void> {
  const { [key]: _, ...others } = memory.get<Readonly<Record<string, string>>>(REMEMBERED, {});
  const kept = Object.entries(others).slice(1 - KEPT);
  await memory.update(REMEMBERED, Object.fromEntries([...kept, [key, encoding]]));
}
