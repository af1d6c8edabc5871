import * as vscode from 'vscode';
import { IndexRequest, type SearchLine, type SearchParams, SearchRequest, type SearchResult } from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { askWith } from '../review/longAsk';
import { ui } from '../ui';
import { folderToSearch } from '../workspaceFolder';
import { CONCORDANCE_SCHEME } from './declarations';
import { type Current, LineDecisions } from './lineDecisions';
import { LineMarks } from './lineMarks';
import { endSearch, pageSource } from './pageSource';
import { FIRST_PAGE, Pages } from './pages';
import { pickPart, saveQuery } from './parts';
import { type Place, registerQuotes } from './quotes';
import { askForQuery } from './searchBox';
import { countList, exportConcordance } from './searchFiles';
import { optionsInWords, otherwiseCompared, thinned } from './searchOptions';
import { Shown } from './shown';
import { sorted } from './sorting';

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
    register('corpusAnnotator.search.sort', () => concordances.again(sorted)),
    register('corpusAnnotator.search.options', () => concordances.again(otherwiseCompared)),
    register('corpusAnnotator.search.thin', () => concordances.again(thinned)),
    register('corpusAnnotator.search.open', () => concordances.open()),
    registerQuotes(client, () => concordances.place()),
    register('corpusAnnotator.search.export', () => concordances.export()),
    register('corpusAnnotator.search.list', (list?: unknown) => concordances.list(list instanceof vscode.Uri ? list : undefined)),
    register('corpusAnnotator.search.saveQuery', () => concordances.saveQuery()),
    register('corpusAnnotator.search.parts', () => concordances.searchPart()),
    register('corpusAnnotator.index.pause', () => pauseIndexing(client)),
  );
}

class Concordances implements vscode.TextDocumentContentProvider, vscode.DefinitionProvider {
  readonly #client: ArticleClient;
  readonly #shown = new Map<string, Shown>();
  readonly #pages = new WeakMap<Shown, Pages>();
  /** Concordances whose first line the caret was not put on yet. */
  readonly #unplaced = new WeakSet<Shown>();
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
      fill: (shown) => this.#fill(shown),
    });
    this.#parts = [
      this.#changed,
      this.#marks,
      this.#decisions,
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#paint(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.#paint(textEditor);
        void this.#more(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const { editor } of this.#visible()) if (editor.document === document) this.#paint(editor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === CONCORDANCE_SCHEME) this.#forget(uri);
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
    const folder = await folderToSearch(ui.search.noFolder);
    if (folder === undefined) return;
    let problem: { readonly query: string; readonly message: string } | undefined;
    await this.#client.start();
    const uri = folder.toString();
    for (let query = given ?? (await this.#askFor(uri, undefined)); query; query = await this.#askFor(uri, problem)) {
      this.#last = query;
      const params = { uri, query, page: FIRST_PAGE };
      const result = await askWith(this.#client, ui.search.searching, SearchRequest, params);
      if (result === undefined) return;
      if (result.problem === undefined) return this.#show(params, result);
      problem = { query, message: result.problem };
    }
  }

  /** Undefined where it was given up. */
  #askFor(uri: string, problem: { readonly query: string; readonly message: string } | undefined): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const selected = editor?.document.uri.scheme === CONCORDANCE_SCHEME ? '' : editor?.document.getText(editor.selection);
    const begun = selected && !/[\r\n]/.test(selected) ? selected : this.#last;
    return askForQuery(this.#client, { uri, query: problem?.query ?? begun, problem: problem?.message });
  }

  /** Keeps the query of the concordance, or the last one, as a sub-corpus. */
  async saveQuery(): Promise<void> {
    const params = this.#currentOf(vscode.window.activeTextEditor)?.shown.params;
    const uri = params?.uri ?? (await folderToSearch(ui.search.noFolder))?.toString();
    const query = params?.query ?? this.#last;
    if (uri !== undefined && query === '') void vscode.window.showInformationMessage(ui.parts.nothingToSave);
    else if (uri !== undefined) await saveQuery(this.#client, uri, query);
  }

  /** Writes what the concordance's query finds into a file. */
  async export(): Promise<void> {
    const params = this.#currentOf(vscode.window.activeTextEditor)?.shown.params;
    if (params) await exportConcordance(this.#client, params);
  }

  /** Counts the names of a table, and shows the concordance of the one that is chosen. */
  async list(given: vscode.Uri | undefined): Promise<void> {
    const folder = await folderToSearch(ui.search.noFolder);
    const query = folder && (await countList(this.#client, folder, given));
    if (query) await this.search(query);
  }

  /** Searches in a sub-corpus that is chosen. */
  async searchPart(): Promise<void> {
    const folder = await folderToSearch(ui.search.noFolder);
    const begun = folder && (await pickPart(this.#client, folder.toString()));
    const query = folder && begun && (await askForQuery(this.#client, { uri: folder.toString(), query: begun }));
    if (query) await this.search(query);
  }

  /** Searches again as the person chooses: sorted, thinned, compared otherwise. */
  async again(choose: (params: SearchParams) => Promise<SearchParams | undefined>): Promise<void> {
    const shown = this.#currentOf(vscode.window.activeTextEditor)?.shown;
    const params = shown && (await choose(shown.params));
    if (params === undefined) return;
    const result = await askWith(this.#client, ui.search.searching, SearchRequest, params);
    if (result !== undefined) await this.#show(params, result);
  }

  /** Where the hit stands of the line that the cursor is on. */
  place(): Place | undefined {
    const editor = vscode.window.activeTextEditor;
    const hit = editor && this.#hitAt(editor.document, editor.selection.active.line);
    return hit && { uri: hit.uri, line: hit.range[0], character: hit.range[1] };
  }

  /** Opens the hit of the line that the cursor is on. */
  async open(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const hit = editor && this.#hitAt(editor.document, editor.selection.active.line);
    if (hit === undefined) return;
    await vscode.window.showTextDocument(vscode.Uri.parse(hit.uri), { selection: toRange(hit.range), preview: true });
  }

  async #show(params: SearchParams, result: SearchResult): Promise<void> {
    const pages = new Pages(pageSource(this.#client, params, result.search), result);
    const shown = new Shown(params, pages.lines, {
      notes: notesOf(params, pages),
      fileOf: nameOf,
      undecided: ui.search.undecided,
    });
    this.#pages.set(shown, pages);
    const uri = this.#uriOf(shown);
    this.#shown.set(uri.path, shown);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    this.#unplaced.add(shown);
    this.#paint(editor);
    if (await pages.whole()) this.#take(shown, pages);
  }

  /** Asks for more lines where the person comes near the end of those that are there. */
  async #more(editor: vscode.TextEditor): Promise<void> {
    const shown = this.#currentOf(editor)?.shown;
    const pages = shown && this.#pages.get(shown);
    const last = Math.max(...editor.visibleRanges.map(({ end }) => end.line));
    if (shown === undefined || pages === undefined || last < shown.lineCount - MARGIN) return;
    if (await pages.more()) this.#take(shown, pages);
  }

  async #fill(shown: Shown): Promise<void> {
    const pages = this.#pages.get(shown);
    if (!pages?.hasMore) return;
    await pages.all();
    this.#take(shown, pages);
  }

  #take(shown: Shown, pages: Pages): void {
    shown.take(pages.lines, notesOf(shown.params, pages));
    if (this.#shown.get(this.#uriOf(shown).path) === shown) this.#changed.fire(this.#uriOf(shown));
  }

  #forget({ path }: vscode.Uri): void {
    const shown = this.#shown.get(path);
    if (shown !== undefined) endSearch(this.#client, shown.params);
    this.#shown.delete(path);
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

  /** Puts the caret on the first line of a new concordance, as soon as there is one. */
  #place({ editor, shown }: Current): void {
    if (shown.lines.length === 0 || !this.#unplaced.delete(shown)) return;
    const first = new vscode.Position(shown.layout.firstLine, 0);
    editor.selection = new vscode.Selection(first, first);
  }

  #paint(editor: vscode.TextEditor): void {
    const current = this.#currentOf(editor);
    // a document that still has its former lines is painted when it changes
    if (current === undefined || editor.document.lineCount !== current.shown.lineCount) return;
    this.#place(current);
    this.#marks.draw(editor, current.shown);
    this.#decisions.look();
  }
}

/** More lines are asked for when so few are left below those in view. */
const MARGIN = 300;

const nameOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));

/** What stands over the lines. */
function notesOf(params: SearchParams, pages: Pages): readonly string[] {
  const { total, skipped } = pages.result;
  return [
    total,
    ...optionsInWords(params),
    ...(pages.hasMore ? [ui.search.following(pages.lines.length)] : []),
    ...(pages.left > 0 ? [ui.search.left(pages.left)] : []),
    ...skipped.map(({ uri, message }) => `${nameOf(uri)}: ${message}`),
    ...(pages.lines.length > 0 ? [ui.search.howToOpen, ui.search.howToDecide] : []),
  ];
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
