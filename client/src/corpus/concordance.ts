import * as vscode from 'vscode';
import { IndexRequest, type SearchLine, type SearchParams, SearchRequest, type SearchResult } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { askWith } from '../review/longAsk';
import { ui } from '../ui';
import { pickWorkspaceFolder } from '../workspaceFolder';
import { CONCORDANCE_SCHEME } from './declarations';
import { type Current, LineDecisions } from './lineDecisions';
import { LineMarks } from './lineMarks';
import { Shown } from './shown';

/** Searches a folder and shows what was found as a read-only document, a hit a line. */
export function registerConcordance(client: ArticleClient): vscode.Disposable {
  const concordances = new Concordances(client);
  const register = vscode.commands.registerCommand;
  const selector = { scheme: CONCORDANCE_SCHEME };
  return vscode.Disposable.from(
    concordances,
    vscode.workspace.registerTextDocumentContentProvider(CONCORDANCE_SCHEME, concordances),
    vscode.languages.registerDefinitionProvider(selector, concordances),
    register('corpusAnnotator.search', (query?: unknown) => concordances.search(typeof query === 'string' ? query : undefined)),
    register('corpusAnnotator.search.sort', () => concordances.sort()),
    register('corpusAnnotator.search.open', () => concordances.open()),
    register('corpusAnnotator.index.pause', () => pauseIndexing(client)),
  );
}

class Concordances implements vscode.TextDocumentContentProvider, vscode.DefinitionProvider {
  readonly #client: ArticleClient;
  readonly #shown = new Map<string, Shown>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #marks = new LineMarks();
  readonly #decisions: LineDecisions;
  readonly #parts: readonly vscode.Disposable[];
  #last = '';

  constructor(client: ArticleClient) {
    this.#client = client;
    this.#decisions = new LineDecisions(client, {
      active: () => this.#currentOf(vscode.window.activeTextEditor),
      visible: () => this.#visible(),
      repaint: (shown) => this.#repaint(shown),
      relay: (shown) => this.#changed.fire(this.#uriOf(shown)),
    });
    this.#parts = [
      this.#changed,
      this.#marks,
      this.#decisions,
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#paint(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#paint(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const { editor } of this.#visible()) if (editor.document === document) this.#paint(editor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === CONCORDANCE_SCHEME) this.#shown.delete(uri.path);
      }),
    ];
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#shown.get(uri.path)?.layout.text ?? ui.report.gone;
  }

  provideDefinition(document: vscode.TextDocument, { line }: vscode.Position): vscode.Location | undefined {
    const hit = this.#hitAt(document, line);
    return hit && new vscode.Location(vscode.Uri.parse(hit.uri), toRange(hit.range));
  }

  /** Asks for a query, until it can be read or is given up, and shows what it finds. */
  async search(given: string | undefined): Promise<void> {
    const folder = await pickFolder();
    if (folder === undefined) return;
    let problem: { readonly query: string; readonly message: string } | undefined;
    for (let query = given ?? (await this.#askFor(undefined)); query; query = await this.#askFor(problem)) {
      this.#last = query;
      const params = { uri: folder.toString(), query };
      const result = await askWith(this.#client, ui.search.searching, SearchRequest, params);
      if (result === undefined) return;
      if (result.problem === undefined) return this.#show(params, result);
      problem = { query, message: result.problem };
    }
  }

  /** Undefined where it was given up. */
  #askFor(problem: { readonly query: string; readonly message: string } | undefined): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const selected = editor?.document.uri.scheme === CONCORDANCE_SCHEME ? '' : editor?.document.getText(editor.selection);
    const box = vscode.window.createInputBox();
    box.title = ui.search.title;
    box.prompt = ui.search.prompt;
    box.placeholder = ui.search.example;
    box.value = problem?.query ?? (selected && !/[\r\n]/.test(selected) ? selected : this.#last);
    // what VS Code's own validation says is not shown before something is typed
    box.validationMessage = problem?.message;
    return new Promise((resolve) => {
      box.onDidChangeValue(() => {
        box.validationMessage = undefined;
      });
      box.onDidAccept(() => {
        resolve(box.value);
        box.hide();
      });
      box.onDidHide(() => {
        resolve(undefined);
        box.dispose();
      });
      box.show();
    });
  }

  /** Searches again, and sorts by what the person chooses. */
  async sort(): Promise<void> {
    const shown = this.#currentOf(vscode.window.activeTextEditor)?.shown;
    if (shown === undefined) return;
    const picked = await vscode.window.showQuickPick(
      Object.entries(ui.search.sortKeys).map(([key, label]) => ({ label, key })),
      { placeHolder: ui.search.sortBy },
    );
    if (picked === undefined) return;
    const sort =
      picked.key === 'left'
        ? ['left1', 'left2', 'left3']
        : picked.key === 'right'
          ? ['right1', 'right2', 'right3']
          : [picked.key];
    const params = { ...shown.params, sort };
    const result = await askWith(this.#client, ui.search.searching, SearchRequest, params);
    if (result !== undefined) await this.#show(params, result);
  }

  /** Opens the hit of the line that the cursor is on. */
  async open(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const hit = editor && this.#hitAt(editor.document, editor.selection.active.line);
    if (hit === undefined) return;
    await vscode.window.showTextDocument(vscode.Uri.parse(hit.uri), { selection: toRange(hit.range), preview: true });
  }

  async #show(params: SearchParams, result: SearchResult): Promise<void> {
    const nameOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    const help = [ui.search.howToOpen, ui.search.howToDecide];
    const notes = [
      result.total,
      ...(result.left > 0 ? [ui.search.left(result.left)] : []),
      ...result.skipped.map(({ uri, message }) => `${nameOf(uri)}: ${message}`),
      ...(result.lines.length > 0 ? help : []),
    ];
    const shown = new Shown(params, result.lines, { notes, fileOf: nameOf, undecided: ui.search.undecided });
    const uri = this.#uriOf(shown);
    this.#shown.set(uri.path, shown);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const first = new vscode.Position(shown.layout.firstLine, 0);
    if (shown.lines.length > 0) editor.selection = new vscode.Selection(first, first);
    this.#paint(editor);
  }

  /** Each query has a document of its own. */
  #uriOf({ params }: Shown): vscode.Uri {
    const name = `${ui.search.tab} ${params.query}`.replace(/[\\/:?#*"<>|\s]+/g, ' ').trim();
    return vscode.Uri.from({ scheme: CONCORDANCE_SCHEME, path: `/${name}` });
  }

  #hitAt({ uri }: vscode.TextDocument, line: number): SearchLine | undefined {
    return uri.scheme === CONCORDANCE_SCHEME ? this.#shown.get(uri.path)?.at(line) : undefined;
  }

  #currentOf(editor: vscode.TextEditor | undefined): Current | undefined {
    if (editor?.document.uri.scheme !== CONCORDANCE_SCHEME) return undefined;
    const shown = this.#shown.get(editor.document.uri.path);
    return shown && { editor, shown };
  }

  #visible(): readonly Current[] {
    return vscode.window.visibleTextEditors.flatMap((editor) => this.#currentOf(editor) ?? []);
  }

  #repaint(shown: Shown): void {
    for (const one of this.#visible()) if (one.shown === shown) this.#marks.draw(one.editor, shown);
  }

  #paint(editor: vscode.TextEditor): void {
    const current = this.#currentOf(editor);
    // a document that still has its former lines is painted when it changes
    if (current === undefined || editor.document.lineCount !== current.shown.lineCount) return;
    this.#marks.draw(editor, current.shown);
    this.#decisions.look();
  }
}

/** Pauses the analysis of articles for the indexes, or goes on with it, and says so. */
async function pauseIndexing(client: ArticleClient): Promise<void> {
  await client.start();
  const state = await client.ask(IndexRequest, {});
  const now = state && (await client.ask(IndexRequest, { pause: !state.paused }));
  if (now == null) void vscode.window.showInformationMessage(ui.search.noIndex);
  else if (now.paused) void vscode.window.showInformationMessage(ui.search.indexPaused(now.done, now.total));
  else void vscode.window.showInformationMessage(ui.search.indexResumed(now.done, now.total));
}

/** The workspace folder to search: that of the open file, the only one, or the one that is chosen. */
async function pickFolder(): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(ui.search.noFolder);
    return undefined;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  return own?.uri ?? pickWorkspaceFolder();
}
