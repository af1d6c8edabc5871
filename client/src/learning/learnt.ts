import * as vscode from 'vscode';
import { type ForgetParams, ForgetRequest, type LearntLine, LearntRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { ui } from '../ui';

/** The commands that show what was learnt from decisions, and forget it. */
export function registerLearning(client: ArticleClient): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.corpus.learnt', () => showLearnt(client)),
    register('corpusAnnotator.corpus.forgetLearnt', () => forgetAll(client)),
    register('corpusAnnotator.corpus.learnAgain', async () => {
      if (await forget(client, 'nothing')) void vscode.window.showInformationMessage(ui.learning.learntAgain);
    }),
  );
}

/** The article whose folder is meant; without one, the first folder is. */
function at(): { readonly uri?: string } {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isArticle(document) ? { uri: document.uri.toString() } : {};
}

async function forget(client: ArticleClient, what: ForgetParams['what']): Promise<boolean> {
  const answer = await client.ask(ForgetRequest, { ...at(), what });
  if (answer?.problem !== undefined) void vscode.window.showErrorMessage(answer.problem);
  return answer !== undefined && answer.problem === undefined;
}

async function forgetAll(client: ArticleClient): Promise<void> {
  const { forgetAll: question, forget: yes, forgotten } = ui.learning;
  const chosen = await vscode.window.showWarningMessage(question, { modal: true }, yes);
  if (chosen === yes && (await forget(client, 'all'))) void vscode.window.showInformationMessage(forgotten);
}

interface LearntItem extends vscode.QuickPickItem {
  readonly line: LearntLine;
}

/** A list of all that was learnt, the most decided first; a line leads to an article that says so, its button forgets it. */
async function showLearnt(client: ArticleClient): Promise<void> {
  const lines = await client.ask(LearntRequest, at());
  if (lines === undefined) return;
  if (lines === null || lines.length === 0) {
    void vscode.window.showInformationMessage(lines === null ? ui.learning.off : ui.learning.nothing);
    return;
  }
  const button: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('trash'), tooltip: ui.learning.forgetThis };
  const pick = vscode.window.createQuickPick<LearntItem>();
  pick.title = ui.learning.title(lines.length);
  pick.placeholder = ui.learning.placeholder;
  pick.matchOnDescription = true;
  pick.items = lines.map((line) => ({
    line,
    label: line.form,
    description: ui.learning.line(line.title, line.count),
    detail: line.articles.slice(0, 3).map(nameOf).join(' · '),
    buttons: [button],
  }));
  pick.onDidTriggerItemButton(async ({ item: { line } }) => {
    if (await forget(client, [{ form: line.form, type: line.type }]))
      pick.items = pick.items.filter((item) => item.line !== line);
  });
  pick.onDidAccept(() => {
    const [first] = pick.selectedItems[0]?.line.articles ?? [];
    pick.hide();
    if (first !== undefined) void vscode.window.showTextDocument(vscode.Uri.parse(first, true));
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

const nameOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true), false);
