import * as vscode from 'vscode';
import { ui } from '../ui';

/** Asks for the folders of two annotators or more, in one dialog or one after the other. */
export async function pickAnnotators(): Promise<readonly vscode.Uri[] | undefined> {
  const folders: vscode.Uri[] = [];
  for (;;) {
    const openLabel = folders.length < 2 ? ui.agreement.annotator(folders.length + 1) : ui.agreement.another;
    const picked = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: true,
      openLabel,
      title: openLabel,
    });
    if (!picked) return folders.length < 2 ? undefined : folders;
    folders.push(...picked);
    if (picked.length > 1 && folders.length >= 2) return folders;
  }
}
