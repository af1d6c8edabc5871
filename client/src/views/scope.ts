import * as vscode from 'vscode';
import type { CorpusViewKind } from '../../../server/src/protocol';
import { ui } from '../ui';

const REMEMBERED = 'views.wholeCorpus';
/** Typing in the filter's box rests so long before the rows follow, in milliseconds. */
const REST = 150;

/** Whether the views show the active article or the whole corpus, and what of it; remembered in the workspace. */
export class ViewScope implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #filters = new Map<CorpusViewKind, string>();
  readonly #registered: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#tell();
    const register = vscode.commands.registerCommand;
    this.#registered = vscode.Disposable.from(
      register('corpusAnnotator.views.showCorpus', () => this.#set(true)),
      register('corpusAnnotator.views.showArticle', () => this.#set(false)),
      register('corpusAnnotator.views.filterSpeakers', () => this.#filter('speakers')),
      register('corpusAnnotator.views.filterDates', () => this.#filter('dates')),
      register('corpusAnnotator.views.filterEntities', () => this.#filter('entities')),
    );
  }

  get isCorpus(): boolean {
    return this.#memory.get(REMEMBERED, false);
  }

  /** What the rows of a view are to have in them. */
  filterOf(of: CorpusViewKind): string {
    return this.#filters.get(of) ?? '';
  }

  async #set(isCorpus: boolean): Promise<void> {
    await this.#memory.update(REMEMBERED, isCorpus);
    this.#tell();
    this.#changed.fire();
  }

  #tell(): void {
    void vscode.commands.executeCommand('setContext', 'corpusAnnotator.wholeCorpus', this.isCorpus);
  }

  /** Asks what rows are to have in them; they follow what is typed, Escape takes it back. */
  async #filter(of: CorpusViewKind): Promise<void> {
    if (!this.isCorpus) await this.#set(true);
    const box = vscode.window.createInputBox();
    const before = this.filterOf(of);
    box.title = ui.views.filter;
    box.prompt = ui.views.filterPrompt;
    box.value = before;
    let timer: NodeJS.Timeout | undefined;
    const take = (words: string): void => {
      clearTimeout(timer);
      if (words === this.filterOf(of)) return;
      this.#filters.set(of, words);
      this.#changed.fire();
    };
    let isTaken = false;
    box.onDidChangeValue((words) => {
      clearTimeout(timer);
      timer = setTimeout(() => take(words.trim()), REST);
    });
    box.onDidAccept(() => {
      isTaken = true;
      take(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      if (!isTaken) take(before);
      box.dispose();
    });
    box.show();
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}
