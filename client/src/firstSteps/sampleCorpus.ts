import * as vscode from 'vscode';
import { ui } from '../ui';

/** In what the extension keeps for itself: it outlives its updates, and belongs to no git repository. */
const FOLDER = 'sample-corpus';

/**
 * Opens a copy of the sample corpus that people may write in: in this window where it has no folder, else in another. Files
 * that are there from another time stay as they are, with what was decided on them.
 */
export async function openSampleCorpus(context: vscode.ExtensionContext): Promise<void> {
  const target = vscode.Uri.joinPath(context.globalStorageUri, FOLDER);
  try {
    await copyMissing(vscode.Uri.joinPath(context.extensionUri, 'samples', 'corpus'), target);
  } catch (error) {
    void vscode.window.showErrorMessage(ui.firstSteps.noSamples(error instanceof Error ? error.message : String(error)));
    return;
  }
  const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
  await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow });
}

async function copyMissing(source: vscode.Uri, target: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(target);
  for (const [name, type] of await vscode.workspace.fs.readDirectory(source)) {
    const [from, to] = [vscode.Uri.joinPath(source, name), vscode.Uri.joinPath(target, name)];
    if (type === vscode.FileType.Directory) await copyMissing(from, to);
    else if (!(await exists(to))) await vscode.workspace.fs.copy(from, to);
  }
}

/** Whether there is a file or a folder. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
