import { assert } from 'chai';
import * as vscode from 'vscode';
import { command, openArticle, placeOf, pollUntil, tokensOf } from './support';

suite('Reading in a browser', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('the extension host is a worker without Node, and the folder is of no disk', async () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.isUndefined((globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node);
    assert.notEqual(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, 'file');
  });

  test('a text is taken for an article, and its people, places and dates have colours', async () => {
    const { document } = await openArticle('article.txt');
    const tokens = await tokensOf(document);
    assert.include([...tokens.values()], 'person');
    assert.include([...tokens.values()], 'date');
    assert.equal(tokens.get('12 février 2016') ?? tokens.get('le 12 février 2016'), 'date');
  });

  test('a hover says what a date means', async () => {
    const { document } = await openArticle('article.txt');
    const hovers = await pollUntil(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          placeOf(document, '12 février 2016'),
        ),
      (found) => found.length > 0,
      'a hover',
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)))
      .join('\n');
    assert.include(text, '2016-02-12');
  });

  test('the outline lists what is said', async () => {
    const { document } = await openArticle('article.txt');
    const symbols = await pollUntil(
      () => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => (found?.length ?? 0) > 0,
      'an outline',
    );
    assert.include(JSON.stringify(symbols), 'Ce tunnel ne se fera pas');
  });

  test('the keys for the next quote and the next name select them', async () => {
    const editor = await openArticle('article.txt');
    const step = async (name: string): Promise<string> => {
      const before = editor.selection;
      await command(name);
      await pollUntil(
        () => editor.selection,
        (selection) => !selection.isEqual(before),
        `${name} selects`,
      );
      return editor.document.getText(editor.selection);
    };
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const quotes = [await step('nextQuote'), await step('nextQuote'), await step('nextQuote')];
    assert.include(quotes.join(' | '), 'Ce tunnel ne se fera pas');
    assert.notEqual(await step('nextEntity'), '');
  });

  test('what a browser does not have is said, and nothing of it is left hanging', async () => {
    await openArticle('article.txt');
    // no answer to wait for: the message stays until somebody closes it
    for (const name of ['search', 'corpus.tables', 'importArticles']) await command(name);
  });
});
