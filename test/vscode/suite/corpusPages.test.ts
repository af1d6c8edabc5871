import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeEverything, openArticle, pollUntil } from './support';

/** The tab in front: what it is called, and of which kind its page is. */
const inFront = (): { readonly label: string; readonly kind: string } => {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return { label: tab?.label ?? '', kind: tab?.input instanceof vscode.TabInputWebview ? tab.input.viewType : '' };
};

const shown = (label: string, kind: 'table' | 'picture') =>
  pollUntil(inFront, (tab) => tab.label === label && tab.kind.endsWith(`corpusAnnotator.${kind}`), `the page ${label}`);

const tabs = (): readonly string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

suite('Tables and pictures of a corpus', () => {
  teardown(closeEverything);

  test('a table is asked for by its kind, and each has its tab', async () => {
    await openArticle('english.txt');
    await answering(
      ({ choices }) => choices.find((choice) => choice === 'Speakers'),
      async () => {
        await vscode.commands.executeCommand('corpusAnnotator.corpus.tables');
      },
    );
    await shown('Speakers', 'table');
    await vscode.commands.executeCommand('corpusAnnotator.corpus.tables', 'words');
    await shown('Word list', 'table');
    assert.ok(tabs().includes('Speakers'), 'the other table is there');
  });

  test('the dashboard and the pictures open, of the corpus and of the open article', async () => {
    await openArticle('english.txt');
    await vscode.commands.executeCommand('corpusAnnotator.corpus.dashboard');
    await shown('Dashboard', 'picture');
    await vscode.commands.executeCommand('corpusAnnotator.corpus.pictures', 'map');
    await shown('Map of places', 'picture');
    await openArticle('english.txt');
    await vscode.commands.executeCommand('corpusAnnotator.corpus.articleTimeline');
    await shown('Time line english.txt', 'picture');
  });
});
