import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, extension, openArticle } from './support';

suite('Commands', () => {
  teardown(closeEverything);

  test('every command of the manifest is there to be run', async () => {
    await openArticle('english.txt');
    const { commands } = extension().packageJSON.contributes as { commands: { command: string }[] };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
