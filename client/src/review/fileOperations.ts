import * as vscode from 'vscode';
import {
  type FileMove,
  FilesMovedRequest,
  FilesMovingRequest,
  olderSidecarNames,
  sidecarNames,
  textNames,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isOnDisk } from '../place';
import { ui } from '../ui';

/** A file with annotations and where it goes; without `to`, it is deleted. */
interface Sidecar {
  readonly from: vscode.Uri;
  readonly to?: vscode.Uri;
}

/**
 * An article that is renamed, moved or deleted in VS Code takes the files with its annotations along, as one step to undo.
 * In a folder they go with the folder.
 */
export function registerFileOperations(client: ArticleClient): vscode.Disposable {
  const { workspace } = vscode;
  return vscode.Disposable.from(
    workspace.onWillRenameFiles((event) => event.waitUntil(moving(client, event.files.map(toMove), editForRename(event.files)))),
    workspace.onWillDeleteFiles((event) =>
      event.waitUntil(moving(client, event.files.map(toDeletion), editForDelete(event.files))),
    ),
    workspace.onDidRenameFiles(({ files }) => tellMoved(client, files.map(toMove))),
    workspace.onDidDeleteFiles(({ files }) => tellMoved(client, files.map(toDeletion))),
  );
}

const toMove = ({ oldUri, newUri }: { oldUri: vscode.Uri; newUri: vscode.Uri }): FileMove => ({
  from: oldUri.toString(),
  to: newUri.toString(),
});
const toDeletion = (uri: vscode.Uri): FileMove => ({ from: uri.toString() });

/** Has decisions written before their files are looked for. */
async function moving(
  client: ArticleClient,
  files: readonly FileMove[],
  edit: () => Promise<vscode.WorkspaceEdit>,
): Promise<vscode.WorkspaceEdit> {
  if (client.state === 'running') await client.ask(FilesMovingRequest, { files });
  return edit();
}

async function tellMoved(client: ArticleClient, files: readonly FileMove[]): Promise<void> {
  if (client.state === 'running') await client.ask(FilesMovedRequest, { files });
}

const editForRename =
  (files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]) => async (): Promise<vscode.WorkspaceEdit> => {
    const edit = new vscode.WorkspaceEdit();
    const chosen = new Set(files.map(({ oldUri }) => oldUri.toString()));
    for (const { oldUri, newUri } of files) {
      const sidecars = (await sidecarsOf(oldUri, newUri)).filter(({ from }) => !chosen.has(from.toString()));
      const taken = (await Promise.all(sidecars.map(async ({ to }) => ((await isFile(to)) ? to : undefined)))).filter(Boolean);
      if (taken.length > 0 && !(await mayReplace(taken[0] as vscode.Uri))) continue;
      for (const { from, to } of sidecars) if (to) edit.renameFile(from, to, { overwrite: taken.length > 0 });
    }
    return edit;
  };

const editForDelete = (files: readonly vscode.Uri[]) => async (): Promise<vscode.WorkspaceEdit> => {
  const edit = new vscode.WorkspaceEdit();
  const chosen = new Set(files.map((uri) => uri.toString()));
  for (const uri of files)
    for (const { from } of await sidecarsOf(uri))
      if (!chosen.has(from.toString())) edit.deleteFile(from, { ignoreIfNotExists: true });
  return edit;
};

/** The files with the annotations of a file, as far as they are there, and where they go with it. */
async function sidecarsOf(from: vscode.Uri, to?: vscode.Uri): Promise<readonly Sidecar[]> {
  if (!isOnDisk(from) || !(await isFile(from))) return [];
  const next = to && sidecarNames(to.path);
  for (const names of [sidecarNames(from.path), olderSidecarNames(from.path)]) {
    if (names === undefined || !(await owns(from, names.ann))) continue;
    const sidecars: Sidecar[] = [];
    for (const file of ['ann', 'review'] as const) {
      const uri = from.with({ path: names[file] });
      const goesTo = next && to?.with({ path: next[file] });
      if (goesTo?.toString() !== uri.toString() && (await isFile(uri)))
        sidecars.push({ from: uri, ...(goesTo && { to: goesTo }) });
    }
    if (sidecars.length > 0) return sidecars;
  }
  return [];
}

/** Whether a file with annotations is this text's, and not that of another one whose name differs in its end alone. */
async function owns(text: vscode.Uri, ann: string): Promise<boolean> {
  for (const path of textNames(ann)) {
    // a disk that does not tell small letters from capitals has one text under several names
    if (path.toLowerCase() === text.path.toLowerCase()) return true;
    if (await isFile(text.with({ path }))) return false;
  }
  return true;
}

async function isFile(uri: vscode.Uri | undefined): Promise<boolean> {
  if (uri === undefined) return false;
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

/** Asks whether annotations that are already where an article goes give way to its own. */
async function mayReplace(uri: vscode.Uri): Promise<boolean> {
  const replace = ui.safety.replaceThem;
  const detail = ui.safety.otherwise;
  const message = ui.safety.alreadyThere(vscode.workspace.asRelativePath(uri));
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, replace)) === replace;
}
