import * as vscode from 'vscode';
import { ArticleByDateRequest, COMMANDS, CorpusMentionRequest, CorpusNameRequest } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { showPlace } from '../navigation';
import { ui } from '../ui';

/** How long the status bar says where one has come to, in milliseconds. */
const ANNOUNCED = 5_000;

/** The commands that go from a name to where it stands in other articles. */
export function registerCorpusNames(client: ArticleClient): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.corpus.nextMention', () => step(client, 'next')),
    register('corpusAnnotator.corpus.previousMention', () => step(client, 'previous')),
    register('corpusAnnotator.corpus.nextByDate', () => stepByDate(client, 'next')),
    register('corpusAnnotator.corpus.previousByDate', () => stepByDate(client, 'previous')),
    register(COMMANDS.findName, (name?: unknown) => searchName(client, typeof name === 'string' ? name : undefined)),
  );
}

async function step(client: ArticleClient, direction: 'next' | 'previous'): Promise<void> {
  const place = cursor();
  if (place === undefined) return;
  const found = await client.ask(CorpusMentionRequest, { ...place, direction });
  if (!found) {
    announce(ui.search.noOtherArticle);
    return;
  }
  await showPlace(vscode.Uri.parse(found.uri), toRange(found.range));
  const said = ui.search.inArticle(found.name, found.index, found.total);
  const { fromTop, fromEnd } = ui.navigation;
  announce(found.wrapped ? (direction === 'next' ? fromTop(said) : fromEnd(said)) : said);
}

/** Goes to the next article in time, or the one before. */
async function stepByDate(client: ArticleClient, direction: 'next' | 'previous'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isArticle(editor.document)) return;
  const found = await client.ask(ArticleByDateRequest, { uri: editor.document.uri.toString(), direction });
  if (!found) {
    announce(ui.search.noneByDate);
    return;
  }
  await vscode.window.showTextDocument(vscode.Uri.parse(found.uri), { preview: true });
  announce(ui.search.byDate(found.date, found.index, found.total));
}

/** Shows a name in all articles, as a concordance: one that is given, or that of who is named or speaks at the cursor. */
async function searchName(client: ArticleClient, given: string | undefined): Promise<void> {
  const place = cursor();
  const name = given ?? (place && (await client.ask(CorpusNameRequest, place)));
  if (name) await vscode.commands.executeCommand('corpusAnnotator.search', `entity:"${name.replaceAll('"', '?')}"`);
  else announce(ui.navigation.none.mention);
}

function cursor(): { readonly uri: string; readonly position: vscode.Position } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isArticle(editor.document)) return undefined;
  return { uri: editor.document.uri.toString(), position: editor.selection.start };
}

function announce(words: string): void {
  vscode.window.setStatusBarMessage(words, ANNOUNCED);
}
