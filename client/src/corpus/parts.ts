import * as vscode from 'vscode';
import { PartsRequest, type SavedPart, SavePartRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';

/** Keeps a query as a sub-corpus of a folder's project, under a name that is asked for until it can be one. */
export async function saveQuery(client: ArticleClient, uri: string, query: string): Promise<void> {
  await client.start();
  let problem: string | undefined;
  for (;;) {
    const name = await vscode.window.showInputBox({
      title: ui.parts.saveTitle,
      prompt: problem ?? ui.parts.savePrompt(query),
      placeHolder: ui.parts.nameExample,
      ignoreFocusOut: true,
    });
    if (name === undefined || name.trim() === '') return;
    const part: SavedPart = { kind: 'subcorpus', name, value: query };
    if (await isTaken(client, uri, part)) continue;
    const kept = await client.ask(SavePartRequest, { uri, part });
    problem = kept?.problem;
    if (problem === undefined) {
      vscode.window.setStatusBarMessage(ui.parts.saved(name.trim()), ANNOUNCED);
      return;
    }
  }
}

/** How long the status bar says that it was kept, in milliseconds. */
const ANNOUNCED = 5_000;

/** Whether the name has another query, and a person does not want this one in its place. */
async function isTaken(client: ArticleClient, uri: string, { name, value }: SavedPart): Promise<boolean> {
  const known = await client.ask(PartsRequest, { uri });
  const other = known?.parts.find(
    (part) => part.kind === 'subcorpus' && part.name.toLowerCase() === name.trim().toLowerCase() && part.value !== value,
  );
  if (other === undefined) return false;
  const replace = ui.parts.replace;
  return (await vscode.window.showWarningMessage(ui.parts.taken(other.name, other.value), { modal: true }, replace)) !== replace;
}

interface Row extends vscode.QuickPickItem {
  readonly part?: SavedPart & { readonly line: number };
  readonly line?: number;
}

/**
 * Shows the sub-corpora and partitions of a folder's project, with the lines that cannot be understood. Gives the query that
 * a sub-corpus begins; anything else opens its line.
 */
export async function pickPart(client: ArticleClient, uri: string): Promise<string | undefined> {
  await client.start();
  const known = await client.ask(PartsRequest, { uri });
  if (known === undefined) return undefined;
  const rows: Row[] = [
    ...known.parts.map((part) => ({
      label: `$(${part.kind === 'subcorpus' ? 'search' : 'symbol-enum'}) ${part.name}`,
      description: part.value,
      detail: part.kind === 'subcorpus' ? ui.parts.subcorpus : ui.parts.partition,
      part,
    })),
    ...known.problems.map(({ line, message }) => ({ label: `$(warning) ${ui.parts.line(line)}`, description: message, line })),
  ];
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(ui.parts.none);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(rows, {
    title: ui.parts.title,
    placeHolder: ui.parts.pick,
    matchOnDescription: true,
  });
  if (picked?.part?.kind === 'subcorpus')
    return `in:${/\s/.test(picked.part.name) ? `"${picked.part.name}"` : picked.part.name} `;
  const line = (picked?.part?.line ?? picked?.line ?? 0) - 1;
  if (line >= 0) {
    const at = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(known.file), { selection: new vscode.Range(at, at) });
  }
  return undefined;
}
