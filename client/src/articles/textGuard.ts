import * as vscode from 'vscode';
import { ui } from '../ui';

/** What the guard asks and tells. */
export interface Guarding {
  /** Whether a document's text must not change now. */
  readonly isGuarded: (document: vscode.TextDocument) => boolean;
  /** A change was taken back. */
  readonly takenBack: (document: vscode.TextDocument) => void;
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
  readonly #watch: vscode.Disposable;

  constructor(guarding: Guarding) {
    this.#guarding = guarding;
    this.#watch = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && guarding.isGuarded(document)) void this.#look(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString())),
    );
  }

  knows(document: vscode.TextDocument): boolean {
    return this.#known.has(document.uri.toString());
  }

  /** From now on a text is to stay as it is. */
  begin(document: vscode.TextDocument): void {
    if (!this.#known.has(document.uri.toString())) this.keep(document);
  }

  /** A text was changed with good reason: it is to stay as it is now. */
  keep(document: vscode.TextDocument): void {
    this.#known.set(document.uri.toString(), { text: document.getText(), written: whenWritten(document.uri) });
  }

  /** No text is to stay as it is any longer. */
  end(): void {
    this.#known.clear();
  }

  dispose(): void {
    this.#watch.dispose();
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known === undefined || this.#busy.has(key)) return;
    this.#busy.add(key);
    let isDone = true;
    try {
      const isReloaded = !document.isDirty && (await known.written) !== (await whenWritten(document.uri));
      if (isReloaded) this.keep(document);
      else if (document.getText() !== known.text) isDone = await this.takeBack(document, known.text);
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
