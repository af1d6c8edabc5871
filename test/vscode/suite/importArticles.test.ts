import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openArticle, pollUntil } from './support';

const A = 'Le bac a repris ses rotations lundi matin entre les deux rives du chenal, dit Anne Morel.';
const B = 'La mairie promet un second bateau pour la belle saison, et personne n’y croit encore au port.';

suite('Importing articles', () => {
  let folder: vscode.Uri;
  const inFolder = (...parts: readonly string[]): vscode.Uri => vscode.Uri.joinPath(folder, ...parts);
  const textOf = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  setup(() => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    folder = vscode.Uri.joinPath(workspace.uri, `import-${Date.now()}`);
  });
  teardown(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('shows what the columns are taken for, then writes articles that open as such, with their date', async () => {
    await openArticle('english.txt');
    const table = `id;date;titre;texte\n1;04/03/2016;Le bac repart;${A}\n2;05/03/2016;Un bateau;${B}\n`;
    await vscode.workspace.fs.writeFile(inFolder('press.csv'), new TextEncoder().encode(table));
    let isDone = false;
    const given = { sources: [inFolder('press.csv')], target: inFolder('corpus') };
    const importing = vscode.commands.executeCommand<{ readonly articles: number }>('corpusAnnotator.importArticles', given);
    void importing.then(() => {
      isDone = true;
    });
    // the preview is a list whose first line goes on
    await pollUntil(
      async () => {
        if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isDone;
      },
      (done) => done,
      'the import',
    );
    assert.equal((await importing).articles, 2);
    assert.equal(await textOf(inFolder('corpus', '2016-03-04_le-bac-repart.txt')), `${A}\n`);
    assert.match(
      await textOf(inFolder('corpus', 'metadata.csv')),
      /^id,date,title,source_id,imported_from\n2016-03-04_le-bac-repart,2016-03-04,/,
    );
    const document = await vscode.workspace.openTextDocument(inFolder('corpus', '2016-03-04_le-bac-repart.txt'));
    await vscode.window.showTextDocument(document);
    await pollUntil(
      () => document.languageId,
      (language) => language === 'article',
      'the article',
    );
  });
});
