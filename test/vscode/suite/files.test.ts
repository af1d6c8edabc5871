import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, extension, open, openArticle, paint, pause, pollUntil } from './support';

suite('Files', () => {
  teardown(closeEverything);

  test('a text file with an article’s header becomes an article, and nobody has to activate anything', async () => {
    const editor = await openArticle('article.txt');
    assert.equal(editor.document.languageId, 'article');
    assert.equal(extension().isActive, true);
  });

  test('another text file stays plain text', async () => {
    await openArticle('article.txt');
    const editor = await open('notes.txt');
    await pause(1000);
    assert.equal(editor.document.languageId, 'plaintext');
  });

  test('a user’s own choice of language is left alone', async () => {
    const editor = await openArticle('article.txt');
    const document = await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await vscode.window.showTextDocument(document);
    await pause(1000);
    assert.equal(document.languageId, 'plaintext');
    const other = await open('notes.txt');
    await vscode.window.showTextDocument(document);
    await pause(500);
    assert.equal(document.languageId, 'plaintext');
    assert.equal(other.document.languageId, 'plaintext');
    await vscode.languages.setTextDocumentLanguage(document, 'article');
  });

  for (const name of ['windows.txt', 'decomposed.txt']) {
    test(`${name} is analysed like its plain twin`, async () => {
      const texts = async (file: string) => {
        const { document } = await openArticle(file);
        const tokens = await paint(document);
        return tokens.map(({ text, type }) => `${type}: ${text.normalize('NFC')}`);
      };
      assert.deepEqual(await texts(name), await texts('article.txt'));
    });
  }

  for (const name of ['empty.txt', 'binary.txt', 'broken.txt']) {
    test(`${name} does no harm`, async () => {
      try {
        await open(name);
      } catch {
        // VS Code itself may refuse to show binary data as text.
      }
      const { document } = await openArticle('english.txt');
      const tokens = await paint(document);
      assert.ok(tokens.some(({ text, type }) => type === 'person' && text === 'Margaret Ashdown'));
    });
  }

  test('an article stays one while its header is edited, and typing keeps it analysed', async () => {
    const editor = await openArticle('article.txt');
    await paint(editor.document);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\nLe 7 mai 2017, Élise Kermadec était à Nantes.\n'));
    await pollUntil(
      () => paint(editor.document),
      (tokens) => tokens.some(({ text, type }) => type === 'date' && text.includes('7 mai 2017')),
      'the date just typed is painted',
    );
    assert.equal(editor.document.languageId, 'article');
  });
});
