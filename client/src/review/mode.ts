import * as vscode from 'vscode';
import { isArticle } from '../articles/languageKeeper';
import type { ReviewCommands } from './commands';
import { keyHelp } from './keyHelp';
import { type KeyedType, meaningOf } from './keys';
import { REVIEWING } from './menus';
import type { Reviews } from './reviews';

/**
 * The review mode: single keys decide in articles instead of typing, until Escape. The status bar says that it is on.
 */
export class ReviewMode implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #commands: ReviewCommands;
  readonly #changed = new vscode.EventEmitter<boolean>();
  readonly #item = vscode.window.createStatusBarItem('corpusAnnotator.review', vscode.StatusBarAlignment.Left, 50);
  readonly #disposables: readonly vscode.Disposable[];
  #isOn = false;

  readonly onDidChange = this.#changed.event;

  constructor(reviews: Reviews, commands: ReviewCommands) {
    this.#reviews = reviews;
    this.#commands = commands;
    this.#item.name = vscode.l10n.t('Review mode');
    this.#item.command = 'corpusAnnotator.review.leave';
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    const register = vscode.commands.registerCommand;
    this.#disposables = [
      this.#item,
      this.#changed,
      register('corpusAnnotator.review.enter', () => this.#enter()),
      register('corpusAnnotator.review.leave', () => this.#set(false)),
      register('corpusAnnotator.review.key', (key: unknown) => typeof key === 'string' && this.#key(key)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      reviews.onDidChange(() => this.#show()),
    ];
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #enter(): Promise<void> {
    if (!isArticle(vscode.window.activeTextEditor?.document)) return;
    this.#set(true);
    await this.#commands.run('next');
  }

  #set(isOn: boolean): void {
    this.#isOn = isOn;
    void vscode.commands.executeCommand('setContext', REVIEWING, isOn);
    this.#show();
    this.#changed.fire(isOn);
  }

  #show(): void {
    const { document } = vscode.window.activeTextEditor ?? {};
    if (!this.#isOn || !isArticle(document)) {
      this.#item.hide();
      return;
    }
    const progress = this.#reviews.state(document)?.progress;
    const count = progress ? ` ${progress.reviewed}/${progress.total}` : '';
    this.#item.text = `$(checklist) ${vscode.l10n.t('Review')}${count}`;
    this.#item.show();
    void this.#explain(document);
  }

  async #explain(document: vscode.TextDocument): Promise<void> {
    this.#item.tooltip = keyHelp(await this.#reviews.schema(document));
  }

  async #key(key: string): Promise<void> {
    const { document } = vscode.window.activeTextEditor ?? {};
    if (!isArticle(document)) return;
    const meaning = meaningOf(key, await this.#reviews.schema(document));
    if (meaning === undefined) return;
    if (typeof meaning === 'string') await this.#commands.run(meaning);
    else await this.#commands.setType(meaning satisfies KeyedType);
  }
}
