import * as vscode from 'vscode';
import { COMMANDS, type QuoteSource, QuoteSourceRequest } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { ui } from '../ui';

/** How long the status bar says what was copied, in milliseconds. */
const ANNOUNCED = 5_000;

/** A place in an article. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/**
 * The commands on the quotation at a place: to copy it with its source, to see it in its article beside.
 *
 * @param placeOnLine - where the hit stands that the cursor of a concordance is on.
 */
export function registerQuotes(client: ArticleClient, placeOnLine: () => Place | undefined): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register(COMMANDS.copyQuote, (...where: readonly unknown[]) => copy(client, placeOf(where) ?? placeOnLine() ?? cursor())),
    register('corpusAnnotator.search.openBeside', () => openBeside(client, placeOnLine())),
  );
}

/** What a hover names, or the row of a view of the active article. */
function placeOf([first, line, character]: readonly unknown[]): Place | undefined {
  if (typeof first === 'string' && typeof line === 'number' && typeof character === 'number')
    return { uri: first, line, character };
  const { range, uri } = (first ?? {}) as { readonly range?: vscode.Range; readonly uri?: unknown };
  if (range instanceof vscode.Range && typeof uri === 'string')
    return { uri, line: range.start.line, character: range.start.character };
  const article = vscode.window.visibleTextEditors.find(({ document }) => isArticle(document));
  const document = isArticle(vscode.window.activeTextEditor?.document)
    ? vscode.window.activeTextEditor.document
    : article?.document;
  if (!(range instanceof vscode.Range) || document === undefined) return undefined;
  return { uri: document.uri.toString(), line: range.start.line, character: range.start.character };
}

function cursor(): Place | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isArticle(editor.document)) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), line, character };
}

async function copy(client: ArticleClient, place: Place | undefined): Promise<void> {
  const found = place && (await quoteAt(client, place));
  if (!found) {
    vscode.window.setStatusBarMessage(ui.quotes.none, ANNOUNCED);
    return;
  }
  await vscode.env.clipboard.writeText(found.text);
  vscode.window.setStatusBarMessage(ui.quotes.copied(found.text), ANNOUNCED);
}

/** Opens the article beside the concordance, at the whole quotation that the hit is in, else at the hit; the focus stays. */
async function openBeside(client: ArticleClient, place: Place | undefined): Promise<void> {
  if (place === undefined) return;
  const at = new vscode.Position(place.line, place.character);
  const found = await quoteAt(client, place);
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
    selection: found ? toRange(found.range) : new vscode.Range(at, at),
  });
}

async function quoteAt(client: ArticleClient, place: Place): Promise<QuoteSource | null | undefined> {
  await client.start();
  return client.ask(QuoteSourceRequest, { ...place });
}
