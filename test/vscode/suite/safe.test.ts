import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openArticle, paint, pause, pollUntil, rangeOf, waitFor, workspaceFile } from './support';

/** An article of its own for each test: decisions stay beside the text. */
async function freshArticle(name: string): Promise<vscode.TextEditor> {
  const text = await vscode.workspace.fs.readFile(workspaceFile('article.txt'));
  await vscode.workspace.fs.writeFile(workspaceFile(name), text);
  const editor = await openArticle(name);
  await paint(editor.document);
  return editor;
}

const run = (command: string, ...rest: unknown[]) => vscode.commands.executeCommand(`corpusAnnotator.${command}`, ...rest);
/** What a key without a binding does. */
const typeKey = (text: string) => vscode.commands.executeCommand('type', { text });

async function content(name: string): Promise<string | undefined> {
  try {
    return Buffer.from(await vscode.workspace.fs.readFile(workspaceFile(name))).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Types into the active editor, until that does something. */
async function becomesWritable(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  await pollUntil(
    async () => {
      await typeKey('x');
      return document.getText();
    },
    (text) => text !== before,
    `${document.fileName} can be written`,
  );
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Types into the active editor; nothing comes of it. */
async function staysAsItIs(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  await typeKey('x');
  await vscode.commands.executeCommand('editor.action.deleteLines');
  await pause(300);
  assert.equal(document.getText(), before);
  assert.equal(document.isDirty, false);
}

/** Makes Rennes confirmed, and waits until it is in the file. */
async function decide(editor: vscode.TextEditor, name: string): Promise<string> {
  const range = rangeOf(editor.document, 'Rennes');
  editor.selection = new vscode.Selection(range.start, range.end);
  await run('review.confirm');
  const ann = await pollUntil(
    () => content(name.replace('.txt', '.ann')),
    (text) => text?.includes('Rennes') === true,
    'the decision is in its file',
  );
  return ann as string;
}

suite('The text is safe', () => {
  teardown(async () => {
    await run('review.leave');
    await vscode.workspace
      .getConfiguration('corpusAnnotator')
      .update('protectText', undefined, vscode.ConfigurationTarget.Workspace);
    await closeEverything();
  });

  test('in the review mode nothing is typed, and afterwards it is', async () => {
    const { document } = await freshArticle('safe-mode.txt');
    await run('review.enter');
    await staysAsItIs(document);
    await run('review.leave');
    await becomesWritable(document);
  });

  test('each article that is gone to in the mode is read-only, and each is writable after it, open or closed', async () => {
    const first = await freshArticle('safe-one.txt');
    const second = await freshArticle('safe-two.txt');
    const third = await freshArticle('safe-three.txt');
    await run('review.enter');
    await staysAsItIs(third.document);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(second.document, { preview: false });
    await pause(500);
    await staysAsItIs(second.document);
    const beside = await vscode.window.showTextDocument(first.document, { viewColumn: vscode.ViewColumn.Beside });
    await pause(500);
    await staysAsItIs(beside.document);
    await run('review.leave');
    for (const name of ['safe-one.txt', 'safe-two.txt', 'safe-three.txt']) {
      const editor = await openArticle(name);
      await becomesWritable(editor.document);
    }
  });

  test('a file that was closed in the mode takes edits of many files after it, without being shown', async () => {
    await freshArticle('safe-closed.txt');
    await run('review.enter');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await freshArticle('safe-other.txt');
    await run('review.leave');
    const uri = workspaceFile('safe-closed.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), ' ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.saveAll();
    await pollUntil(
      () => content('safe-closed.txt'),
      (text) => text?.startsWith('  ') === true,
      'the edit is on disk',
    );
  });

  test('another extension’s edit is taken back in the mode', async () => {
    const { document } = await freshArticle('safe-edit.txt');
    const before = document.getText();
    await run('review.enter');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(2, 0, 4, 0));
    await vscode.workspace.applyEdit(edit);
    await waitFor(() => document.getText() === before, 'the text is what it was');
    assert.equal(await content('safe-edit.txt'), before);
    assert.equal(document.isDirty, false);
  });

  test('what is changed in the file itself comes into the editor, in the mode too', async () => {
    const { document } = await freshArticle('safe-disk.txt');
    await run('review.enter');
    const changed = document.getText().replace('Rennes', 'Nantes');
    await vscode.workspace.fs.writeFile(document.uri, Buffer.from(changed));
    await waitFor(() => document.getText() === changed, 'the new text is shown');
    await pause(1000);
    assert.equal(document.getText(), changed);
  });

  test('an unsaved text waits in the mode, and can be saved there', async () => {
    const editor = await freshArticle('safe-unsaved.txt');
    const { document } = editor;
    await editor.edit((change) => change.insert(new vscode.Position(0, 0), ' '));
    await run('review.enter');
    await run('review.save');
    await waitFor(() => !document.isDirty, 'it is saved');
    assert.equal(await content('safe-unsaved.txt'), document.getText());
    await staysAsItIs(document);
  });

  test('a text in no file yet is not reviewed with single keys', async () => {
    const text = (await content('article.txt')) as string;
    const untitled = await vscode.workspace.openTextDocument({ language: 'article', content: text });
    await vscode.window.showTextDocument(untitled);
    void run('review.enter');
    await pause(500);
    await becomesWritable(untitled);
  });

  test('quick fixes that change the text are withheld where it is protected', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceFile('safe-fix.txt'),
      Buffer.from(' date 2019-05 Un titre\n\nIl a dit : « Je viens demain.\n\nPuis il est parti.\n'),
    );
    const { document } = await openArticle('safe-fix.txt');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const edits = async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
      );
      return actions.filter(({ edit }) => edit).length;
    };
    await pollUntil(edits, (count) => count > 0, 'the missing mark is offered');
    await run('review.enter');
    assert.equal(await edits(), 0);
  });

  test('protectText keeps the text while it is read, until the person asks to edit', async () => {
    const { document } = await freshArticle('safe-read.txt');
    const settings = vscode.workspace.getConfiguration('corpusAnnotator');
    await settings.update('protectText', true, vscode.ConfigurationTarget.Workspace);
    await pause(500);
    await staysAsItIs(document);
    await run('allowEditing');
    await becomesWritable(document);
    await run('protectAgain');
    await staysAsItIs(document);
    await settings.update('protectText', undefined, vscode.ConfigurationTarget.Workspace);
    await becomesWritable(document);
    assert.equal(vscode.workspace.getConfiguration('files').inspect('readonlyInclude')?.workspaceValue, undefined);
  });
});

suite('Files of decisions', () => {
  teardown(async () => {
    await run('review.leave');
    await closeEverything();
  });

  const renameTo = async (from: string, to: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(workspaceFile(from), workspaceFile(to));
    assert.ok(await vscode.workspace.applyEdit(edit));
  };

  test('go with an article that is renamed, are decided on there, and come back with it', async () => {
    const editor = await freshArticle('moved-from.txt');
    const ann = await decide(editor, 'moved-from.txt');
    await renameTo('moved-from.txt', 'moved-to.txt');
    await pollUntil(
      () => content('moved-to.ann'),
      (text) => text === ann,
      'the annotations are there',
    );
    assert.notEqual(await content('moved-to.review.jsonl'), undefined);
    assert.equal(await content('moved-from.ann'), undefined);

    const moved = await openArticle('moved-to.txt');
    await paint(moved.document);
    const range = rangeOf(moved.document, 'Bretagne');
    moved.selection = new vscode.Selection(range.start, range.end);
    await run('review.confirm');
    await pollUntil(
      () => content('moved-to.ann'),
      (text) => text?.includes('Bretagne') === true,
      'a decision more is there',
    );
    await pause(1000);
    assert.equal(await content('moved-from.ann'), undefined, 'nothing is written beside where it was');
    assert.equal(await content('moved-from.review.jsonl'), undefined);
  });

  test('come back with an undo', async () => {
    const editor = await freshArticle('undone-from.txt');
    const ann = await decide(editor, 'undone-from.txt');
    await renameTo('undone-from.txt', 'undone-to.txt');
    await pollUntil(
      () => content('undone-to.ann'),
      (text) => text === ann,
      'the annotations are there',
    );
    await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
    await vscode.commands.executeCommand('undo');
    await pollUntil(
      () => content('undone-from.ann'),
      (text) => text === ann,
      'the annotations are back',
    );
    assert.notEqual(await content('undone-from.txt'), undefined);
    assert.equal(await content('undone-to.ann'), undefined);
  });

  test('go with an article into another folder, and with a folder', async () => {
    const editor = await freshArticle('into/first.txt');
    const ann = await decide(editor, 'into/first.txt');
    await renameTo('into/first.txt', 'into/deeper/first.txt');
    await pollUntil(
      () => content('into/deeper/first.ann'),
      (text) => text === ann,
      'they are in the folder',
    );
    await renameTo('into/deeper', 'into/other');
    await pollUntil(
      () => content('into/other/first.ann'),
      (text) => text === ann,
      'they are in the renamed folder',
    );
    await pause(1000);
    assert.equal(await content('into/deeper/first.ann'), undefined);
    assert.equal(await content('into/first.ann'), undefined);
  });

  test('are deleted with their article', async () => {
    const editor = await freshArticle('deleted.txt');
    await decide(editor, 'deleted.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(workspaceFile('deleted.txt'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await pollUntil(
      () => content('deleted.ann'),
      (text) => text === undefined,
      'the annotations are gone',
    );
    await pause(1000);
    assert.equal(await content('deleted.ann'), undefined);
    assert.equal(await content('deleted.review.jsonl'), undefined);
  });

  test('another version of a text is shown with its colours, and nothing is decided there', async () => {
    const text = (await content('article.txt')) as string;
    // as git shows the committed version of a file
    const provider = vscode.workspace.registerTextDocumentContentProvider('committed', {
      provideTextDocumentContent: () => `${text}\nIl a dit : « Je viens demain.\n`,
    });
    try {
      const uri = vscode.Uri.parse('committed:/corpus/article.txt');
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document);
      await pollUntil(
        () => document.languageId,
        (language) => language === 'article',
        'it is an article',
      );
      await paint(editor.document);
      assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
      const range = rangeOf(document, 'Rennes');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
      assert.deepEqual(
        actions.map(({ title }) => title),
        [],
      );
      const before = (await paint(document)).length;
      editor.selection = new vscode.Selection(range.start, range.end);
      await run('review.reject');
      await run('review.apply', uri.toString(), [{ kind: 'add', layer: 'entity', type: 'PER', ranges: [range] }]);
      await pause(500);
      assert.equal((await paint(document)).length, before);
    } finally {
      provider.dispose();
    }
  });
});
