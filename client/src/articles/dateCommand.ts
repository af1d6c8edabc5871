import * as vscode from 'vscode';
import { ArticleDateRequest, SetArticleDateRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { faultOfDate } from './dates';
import { isArticle } from './languageKeeper';

interface Offer extends vscode.QuickPickItem {
  /** A date, null to take it out, undefined for one to be typed. */
  readonly date: string | null | undefined;
}

/** The command that asks for an article's date and has it written beside the texts. */
export function registerDateCommand(client: ArticleClient): vscode.Disposable {
  return vscode.commands.registerCommand('corpusAnnotator.setArticleDate', (uri?: unknown) => {
    const target = typeof uri === 'string' ? vscode.Uri.parse(uri) : uri instanceof vscode.Uri ? uri : activeArticle();
    return target ? setDate(client, target) : vscode.window.showInformationMessage(ui.articleDate.openArticleFirst);
  });
}

function activeArticle(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return isArticle(document) ? document.uri : undefined;
}

async function setDate(client: ArticleClient, uri: vscode.Uri): Promise<void> {
  const known = await client.ask(ArticleDateRequest, { uri: uri.toString() });
  if (!known) return;
  const { metadata } = known;
  const offers: Offer[] = known.candidates.map(({ date, explanation }) => ({
    label: date,
    description: explanation,
    ...(date === known.date && { detail: `$(check) ${ui.articleDate.now}` }),
    date,
  }));
  offers.push({ label: `$(edit) ${ui.articleDate.another}`, date: undefined });
  if (known.origin === 'metadata') offers.push({ label: `$(trash) ${ui.articleDate.takeOut(metadata ?? '')}`, date: null });
  const title = ui.articleDate.title(vscode.workspace.asRelativePath(uri));
  const placeHolder = metadata ? ui.articleDate.goesTo(metadata) : undefined;
  const picked = await vscode.window.showQuickPick(offers, {
    title,
    ...(placeHolder && { placeHolder }),
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  const date = picked.date === undefined ? await typed(title, known.date ?? '') : picked.date;
  if (date === undefined) return;
  const wrote = await client.ask(SetArticleDateRequest, { uri: uri.toString(), date });
  if (wrote === undefined) return;
  if (!wrote.ok) {
    void vscode.window.showWarningMessage(wrote.message);
    return;
  }
  const file = vscode.Uri.parse(wrote.file);
  const name = vscode.workspace.asRelativePath(file);
  const message = date === null ? ui.articleDate.takenOut(name) : ui.articleDate.written(date, name);
  const open = ui.articleDate.openTable;
  if ((await vscode.window.showInformationMessage(message, open)) === open) await vscode.window.showTextDocument(file);
}

async function typed(title: string, value: string): Promise<string | undefined> {
  const date = await vscode.window.showInputBox({
    title,
    value,
    prompt: ui.articleDate.prompt,
    validateInput: (text) => {
      const fault = faultOfDate(text);
      return fault && ui.articleDate.faults[fault];
    },
  });
  return date?.trim();
}
