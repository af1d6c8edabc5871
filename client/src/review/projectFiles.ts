import { applyEdits, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import { GAZETTEER_PATH, type ReviewItemInfo, SCHEMA_PATH, type SchemaInfo } from '../../../server/src/protocol';
import { readSettings } from '../config';
import { ui } from '../ui';
import { actionKeysIn } from './keys';
import { announce } from './reviews';

/** Adds what an item names to the project's names; a line that is there already is not written twice. */
export async function addName(article: vscode.Uri, item: ReviewItemInfo): Promise<void> {
  const cell = (words: string): string => words.replace(/\s+/gu, ' ').trim();
  const name = cell(item.entity ?? item.words);
  const alias = cell(item.words);
  const answer = await vscode.window.showInputBox({ prompt: ui.project.name(item.title), value: name });
  const chosen = cell(answer ?? '');
  if (chosen === '') return;
  const row = [chosen, item.type, ...(alias === chosen ? [] : [alias])].join('\t');
  const file = await nearest(article, GAZETTEER_PATH);
  const isThere = (text: string): boolean =>
    text.split(/\r\n|[\r\n]/).some((line) => line === row || line.startsWith(`${row}\t`));
  const done = await rewrite(file, (text) => {
    if (isThere(text)) return text;
    const end = /\r\n/.test(text) ? '\r\n' : '\n';
    return `${text}${text === '' || /[\r\n]$/.test(text) ? '' : end}${row}${end}`;
  });
  if (done) announce(ui.project.nameAdded(chosen, vscode.workspace.asRelativePath(file)));
}

interface LayerRow extends vscode.QuickPickItem {
  readonly id?: string;
}

/** Asks for a new type, its layer and its key, and declares it in the project's schema. */
export async function addType(article: vscode.Uri, schema: SchemaInfo | undefined): Promise<void> {
  const layers = schema?.layers ?? [];
  const rows: LayerRow[] = [
    ...layers.map(({ id, title, types }) => ({ label: title, description: types.map((type) => type.title).join(', '), id })),
    { label: ui.project.newLayer },
  ];
  const row = await vscode.window.showQuickPick(rows, { placeHolder: ui.project.whichLayer });
  if (row === undefined) return;
  const layer = row.id ?? (await askName(ui.project.layerName, []));
  if (!layer) return;
  const known = layers.find(({ id }) => id === layer)?.types.map(({ id }) => id) ?? [];
  const name = await askName(ui.project.typeName, known);
  if (!name) return;
  const title = await vscode.window.showInputBox({ prompt: ui.project.typeTitle, value: name });
  if (title === undefined) return;
  const key = await askKey(layers);
  if (key === undefined) return;
  const type = { ...(title !== '' && title !== name && { title }), ...(key !== '' && { key }) };
  const file = await nearest(article, SCHEMA_PATH);
  const done = await rewrite(file, (text) => declared(text, ['layers', layer, 'types', name], type));
  if (done) announce(ui.project.typeAdded(title || name, vscode.workspace.asRelativePath(file)));
}

/** Asks for a new label of articles and its values, and declares it in the project's schema. */
export async function addLabel(article: vscode.Uri, known: NonNullable<SchemaInfo['labels']>): Promise<void> {
  const name = await askName(
    ui.labels.newName,
    known.map(({ id }) => id),
  );
  if (!name) return;
  const typed = await vscode.window.showInputBox({ prompt: ui.labels.newValues });
  if (typed === undefined) return;
  const values = [...new Set(typed.split(',').map((value) => value.trim()))].filter((value) => value !== '');
  const file = await nearest(article, SCHEMA_PATH);
  const done = await rewrite(file, (text) => declared(text, ['labels', name], values.length === 0 ? {} : { values }));
  if (done) announce(ui.project.typeAdded(name, vscode.workspace.asRelativePath(file)));
}

/** A schema in which something is declared; what stands in it stays as it is. */
function declared(text: string, path: readonly string[], value: object): string {
  const before = text.trim() === '' ? '{}\n' : text;
  const options = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: /\r\n/.test(before) ? '\r\n' : '\n' } };
  return applyEdits(before, modify(before, [...path], value, options));
}

/** A name that brat can write, and that is not there yet. */
async function askName(prompt: string, known: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    prompt,
    validateInput: (typed) => {
      if (!/^[\p{L}\p{N}_.-]*$/u.test(typed)) return ui.relations.badName;
      return known.includes(typed) ? ui.project.isThere : undefined;
    },
  });
}

/** A key that neither a type nor an action has; nothing, where none is wanted. */
async function askKey(layers: SchemaInfo['layers']): Promise<string | undefined> {
  const taken = new Set(layers.flatMap(({ types }) => types.map(({ key }) => key?.toLowerCase())));
  const actions = actionKeysIn(readSettings().reviewKeys);
  const free = [...'abcdefghijklmnopqrstuvwxyz0123456789'].filter((key) => !taken.has(key) && !Object.hasOwn(actions, key));
  const rows = [{ label: ui.project.noKey, key: '' }, ...free.map((key) => ({ label: key.toUpperCase(), key }))];
  return (await vscode.window.showQuickPick(rows, { placeHolder: ui.project.whichKey }))?.key;
}

/** The project's file that holds for an article: the nearest there is, else one for the whole workspace folder. */
async function nearest(article: vscode.Uri, path: string): Promise<vscode.Uri> {
  const root = vscode.workspace.getWorkspaceFolder(article)?.uri;
  let folder = vscode.Uri.joinPath(article, '..');
  for (;;) {
    const file = vscode.Uri.joinPath(folder, path);
    if (await exists(file)) return file;
    if (root === undefined || folder.path === root.path || folder.path === '/') break;
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return vscode.Uri.joinPath(root ?? vscode.Uri.joinPath(article, '..'), path);
}

const exists = (file: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );

/** Changes a file of the project in the editor, which knows its encoding and what is not saved of it; says where it cannot. */
async function rewrite(file: vscode.Uri, change: (text: string) => string): Promise<boolean> {
  try {
    if (!(await exists(file))) await vscode.workspace.fs.writeFile(file, new Uint8Array());
    const document = await vscode.workspace.openTextDocument(file);
    const wasDirty = document.isDirty;
    const before = document.getText();
    const after = change(before);
    if (after === before) return true;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), after);
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(ui.project.notEdited);
    // what the person has not saved is theirs to save
    if (!wasDirty && !(await document.save())) throw new Error(ui.project.notEdited);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(ui.project.notWritten(vscode.workspace.asRelativePath(file), why));
    return false;
  }
}
