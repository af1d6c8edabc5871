import * as vscode from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/protocol';
import { isArticle } from '../articles/languageKeeper';
import type { TextProtection } from '../articles/protection';
import { readSettings } from '../config';
import { ui } from '../ui';
import type { ReviewCommands } from './commands';
import { isCopy, tellCopy } from './copies';
import { keyHelp } from './keyHelp';
import { type KeyedType, meaningOf, takesExactly, waitsForPerson } from './keys';
import { REVIEWING } from './menus';
import { announce, type Reviews } from './reviews';
import { Turns } from './turns';

/** What stands before a key that Alt is held with. */
const EXACTLY = 'alt+';

/**
 * The review mode: single keys decide in articles instead of typing, until Escape. The text is read-only meanwhile. The
 * status bar says that it is on, and how to leave it.
 */
export class ReviewMode implements vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #commands: ReviewCommands;
  readonly #protection: TextProtection;
  readonly #changed = new vscode.EventEmitter<boolean>();
  readonly #item = vscode.window.createStatusBarItem('corpusAnnotator.review', vscode.StatusBarAlignment.Left, 50);
  readonly #disposables: readonly vscode.Disposable[];
  /** Each key decides on what the one before has gone on to. */
  readonly #turns = new Turns();
  #isOn = false;

  readonly onDidChange = this.#changed.event;

  constructor(reviews: Reviews, commands: ReviewCommands, protection: TextProtection) {
    this.#reviews = reviews;
    this.#protection = protection;
    this.#commands = commands;
    commands.onKey = (key) => this.#key(key);
    this.#item.name = ui.mode.name;
    this.#item.command = 'corpusAnnotator.review.leave';
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    const register = vscode.commands.registerCommand;
    this.#disposables = [
      this.#item,
      this.#changed,
      register('corpusAnnotator.review.enter', () => this.#enter()),
      register('corpusAnnotator.review.leave', () => this.#leave()),
      register('corpusAnnotator.review.save', () => this.#save()),
      register('corpusAnnotator.review.key', (key: unknown) => this.#keyOr(key)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      reviews.onDidChange(() => this.#show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${SETTINGS_SECTION}.reviewKeys`)) this.#show();
      }),
    ];
    // it may have been left on by an extension host that has ended
    void vscode.commands.executeCommand('setContext', REVIEWING, false);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #enter(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isArticle(document)) return;
    if (document.isUntitled) await this.#offerSaving();
    else if (isCopy(document)) tellCopy();
    else {
      // the mode is on at once; keys that come before something is selected are kept until then
      const isOn = this.#set(true);
      await this.#turns.take(async () => {
        await isOn;
        await this.#commands.run('next');
      });
    }
  }

  /** What is in no file yet cannot be made read-only: a key without a meaning would type into it. */
  async #offerSaving(): Promise<void> {
    const save = ui.safety.saveAs;
    const message = ui.safety.noFileYet;
    const pressed = await vscode.window.showInformationMessage(message, save);
    if (pressed === save) await vscode.commands.executeCommand('workbench.action.files.saveAs');
  }

  async #leave(): Promise<void> {
    if (!this.#isOn) return;
    await this.#set(false);
    announce(ui.safety.modeOff);
  }

  async #set(isOn: boolean): Promise<void> {
    this.#isOn = isOn;
    this.#commands.isModeOn = isOn;
    this.#show();
    this.#changed.fire(isOn);
    await this.#protection.review(isOn);
  }

  async #save(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (isArticle(document)) await this.#protection.save(document);
  }

  #show(): void {
    const { document } = vscode.window.activeTextEditor ?? {};
    const holds = this.#isOn && isArticle(document) && !document.isUntitled;
    void vscode.commands.executeCommand('setContext', REVIEWING, this.#isOn && !document?.isUntitled);
    if (!holds) {
      this.#item.hide();
      return;
    }
    const progress = this.#reviews.state(document)?.progress;
    const count = progress ? ` ${progress.reviewed}/${progress.total}` : '';
    this.#item.text = `$(checklist) ${ui.mode.label}${count} · ${ui.safety.escapeLeaves}`;
    this.#item.show();
    void this.#explain(document);
  }

  async #explain(document: vscode.TextDocument): Promise<void> {
    this.#item.tooltip = keyHelp(await this.#reviews.schema(document), readSettings().reviewKeys);
  }

  /** A key with Alt that another command has is that command's, unless it takes something exactly here. */
  async #keyOr(said: unknown): Promise<void> {
    if (typeof said === 'string') return this.#key(said);
    const { key, otherwise } = (said ?? {}) as { readonly key?: unknown; readonly otherwise?: unknown };
    if (typeof key !== 'string' || typeof otherwise !== 'string') return;
    const { document } = vscode.window.activeTextEditor ?? {};
    const plain = key.slice(EXACTLY.length);
    const meaning = isArticle(document)
      ? meaningOf(plain, await this.#reviews.schema(document), readSettings().reviewKeys)
      : undefined;
    if (takesExactly(meaning) && (await this.#commands.isOwnSelection(typeof meaning === 'string'))) await this.#key(key);
    else await vscode.commands.executeCommand(otherwise);
  }

  async #key(key: string): Promise<void> {
    const pressedIn = vscode.window.activeTextEditor?.document;
    let answered: Promise<void> | undefined;
    await this.#turns.take(async () => {
      const { document } = vscode.window.activeTextEditor ?? {};
      // it was meant for the article that was looked at
      if (!isArticle(document) || document !== pressedIn) return;
      // with Alt, what the key without it does, on exactly what is selected
      const isExact = key.startsWith(EXACTLY);
      const plain = isExact ? key.slice(EXACTLY.length) : key;
      const meaning = meaningOf(plain, await this.#reviews.schema(document), readSettings().reviewKeys);
      if (meaning === undefined) return;
      if (typeof meaning !== 'string') await this.#commands.setType(meaning satisfies KeyedType, isExact);
      else if (waitsForPerson(meaning)) answered = this.#commands.run(meaning, undefined, isExact);
      else await this.#commands.run(meaning, undefined, isExact);
    });
    await answered;
  }
}
