import * as vscode from 'vscode';
import { CorpusNameRequest, QuoteSourceRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import type { Row } from '../views/articleTree';

/**
 * Whose words are meant, as the corpus names its speakers: a name itself (of a hover, of a table), the row of a speaker in the
 * view, else who says the quotation at the cursor, or is named there. Undefined where that is nobody.
 */
export async function speakerNamed(client: ArticleClient, from: unknown): Promise<string | undefined> {
  if (typeof from === 'string') return from;
  const document = articleShown();
  if (document === undefined) return undefined;
  // a menu of the editor hands over what it stands on
  const row = from === undefined || from instanceof vscode.Uri ? undefined : (from as Row);
  const range = row ? row.children?.find((child) => child.range)?.range : vscode.window.activeTextEditor?.selection;
  const label = row?.label;
  if (range === undefined) return label;
  await client.start();
  const uri = document.uri.toString();
  const { line, character } = range.start;
  const quote = await client.ask(QuoteSourceRequest, { uri, line, character });
  return quote?.speaker ?? label ?? (await client.ask(CorpusNameRequest, { uri, position: range.start })) ?? undefined;
}

function articleShown(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  return isArticle(active) ? active : vscode.window.visibleTextEditors.find(({ document }) => isArticle(document))?.document;
}
