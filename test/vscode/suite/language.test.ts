import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, open, openArticle, pause, pollUntil, workspaceFile } from './support';

const settings = () => vscode.workspace.getConfiguration('corpusAnnotator');
const Workspace = vscode.ConfigurationTarget.Workspace;

/** Waits until a file that is open has this language. */
function becomes(document: vscode.TextDocument, languageId: string): Promise<string> {
  return pollUntil(
    () => document.languageId,
    (language) => language === languageId,
    `${document.fileName} becomes ${languageId}`,
  );
}

/** Opens a file as a click does: VS Code lets go of its document when the editor is closed. */
async function click(name: string): Promise<vscode.TextDocument> {
  const uri = workspaceFile(name);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const shown = () => vscode.window.activeTextEditor?.document;
  await pollUntil(shown, (document) => document?.uri.toString() === uri.toString(), `${name} is shown`);
  return shown() as vscode.TextDocument;
}

suite('Language', () => {
  teardown(async () => {
    for (const name of ['articleFiles', 'excludedFiles']) await settings().update(name, undefined, Workspace);
    await vscode.workspace.getConfiguration('files').update('associations', undefined, Workspace);
    await closeEverything();
  });

  test('a command makes a text an article, and back', async () => {
    const { document } = await open('notes.txt');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsArticle');
    await becomes(document, 'article');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsPlainText');
    await becomes(document, 'plaintext');
    await pause(500);
    assert.equal(document.languageId, 'plaintext');
  });

  /** A new article that nothing but an editor has opened: VS Code lets go of its document with the editor. */
  async function newArticle(name: string): Promise<string> {
    const text = ' date 2018-03 Élise Kermadec est à Brest.\n';
    await vscode.workspace.fs.writeFile(workspaceFile(name), Buffer.from(text));
    return name;
  }

  test('what a command decided for a file holds when the file is opened again', async () => {
    const name = await newArticle('reopened/decided.txt');
    await becomes(await click(name), 'article');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsPlainText');
    const document = vscode.window.activeTextEditor?.document as vscode.TextDocument;
    await becomes(document, 'plaintext');
    await closeEverything();
    await pollUntil(() => document.isClosed, Boolean, 'the document is closed');
    const again = await click(name);
    await pause(1000);
    assert.equal(again.languageId, 'plaintext');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsArticle');
    await becomes(again, 'article');
  });

  test('an article that was closed is one again when it is opened', async () => {
    const name = await newArticle('reopened/closed.txt');
    const document = await click(name);
    await becomes(document, 'article');
    await closeEverything();
    await pollUntil(() => document.isClosed, Boolean, 'the document is closed');
    await becomes(await click(name), 'article');
  });

  test('articles stay articles when VS Code reconsiders the languages of all files', async () => {
    const documents = [(await openArticle('english.txt')).document, (await openArticle('article.txt')).document];
    const associations = vscode.workspace.getConfiguration('files');
    await associations.update('associations', { '*.csvx': 'plaintext' }, Workspace);
    await pause(1500);
    for (const document of documents) await becomes(document, 'article');
    await associations.update('associations', undefined, Workspace);
    await pause(1500);
    for (const document of documents) await becomes(document, 'article');
    await closeEverything();
    await openArticle('article.txt');
  });

  test('a glob of the settings makes files articles at once, and an exclusion keeps them plain', async () => {
    const notes = vscode.Uri.joinPath(workspaceFile('notes.txt'), '..', 'glob', 'one.txt');
    await vscode.workspace.fs.writeFile(notes, Buffer.from('Élise Kermadec\nBrest\n'));
    const { document } = await open('glob/one.txt');
    await pause(300);
    assert.equal(document.languageId, 'plaintext');
    await settings().update('articleFiles', ['glob'], Workspace);
    await becomes(document, 'article');
    const other = vscode.Uri.joinPath(notes, '..', 'two.txt');
    await vscode.workspace.fs.writeFile(other, Buffer.from(' date 2018-03 Élise Kermadec est à Brest.\n'));
    await settings().update('excludedFiles', ['two.txt'], Workspace);
    const excluded = await open('glob/two.txt');
    await pause(1000);
    assert.equal(excluded.document.languageId, 'plaintext');
  });

  test('a file that the user’s own associations call plain text stays so', async () => {
    await vscode.workspace.getConfiguration('files').update('associations', { 'windows.txt': 'plaintext' }, Workspace);
    const { document } = await open('windows.txt');
    await pause(1000);
    assert.equal(document.languageId, 'plaintext');
  });

  test('an article pasted into an untitled editor is recognised', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    const text = ' date 2018-03 La région Bretagne renonce au tunnel, a déclaré Élise Kermadec.\n';
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await becomes(document, 'article');
  });

  test('a file is an article by its extension alone', async () => {
    const file = vscode.Uri.joinPath(workspaceFile('notes.txt'), '..', 'extension.article');
    await vscode.workspace.fs.writeFile(file, Buffer.from('Élise Kermadec est à Brest.\n'));
    const { document } = await open('extension.article');
    assert.equal(document.languageId, 'article');
  });
});
