import * as vscode from 'vscode';
import type { AnalysisLayer, RequestKind } from '../../../server/src/protocol';
import type { Analyses } from '../annotations/analyses';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { languageName } from '../languageNames';
import { ui } from '../ui';

/** A row of a view, with what is below it. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says, where label and description alone would be a riddle: a bare number, say. */
  readonly spoken?: string;
  readonly icon?: vscode.ThemeIcon;
  /** Where a click leads. */
  readonly range?: vscode.Range;
  readonly children?: readonly Row[];
  readonly isCollapsed?: boolean;
  /** All places that it stands for, where that is more than `range`: the row is marked while the cursor is in one. */
  readonly places?: readonly vscode.Range[];
}

/** What a view shows: what it asks the server for, and how the answer becomes rows. */
export interface ArticleViewKind<Answer> {
  readonly id: string;
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
  readonly #view: vscode.TreeView<Row>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #rows: readonly Row[] = [];
  #timer: NodeJS.Timeout | undefined;
  #cursorTimer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: ArticleClient, analyses: Analyses, kind: ArticleViewKind<Answer>) {
    this.#client = client;
    this.#analyses = analyses;
    this.#kind = kind;
    this.#document = articleOf(vscode.window.activeTextEditor);
    this.#view = vscode.window.createTreeView(kind.id, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      analyses.onDidChange((uri) => {
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

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...(row.children ?? [])];
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
    const item = new vscode.TreeItem(row.label, row.children ? (row.isCollapsed ? Collapsed : Expanded) : None);
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = row.tooltip;
    if (row.icon) item.iconPath = row.icon;
    if (row.spoken !== undefined) item.accessibilityInformation = { label: row.spoken };
    const { range } = row;
    if (range && this.#document) {
      const place = [range.start.line, range.start.character, range.end.line, range.end.character];
      item.command = {
        command: 'corpusAnnotator.goTo',
        title: ui.common.goTo,
        arguments: [this.#document.uri.toString(), ...place],
      };
    }
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
    this.#document = document;
    this.#refresh();
  }

  /** Marks the row of what the cursor is in, once it rests there. */
  #mark(cursor: vscode.Position): void {
    clearTimeout(this.#cursorTimer);
    if (!this.#view.visible) return;
    this.#cursorTimer = setTimeout(() => {
      const row = rowAt(this.#rows, cursor);
      if (row === undefined || this.#view.selection.includes(row)) return;
      // A list that is renewed meanwhile no longer has the row.
      this.#view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
    }, CURSOR_REST);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible) return;
    this.#timer = setTimeout(() => this.#changed.fire(), REST);
  }
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
