import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, extension, hoverText, open, openArticle, paint, paintedTokens, pollUntil, waitFor } from './support';

/** The process ids of the language servers that this extension host has started. */
function serverProcesses(): readonly number[] {
  const server = path.join(extension().extensionPath, 'dist', 'server.js');
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s/.exec(line) ?? [];
    return Number(parent) === process.pid && line.includes(server) ? [Number(pid)] : [];
  });
}

suite('Robustness', () => {
  teardown(closeEverything);

  test('a killed server comes back, and nothing typed is lost', async function () {
    if (process.platform === 'win32') this.skip();
    const editor = await openArticle('article.txt');
    await paint(editor.document);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\nLe 9 juin 2016, Armand Vauquelin a été élu.\n'));
    // One that was restarted before may still be on its way out.
    const before = await pollUntil(serverProcesses, ({ length }) => length === 1, 'one server runs');
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await waitFor(() => serverProcesses().some((pid) => !before.includes(pid)), 'another server runs');
    const isAnalysed = (text: string) => /9 June 2016|June 9, 2016/.test(text);
    await pollUntil(() => hoverText(editor.document, '9 juin 2016'), isAnalysed, 'the typed date is known to the new server');
    await pollUntil(
      () => paintedTokens(editor.document),
      (tokens) => tokens.some(({ text }) => text === 'Élise Kermadec'),
      'names are painted again',
    );
  });

  test('300 open articles do no harm', async function () {
    this.timeout(300_000);
    for (let number = 1; number <= 300; number++) await open(`many/${String(number).padStart(3, '0')}.txt`);
    const opened = () =>
      vscode.workspace.textDocuments.filter(({ fileName }) => path.basename(path.dirname(fileName)) === 'many');
    assert.equal(opened().length, 300);
    await pollUntil(
      () => opened().filter(({ languageId }) => languageId === 'article').length,
      (articles) => articles === 300,
      'all are articles',
    );
    const { document } = await openArticle('english.txt');
    const tokens = await paint(document);
    assert.ok(tokens.some(({ text }) => text === 'Margaret Ashdown'));
    for (const each of opened().slice(-3)) assert.ok((await paint(each)).some(({ text }) => text === 'Élise Kermadec'));
  });
});
