import * as vscode from 'vscode';
import type { ArticleClient } from './articleClient';
import { registerConcordance } from './corpus/concordance';
import { registerImportArticles } from './corpus/importArticles';
import { registerMergeNames } from './corpus/mergeNames';
import { registerCorpusNames } from './corpus/names';
import { registerPictures } from './corpus/pictures';
import { registerTables } from './corpus/tables';
import { registerLearning } from './learning/learnt';

/** What needs an index, threads or other programs: the browser's bundle has `web/machineOnly.ts` in its place. */
export function registerMachineOnly(client: ArticleClient, context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    registerConcordance(client),
    registerImportArticles(client),
    registerCorpusNames(client),
    registerMergeNames(client),
    registerLearning(client),
    registerTables(client, context.extensionUri),
    registerPictures(client, context.extensionUri),
  );
}
