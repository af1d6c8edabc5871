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
      (editor) =>
        /^\d+ hits? in/.test(editor?.document.getText() ?? '') &&
        editor?.document.lineAt(editor.selection.active).text.includes('Nobody can close') === true,
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
      (shown) => /^\d+ hits? in/.test(shown?.document.getText() ?? '') && shown?.selection.active.line !== 0,
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

  test('lines are ticked and annotated with the keys of the review mode, and taken back together', async () => {
    await openArticle('english.txt');
    await vscode.commands.executeCommand('corpusAnnotator.search', 'the');
    const editor = await pollUntil(
      () => vscode.window.activeTextEditor,
      (shown) => /^\d+ hits/.test(shown?.document.getText() ?? ''),
      'the concordance',
    );
    const { document, selection } = editor as vscode.TextEditor;
    const first = selection.active.line;
    const key = (name: string) => vscode.commands.executeCommand('corpusAnnotator.search.key', name);
    await key('space');
    assert.equal(editor?.selection.active.line, first + 1, 'Space goes on to the next line');
    await key('space');
    await key('m');
    const opened = async (line: number) => {
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
      await vscode.commands.executeCommand('corpusAnnotator.search.open');
      return pollUntil(
        () => vscode.window.activeTextEditor,
        (shown) => shown?.document.languageId === 'article' && !shown.selection.isEmpty,
        'the article',
      );
    };
    const stateOf = async (line: number) => {
      const article = await opened(line);
      const { uri } = (article as vscode.TextEditor).document;
      const symbols = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        (article as vscode.TextEditor).selection.start,
      );
      return symbols.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
    };
    assert.match(await stateOf(first), /MISC|\bOther\b|confirmed/);
    await vscode.window.showTextDocument(document);
    await key('z');
    assert.doesNotMatch(await stateOf(first), /MISC|\bOther\b|confirmed/);
  });
});
