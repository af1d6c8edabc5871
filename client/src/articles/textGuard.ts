import * as vscode from 'vscode';
import { ui } from '../ui';

/** So long it may take until a file that is opened is found to be an article, in milliseconds. */
const SOON = 5_000;

/** What the guard asks and tells. */
export interface Guarding {
  /** Whether a document's text must not change now. */
  readonly isGuarded: (document: vscode.TextDocument) => boolean;
  /** A change was taken back. */
  readonly takenBack: (document: vscode.TextDocument) => void;
  /** Saves a document that is read-only. */
  readonly save: (document: vscode.TextDocument) => Promise<void>;
}

/** A text as it was when it was last in order, and when its file was written. */
interface Known {
  readonly text: string;
  readonly written: Promise<number | undefined>;
}

/**
 * Takes back what changes a guarded text all the same: another extension's edit, which a read-only editor does not keep
 * out, or a key in the moment before an editor that is just being shown is read-only. What was changed in its file is left.
 */
export class TextGuard implements vscode.Disposable {
  readonly #guarding: Guarding;
  readonly #known = new Map<string, Known>();
  readonly #busy = new Set<string>();
  /** What was changed in the editor since it was last in order, and not in its file. */
  readonly #typed = new Set<string>();
  readonly #watch: vscode.Disposable;

  constructor(guarding: Guarding) {
    this.#guarding = guarding;
    this.#watch = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        if (document.isDirty && this.knows(document)) this.#typed.add(document.uri.toString());
        this.check(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri)),
    );
  }

  knows(document: vscode.TextDocument): boolean {
    return this.#known.has(document.uri.toString());
  }

  /** How a text is to stay; undefined where it may change. */
  textOf(document: vscode.TextDocument): string | undefined {
    return this.#known.get(document.uri.toString())?.text;
  }

  /** From now on a text is to stay as it is. Of what does not turn out to be guarded soon, nothing is remembered. */
  begin(document: vscode.TextDocument): void {
    if (this.knows(document)) return;
    this.keep(document);
    if (!this.#guarding.isGuarded(document)) setTimeout(() => this.#forgetUnlessGuarded(document.uri), SOON);
  }

  /** Looks whether a text is as it is to be. */
  check(document: vscode.TextDocument): void {
    const known = this.textOf(document);
    if (known !== undefined && known !== document.getText() && this.#guarding.isGuarded(document)) void this.#look(document);
  }

  /** A text was changed with good reason: it is to stay as it is now. */
  keep(document: vscode.TextDocument): void {
    this.#known.set(document.uri.toString(), { text: document.getText(), written: whenWritten(document.uri) });
    this.#typed.delete(document.uri.toString());
  }

  /** No text is to stay as it is any longer. */
  end(): void {
    this.#known.clear();
    this.#typed.clear();
  }

  dispose(): void {
    this.#watch.dispose();
  }

  /** A document that gets another language is closed and opened again at once: its text is still to stay as it was. */
  #closed(uri: vscode.Uri): void {
    setTimeout(() => {
      const isOpen = vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
      if (!isOpen) this.#forget(uri);
    }, 0);
  }

  #forgetUnlessGuarded(uri: vscode.Uri): void {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document === undefined || !this.#guarding.isGuarded(document)) this.#forget(uri);
  }

  #forget(uri: vscode.Uri): void {
    this.#known.delete(uri.toString());
    this.#typed.delete(uri.toString());
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known === undefined || this.#busy.has(key)) return;
    this.#busy.add(key);
    let isDone = true;
    try {
      const isRewritten = (await known.written) !== (await whenWritten(document.uri));
      if (isRewritten && !this.#typed.has(key)) this.keep(document);
      else if (document.getText() !== known.text) {
        isDone = await this.takeBack(document, known.text);
        // VS Code may have saved by itself what was typed
        if (isDone && isRewritten) await this.#guarding.save(document);
      }
    } finally {
      this.#busy.delete(key);
    }
    // changed once more meanwhile
    if (isDone && this.#guarding.isGuarded(document) && document.getText() !== this.#known.get(key)?.text)
      await this.#look(document);
  }

  /** Makes a text what it was; false where that cannot be. */
  async takeBack(document: vscode.TextDocument, text: string): Promise<boolean> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length)), text);
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    this.#guarding.takenBack(document);
    vscode.window.setStatusBarMessage(ui.safety.takenBack, 5_000);
    return true;
  }
}

async function whenWritten(uri: vscode.Uri): Promise<number | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).mtime;
  } catch {
    return undefined;
  }
}
