import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, command, openArticle, placeOf, pollUntil, read, tokensOf, write } from './support';

suite('Reviewing in a browser', () => {
  teardown(async () => {
    await command('review.leave');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Puts the cursor on words and decides. */
  async function decideOn(editor: vscode.TextEditor, words: string, name: string): Promise<void> {
    const place = placeOf(editor.document, words);
    editor.selection = new vscode.Selection(place, place);
    await command(name);
  }

  test('to confirm, to reject and to take back is written beside the text, whatever serves it', async () => {
    const editor = await openArticle('article.txt');
    assert.isUndefined(await read('article.ann'));
    await command('review.enter');
    await decideOn(editor, '12 février 2016', 'review.confirm');
    const confirmed = await pollUntil(
      () => read('article.ann'),
      (text) => text?.includes('12 février 2016') === true,
      'the confirmed date is in the file',
    );
    assert.match(confirmed ?? '', /^T1\tDATE /m);
    // The second file of a decision is written after the first.
    await pollUntil(
      () => read('article.review.jsonl'),
      (text) => text?.includes('"source":"corpus-annotator"') === true,
      'who made the date is in the file beside it',
    );
    const date = [...(await tokensOf(editor.document))].find(([words]) => words.includes('4 avril 2018'));
    assert.equal(date?.[1], 'date');
    await decideOn(editor, '4 avril 2018', 'review.reject');
    await pollUntil(
      () => read('article.review.jsonl'),
      (text) => text?.includes('"reject":"date/DATE"') === true,
      'the rejected date is in the file',
    );
    const left = await pollUntil(
      () => tokensOf(editor.document),
      (tokens) => ![...tokens.keys()].some((words) => words.includes('4 avril 2018')),
      'what is rejected has no colour',
    );
    assert.isAbove(left.size, 3);
    await command('review.undo');
    await pollUntil(
      () => read('article.review.jsonl'),
      (text) => text?.includes('"reject":"date/DATE"') === false,
      'the rejection is taken back',
    );
    assert.include((await read('article.ann')) ?? '', '12 février 2016');
    await command('review.undo');
    await pollUntil(
      () => read('article.ann'),
      (text) => text === undefined,
      'nothing is decided, and no file is left',
    );
  });

  test('what another program writes beside a text is shown', async () => {
    const editor = await openArticle('english.txt');
    const start = editor.document.getText().indexOf('London');
    assert.equal((await tokensOf(editor.document)).get('London'), 'place');
    await write('english.ann', `T1\tORG ${start} ${start + 6}\tLondon\n`);
    await pollUntil(
      () => tokensOf(editor.document),
      (tokens) => tokens.get('London') === 'organization',
      'the name has the colour that the file says',
    );
  });

  test('annotations that cannot be read are told of, and are not written over', async () => {
    const broken = 'T1\tPER nowhere\n';
    await write('wrapped.ann', broken);
    await openArticle('wrapped.txt');
    await pollUntil(
      () => vscode.languages.getDiagnostics(at('wrapped.ann')).map(({ message }) => message),
      (messages) => messages.length > 0,
      'a problem is told',
    );
    await command('review.enter');
    await command('review.next');
    await command('review.confirm');
    await new Promise((done) => setTimeout(done, 1_000));
    assert.equal(await read('wrapped.ann'), broken);
    assert.isUndefined(await read('wrapped.review.jsonl'));
  });
});
