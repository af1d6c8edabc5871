import * as vscode from 'vscode';

/** The workspace folder of the active article, or the one that is chosen. */
export async function pickWorkspaceFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (own && folders.length === 1) return own.uri;
  return folders.length === 1 ? folders[0]?.uri : (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** The workspace folder whose articles are searched or counted: that of the active file, else as above. `noFolder` is told where none is open. */
export async function folderToSearch(noFolder: string): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(noFolder);
    return undefined;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)?.uri) ?? pickWorkspaceFolder();
}
