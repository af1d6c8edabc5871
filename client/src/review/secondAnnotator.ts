import * as vscode from 'vscode';
import { BareRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { chooseFolder } from '../chooseFolder';
import { report } from '../report';
import { ui } from '../ui';
import { pickWorkspaceFolder } from '../workspaceFolder';

/**
 * Copies the texts and the schema of a folder into an empty one, without annotations and with suggestions off: agreement
 * means something where the second annotator has not seen what the first or a machine says.
 */
export async function startSecondAnnotator(
  client: ArticleClient,
  given: { readonly folder?: vscode.Uri; readonly target?: vscode.Uri } = {},
): Promise<void> {
  const folder = given.folder ?? (await pickWorkspaceFolder());
  const target = folder && (given.target ?? (await chooseFolder(ui.second.folder)));
  if (!target) return;
  await client.start();
  const done = await client.ask(BareRequest, { folder: folder.toString(), target: target.toString() });
  if (done === undefined) return;
  if (typeof done === 'string') return void vscode.window.showErrorMessage(done);
  const said = ui.second.copied(done.articles, target.fsPath);
  const lines = done.problems.map(({ name, message }) => `- ${name}: ${message}`);
  if (lines.length > 0) await report(ui.second.title, said, [{ title: ui.common.problems, lines }]);
  if ((await vscode.window.showInformationMessage(said, ui.second.open)) === ui.second.open)
    await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
