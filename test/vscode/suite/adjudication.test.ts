import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeEverything, openArticle, pollUntil, workspaceFile } from './support';

const { fs } = vscode.workspace;
const read = async (name: string): Promise<string> =>
  fs.readFile(workspaceFile(name)).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => '',
  );
const write = (name: string, text: string): Thenable<void> => fs.writeFile(workspaceFile(name), Buffer.from(text));
const accept = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

suite('Adjudication and finished articles', () => {
  teardown(closeEverything);

  test('a gold folder is written choice by choice, and the annotators’ files stay as they are', async () => {
    const text = await read('article.txt');
    const line = (id: string, type: string, words: string): string => {
      const start = text.indexOf(words);
      return `${id}\t${type} ${start} ${start + words.length}\t${words}\n`;
    };
    const first = line('T1', 'LOC', 'Rennes') + line('T2', 'LOC', 'Bretagne');
    const second = line('T1', 'LOC', 'Rennes') + line('T2', 'ORG', 'Bretagne');
    for (const [name, ann] of [
      ['anna', first],
      ['ben', second],
    ] as const) {
      await write(`judged/${name}/a.txt`, text);
      await write(`judged/${name}/a.ann`, ann);
    }
    const folders = ['anna', 'ben'].map((name) => workspaceFile(`judged/${name}`));
    const gold = workspaceFile('judged/gold');
    const done = vscode.commands.executeCommand('corpusAnnotator.adjudicate', { gold, folders, order: 'text' });
    await pollUntil(
      () => read('judged/gold/a.ann'),
      (ann) => ann.includes('Rennes'),
      'what both say is taken over',
    );
    assert.ok(!(await read('judged/gold/a.ann')).includes('Bretagne'), 'what they differ in waits');
    await pollUntil(
      async () => {
        await accept();
        return read('judged/gold/a.ann');
      },
      (ann) => ann.includes('LOC') && ann.includes('Bretagne'),
      'Enter takes the first variant',
    );
    await done;
    await pollUntil(
      () => read('judged/gold/a.review.jsonl'),
      (review) => review.includes('"reject":"entity/ORG"'),
      'the other variant is refused',
    );
    assert.equal(await read('judged/anna/a.ann'), first);
    assert.equal(await read('judged/ben/a.ann'), second);
  });

  test('an export through its pickers: format, form, what, where; the report says what was lost', async () => {
    const text = await read('article.txt');
    const at = text.indexOf('Rennes');
    await write('exported/a.txt', text);
    await write('exported/a.ann', `T1\tLOC ${at} ${at + 6}\tRennes\n#1\tAnnotatorNotes T1\tville\n`);
    await write('exported/metadata.csv', 'id,date,title\na,2017-01,"Un, deux"\n');
    const { window } = vscode;
    const { showOpenDialog } = window;
    Object.assign(window, { showOpenDialog: async () => [workspaceFile('taken')] });
    try {
      const choices = ['CSV', 'excel-semicolon', 'confirmed'];
      const asked = await answering(
        () => choices.shift(),
        async () => {
          await vscode.commands.executeCommand('corpusAnnotator.export');
        },
      );
      assert.deepEqual(choices, [], 'each was asked');
      assert.ok(asked[1]?.choices.some((label) => label.includes('excel-semicolon')));
      const table = await pollUntil(
        () => read('taken/annotations.csv'),
        (csv) => csv.includes('Rennes'),
        'the table is written',
      );
      assert.ok(table.startsWith('\ufeff'), 'for Excel');
      const row = table.split('\r\n').find((line) => line.includes('exported/a') && line.includes('Rennes'));
      assert.ok(row?.includes(';ville') && row.includes('2017-01') && row.includes('Un, deux'), row);
    } finally {
      Object.assign(window, { showOpenDialog });
    }
  });

  test('an article is finished, which its review file and the Progress view know, and open again', async () => {
    const text = await read('article.txt');
    await write('finished/one.txt', text);
    await write('finished/two.txt', text.replace('2018-03', '2018-04'));
    await openArticle('finished/one.txt');
    await vscode.commands.executeCommand('corpusAnnotator.review.finish');
    await pollUntil(
      () => read('finished/one.review.jsonl'),
      (review) => review.includes('"article":"finished"'),
      'it is said',
    );
    assert.equal(await read('finished/one.ann'), '');
    await vscode.commands.executeCommand('corpusAnnotator.review.folderProgress');
    await vscode.commands.executeCommand('corpusAnnotator.review.nextUnfinished', workspaceFile('finished'));
    await pollUntil(
      () => vscode.window.activeTextEditor?.document.uri.path ?? '',
      (path) => path.endsWith('finished/two.txt'),
      'the next that is open is shown',
    );
    await vscode.commands.executeCommand('corpusAnnotator.review.reopen', workspaceFile('finished/one.txt'));
    await pollUntil(
      () => read('finished/one.review.jsonl'),
      (review) => !review.includes('"article"'),
      'it is open again',
    );
  });
});
