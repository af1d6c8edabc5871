import * as vscode from 'vscode';

const SET = 'workbench.action.files.setActiveEditorReadonlyInSession';
const RESET = 'workbench.action.files.resetActiveEditorReadonlyInSession';
/** Under this name the files are remembered that may be read-only: the state outlives a crash of the extension. */
const MEMORY = 'readonlyInSession';
/** Whoever switches between editors faster than this many times is waited for at the next one. */
const TRIES = 5;
/** More files than this are not shown one after the other to make them writable: each is when it is shown next. */
const MOST_VISITED = 40;

/** Which files are to be read-only: that of the active editor now, and any as soon as it is shown again. */
export interface Wanted {
  readonly now: (uri: vscode.Uri) => boolean;
  readonly ever: (uri: vscode.Uri) => boolean;
}

/**
 * VS Code's read-only state of files for the session, as wanted. Its commands know the active editor alone, and what they
 * set outlives the editor: so each file that was made read-only is remembered until it is writable again, which happens
 * at the latest when it is shown next.
 */
export class ReadonlyInSession implements vscode.Disposable {
  readonly #wanted: Wanted;
  readonly #memory: vscode.Memento;
  /** `unknown`: a command may have met this file or another one. `before`: from before the extension was started. */
  readonly #states = new Map<string, 'readonly' | 'unknown' | 'before'>();
  /** What was active while a command was under way: it acts on one of these. */
  #met: Set<string> | undefined;
  #queue: Promise<void> = Promise.resolve();
  readonly #watch: vscode.Disposable;

  constructor(wanted: Wanted, memory: vscode.Memento) {
    this.#wanted = wanted;
    this.#memory = memory;
    for (const uri of memory.get<readonly string[]>(MEMORY, [])) this.#states.set(uri, 'before');
    const meet = (): void => {
      const { active } = this;
      if (active) this.#met?.add(active.toString());
    };
    this.#watch = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(meet),
      vscode.window.tabGroups.onDidChangeTabGroups(meet),
    );
  }

  /** What the commands act on: the file of the active editor, of a comparison its right side. */
  get active(): vscode.Uri | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputTextDiff || input instanceof vscode.TabInputNotebookDiff) return input.modified;
    const hasUri =
      input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputNotebook;
    return hasUri ? input.uri : undefined;
  }

  isReadonly(uri: vscode.Uri): boolean {
    return this.#states.get(uri.toString()) === 'readonly';
  }

  /** Somebody may have changed a file's state: it is set again. */
  doubt(uri: vscode.Uri): Promise<void> {
    if (this.#states.has(uri.toString())) this.#states.set(uri.toString(), 'unknown');
    return this.settle();
  }

  /** Brings the active editor's file into the state that is wanted; resolves when it is. */
  settle(): Promise<void> {
    return this.#enqueue(() => this.#settle());
  }

  /** Makes writable what is no longer wanted read-only and is not active: shows each for a moment. */
  visitOthers(): Promise<void> {
    return this.#enqueue(() => this.#visitOthers());
  }

  dispose(): void {
    this.#watch.dispose();
  }

  #enqueue(run: () => Promise<void>): Promise<void> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #settle(): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const { active } = this;
      if (active === undefined) return;
      const key = active.toString();
      const state = this.#states.get(key);
      const wanted = this.#wanted.now(active);
      if (wanted ? state === 'readonly' : state === undefined) return;
      // before the command: a crash in the middle must not leave a file that nobody remembers
      this.#states.set(key, 'unknown');
      this.#remember();
      this.#met = new Set([key]);
      await vscode.commands.executeCommand(wanted ? SET : RESET);
      const met = [...this.#met];
      this.#met = undefined;
      if (met.length === 1) {
        if (wanted) this.#states.set(key, 'readonly');
        else this.#states.delete(key);
      } else for (const one of met) this.#states.set(one, 'unknown');
      this.#remember();
    }
  }

  async #visitOthers(): Promise<void> {
    const origin = vscode.window.activeTextEditor;
    const others = [...this.#states]
      .filter(([, state]) => state !== 'before')
      .map(([key]) => vscode.Uri.parse(key))
      .filter((uri) => !this.#wanted.ever(uri));
    if (others.length === 0 || others.length > MOST_VISITED) return;
    for (const uri of others) {
      const open = tabsOf(uri)[0];
      if (this.#wanted.ever(uri)) continue;
      try {
        const viewColumn = open?.group.viewColumn ?? vscode.ViewColumn.Active;
        await vscode.window.showTextDocument(uri, { viewColumn, preview: open?.isPreview ?? false });
      } catch {
        // The file is no more; another one may come to have its name, and be shown.
        this.#states.set(uri.toString(), 'before');
        continue;
      }
      await this.#settle();
      if (!open) await vscode.window.tabGroups.close(tabsOf(uri), true);
    }
    this.#remember();
    if (origin)
      await vscode.window.showTextDocument(origin.document, { viewColumn: origin.viewColumn ?? vscode.ViewColumn.Active });
  }

  #remember(): void {
    void this.#memory.update(MEMORY, this.#states.size === 0 ? undefined : [...this.#states.keys()]);
  }
}

function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
