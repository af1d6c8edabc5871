import * as vscode from 'vscode';
import type { ArticleClient } from './articleClient';

/** The commands about the server and its log. */
export function registerServerCommands(client: ArticleClient, log: vscode.LogOutputChannel): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.restartServer', () => client.restart()),
    register('corpusAnnotator.showLog', () => log.show()),
  );
}
