import * as vscode from 'vscode';
import { type AnnotatedText, OriginalRequest, sidecarNames } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { isOnDisk } from '../place';
import { ui } from '../ui';
import type { Reviews } from './reviews';

/** Under this name it is remembered that a person does not want to be asked in this workspace. */
const DECLINED = 'originals.declined';

/** Offers an article without annotations those of another one with the very same text, once for each article. */
export function registerOriginals(client: ArticleClient, reviews: Reviews, memory: vscode.Memento): vscode.Disposable {
  const asked = new Set<string>();
  const look = async (document: vscode.TextDocument | undefined): Promise<void> => {
    if (!isArticle(document) || !isOnDisk(document.uri) || document.isDirty || memory.get(DECLINED)) return;
    const uri = document.uri.toString();
    const progress = reviews.state(document)?.progress;
    if (asked.has(uri) || progress === undefined) return;
    asked.add(uri);
    if (progress.reviewed > 0) return;
    const original = await client.ask(OriginalRequest, { uri });
    if (original) await offer(document.uri, original, memory);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
    reviews.onDidChange(() => look(vscode.window.activeTextEditor?.document)),
  );
}

async function offer(uri: vscode.Uri, { uri: original, files }: AnnotatedText, memory: vscode.Memento): Promise<void> {
  const [take, never] = [ui.safety.takeOver, ui.safety.dontAsk];
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(original));
  const message = ui.safety.sameText(name);
  const pressed = await vscode.window.showInformationMessage(message, take, never);
  if (pressed === never) await memory.update(DECLINED, true);
  if (pressed === take)
    await takeOver(
      uri,
      files.map((file) => vscode.Uri.parse(file)),
    );
}

/** Copies files with annotations beside an article; what has come to be there meanwhile stays. */
async function takeOver(uri: vscode.Uri, files: readonly vscode.Uri[]): Promise<void> {
  const names = sidecarNames(uri.path);
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const path = file.path.endsWith('.ann') ? names.ann : names.review;
    edit.createFile(uri.with({ path }), { contents: await vscode.workspace.fs.readFile(file), ignoreIfExists: true });
  }
  await vscode.workspace.applyEdit(edit);
}
