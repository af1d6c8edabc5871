import * as vscode from 'vscode';
import { CorpusMentionRequest, CorpusNameRequest } from '../../../server/src/protocol';
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
    register('corpusAnnotator.corpus.searchName', () => searchName(client)),
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

/** Shows the name at the cursor in all articles, as a concordance. */
async function searchName(client: ArticleClient): Promise<void> {
  const place = cursor();
  const name = place && (await client.ask(CorpusNameRequest, place));
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
