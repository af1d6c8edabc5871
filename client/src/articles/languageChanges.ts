import * as vscode from 'vscode';

/** Changes of language that come within this time belong together, in milliseconds. */
const GATHERED = 300;
/** How long after an occasion to reconsider VS Code may do so, in milliseconds. */
const RECONSIDERED = 3_000;
/** Whoever changes a document's language back this often, each time within the time that follows, means it. */
const MOST_REVERSIONS = 3;
const AT_ONCE = 2_000;

/**
 * Tells a user's choice of another language from VS Code's own: whenever file associations change or an extension
 * brings a language, VS Code gives every open document again the language of its name, and what an extension had set is
 * lost. A user chooses for one document, the one in front.
 */
export class LanguageChanges implements vscode.Disposable {
  readonly #onChoice: (document: vscode.TextDocument) => void;
  readonly #onReversion: (document: vscode.TextDocument) => void;
  readonly #reversions = new WeakMap<vscode.TextDocument, { readonly count: number; readonly at: number }>();
  readonly #disposables: readonly vscode.Disposable[];
  /** What has changed, and whether it was in front then: a user may go on to another file at once. */
  #gathered = new Map<vscode.TextDocument, boolean>();
  #timer: NodeJS.Timeout | undefined;
  #occasion = Number.NEGATIVE_INFINITY;

  /** `onChoice`: the user chose the language that the document has now; `onReversion`: VS Code set it by itself. */
  constructor(onChoice: (document: vscode.TextDocument) => void, onReversion: (document: vscode.TextDocument) => void) {
    this.#onChoice = onChoice;
    this.#onReversion = onReversion;
    const occasion = () => {
      this.#occasion = Date.now();
    };
    this.#disposables = [
      vscode.extensions.onDidChange(occasion),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('files.associations')) occasion();
      }),
    ];
  }

  /** A document's language became another, and not by this extension. The answer comes a moment later. */
  add(document: vscode.TextDocument): void {
    this.#gathered.set(document, document === vscode.window.activeTextEditor?.document);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), GATHERED);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #settle(): void {
    const gathered = this.#gathered;
    this.#gathered = new Map();
    const isOccasion = Date.now() - this.#occasion <= RECONSIDERED;
    for (const [document, wasInFront] of gathered) {
      const isChoice = !isOccasion && ((gathered.size === 1 && wasInFront) || this.#isInsisted(document));
      if (isChoice) this.#onChoice(document);
      else this.#onReversion(document);
    }
  }

  /** Counts a reversion; whether another extension, say, goes on setting what this one sets back. */
  #isInsisted(document: vscode.TextDocument): boolean {
    const before = this.#reversions.get(document);
    const at = Date.now();
    const count = before && at - before.at < AT_ONCE ? before.count + 1 : 1;
    this.#reversions.set(document, { count, at });
    return count > MOST_REVERSIONS;
  }
}
