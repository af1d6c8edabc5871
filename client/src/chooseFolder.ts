import * as vscode from 'vscode';

/** Asks for a folder, by the words on the button; undefined where it was given up. */
export async function chooseFolder(openLabel: string): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel,
    title: openLabel,
  });
  return picked?.[0];
}
