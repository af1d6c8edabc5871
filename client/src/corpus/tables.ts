import * as vscode from 'vscode';
import { tables } from '../../../server/src/messages/tables';
import { wordsOf } from '../../../server/src/messages/topic';
import {
  COMMANDS,
  ExportTableRequest,
  type ShownTable,
  TABLE_EXPORTS,
  TableCorpusRequest,
  type TableKind,
  type TableResult,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { askWith } from '../review/longAsk';
import { saveOrTell } from '../saveOrTell';
import { ui } from '../ui';
import { folderToSearch } from '../workspaceFolder';
import { LivePage } from './livePage';
import { speakerNamed } from './speakerNamed';
import { buttonsOf, type Changeable, isToggle, type TableSettings, toggled } from './tableButtons';
import { tablePage } from './tablePage';
import { askTable, changeTable, speakerWords } from './tableQuestions';

const words = wordsOf(tables, vscode.env.language);

/** Counts a folder and shows the table; a row opens its concordance. */
export function registerTables(client: ArticleClient, extensionUri: vscode.Uri): vscode.Disposable {
  const show = async (table: TableSettings['table'] | undefined): Promise<void> => {
    const folder = table && (await folderToSearch(ui.search.noFolder));
    if (table !== undefined && folder !== undefined) await new TableView(client, extensionUri, folder).count({ table });
  };
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register('corpusAnnotator.corpus.tables', async (kind?: TableKind) => show(await askTable(kind))),
    register(COMMANDS.speakerWords, async (from?: unknown) => {
      const name = await speakerNamed(client, from);
      if (name === undefined) vscode.window.setStatusBarMessage(words.editor.noSpeaker, ANNOUNCED);
      else await show(speakerWords(name));
    }),
  );
}

/** How long the status bar says that nobody speaks, in milliseconds. */
const ANNOUNCED = 5_000;

/** What a page tells of. */
type FromPage =
  | { readonly kind: 'open'; readonly query: string }
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: Changeable | 'export' | 'svg' | 'ready' };

/** One table in a tab of its own, counted anew where a setting is changed. */
class TableView {
  readonly #client: ArticleClient;
  readonly #extensionUri: vscode.Uri;
  readonly #folder: vscode.Uri;
  #panel: vscode.WebviewPanel | undefined;
  #page: LivePage | undefined;
  #settings: TableSettings | undefined;
  #picture = '';
  #asked = 0;

  constructor(client: ArticleClient, extensionUri: vscode.Uri, folder: vscode.Uri) {
    this.#client = client;
    this.#extensionUri = extensionUri;
    this.#folder = folder;
  }

  async count(settings: TableSettings): Promise<void> {
    const params = { uri: this.#folder.toString(), ...settings };
    const own = ++this.#asked;
    const soFar = (part: TableResult): void => {
      // a setting that was changed since is counted already
      if (own === this.#asked && part.table !== undefined) this.#show(settings, part, part.table);
    };
    const result = await askWith(this.#client, { title: words.editor.counting, soFar }, TableCorpusRequest, params);
    if (own !== this.#asked) return;
    if (result?.problem !== undefined) void vscode.window.showErrorMessage(result.problem);
    else if (result?.table !== undefined) this.#show(settings, result, result.table);
  }

  #show(settings: TableSettings, { skipped }: TableResult, table: ShownTable): void {
    const media = vscode.Uri.joinPath(this.#extensionUri, 'client', 'media');
    this.#panel ??= this.#open(media);
    const { webview } = this.#panel;
    this.#page ??= new LivePage(webview);
    this.#settings = settings;
    this.#picture = table.picture ?? '';
    const { kind, group, ...asked } = settings.table;
    const what = asked.speaker?.name ?? asked.queries?.[0] ?? asked.part;
    this.#panel.title = what === undefined ? table.title : `${table.title} ${what}`;
    const html = tablePage(words, table, skipped, {
      script: webview.asWebviewUri(vscode.Uri.joinPath(media, 'table.js')).toString(),
      cspSource: webview.cspSource,
      buttons: buttonsOf(settings),
      hasSpeakers: kind === 'speakers' && group === undefined,
      fileOf: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    });
    this.#page.show(html);
  }

  #open(media: vscode.Uri): vscode.WebviewPanel {
    const options = { enableScripts: true, localResourceRoots: [media] };
    const panel = vscode.window.createWebviewPanel('corpusAnnotator.table', '', vscode.ViewColumn.Active, options);
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#page = undefined;
      // what is still being counted is not shown any more
      this.#asked++;
    });
    return panel;
  }

  async #hear(message: FromPage): Promise<void> {
    if (message.kind === 'open') await vscode.commands.executeCommand('corpusAnnotator.search', message.query);
    else if (message.kind === 'speaker') await vscode.commands.executeCommand(COMMANDS.speakerWords, message.name);
    else if (message.kind === 'export') await this.#export();
    else if (message.kind === 'svg') await this.#savePicture();
    else if (message.kind === 'ready') this.#page?.loaded();
    else if (this.#settings !== undefined) {
      const { kind } = message;
      const changed = isToggle(kind) ? toggled(this.#settings, kind) : await changeTable(this.#settings, kind);
      if (changed !== undefined) await this.count(changed);
    }
  }

  async #export(): Promise<void> {
    const settings = this.#settings;
    if (settings === undefined) return;
    const labels = { ...ui.searchFiles.formats, parquet: words.editor.parquet };
    const forms = TABLE_EXPORTS.map((format) => ({ label: labels[format], format }));
    const format = (await vscode.window.showQuickPick(forms, { title: words.editor.export }))?.format;
    const target = format && (await this.#askTarget(format === 'csv-semicolon' ? 'csv' : format));
    if (!target) return;
    const params = { uri: this.#folder.toString(), ...settings, format, target: target.toString() };
    const done = await askWith(this.#client, words.editor.counting, ExportTableRequest, params);
    if (done === undefined) return;
    if ('problem' in done) void vscode.window.showErrorMessage(ui.searchFiles.notWritten(done.problem));
    else void vscode.window.showInformationMessage(ui.searchFiles.written(done.rows, vscode.workspace.asRelativePath(target)));
  }

  async #savePicture(): Promise<void> {
    const target = await this.#askTarget('svg');
    if (target !== undefined) await saveOrTell(target, this.#picture);
  }

  #askTarget(extension: string): Thenable<vscode.Uri | undefined> {
    const name = `${this.#settings?.table.kind ?? 'table'}.${extension}`;
    return vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(this.#folder, '..', name),
      filters: { [extension.toUpperCase()]: [extension] },
    });
  }
}
