import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, open, openArticle, type PaintedToken, paint, paintedTokens, pause } from './support';

/** The texts of the tokens of one type, in the order of the document. */
const textsOf = (tokens: readonly PaintedToken[], type: string) =>
  tokens.filter((token) => token.type === type).map(({ text }) => text);

suite('Colours', () => {
  teardown(closeEverything);

  test('persons, places and dates of a French article are painted', async () => {
    const { document } = await openArticle('article.txt');
    const tokens = await paint(document);
    assert.deepEqual(
      textsOf(tokens, 'person').filter((text) => /Kermadec|Vauquelin/.test(text)),
      ['Élise Kermadec', 'Armand Vauquelin', 'Armand Vauquelin', 'Élise Kermadec'],
    );
    const places = textsOf(tokens, 'place');
    for (const place of ['Bretagne', 'Brest', 'Rennes', 'Paris']) assert.ok(places.includes(place), `${place} among ${places}`);
    const dates = textsOf(tokens, 'date').join('; ');
    for (const date of ['12 février 2016', 'janvier dernier', '4 avril 2018'])
      assert.ok(dates.includes(date), `${date} among ${dates}`);
  });

  test('and those of an English one', async () => {
    const { document } = await openArticle('english.txt');
    const tokens = await paint(document);
    assert.deepEqual(textsOf(tokens, 'person'), ['Margaret Ashdown', 'Margaret Ashdown']);
    const dates = textsOf(tokens, 'date').join('; ');
    for (const date of ['next month', '3 October 2017', '2 July 2019']) assert.ok(dates.includes(date), `${date} among ${dates}`);
  });

  test('tokens follow one another, on one line each', async () => {
    for (const name of ['article.txt', 'english.txt', 'windows.txt', 'decomposed.txt']) {
      const { document } = await openArticle(name);
      const tokens = await paint(document);
      tokens.forEach(({ range, text }, index) => {
        assert.ok(text.length > 0 && range.isSingleLine, `${name}: “${text}”`);
        assert.ok(document.validateRange(range).isEqual(range), `${name}: “${text}” stands within its line`);
        const before = tokens[index - 1];
        assert.ok(
          !before || before.range.end.isBeforeOrEqual(range.start),
          `${name}: “${before?.text}” and “${text}” do not overlap`,
        );
      });
    }
  });

  test('the colours of a part are those of the whole', async () => {
    const { document } = await openArticle('article.txt');
    const whole = await paint(document);
    const lines = new vscode.Range(2, 0, 4, document.lineAt(4).text.length);
    const part = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      lines,
    );
    assert.equal(part.data.length / 5, whole.filter(({ range }) => lines.contains(range)).length);
  });

  test('plain text has none', async () => {
    await paint((await openArticle('article.txt')).document);
    const { document } = await open('notes.txt');
    await pause(500);
    assert.deepEqual(await paintedTokens(document), []);
  });
});
