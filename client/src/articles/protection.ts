import * as vscode from 'vscode';
import { readSettings } from '../config';
import { isOnDisk } from '../place';
import { PROTECTED } from '../review/menus';
import { isArticle } from './languageKeeper';
import { ReadonlyInSession } from './readonlyInSession';
import { TextGuard } from './textGuard';

/**
 * Keeps the texts of articles from being changed: in the review mode each that becomes active, and while reading where
 * `corpusAnnotator.protectText` asks for it, until the person asks to edit. VS Code's own read-only state for the session
 * does it; nothing is written into settings.
 */
export class TextProtection implements vscode.Disposable {
  readonly #readonly: ReadonlyInSession;
  readonly #guard: TextGuard;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  /** Articles that the person asked to edit, by URI. */
  readonly #allowed = new Set<string>();
  /** Articles whose text is being saved: read-only ones are not. */
  readonly #saved = new Set<string>();
  /** Articles that are about to be left: writable for a moment, and guarded all the same. */
  readonly #left = new Set<string>();
  #isReviewing = false;

  /** Another text is protected, or one no longer is. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#readonly = new ReadonlyInSession({ now: (uri) => this.#wants(uri), ever: (uri) => this.#wantsAtAll(uri) }, memory);
    this.#guard = new TextGuard({
      isGuarded: (document) => this.#isReviewing && isFile(document) && !this.#saved.has(document.uri.toString()),
      takenBack: (document) => this.#readonly.doubt(document.uri),
      save: (document) => this.save(document),
    });
    this.#disposables = [
      this.#readonly,
      this.#guard,
      this.#changed,
      vscode.commands.registerCommand('corpusAnnotator.allowEditing', () => this.#allow(true)),
      vscode.commands.registerCommand('corpusAnnotator.protectAgain', () => this.#allow(false)),
      vscode.window.tabGroups.onDidChangeTabs(() => void this.#settle()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => void this.#settle()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.#settle()),
      // a change of language opens the document again
      vscode.workspace.onDidOpenTextDocument((document) => {
        // before it is known to be an article, keys would type into it
        if (this.#isReviewing && isOnDisk(document.uri) && !document.isDirty) this.#guard.begin(document);
        void this.#settle();
      }),
      vscode.workspace.onDidSaveTextDocument(() => void this.#settle()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('corpusAnnotator.protectText'))
          void this.#settle().then(() => this.#readonly.visitOthers());
      }),
    ];
    void this.#settle();
  }

  /** Whether an article's text is kept read-only: while reviewing, or because the setting says so. */
  protects(document: vscode.TextDocument): boolean {
    return this.#readonly.isReadonly(document.uri);
  }

  /** Whether the review mode is on, and protects whatever the setting says. */
  get isReviewing(): boolean {
    return this.#isReviewing;
  }

  /** The review mode begins or ends; resolves when the active editor is read-only, or every text can be written again. */
  async review(isOn: boolean): Promise<void> {
    this.#isReviewing = isOn;
    if (!isOn) this.#guard.end();
    await this.#settle();
    if (!isOn) await this.#readonly.visitOthers();
  }

  /** Goes from the active article to another one, and leaves it as it was found: a state that stays behind is hard to reach. */
  async leaving<T>(go: () => Thenable<T>): Promise<T> {
    const key = this.#readonly.active?.toString() ?? '';
    this.#left.add(key);
    try {
      await this.#settle();
      return await go();
    } finally {
      this.#left.delete(key);
      await this.#settle();
    }
  }

  /** Saves an article's text, which VS Code does not do while it is read-only. */
  async save(document: vscode.TextDocument): Promise<void> {
    if (!document.isDirty) return;
    const key = document.uri.toString();
    const before = (this.#isReviewing ? this.#guard.textOf(document) : undefined) ?? document.getText();
    this.#saved.add(key);
    try {
      await this.#settle();
      if (document.getText() !== before) await this.#guard.takeBack(document, before);
      await document.save();
      // a key in this moment is none of the changes that VS Code may be set to make when it saves
      if (trimmed(document.getText()) !== trimmed(before)) {
        await this.#guard.takeBack(document, before);
        await document.save();
      }
    } finally {
      this.#guard.keep(document);
      this.#saved.delete(key);
      await this.#settle();
    }
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #wants(uri: vscode.Uri): boolean {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
    if (document === undefined || !isFile(document) || this.#saved.has(key) || this.#left.has(key)) return false;
    // unsaved words are somebody's work: VS Code does not save what is read-only
    return this.#isReviewing || (this.#wantsAtAll(uri) && !document.isDirty);
  }

  #wantsAtAll(uri: vscode.Uri): boolean {
    return this.#isReviewing || (readSettings(uri).protectText && !this.#allowed.has(uri.toString()));
  }

  async #settle(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (this.#isReviewing && document && isFile(document) && !this.#guard.knows(document)) {
      if (document.isDirty && savesBySelf(document)) await document.save();
      this.#guard.begin(document);
    }
    if (document) this.#guard.check(document);
    await this.#readonly.settle();
    const active = vscode.window.activeTextEditor?.document;
    await vscode.commands.executeCommand('setContext', PROTECTED, active !== undefined && this.protects(active));
    this.#changed.fire();
  }

  async #allow(isAllowed: boolean): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isArticle(document)) return;
    if (isAllowed) this.#allowed.add(document.uri.toString());
    else this.#allowed.delete(document.uri.toString());
    await this.#settle();
  }
}

/** Articles that are files: others are either read-only by themselves, or in no file yet. */
function isFile(document: vscode.TextDocument): boolean {
  return isOnDisk(document.uri) && isArticle(document);
}

/** Whether VS Code is set to save a document without being asked, which it does not do while it is read-only. */
function savesBySelf(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('files', document).get('autoSave') !== 'off';
}

/** A text without the white space that may come and go when it is saved. */
const trimmed = (text: string): string => text.replace(/[^\S\n]+$/gm, '').trimEnd();
