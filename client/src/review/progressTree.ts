import * as vscode from 'vscode';
import { type ArticleOutcome, OutcomesRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { labelWords, type Outcomes, outcomeWords } from './outcomes';

type State = ArticleOutcome['state'];
/** Articles that have a value of a label. */
interface LabelFilter {
  readonly label: string;
  readonly value: string;
}
type Filter = State | 'changed' | 'all' | LabelFilter;

/** A folder with the articles below it, or an article. Commands of their menus get them, and look for the `resourceUri`. */
type Node =
  | { readonly kind: 'folder'; readonly resourceUri: vscode.Uri; readonly articles: readonly ArticleOutcome[] }
  | { readonly kind: 'article'; readonly resourceUri: vscode.Uri; readonly outcome: ArticleOutcome };

const ICONS: Readonly<Record<State, string>> = { finished: 'pass-filled', aside: 'circle-slash', open: 'circle-outline' };
/** How long the view waits after a change. In milliseconds. */
const REST = 300;

/** How far people are with the articles of each folder; a folder opens its next article that is not finished. */
export class ProgressTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  #filter: Filter = 'all';
  /** The values of labels that articles have. */
  #labels: readonly LabelFilter[] = [];
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: ArticleClient, outcomes: Outcomes) {
    this.#client = client;
    this.#view = vscode.window.createTreeView('corpusAnnotator.progress', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#changed,
      outcomes.onDidChange(() => this.#refresh()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#refresh()),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refresh()),
      vscode.commands.registerCommand('corpusAnnotator.review.filterProgress', (filter?: Filter) => this.#chooseFilter(filter)),
      vscode.commands.registerCommand('corpusAnnotator.review.folderProgress', () => this.#show()),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === 'article') return [];
    if (node)
      return node.articles
        .filter((outcome) => this.#isShown(outcome))
        .map((outcome) => ({ kind: 'article', resourceUri: vscode.Uri.parse(outcome.uri), outcome }));
    const all: ArticleOutcome[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      await this.#client.start();
      all.push(...((await this.#client.ask(OutcomesRequest, { uri: uri.toString() })) ?? []));
    }
    this.#view.description = counts(all);
    this.#labels = labelsOf(all);
    this.#view.message = this.#filter === 'all' ? undefined : ui.outcomes.only(filterWords(this.#filter));
    const folders = new Map<string, ArticleOutcome[]>();
    for (const outcome of all) {
      const folder = outcome.uri.slice(0, outcome.uri.lastIndexOf('/'));
      folders.set(folder, [...(folders.get(folder) ?? []), outcome]);
    }
    return [...folders]
      .map(([uri, articles]): Node => ({ kind: 'folder', resourceUri: vscode.Uri.parse(uri), articles }))
      .filter((folder) => folder.kind === 'folder' && folder.articles.some((outcome) => this.#isShown(outcome)));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'folder') {
      const item = new vscode.TreeItem(folderName(node.resourceUri), vscode.TreeItemCollapsibleState.Collapsed);
      item.description = counts(node.articles);
      item.iconPath = vscode.ThemeIcon.Folder;
      item.contextValue = 'folder';
      item.resourceUri = node.resourceUri;
      item.tooltip = ui.outcomes.openNext;
      item.command = {
        command: 'corpusAnnotator.review.nextUnfinished',
        title: ui.outcomes.openNext,
        arguments: [node.resourceUri],
      };
      return item;
    }
    const { outcome, resourceUri: uri } = node;
    const item = new vscode.TreeItem(uri.path.split('/').at(-1) ?? '');
    item.description = outcome.state === 'open' ? (outcome.labels ?? []).map(labelWords).join(' · ') : outcomeWords(outcome);
    item.iconPath = new vscode.ThemeIcon(outcome.changed ? 'warning' : ICONS[outcome.state]);
    item.accessibilityInformation = { label: `${item.label}, ${outcomeWords(outcome)}` };
    item.contextValue = outcome.state;
    item.resourceUri = uri;
    item.command = { command: 'vscode.open', title: '', arguments: [uri] };
    return item;
  }

  #isShown({ state, changed, labels = [] }: ArticleOutcome): boolean {
    const filter = this.#filter;
    if (typeof filter === 'object')
      return labels.some(({ label, values }) => label === filter.label && values.includes(filter.value));
    return filter === 'all' || filter === state || (filter === 'changed' && changed !== undefined);
  }

  async #chooseFilter(given: Filter | undefined): Promise<void> {
    const filters: readonly Filter[] = ['all', 'open', 'finished', 'aside', 'changed', ...this.#labels];
    const items = filters.map((filter) => ({ label: filterWords(filter), filter }));
    const picked = given ?? (await vscode.window.showQuickPick(items, { placeHolder: ui.outcomes.filter }))?.filter;
    if (picked === undefined) return;
    this.#filter = picked;
    this.#changed.fire();
  }

  async #show(): Promise<void> {
    await vscode.commands.executeCommand('corpusAnnotator.progress.focus');
    this.#changed.fire();
  }

  #refresh(): void {
    if (!this.#view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), REST);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** A folder below the one that is open, or the name of that one itself, whose path tells nobody anything. */
function folderName(uri: vscode.Uri): string {
  const whole = vscode.workspace.getWorkspaceFolder(uri);
  return whole?.uri.toString() === uri.toString() ? whole.name : vscode.workspace.asRelativePath(uri);
}

/** A filter for people. */
const filterWords = (filter: Filter): string =>
  typeof filter === 'string' ? ui.outcomes.filters[filter] : labelWords({ title: filter.label, values: [filter.value] });

/** Every value of every label that articles have, once, in the order of their names. */
function labelsOf(outcomes: readonly ArticleOutcome[]): readonly LabelFilter[] {
  const all = outcomes.flatMap(({ labels = [] }) =>
    labels.flatMap(({ label, values }) => values.map((value) => [JSON.stringify([label, value]), { label, value }] as const)),
  );
  return [...new Map(all)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, filter]) => filter);
}

/** How many articles are finished, set aside and open. */
function counts(outcomes: readonly ArticleOutcome[]): string {
  const of = (wanted: State): number => outcomes.filter(({ state }) => state === wanted).length;
  return ui.outcomes.counts(of('finished'), of('aside'), of('open'));
}
