import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openArticle, paint, pollUntil, rangeOf } from './support';

/** Runs a step and returns the words it selects, once the selection is another. */
async function step(editor: vscode.TextEditor, command: string): Promise<string> {
  const before = editor.selection;
  await vscode.commands.executeCommand(`corpusAnnotator.${command}`);
  await pollUntil(
    () => editor.selection,
    (selection) => !selection.isEqual(before),
    `${command} moves the selection`,
  );
  return editor.document.getText(editor.selection);
}

async function openAtStart(name: string): Promise<vscode.TextEditor> {
  const editor = await openArticle(name);
  await paint(editor.document);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}

suite('Navigation', () => {
  teardown(closeEverything);

  test('next date goes from date to date, over the end to the first, and back', async () => {
    const editor = await openAtStart('article.txt');
    const seen: string[] = [];
    for (let count = 0; count < 12 && seen.indexOf(seen.at(-1) ?? '') === seen.length - 1; count++) {
      seen.push(await step(editor, 'nextDate'));
    }
    const round = seen.slice(0, -1);
    assert.ok(
      round.some((words) => words.includes('12 février 2016')),
      round.join(' | '),
    );
    assert.ok(
      round.some((words) => words.includes('4 avril 2018')),
      round.join(' | '),
    );
    assert.equal(seen.at(-1), seen[0]);
    assert.equal(await step(editor, 'previousDate'), round.at(-1));
  });

  test('next and previous entity', async () => {
    const editor = await openAtStart('article.txt');
    const first = await step(editor, 'nextEntity');
    const second = await step(editor, 'nextEntity');
    assert.notEqual(first, '');
    assert.notEqual(second, '');
    assert.equal(await step(editor, 'previousEntity'), first);
  });

  test('next quote selects a quotation, and can be repeated', async () => {
    const editor = await openAtStart('article.txt');
    const quotes = [await step(editor, 'nextQuote'), await step(editor, 'nextQuote'), await step(editor, 'nextQuote')];
    assert.equal(new Set(quotes).size, 3);
    const all = quotes.join(' | ');
    assert.match(all, /Ce tunnel ne se fera pas/);
    const place = rangeOf(editor.document, 'Ce tunnel ne se fera pas').start;
    await pollUntil(
      () => editor.visibleRanges,
      (ranges) => ranges.some((range) => range.contains(place)) || ranges.length === 0,
      'the first quotation is in sight',
    );
  });

  test('next quote by this speaker stays with the speaker', async () => {
    const editor = await openAtStart('article.txt');
    const start = rangeOf(editor.document, 'On nous promet').start;
    editor.selection = new vscode.Selection(start, start);
    assert.match(await step(editor, 'nextQuoteBySpeaker'), /la décision a été prise/);
  });

  test('next mention goes to the same person', async () => {
    const editor = await openAtStart('article.txt');
    const { start } = rangeOf(editor.document, 'Élise Kermadec');
    editor.selection = new vscode.Selection(start, start);
    assert.match(await step(editor, 'nextMention'), /Kermadec/);
    assert.ok(editor.selection.start.isAfter(start));
  });

  test('a link of a hover selects the place it names', async () => {
    const editor = await openAtStart('article.txt');
    const range = rangeOf(editor.document, 'Armand Vauquelin', 1);
    await vscode.commands.executeCommand(
      'corpusAnnotator.goTo',
      editor.document.uri.toString(),
      range.start.line,
      range.start.character,
      range.end.line,
      range.end.character,
    );
    const selected = () => editor.document.getText(vscode.window.activeTextEditor?.selection);
    await pollUntil(selected, (words) => words === 'Armand Vauquelin', 'the place is selected');
    // What comes from elsewhere and makes no sense does nothing.
    await vscode.commands.executeCommand('corpusAnnotator.goTo', editor.document.uri.toString(), 'x');
    assert.equal(selected(), 'Armand Vauquelin');
  });

  test('the server can be restarted, and colours come again', async () => {
    const editor = await openAtStart('english.txt');
    await vscode.commands.executeCommand('corpusAnnotator.restartServer');
    const tokens = await paint(editor.document);
    assert.ok(tokens.length > 0);
  });
});
