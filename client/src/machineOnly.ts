import * as vscode from 'vscode';
import type { ArticleClient } from './articleClient';
import { registerConcordance } from './corpus/concordance';
import { registerImportArticles } from './corpus/importArticles';
import { registerMergeNames } from './corpus/mergeNames';
import { registerCorpusNames } from './corpus/names';
import { registerPictures } from './corpus/pictures';
import { registerTables } from './corpus/tables';

/** What needs an index, threads or other programs: the browser's bundle has `web/machineOnly.ts` in its place. */
export function registerMachineOnly(client: ArticleClient, context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    registerConcordance(client),
    registerImportArticles(client),
    registerCorpusNames(client),
    registerMergeNames(client),
    registerTables(client, context.extensionUri),
    registerPictures(client, context.extensionUri),
  );
}
