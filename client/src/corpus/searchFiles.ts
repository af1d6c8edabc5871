import * as vscode from 'vscode';
import {
  CountNamesRequest,
  ExportSearchRequest,
  type NameCount,
  SEARCH_EXPORTS,
  type SearchExport,
  type SearchParams,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { askWith } from '../review/longAsk';
import { ui } from '../ui';

/** Writes what a concordance's query finds into a file of a form that is chosen. */
export async function exportConcordance(client: ArticleClient, { page: _, ...asked }: SearchParams): Promise<void> {
  const forms = SEARCH_EXPORTS.map((format) => ({ label: ui.searchFiles.formats[format], format }));
  const picked = await vscode.window.showQuickPick(forms, { title: ui.searchFiles.exportTitle });
  if (picked === undefined) return;
  const extension = extensionOf(picked.format);
  const target = await vscode.window.showSaveDialog({
    title: ui.searchFiles.exportTitle,
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(asked.uri), '..', `concordance.${extension}`),
    filters: { [picked.label]: [extension] },
  });
  if (target === undefined) return;
  const params = { ...asked, format: picked.format, target: target.toString() };
  const done = await askWith(client, ui.search.searching, ExportSearchRequest, params);
  if (done === undefined) return;
  if ('problem' in done) void vscode.window.showErrorMessage(ui.searchFiles.notWritten(done.problem));
  else void vscode.window.showInformationMessage(ui.searchFiles.written(done.lines, vscode.workspace.asRelativePath(target)));
}

const extensionOf = (format: SearchExport): string => (format === 'csv-semicolon' ? 'csv' : format);

/**
 * Counts the names of a table in all articles and lists them; gives the query of the one that is chosen.
 *
 * @param given - the table, for who knows it already.
 */
export async function countList(
  client: ArticleClient,
  folder: vscode.Uri,
  given: vscode.Uri | undefined,
): Promise<string | undefined> {
  const list =
    given ??
    (
      await vscode.window.showOpenDialog({
        title: ui.searchFiles.listTitle,
        filters: { [ui.searchFiles.tables]: ['csv', 'tsv', 'txt'] },
      })
    )?.[0];
  if (list === undefined) return undefined;
  const params = { uri: folder.toString(), list: list.toString() };
  const counted = await askWith(client, ui.search.searching, CountNamesRequest, params);
  if (counted === undefined) return undefined;
  if ('problem' in counted) {
    void vscode.window.showErrorMessage(counted.problem);
    return undefined;
  }
  const rows = counted.names.map((name) => ({ label: name.name, description: countsOf(name), name }));
  const title = ui.searchFiles.counted(counted.names.length, vscode.workspace.asRelativePath(list));
  return (await vscode.window.showQuickPick(rows, { title, placeHolder: ui.searchFiles.pick, ignoreFocusOut: true }))?.name.query;
}

const countsOf = ({ articles, hits }: NameCount): string => ui.searchFiles.counts(hits, articles);
