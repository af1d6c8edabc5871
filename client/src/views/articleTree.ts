import * as vscode from 'vscode';
import type { AnalysisLayer, CorpusViewKind, RequestKind } from '../../../server/src/protocol';
import type { Analyses } from '../annotations/analyses';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { languageName } from '../languageNames';
import { ui } from '../ui';
import { type CorpusAnswer, CorpusRowsOf } from './corpusRows';
import type { PagedRows } from './pagedRows';
import type { ViewScope } from './scope';

/** A row of a view, with what is below it. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says, where label and description alone would be a riddle: a bare number, say. */
  readonly spoken?: string;
  readonly icon?: vscode.ThemeIcon;
  /** What it is, for the commands of its menu. */
  readonly context?: string;
  /** Where a click leads. */
  readonly range?: vscode.Range;
  /** The article that `range` is in, where that is not the one that is shown. */
  readonly uri?: string;
  readonly children?: readonly Row[];
  /** What is below it, fetched when it is unfolded. */
  readonly pages?: PagedRows;
  /** It stands for more rows of these: a click fetches them. */
  readonly more?: PagedRows;
  /** A name or date over all articles, for the commands of its menu. */
  readonly named?: NamedRow;
  readonly isCollapsed?: boolean;
  /** All places that it stands for, where that is more than `range`: the row is marked while the cursor is in one. */
  readonly places?: readonly vscode.Range[];
}

/** A name or date of the corpus that a folder or article is in. */
export interface NamedRow {
  readonly uri: string;
  readonly of: CorpusViewKind;
  readonly name: string;
  readonly type: string;
}

/** What a view shows: what it asks the server for, and how the answer becomes rows. */
export interface ArticleViewKind<Answer> {
  readonly id: string;
  /** What it shows of the whole corpus. */
  readonly of: CorpusViewKind;
  readonly request: RequestKind<{ readonly uri: string }, Answer | null>;
  rows(answer: Answer): readonly Row[];
  /** The kind of finding that it shows: not looked for in texts of every language. */
  readonly layer: AnalysisLayer;
  /** Said in place of rows where an article has none. */
  readonly nothing: string;
}

/** How long a view waits after an analysis, so that a burst of them asks once. In milliseconds. */
const REST = 100;
/** How long the cursor rests before its row is marked. In milliseconds. */
const CURSOR_REST = 200;

/** A view of the active article that follows the editor; empty (with the view's welcome) where there is no article. */
export class ArticleTree<Answer> implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #analyses: Analyses;
  readonly #kind: ArticleViewKind<Answer>;
  readonly #scope: ViewScope;
  readonly #corpus: CorpusRowsOf;
  readonly #view: vscode.TreeView<Row>;
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly #disposables: readonly vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #rows: readonly Row[] = [];
  /** What was last asked of the whole corpus; it holds until it is to be asked anew. */
  #asked: Promise<CorpusAnswer> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #cursorTimer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: ArticleClient, analyses: Analyses, scope: ViewScope, kind: ArticleViewKind<Answer>) {
    this.#client = client;
    this.#scope = scope;
    this.#corpus = new CorpusRowsOf(client, kind.of);
    this.#analyses = analyses;
    this.#kind = kind;
    this.#document = articleOf(vscode.window.activeTextEditor);
    this.#view = vscode.window.createTreeView(kind.id, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      scope.onDidChange(() => this.#refresh()),
      analyses.onDidChange((uri) => {
        if (this.#scope.isCorpus) return;
        this.#document ??= articleOf(vscode.window.activeTextEditor);
        if (this.#document?.isClosed || this.#document?.uri.toString() === uri.toString()) this.#refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const cursor = selections[0]?.active;
        if (cursor && textEditor.document === this.#document) this.#mark(cursor);
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#refresh();
      }),
    ];
  }

  /** The view's. */
  get id(): string {
    return this.#kind.id;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return row.pages?.shown() ?? [...(row.children ?? [])];
    return this.#scope.isCorpus ? this.#wholeCorpus() : this.#article();
  }

  /** Fetches more rows of those before one. */
  async fetchMore(row: Row): Promise<void> {
    await row.more?.next();
    // whatever it is below is shown anew, with what is there already
    this.#changed.fire(undefined);
  }

  /** Other articles are indexed: where they are shown, they are asked for again. */
  indexChanged(): void {
    if (this.#scope.isCorpus) this.#refresh();
  }

  async #wholeCorpus(): Promise<Row[]> {
    const folder = corpusFolder(this.#document);
    const filter = this.#scope.filterOf(this.#kind.of);
    this.#view.description = [ui.views.wholeCorpus, ...(filter === '' ? [] : [`“${filter}”`])].join(' · ');
    this.#rows = [];
    if (folder === undefined) {
      this.#view.message = ui.views.noCorpus;
      return [];
    }
    await this.#client.start();
    this.#asked ??= this.#corpus.roots(folder, filter);
    const { rows: shown, progress } = await this.#asked;
    const rows = await shown();
    this.#view.message = messageFor(rows, progress);
    this.#rows = rows;
    return [...rows];
  }

  async #article(): Promise<Row[]> {
    const document = this.#document;
    const shown = document && !document.isClosed && isArticle(document) ? document : undefined;
    const answer = shown && (await this.#client.ask(this.#kind.request, { uri: shown.uri.toString() }));
    const rows = answer ? [...this.#kind.rows(answer)] : [];
    this.#rows = rows;
    this.#view.message = shown && answer && rows.length === 0 ? this.#whyEmpty(shown) : undefined;
    this.#view.description = shown ? shown.uri.path.split('/').at(-1) : undefined;
    return rows;
  }

  #whyEmpty(document: vscode.TextDocument): string {
    const { layer, nothing } = this.#kind;
    const analysis = this.#analyses.get(document);
    if (analysis === undefined || analysis.layers.includes(layer)) return nothing;
    return ui.views.missing[layer](languageName(analysis.language, vscode.env.language, ui.status.unknownLanguage));
  }

  getParent(row: Row): Row | undefined {
    return this.#rows.find((parent) => parent.children?.includes(row));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const isParent = row.children !== undefined || row.pages !== undefined;
    const item = new vscode.TreeItem(row.label, isParent ? (row.isCollapsed ? Collapsed : Expanded) : None);
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = row.tooltip;
    if (row.icon) item.iconPath = row.icon;
    if (row.context !== undefined) item.contextValue = row.context;
    if (row.spoken !== undefined) item.accessibilityInformation = { label: row.spoken };
    const { range, more } = row;
    const uri = row.uri ?? this.#document?.uri.toString();
    if (range && uri !== undefined) {
      const place = [range.start.line, range.start.character, range.end.line, range.end.character];
      item.command = { command: 'corpusAnnotator.goTo', title: ui.common.goTo, arguments: [uri, ...place] };
    }
    if (more) item.command = { command: 'corpusAnnotator.views.more', title: row.label, arguments: [this.#kind.id, row] };
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#cursorTimer);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changed.dispose();
  }

  /** A panel or a view in focus is not a reason to forget the article. */
  #follow(editor: vscode.TextEditor | undefined): void {
    const document = articleOf(editor);
    if (editor && document === this.#document) return;
    if (!editor && this.#document && !this.#document.isClosed) return;
    const folder = corpusFolder(this.#document);
    this.#document = document;
    if (this.#scope.isCorpus && corpusFolder(document) === folder) return;
    this.#refresh();
  }

  /** Marks the row of what the cursor is in, once it rests there. */
  #mark(cursor: vscode.Position): void {
    clearTimeout(this.#cursorTimer);
    if (!this.#view.visible || this.#scope.isCorpus) return;
    this.#cursorTimer = setTimeout(() => {
      const row = rowAt(this.#rows, cursor);
      if (row === undefined || this.#view.selection.includes(row)) return;
      // A list that is renewed meanwhile no longer has the row.
      this.#view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
    }, CURSOR_REST);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#asked = undefined;
    if (!this.#view.visible) return;
    this.#timer = setTimeout(() => this.#changed.fire(undefined), REST);
  }
}

/** The workspace folder whose articles a view shows: that of an article, else the first. */
function corpusFolder(document: vscode.TextDocument | undefined): string | undefined {
  const own = document && vscode.workspace.getWorkspaceFolder(document.uri);
  return (own ?? vscode.workspace.workspaceFolders?.[0])?.uri.toString();
}

/** What stands over the rows of the whole corpus: how far its index is, or why there is nothing. */
function messageFor(rows: readonly Row[], progress: CorpusAnswer['progress']): string | undefined {
  if (progress === undefined) return ui.views.noIndex;
  if (progress.done < progress.of) return ui.views.soFar(progress.done, progress.of);
  return rows.length === 0 ? ui.views.nothingInCorpus : undefined;
}

/** The row of what the cursor is in; what is folded away is not unfolded for that. */
function rowAt(rows: readonly Row[], cursor: vscode.Position): Row | undefined {
  for (const row of rows) {
    const places = row.places ?? (row.range ? [row.range] : []);
    if (places.some((place) => place.contains(cursor))) return row;
    const below = row.isCollapsed ? undefined : rowAt(row.children ?? [], cursor);
    if (below) return below;
  }
  return undefined;
}

function articleOf(editor: vscode.TextEditor | undefined): vscode.TextDocument | undefined {
  return isArticle(editor?.document) ? editor.document : undefined;
}
