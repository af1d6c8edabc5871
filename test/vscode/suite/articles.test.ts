import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeEverything, open, openArticle, paint, pollUntil, waitFor, workspaceFile } from './support';

const read = async (name: string): Promise<string> => {
  try {
    return Buffer.from(await vscode.workspace.fs.readFile(workspaceFile(name))).toString();
  } catch {
    return '';
  }
};

/** Waits until a document has this language. */
function becomes(document: vscode.TextDocument, languageId: string): Promise<string> {
  return pollUntil(
    () => document.languageId,
    (language) => language === languageId,
    `${document.fileName} becomes ${languageId}`,
  );
}

suite('Anyone’s files', () => {
  teardown(async () => {
    await vscode.workspace.fs.delete(workspaceFile('.corpus/articles')).then(undefined, () => undefined);
    await closeEverything();
  });

  test('ordinary texts open as articles with colours, which is told once for their folder', async () => {
    const told = await answering(
      () => undefined,
      async () => {
        for (const name of ['ordinary/1.txt', 'ordinary/2.txt']) {
          const { document } = await openArticle(name);
          const tokens = await paint(document);
          assert.ok(
            tokens.some(({ type }) => /person/i.test(type)),
            JSON.stringify(tokens),
          );
        }
      },
    );
    assert.deepEqual(
      told.filter(({ message }) => message.startsWith('Read as articles')),
      [{ message: 'Read as articles: ordinary.', choices: ['Only This File', 'Never Here', 'Settings'] }],
    );
  });

  test('a text with brat’s annotations beside it is an article, whatever it holds', async () => {
    const { document } = await openArticle('brat/1.txt');
    const tokens = await paint(document);
    assert.ok(tokens.some(({ text }) => text === 'Solenn Le Goff'));
  });

  test('a text that is no UTF-8 is asked about once, and an article when it is reopened', async () => {
    let document: vscode.TextDocument | undefined;
    const told = await answering(
      ({ message }) => (message.includes('Windows-1252') ? 'Reopen' : undefined),
      async () => {
        document = (await open('latin/1.txt')).document;
        await waitFor(() => document?.encoding === 'windows1252', 'the encoding');
        await becomes(document, 'article');
      },
    );
    assert.match(document?.getText() ?? '', /a voté lundi la rénovation/);
    const questions = told.map(({ message }) => message).filter((message) => message.includes('UTF-8'));
    assert.deepEqual(questions, ['latin/1.txt is not UTF-8. Reopen as Windows-1252?']);
  });

  test('a text pasted into an untitled editor is an article, and plain where one says so', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    const text = await read('ordinary/3.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await becomes(document, 'article');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsPlainText');
    await becomes(document, 'plaintext');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), text));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(document.languageId, 'plaintext');
  });

  test('a text typed into an untitled editor is an article once the typing rests', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    for (const piece of (await read('ordinary/3.txt')).match(/.{1,30}/gs) ?? [])
      await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), piece));
    await becomes(document, 'article');
  });

  test('what a person says of a file and a folder stands in .corpus/articles', async () => {
    const { document } = await openArticle('ordinary/2.txt');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsPlainText');
    await becomes(document, 'plaintext');
    const lines = () => read('.corpus/articles');
    await pollUntil(lines, (content) => content === 'text /ordinary/2.txt\n', '.corpus/articles');
    const { document: other } = await openArticle('ordinary/3.txt');
    await vscode.commands.executeCommand('corpusAnnotator.treatFolderAsPlainText', workspaceFile('ordinary'));
    await becomes(other, 'plaintext');
    await vscode.commands.executeCommand('corpusAnnotator.treatFolderAsArticles', workspaceFile('ordinary'));
    await becomes(other, 'article');
    assert.equal(document.languageId, 'plaintext', 'what was said of a single file holds');
    assert.equal(await lines(), 'article /ordinary/**/*.txt\ntext /ordinary/2.txt\n');
  });

  test('the list at the language’s name takes back what was said', async () => {
    const { document } = await openArticle('ordinary/2.txt');
    const pick = (label: string) =>
      answering(
        ({ message }) => (message.startsWith('Read ') ? label : undefined),
        async () => void (await vscode.commands.executeCommand('corpusAnnotator.readAs')),
      );
    await pick('Plain Text');
    await becomes(document, 'plaintext');
    const asked = await pick('As the text itself suggests');
    assert.ok(asked[0]?.choices.some((choice) => choice.includes('Plain texts')));
    await becomes(document, 'article');
    await pollUntil(
      () => read('.corpus/articles'),
      (content) => !content.includes('ordinary/2.txt'),
      'the choice is gone',
    );
  });

  test('a command makes a Markdown file an article, and what else it was again', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceFile('ordinary/4.md'),
      Buffer.from(`# Titre\n\n${await read('ordinary/1.txt')}`),
    );
    const { document } = await open('ordinary/4.md');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsArticle');
    await becomes(document, 'article');
    await vscode.commands.executeCommand('corpusAnnotator.treatAsPlainText');
    await becomes(document, 'markdown');
  });

  test('the article’s date is asked for, checked, and written into metadata.csv', async () => {
    await openArticle('ordinary/1.txt');
    const tablesNow = async () => (await vscode.workspace.findFiles('**/metadata.csv')).map((uri) => uri.toString());
    const before = new Set(await tablesNow());
    const setDate = (typed: string) =>
      answering(
        ({ message, choices }) =>
          choices.some((choice) => choice.includes('Another date'))
            ? 'Another date'
            : /2017-03/.test(message)
              ? typed
              : undefined,
        async () => void (await vscode.commands.executeCommand('corpusAnnotator.setArticleDate')),
      );
    await setDate('2017-02-30');
    assert.equal(await read('ordinary/metadata.csv'), '');
    const asked = await setDate('2017-03-04');
    assert.ok(
      asked.some(({ message }) => message.includes('2017-03-04') && message.includes('metadata.csv')),
      JSON.stringify(asked),
    );
    const made = (await tablesNow()).filter((uri) => !before.has(uri));
    assert.equal(made.length, 1);
    const file = vscode.Uri.parse(made[0] ?? '');
    const table = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
    assert.match(table, /1,"?2017-03-04/);
    await vscode.workspace.fs.delete(file);
  });

  test('a word processor’s file is no article, and what to do is said', async () => {
    await vscode.workspace.fs.writeFile(workspaceFile('ordinary/5.docx'), Buffer.from('PK\u0003\u0004'));
    const told = await answering(
      () => undefined,
      async () => void (await vscode.commands.executeCommand('corpusAnnotator.treatAsArticle', workspaceFile('ordinary/5.docx'))),
    );
    assert.match(told[0]?.message ?? '', /Convert it first/);
  });
});
