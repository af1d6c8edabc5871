import * as vscode from 'vscode';
import { type SearchLine, type SearchParams, SearchRequest, type SearchResult } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { askWith } from '../review/longAsk';
import { ui } from '../ui';
import { pickWorkspaceFolder } from '../workspaceFolder';
import { CONCORDANCE_SCHEME } from './declarations';
import { type Layout, layOut } from './layout';

interface Shown {
  readonly params: SearchParams;
  readonly lines: readonly SearchLine[];
  readonly layout: Layout;
}

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
  );
}

class Concordances implements vscode.TextDocumentContentProvider, vscode.DefinitionProvider {
  readonly #client: ArticleClient;
  readonly #shown = new Map<string, Shown>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #node = vscode.window.createTextEditorDecorationType({
    fontWeight: 'bold',
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  });
  readonly #parts: readonly vscode.Disposable[];
  #last = '';

  constructor(client: ArticleClient) {
    this.#client = client;
    this.#parts = [
      this.#changed,
      this.#node,
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#paint(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#paint(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#repaint(document)),
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
    const uri = vscode.window.activeTextEditor?.document.uri;
    const shown = uri?.scheme === CONCORDANCE_SCHEME ? this.#shown.get(uri.path) : undefined;
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
    const lines = result.lines.map((line) => ({ ...line, file: vscode.workspace.asRelativePath(vscode.Uri.parse(line.uri)) }));
    const notes = [
      ...(result.left > 0 ? [ui.search.left(result.left)] : []),
      ...result.skipped.map(({ uri, message }) => `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}: ${message}`),
    ];
    const layout = layOut(lines, [result.total, ...notes, ...(lines.length > 0 ? [ui.search.howToOpen] : [])]);
    const name = `${ui.search.tab} ${params.query}`.replace(/[\\/:?#*"<>|\s]+/g, ' ').trim();
    const uri = vscode.Uri.from({ scheme: CONCORDANCE_SCHEME, path: `/${name}` });
    this.#shown.set(uri.path, { params, lines: result.lines, layout });
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const first = new vscode.Position(layout.firstLine, 0);
    if (lines.length > 0) editor.selection = new vscode.Selection(first, first);
    this.#paint(editor);
  }

  #hitAt({ uri }: vscode.TextDocument, line: number): SearchLine | undefined {
    if (uri.scheme !== CONCORDANCE_SCHEME) return undefined;
    const shown = this.#shown.get(uri.path);
    return shown?.lines[line - shown.layout.firstLine];
  }

  #repaint(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.#paint(editor);
  }

  /** Marks the hits that are in view: a hundred thousand at once would take seconds. */
  #paint(editor: vscode.TextEditor): void {
    if (editor.document.uri.scheme !== CONCORDANCE_SCHEME) return;
    const shown = this.#shown.get(editor.document.uri.path);
    if (shown === undefined) return;
    const { firstLine, nodes } = shown.layout;
    const ranges = editor.visibleRanges.flatMap(({ start, end }) => {
      const painted: vscode.Range[] = [];
      for (let line = Math.max(firstLine, start.line); line <= end.line; line++) {
        const node = nodes[line - firstLine];
        if (node !== undefined) painted.push(new vscode.Range(line, node[0], line, node[1]));
      }
      return painted;
    });
    editor.setDecorations(this.#node, ranges);
  }
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
