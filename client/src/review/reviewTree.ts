import * as vscode from 'vscode';
import type { LostItemInfo, ReviewItemInfo, ReviewStatus } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import { isArticle } from '../articles/languageKeeper';
import { ui } from '../ui';
import type { ReviewTarget } from './commands';
import { nothingListed, pickListing } from './listings';
import type { Reviews } from './reviews';

const ICONS: Readonly<Record<ReviewStatus, string>> = {
  suggested: 'circle-outline',
  confirmed: 'pass-filled',
  rejected: 'circle-slash',
  doubtful: 'question',
};

interface Entry extends ReviewTarget {
  readonly lost?: LostItemInfo;
}

/** How long the view waits after a change, so that a burst of them asks once. In milliseconds. */
const REST = 100;

/** What is left to decide in the active article, in the order of the text, and the decisions that lost their words. */
export class ReviewTree implements vscode.TreeDataProvider<Entry>, vscode.Disposable {
  readonly #reviews: Reviews;
  readonly #view: vscode.TreeView<Entry>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
    this.#document = vscode.window.activeTextEditor?.document;
    this.#view = vscode.window.createTreeView('corpusAnnotator.review', { treeDataProvider: this });
    this.#disposables = [
      this.#view,
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!editor) return;
        this.#document = editor.document;
        this.#refresh();
      }),
      reviews.onDidChange((uri) => {
        if (this.#document?.uri.toString() === uri.toString()) this.#refresh();
      }),
      reviews.onDidChangeListing(() => this.#changed.fire()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refresh()),
      vscode.commands.registerCommand('corpusAnnotator.review.filter', () => this.#chooseFilter()),
      vscode.commands.registerCommand('corpusAnnotator.review.forget', (entry?: Entry) => this.#forget(entry)),
      vscode.commands.registerCommand('corpusAnnotator.review.place', (entry?: Entry) => this.#place(entry)),
    ];
  }

  async getChildren(entry?: Entry): Promise<Entry[]> {
    const document = this.#document;
    if (entry || document === undefined || document.isClosed || !isArticle(document)) {
      this.#view.message = undefined;
      return [];
    }
    const answer = await this.#reviews.items(document, this.#reviews.listing);
    if (answer === undefined) return [];
    const { progress } = answer;
    this.#view.description = ui.tree.progress(progress.reviewed, progress.total);
    const state = this.#reviews.state(document);
    const isDone = answer.items.length + answer.lost.length === 0;
    this.#view.message =
      state?.readOnly ?? (isDone ? nothingListed(this.#reviews.listing) : this.#reviews.listing.name || undefined);
    const uri = document.uri.toString();
    return [...answer.lost.map((lost) => ({ uri, lost })), ...answer.items.map((item) => ({ uri, item }))];
  }

  getTreeItem({ uri, item, lost }: Entry): vscode.TreeItem {
    if (lost) {
      const row = new vscode.TreeItem(lost.words);
      row.description = ui.tree.wordsGone(lost.title);
      row.tooltip = lost.note;
      row.iconPath = new vscode.ThemeIcon('warning');
      row.contextValue = 'lost';
      return row;
    }
    return item ? itemRow(uri, item) : new vscode.TreeItem('');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changed.dispose();
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    if (this.#view.visible) this.#timer = setTimeout(() => this.#changed.fire(), REST);
  }

  async #chooseFilter(): Promise<void> {
    const schema = this.#document && (await this.#reviews.schema(this.#document));
    const listing = await pickListing(schema);
    if (listing) this.#reviews.listing = listing;
  }

  async #forget(entry: Entry | undefined): Promise<void> {
    if (entry?.lost) await this.#reviews.apply(entry.uri, [{ kind: 'forget', lost: [entry.lost.id] }]);
  }

  /** Puts a decision that lost its words on the words that are selected. */
  async #place(entry: Entry | undefined): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!entry?.lost || editor?.document.uri.toString() !== vscode.Uri.parse(entry.uri).toString()) return;
    if (editor.selection.isEmpty) {
      void vscode.window.showInformationMessage(ui.tree.selectPlace);
      return;
    }
    await this.#reviews.apply(entry.uri, [{ kind: 'place', lost: entry.lost.id, ranges: [editor.selection] }]);
  }
}

function itemRow(uri: string, item: ReviewItemInfo): vscode.TreeItem {
  const row = new vscode.TreeItem(item.words);
  const score = item.score === undefined ? undefined : `${Math.round(item.score * 100)} %`;
  const value = item.layer === 'date' ? item.attributes.value : undefined;
  row.description = [item.title, item.speakerName, value, score].filter(Boolean).join(' · ');
  const was = item.was && ui.tree.decidedOn(item.was);
  row.tooltip = [item.words, was, item.note, item.sources.join(', ')].filter(Boolean).join('\n\n');
  row.iconPath = new vscode.ThemeIcon(ICONS[item.status]);
  row.contextValue = item.status;
  row.accessibilityInformation = { label: [item.words, row.description, ui.tree.statuses[item.status]].join(', ') };
  const range = item.ranges[0] && toRange(item.ranges[0]);
  if (range) {
    const { start, end } = range;
    row.command = {
      command: 'corpusAnnotator.goTo',
      title: ui.common.goTo,
      arguments: [uri, start.line, start.character, end.line, end.character],
    };
  }
  return row;
}
