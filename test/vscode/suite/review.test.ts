import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openArticle, paint, pollUntil, rangeOf, workspaceFile } from './support';

/** An article of its own for each test: decisions stay beside the text. */
async function freshArticle(name: string): Promise<vscode.TextEditor> {
  const text = await vscode.workspace.fs.readFile(workspaceFile('article.txt'));
  await vscode.workspace.fs.writeFile(workspaceFile(name), text);
  const editor = await openArticle(name);
  await paint(editor.document);
  return editor;
}

const run = (command: string, ...rest: unknown[]) => vscode.commands.executeCommand(`corpusAnnotator.review.${command}`, ...rest);

function typesOf(document: vscode.TextDocument, words: string): Promise<readonly string[]> {
  return Promise.resolve(paint(document)).then((tokens) => tokens.filter(({ text }) => text === words).map(({ type }) => type));
}

suite('Review', () => {
  teardown(async () => {
    await run('leave');
    await closeEverything();
  });

  test('a key of the review mode sets a type, and undo takes it back', async () => {
    const editor = await freshArticle('typed.txt');
    const { document } = editor;
    await run('enter');
    const range = rangeOf(document, 'Bretagne');
    editor.selection = new vscode.Selection(range.start, range.end);
    await run('key', 'p');
    await pollUntil(
      () => typesOf(document, 'Bretagne'),
      (types) => types.includes('person'),
      'Bretagne is a person',
    );
    await run('undo');
    await pollUntil(
      () => typesOf(document, 'Bretagne'),
      (types) => types.length > 0 && !types.includes('person'),
      'Bretagne is what it was',
    );
  });

  test('what is rejected is no longer painted, and what is decided is kept beside the text', async () => {
    const editor = await freshArticle('rejected.txt');
    const { document } = editor;
    const range = rangeOf(document, 'Rennes');
    editor.selection = new vscode.Selection(range.start, range.end);
    const before = (await typesOf(document, 'Rennes')).length;
    await run('reject');
    await pollUntil(
      () => typesOf(document, 'Rennes'),
      (types) => types.length === before - 1,
      'one Rennes fewer',
    );
    const folder = vscode.Uri.joinPath(document.uri, '..');
    await pollUntil(
      async () => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name),
      (names) => names.some((name) => name.startsWith('rejected') && name !== 'rejected.txt'),
      'a file beside the text',
    );
  });

  test('the review goes on from one undecided to the next after each decision', async () => {
    const editor = await freshArticle('walked.txt');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('enter');
    const seen: string[] = [];
    for (let count = 0; count < 4; count++) {
      const at = await pollUntil(
        () => editor.selection,
        ({ isEmpty }) => !isEmpty,
        'one is selected',
      );
      seen.push(editor.document.getText(at));
      await run('key', 'enter');
      await pollUntil(
        () => editor.selection,
        (selection) => !selection.isEqual(at),
        'the next one is selected',
      );
    }
    const text = editor.document.getText();
    assert.equal(text.includes('\n\n\n'), false, 'Enter typed nothing');
    assert.equal(editor.document.isDirty, false);
    assert.equal(seen.length, 4);
  });
});
