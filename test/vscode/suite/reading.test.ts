import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, flattened, hoverText, openArticle, outline, paint, pointAt, rangeOf } from './support';

async function openAnalysed(name: string): Promise<vscode.TextDocument> {
  const { document } = await openArticle(name);
  await paint(document);
  return document;
}

suite('Hovers', () => {
  teardown(closeEverything);

  test('on a person: the name, the kind, and that there are other mentions', async () => {
    const text = await hoverText(await openAnalysed('article.txt'), 'Armand Vauquelin');
    assert.match(text, /Armand Vauquelin/);
    assert.match(text, /person/i);
    assert.match(text, /\b2\b/);
    assert.match(text, /command:corpusAnnotator\.goTo/);
  });

  test('on a date: the day it means and its value', async () => {
    const text = await hoverText(await openAnalysed('article.txt'), '12 février 2016');
    assert.match(text, /12 February 2016|February 12, 2016/);
    assert.match(text, /2016-02-12/);
  });

  test('on a relative date: the month it means and what that was resolved against', async () => {
    const text = await hoverText(await openAnalysed('article.txt'), 'janvier dernier');
    assert.match(text, /January 2018/);
    assert.match(text, /2018-01/);
    assert.match(text, /2018-03|March 2018/);
  });

  test('on a quotation: who says it, and the words that tell so', async () => {
    const text = await hoverText(await openAnalysed('article.txt'), 'ne se fera pas');
    assert.match(text, /Élise Kermadec/);
    assert.match(text, /a déclaré/);
  });

  test('on the pronoun that speaks: who that is, with office and number of quotes', async () => {
    const text = await hoverText(await openAnalysed('article.txt'), 't-il');
    assert.match(text, /“il” is \*\*Armand Vauquelin\*\*, \*maire de Brest\*, \[2 quotes here\]/);
  });

  test('on an English quotation too', async () => {
    const text = await hoverText(await openAnalysed('english.txt'), 'waited long');
    assert.match(text, /Margaret Ashdown/);
    assert.match(text, /said/);
  });

  test('nothing on an ordinary word', async () => {
    assert.equal(await hoverText(await openAnalysed('article.txt'), 'conseil régional'.slice(0, 4)), '');
  });
});

suite('Outline and structure', () => {
  teardown(closeEverything);

  test('the outline has quotations with their speakers, and dates with their days', async () => {
    const document = await openAnalysed('article.txt');
    const found = flattened(await outline(document));
    const symbols = found.map(({ name, detail }) => `${name} ${detail}`);
    const holds = (...words: string[]) => symbols.some((symbol) => words.every((word) => symbol.includes(word)));
    const speaker = found.find(({ children }) => children.some(({ name }) => name.startsWith('Ce tunnel')));
    assert.equal(speaker?.name, 'Élise Kermadec', symbols.join('\n'));
    assert.ok(holds('12 février 2016', '2016'), symbols.join('\n'));
  });

  test('every symbol lies in the one above it, and what it selects in itself', async () => {
    const document = await openAnalysed('article.txt');
    const check = (symbol: vscode.DocumentSymbol) => {
      assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
      for (const child of symbol.children) {
        assert.ok(symbol.range.contains(child.range), `${child.name} in ${symbol.name}`);
        check(child);
      }
    };
    const symbols = await outline(document);
    assert.ok(symbols.length > 0);
    symbols.forEach(check);
  });

  test('paragraphs of several lines fold', async () => {
    const document = await openAnalysed('wrapped.txt');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const firstLine = rangeOf(document, 'Les premiers coups').start.line;
    assert.ok(
      ranges.some(({ start, end }) => start === firstLine && end === firstLine + 3),
      JSON.stringify(ranges),
    );
    for (const { start, end } of ranges) assert.ok(start >= 0 && start < end && end < document.lineCount);
  });

  test('the selection grows from a name to its sentence, its quotation or its paragraph', async () => {
    const document = await openAnalysed('article.txt');
    const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [pointAt(document, 'Élise Kermadec')],
    );
    const steps: string[] = [];
    for (let range = innermost; range; range = range.parent as vscode.SelectionRange) steps.push(document.getText(range.range));
    assert.ok(steps.includes('Élise Kermadec'), steps.join('\n'));
    const sentence = steps.find((step) => step.startsWith('« Ce tunnel') && step.trimEnd().endsWith('à Rennes.'));
    assert.ok(sentence, steps.join('\n'));
    assert.ok(steps.some((step) => step.includes('conseil régional.') && step.includes('Ce tunnel')));
  });
});

suite('Mentions of an entity', () => {
  teardown(closeEverything);

  const places = async (command: string, document: vscode.TextDocument, words: string, nth = 0) => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      command,
      document.uri,
      pointAt(document, words, nth),
    );
    return found.map((place) => ('targetUri' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range));
  };

  test('go to definition leads to the first mention', async () => {
    const document = await openAnalysed('article.txt');
    const [first] = await places('vscode.executeDefinitionProvider', document, 'Élise Kermadec', 1);
    assert.deepEqual(first, rangeOf(document, 'Élise Kermadec'));
  });

  test('find references finds each mention', async () => {
    const document = await openAnalysed('article.txt');
    const found = await places('vscode.executeReferenceProvider', document, 'Élise Kermadec');
    for (const nth of [0, 1]) {
      const mention = rangeOf(document, 'Élise Kermadec', nth);
      assert.ok(
        found.some((range) => range.isEqual(mention)),
        `mention ${nth + 1}`,
      );
    }
  });

  test('the mentions of the entity at the cursor are highlighted', async () => {
    const document = await openAnalysed('article.txt');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      pointAt(document, 'Armand Vauquelin'),
    );
    const texts = found.map(({ range }) => document.getText(range));
    assert.equal(texts.filter((text) => text.includes('Vauquelin')).length, 2);
    assert.ok(!texts.some((text) => text.includes('Kermadec')));
  });
});
