import * as vscode from 'vscode';
import type { ArticleClient } from '../articleClient';
import { CONCORDANCE_COMMANDS } from '../corpus/declarations';
import { registerQuotes } from '../corpus/quotes';
import { IN_BROWSER_KEY, needsMachine } from '../machineCommands';
import { tellNotHere } from './notHere';

/** Served here all the same: a hit of no concordance is never under the cursor. */
const SERVED = new Set(['copyQuote', 'search.openBeside']);

/** Stands in for `machineOnly.ts`: what is not there is said. */
export function registerMachineOnly(client: ArticleClient): vscode.Disposable {
  void vscode.commands.executeCommand('setContext', IN_BROWSER_KEY, true);
  const names = Object.keys(CONCORDANCE_COMMANDS).filter((name) => needsMachine(name) && !SERVED.has(name));
  return vscode.Disposable.from(
    registerQuotes(client, () => undefined),
    ...names.map((name) => vscode.commands.registerCommand(`corpusAnnotator.${name}`, tellNotHere)),
  );
}
