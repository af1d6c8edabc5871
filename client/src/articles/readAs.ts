import * as vscode from 'vscode';
import { isOnDisk } from '../place';
import { ui } from '../ui';
import { folderName } from './folderNotice';
import { isArticle, type LanguageKeeper, type Reading } from './languageKeeper';

const TEXTS: vscode.DocumentSelector = ['plaintext', 'article', 'markdown', 'html'].map((language) => ({ language }));

interface Way extends vscode.QuickPickItem {
  readonly run: () => unknown;
}

/** Says at the language's name what a text is read as and why; a click changes it. */
export class ReadAs implements vscode.Disposable {
  readonly #keeper: LanguageKeeper;
  readonly #item = vscode.languages.createLanguageStatusItem('corpusAnnotator.readAs', TEXTS);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(keeper: LanguageKeeper) {
    this.#keeper = keeper;
    this.#item.name = ui.readAs.name;
    this.#item.command = { command: 'corpusAnnotator.readAs', title: ui.readAs.change };
    this.#disposables = [
      this.#item,
      vscode.commands.registerCommand('corpusAnnotator.readAs', () => this.#choose()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidOpenTextDocument(() => this.#update()),
      keeper.onDidAnswer((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.#update();
      }),
    ];
    this.#update();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return;
    const reading = this.#keeper.reading(document);
    this.#item.text = isArticle(document) ? ui.readAs.article : ui.status.notArticle;
    this.#item.busy = reading === 'asking';
    this.#item.detail = whyOf(reading) ?? '';
  }

  async #choose(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
      void vscode.window.showInformationMessage(ui.articles.openTextFirst);
      return;
    }
    const name = vscode.workspace.asRelativePath(document.uri);
    const picked = await vscode.window.showQuickPick(this.#ways(document), {
      title: ui.readAs.title(name),
      placeHolder: whyOf(this.#keeper.reading(document)) ?? ui.readAs.change,
    });
    if (picked && 'run' in picked) await picked.run();
  }

  #ways(document: vscode.TextDocument): readonly (Way | vscode.QuickPickItem)[] {
    const { uri } = document;
    const now = isArticle(document);
    const mark = (isNow: boolean) => (isNow ? { description: ui.readAs.now } : {});
    const choose = (target: vscode.Uri, as: 'article' | 'plain' | 'auto') => () => this.#keeper.choose([target], as);
    const ways: (Way | vscode.QuickPickItem)[] = [
      { label: `$(book) ${ui.readAs.article}`, ...mark(now), run: choose(uri, 'article') },
      { label: `$(file) ${ui.readAs.plain}`, ...mark(!now), run: choose(uri, 'plain') },
      { label: `$(sparkle) ${ui.readAs.byItself}`, run: choose(uri, 'auto') },
    ];
    const folder = vscode.Uri.joinPath(uri, '..');
    if (isOnDisk(uri) && vscode.workspace.getWorkspaceFolder(folder)) {
      ways.push(
        { label: ui.readAs.folder(folderName(folder)), kind: vscode.QuickPickItemKind.Separator },
        { label: `$(folder) ${ui.readAs.folderArticles}`, run: choose(folder, 'article') },
        { label: `$(folder) ${ui.readAs.folderPlain}`, run: choose(folder, 'plain') },
        { label: `$(folder) ${ui.readAs.byItself}`, run: choose(folder, 'auto') },
      );
    }
    const run = (command: string, ...args: unknown[]) => ({ run: () => vscode.commands.executeCommand(command, ...args) });
    ways.push({ label: ui.readAs.more, kind: vscode.QuickPickItemKind.Separator });
    if (now) ways.push({ label: `$(calendar) ${ui.readAs.setDate}`, ...run('corpusAnnotator.setArticleDate') });
    ways.push(
      { label: `$(regex) ${ui.readAs.headers}`, ...run('corpusAnnotator.headerPatternsFromFolder') },
      {
        label: `$(settings-gear) ${ui.status.settings}`,
        ...run('workbench.action.openSettings', '@ext:corpus-annotator.corpus-annotator articles'),
      },
    );
    return ways;
  }
}

/** Why a text is read as it is, in words; undefined where nothing is known yet. */
function whyOf(reading: Reading | undefined): string | undefined {
  if (reading === undefined || reading === 'asking') return undefined;
  return reading === 'nothing' ? ui.readAs.noWords : reading.explanation;
}
