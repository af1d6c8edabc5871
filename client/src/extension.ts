import * as vscode from 'vscode';
import { Analyses } from './annotations/analyses';
import { QuoteDecorations } from './annotations/quoteDecorations';
import { ArticleClient } from './articleClient';
import { registerArticleCommands } from './articles/articleCommands';
import { Choices } from './articles/choices';
import { Choosing } from './articles/choosing';
import { registerDateCommand } from './articles/dateCommand';
import { registerFolderNotice } from './articles/folderNotice';
import { registerHeaderForms } from './articles/headerForms';
import { isArticle, LanguageKeeper } from './articles/languageKeeper';
import { registerForeignNotice } from './articles/otherForms';
import { TextProtection } from './articles/protection';
import { ProtectionStatus } from './articles/protectionStatus';
import { ReadAs } from './articles/readAs';
import { registerReopening } from './articles/reopening';
import { registerFirstSteps } from './firstSteps/index';
import { registerMachineOnly } from './machineOnly';
import { registerNavigation } from './navigation';
import { registerReports } from './report';
import { registerReview } from './review/index';
import { registerServerCommands } from './serverCommands';
import { Status } from './status';
import { registerArticleViews } from './views/articleViews';

let client: ArticleClient | undefined;

/** Puts the parts together. It runs for every plain text, so nothing costly is done before there is an article. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Corpus Annotator', { log: true });
  const memory = context.workspaceState;
  const protection = new TextProtection(memory);
  client = new ArticleClient(context, log, (document) => protection.protects(document));
  const choosing = new Choosing(client, new Choices(memory));
  const keeper = new LanguageKeeper(client, choosing, log);
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
    registerArticleViews(client, analyses, memory),
    registerArticleCommands(keeper),
    new ReadAs(keeper),
    registerFolderNotice(keeper, memory),
    registerReopening(keeper, memory),
    registerDateCommand(client),
    registerHeaderForms(client),
    registerForeignNotice(),
    registerReports(),
    takeOverChoices(client, choosing),
    registerNavigation(client),
    registerMachineOnly(client, context),
    registerReview(client, { quotes, protection, memory }),
    registerServerCommands(client, log),
    startWithFirstArticle(client),
    registerFirstSteps(context),
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

/** What the editor kept of choices goes to their projects as soon as there is a server to write it. */
function takeOverChoices(server: ArticleClient, choosing: Choosing): vscode.Disposable {
  const once = server.onDidChangeState((state) => {
    if (state !== 'running') return;
    once.dispose();
    void choosing.takeOver();
  });
  return once;
}
