import * as vscode from 'vscode';
import { ReviewSaveRequest, ReviewWritingNotification, type WriteFailure } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { UNWRITTEN } from './menus';
import type { Reviews } from './reviews';

/**
 * Says at once where decisions cannot be written, and goes on saying so in the status bar until they are; and where they
 * wait for the text to be saved.
 */
export class Unwritten implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #reviews: Reviews;
  readonly #failures = new Map<string, WriteFailure>();
  /** Places that can only be read and were told of: each of their articles fails alike. */
  readonly #readOnly = new Set<string>();
  readonly #item = vscode.window.createStatusBarItem('corpusAnnotator.unwritten', vscode.StatusBarAlignment.Left, 51);
  readonly #waiting = vscode.window.createStatusBarItem('corpusAnnotator.waiting', vscode.StatusBarAlignment.Left, 49);
  readonly #disposables: readonly vscode.Disposable[];

  constructor(client: ArticleClient, reviews: Reviews) {
    this.#client = client;
    this.#reviews = reviews;
    this.#item.name = ui.safety.unwrittenName;
    this.#item.text = `$(error) ${ui.safety.unwritten}`;
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    this.#item.command = 'corpusAnnotator.review.tryAgain';
    this.#waiting.name = ui.safety.waitingName;
    this.#waiting.text = `$(save) ${ui.safety.waiting}`;
    this.#waiting.command = 'corpusAnnotator.review.save';
    this.#disposables = [
      this.#item,
      this.#waiting,
      vscode.commands.registerCommand('corpusAnnotator.review.tryAgain', () => this.#tryAgain()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#showWaiting()),
      vscode.workspace.onDidSaveTextDocument(() => this.#showWaiting()),
      reviews.onDidChange(() => this.#showWaiting()),
      client.onDidChangeState((state) => {
        // a new server reads what was kept, and says again what it cannot write
        if (state !== 'starting') return;
        this.#failures.clear();
        this.#show();
      }),
    ];
    client.onTold(ReviewWritingNotification, ({ uri, failed }) => this.#told(vscode.Uri.parse(uri), failed));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #told(uri: vscode.Uri, failed: WriteFailure | undefined): void {
    const key = uri.toString();
    const before = this.#failures.get(key);
    if (failed) this.#failures.set(key, failed);
    else this.#failures.delete(key);
    this.#show();
    // again where it has become worse
    if (failed && (before === undefined || (before.kept && !failed.kept))) void this.#tell(uri, failed);
  }

  async #tell(uri: vscode.Uri, { reason, kept }: WriteFailure): Promise<void> {
    if (kept && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
      this.#tellReadOnly(uri);
      return;
    }
    const [again, log] = [ui.safety.tryAgain, ui.common.showLog];
    const name = vscode.workspace.asRelativePath(uri);
    const message = kept ? ui.safety.keptAside(name, reason) : ui.safety.savedNowhere(name, reason);
    const pressed = await vscode.window.showErrorMessage(message, again, log);
    if (pressed === again) await this.#tryAgain();
    if (pressed === log) await vscode.commands.executeCommand('corpusAnnotator.showLog');
  }

  #tellReadOnly(uri: vscode.Uri): void {
    const name = vscode.workspace.getWorkspaceFolder(uri)?.name ?? uri.authority;
    if (this.#readOnly.has(name)) return;
    this.#readOnly.add(name);
    void vscode.window.showWarningMessage(ui.browser.readOnly(name));
  }

  async #tryAgain(): Promise<void> {
    for (const [key, failure] of [...this.#failures]) {
      const isWritten = await this.#client.ask(ReviewSaveRequest, { uri: key });
      if (isWritten) continue;
      // not waited for: the next one is to be tried whatever is pressed
      void this.#tell(vscode.Uri.parse(key), this.#failures.get(key) ?? failure);
    }
    if (this.#failures.size === 0) vscode.window.setStatusBarMessage(ui.safety.allWritten, 5_000);
  }

  #show(): void {
    void vscode.commands.executeCommand('setContext', UNWRITTEN, this.#failures.size > 0);
    if (this.#failures.size === 0) {
      this.#item.hide();
      return;
    }
    const lines = [...this.#failures].map(
      ([key, { reason }]) => `${vscode.workspace.asRelativePath(vscode.Uri.parse(key))}: ${reason}`,
    );
    this.#item.tooltip = [...lines, ui.safety.clickToTry].join('\n');
    this.#item.show();
  }

  #showWaiting(): void {
    const document = vscode.window.activeTextEditor?.document;
    const state = this.#reviews.state(document);
    if (document?.isDirty && !document.isUntitled && state?.pending && state.failed === undefined) this.#waiting.show();
    else this.#waiting.hide();
  }
}
