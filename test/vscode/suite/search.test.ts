import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openArticle, pollUntil } from './support';

suite('Searching all articles', () => {
  teardown(closeEverything);

  test('shows a concordance, from which a line opens its hit', async () => {
    await openArticle('english.txt');
    await vscode.commands.executeCommand('corpusAnnotator.search', 'Nobody can close');
    const concordance = await pollUntil(
      () => vscode.window.activeTextEditor,
      (editor) => editor?.document.getText().includes('Nobody can close') === true && editor.document.fileName !== 'english.txt',
      'the concordance',
    );
    const lines = concordance?.document.getText().split('\n') ?? [];
    assert.match(lines[0] ?? '', /^1 hit in 1 of \d+ articles/);
    const hit = lines.findIndex((line) => line.includes('Nobody can close  the sea'));
    assert.ok(hit > 0, lines.join('\n'));
    assert.match(lines[hit] ?? '', /2019-06-14 {2}Margaret Ashdown {2}english\.txt$/);
    assert.equal(concordance?.selection.active.line, hit);
    await vscode.commands.executeCommand('corpusAnnotator.search.open');
    const opened = await pollUntil(
      () => vscode.window.activeTextEditor,
      (editor) => editor?.document.fileName.endsWith('english.txt') === true && !editor.selection.isEmpty,
      'the article',
    );
    assert.equal(opened?.document.getText(opened.selection), 'Nobody can close');
  });

  test('a concordance is no article, and its lines lead to their hits as definitions do', async () => {
    await openArticle('english.txt');
    await vscode.commands.executeCommand('corpusAnnotator.search', 'entity:London');
    const editor = await pollUntil(
      () => vscode.window.activeTextEditor,
      (shown) => shown?.document.getText().includes('hit') === true,
      'the concordance',
    );
    assert.notEqual(editor?.document.languageId, 'article');
    const { document, selection } = editor as vscode.TextEditor;
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      selection.active,
    );
    assert.equal(found.length, 1);
    assert.ok(found[0]?.uri.path.endsWith('english.txt'));
  });
});
