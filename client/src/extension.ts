import * as vscode from 'vscode';
import { Analyses } from './annotations/analyses';
import { QuoteDecorations } from './annotations/quoteDecorations';
import { ArticleClient } from './articleClient';
import { registerArticleCommands } from './articles/articleCommands';
import { Choices } from './articles/choices';
import { isArticle, LanguageKeeper } from './articles/languageKeeper';
import { TextProtection } from './articles/protection';
import { ProtectionStatus } from './articles/protectionStatus';
import { registerNavigation } from './navigation';
import { registerReview } from './review/index';
import { registerServerCommands } from './serverCommands';
import { Status } from './status';
import { registerArticleViews } from './views/articleViews';

let client: ArticleClient | undefined;

/** Puts the parts together. It runs for every plain text, so nothing costly is done before there is an article. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Corpus Annotator', { log: true });
  const keeper = new LanguageKeeper(new Choices(context.workspaceState), log);
  const protection = new TextProtection(context.workspaceState);
  client = new ArticleClient(context, log, (document) => protection.protects(document));
  const analyses = new Analyses(client);
  const quotes = new QuoteDecorations(analyses);
  context.subscriptions.push(
    log,
    keeper,
    protection,
    new ProtectionStatus(protection),
    analyses,
    quotes,
    new Status(client, analyses),
    registerArticleViews(client, analyses),
    registerArticleCommands(keeper),
    registerNavigation(client),
    registerReview(client, { quotes, protection, memory: context.workspaceState }),
    registerServerCommands(client, log),
    startWithFirstArticle(client),
  );
  keeper.lookAtAll();
}

/** Resolves when the server has stopped. */
export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/** Starts the server as soon as there is an article for it. */
function startWithFirstArticle(server: ArticleClient): vscode.Disposable {
  if (vscode.workspace.textDocuments.some(isArticle)) void server.start();
  return vscode.workspace.onDidOpenTextDocument((document) => {
    if (isArticle(document) && server.state === 'stopped') void server.start();
  });
}
