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

  test('a schema is completed and checked as it is typed, and its types get their keys and colours', async () => {
    const uri = workspaceFile('own/.corpus/schema.json');
    const schema =
      '{ // ours\n  "layers": { "treaty": { "types": { "Accord": { "key": "0", "color": "#aa3300", "colour": 1 } } } }\n}\n';
    await vscode.workspace.fs.writeFile(uri, Buffer.from(schema));
    await vscode.workspace.fs.writeFile(
      workspaceFile('own/article.txt'),
      await vscode.workspace.fs.readFile(workspaceFile('article.txt')),
    );
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const problems = () => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    await pollUntil(problems, (messages) => messages.some((message) => message.includes('colour')), 'the wrong key is told');
    assert.ok(!problems().some((message) => /comment/i.test(message)), 'comments are allowed');
    const within = document.positionAt(schema.indexOf('"key"'));
    const offered = () =>
      vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, within);
    const { items } = await pollUntil(offered, (list) => (list?.items.length ?? 0) > 0, 'keys are offered');
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('aliases') && labels.includes('title'), labels.join());

    const editor = await openArticle('own/article.txt');
    await paint(editor.document);
    await run('enter');
    const range = rangeOf(editor.document, 'Bretagne');
    editor.selection = new vscode.Selection(range.start, range.end);
    await run('key', '0');
    const ann = async () => {
      const bytes = await Promise.resolve(vscode.workspace.fs.readFile(workspaceFile('own/article.ann'))).catch(() =>
        Buffer.from(''),
      );
      return Buffer.from(bytes).toString('utf8');
    };
    await pollUntil(ann, (text) => /\t(?:treaty__)?Accord \d+ \d+\tBretagne\n/.test(text), 'the own type is in the file');
  });

  test('other boundaries are selected and the type’s key is pressed: one annotation, and the former is not proposed again', async () => {
    const editor = await freshArticle('redrawn.txt');
    const { document } = editor;
    await run('enter');
    const ann = async () => {
      const file = workspaceFile('redrawn.ann');
      const bytes = await Promise.resolve(vscode.workspace.fs.readFile(file)).catch(() => Buffer.from(''));
      return Buffer.from(bytes).toString('utf8');
    };
    const whole = rangeOf(document, 'Armand Vauquelin');
    for (const end of [whole.end.translate(0, -' Vauquelin'.length), whole.end]) {
      editor.selection = new vscode.Selection(whole.start, end);
      await run('key', 'p');
      const words = document.getText(new vscode.Range(whole.start, end));
      await pollUntil(ann, (text) => text.endsWith(`\t${words}\n`), `${words} is a person`);
      assert.equal((await ann()).match(/PER/g)?.length, 1, 'one annotation');
    }
  });

  test('keys that are pressed while the mode is still being entered decide on what it goes to', async () => {
    const editor = await freshArticle('hurried.txt');
    const { document } = editor;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const first = run('enter');
    await Promise.all([first, run('key', 'enter'), run('key', 'enter'), run('key', 'r')]);
    const folder = vscode.Uri.joinPath(document.uri, '..');
    const decided = async (): Promise<string> => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'hurried.review.jsonl'));
      return Buffer.from(bytes).toString('utf8');
    };
    await pollUntil(
      async () => (await decided().catch(() => '')).match(/^\{"(?:id|reject)":/gm)?.length ?? 0,
      (count) => count >= 3,
      'three decisions are kept',
    );
    assert.equal(document.isDirty, false);
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
