import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openArticle, pointAt, pollUntil, rangeOf } from './support';

const NAME = 'Élise Kermadec';

/** What the hover over a name says, once it counts its mentions in more articles than a test has open. */
async function counted(editor: vscode.TextEditor): Promise<string> {
  const at = pointAt(editor.document, NAME);
  const hover = async (): Promise<string> => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    return found.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
  };
  return pollUntil(hover, (words) => /in all articles.* in \d\d+ articles/s.test(words), 'the counts of all articles');
}

suite('The index of all articles', () => {
  teardown(closeEverything);

  test('counts a name in articles that are not open, and finds it as a symbol', async () => {
    const editor = await openArticle('article.txt');
    const words = await counted(editor);
    assert.match(words, /Élise Kermadec in all articles: \d+ mentions in \d+ articles · \d+ quotes in \d+ articles/);
    // of an article that nobody has opened: VS Code lets go of one whose editor is closed only minutes later
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const unopened = vscode.Uri.joinPath(folder, 'never-opened.txt');
    const content = ' date 2018-05-04 La criée de Locmaren\n\nYvonne Le Bihan dirige la criée de Locmaren depuis 2016.\n';
    await vscode.workspace.fs.writeFile(unopened, new TextEncoder().encode(content));
    const symbols = () =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'yvolebih');
    const named = await pollUntil(symbols, (found) => found.length > 0, 'the symbol');
    assert.deepEqual(
      named.map(({ name }) => name),
      ['Yvonne Le Bihan'],
      'each name once',
    );
    assert.match(named[0]?.containerName ?? '', /^\d+ articles?$/);
    await vscode.workspace.fs.delete(unopened);
  });

  test('leads to a name in the next article, and back', async () => {
    const editor = await openArticle('article.txt');
    await counted(editor);
    const own = editor.document.uri.toString();
    const at = rangeOf(editor.document, NAME).start.translate(0, 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('corpusAnnotator.corpus.nextMention');
    const other = await pollUntil(
      () => vscode.window.activeTextEditor,
      (shown) => shown !== undefined && shown.document.uri.toString() !== own && shown.document.languageId === 'article',
      'the next article',
    );
    assert.ok(other);
    const words = other.document.getText(
      new vscode.Range(other.selection.start, other.selection.start.translate(0, NAME.length)),
    );
    assert.equal(words.normalize('NFC').slice(0, NAME.length - 1), NAME.slice(0, -1));
    await vscode.commands.executeCommand('corpusAnnotator.corpus.previousMention');
    await pollUntil(
      () => vscode.window.activeTextEditor?.document.uri.toString(),
      (uri) => uri === own,
      'the article it began in',
    );
  });

  test('has names set apart by the project’s file, which is taken back', async () => {
    const editor = await openArticle('article.txt');
    await counted(editor);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const file = vscode.Uri.joinPath(folder, '.corpus', 'names');
    const written = async (): Promise<string> => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      } catch {
        return '';
      }
    };
    await vscode.commands.executeCommand('corpusAnnotator.views.showCorpus');
    // it waits for the button of its message
    void vscode.commands.executeCommand('corpusAnnotator.corpus.splitName', editor.document.uri.toString(), NAME, 'PER');
    assert.equal(await pollUntil(written, (text) => text !== '', 'the decision'), `apart PER ${NAME}\n`);
    await vscode.commands.executeCommand('corpusAnnotator.corpus.undoNames');
    await pollUntil(written, (text) => text === '', 'the file without it');
    assert.match(await counted(editor), /Élise Kermadec in all articles/);
    await vscode.commands.executeCommand('corpusAnnotator.views.showArticle');
  });

  test('is paused and goes on, and a search finds the same meanwhile', async () => {
    await openArticle('article.txt');
    const total = async (): Promise<string> => {
      await vscode.commands.executeCommand('corpusAnnotator.search', 'tunnel');
      const shown = await pollUntil(
        () => vscode.window.activeTextEditor?.document.lineAt(0).text ?? '',
        (line) => /^\d+ hits in/.test(line),
        'the total',
      );
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      return shown;
    };
    await vscode.commands.executeCommand('corpusAnnotator.index.pause');
    const paused = await total();
    await vscode.commands.executeCommand('corpusAnnotator.index.pause');
    assert.equal(await total(), paused);
    assert.match(paused, /^\d{3,} hits in \d{3} of \d{3} articles/);
  });
});
