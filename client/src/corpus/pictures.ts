import * as vscode from 'vscode';
import { pictures } from '../../../server/src/messages/pictures';
import { tables } from '../../../server/src/messages/tables';
import { wordsOf } from '../../../server/src/messages/topic';
import {
  IndexRequest,
  SETTINGS_SECTION,
  type TableAsked,
  TableCorpusRequest,
  type TableResult,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { askWith } from '../review/longAsk';
import { saveOrTell } from '../saveOrTell';
import { folderToSearch } from '../workspaceFolder';
import { LivePage } from './livePage';
import { pictureCsv } from './pictureCsv';
import { type Link, type PictureSetting, picturePage } from './picturePage';
import { askKind, askPicture, changePicture, isPicture, type PictureKind, requestFor, settingsOf } from './pictureQuestions';

const words = wordsOf(pictures, vscode.env.language);
const { kinds, unknown, editor } = wordsOf(tables, vscode.env.language);
const { page } = words;

const COMMANDS = {
  pictures: 'corpusAnnotator.corpus.pictures',
  dashboard: 'corpusAnnotator.corpus.dashboard',
  timeline: 'corpusAnnotator.corpus.articleTimeline',
  index: 'corpusAnnotator.corpus.keepIndex',
} as const;

/** Pictures of a folder's articles, its dashboard, and an article's time line. */
export function registerPictures(client: ArticleClient, extensionUri: vscode.Uri): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const show = async (request: TableAsked | undefined): Promise<void> => {
    const folder = request && (await folderToSearch(page.noFolder));
    if (request && folder) await new PicturePanel(client, extensionUri, folder).count(request);
  };
  return vscode.Disposable.from(
    registerCommand(COMMANDS.pictures, async (given?: string) => {
      const kind = given ?? (await askKind());
      if (kind === undefined) return;
      if (isPicture(kind)) await show(await askPicture(kind));
      else await vscode.commands.executeCommand('corpusAnnotator.corpus.tables', kind);
    }),
    registerCommand(COMMANDS.dashboard, () => show(requestFor('dashboard'))),
    registerCommand(COMMANDS.timeline, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (isArticle(document)) await show({ ...requestFor('timeline'), within: `file:"${document.uri}"` });
      else void vscode.window.showInformationMessage(page.noArticle);
    }),
    registerCommand(COMMANDS.index, () => keepIndex(client)),
    statusItem(),
  );
}

/** The dashboard, one click from everywhere: while a folder is open, and the status bar shows what is ours. */
function statusItem(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('corpusAnnotator.corpus', vscode.StatusBarAlignment.Right, 99);
  item.name = kinds.dashboard;
  item.text = '$(dashboard)';
  item.tooltip = `${page.status}: ${kinds.dashboard}`;
  item.accessibilityInformation = { label: item.tooltip, role: 'button' };
  item.command = COMMANDS.dashboard;
  const update = (): void => {
    const isShown = vscode.workspace.getConfiguration(SETTINGS_SECTION).get('statusBar.enabled') !== false;
    if (isShown && vscode.workspace.workspaceFolders?.length) item.show();
    else item.hide();
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.workspace.onDidChangeWorkspaceFolders(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SETTINGS_SECTION}.statusBar`)) update();
    }),
  );
}

/** Has an index kept, or goes on with one that is paused. */
async function keepIndex(client: ArticleClient): Promise<void> {
  const section = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  if (section.get('index.enabled') === false) await section.update('index.enabled', true, vscode.ConfigurationTarget.Global);
  await client.ask(IndexRequest, { pause: false });
}

/** What a page tells of. */
type FromPage =
  | { readonly kind: 'open'; readonly query: string }
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'run'; readonly command: string; readonly argument?: string }
  | { readonly kind: 'png'; readonly data: string }
  | { readonly kind: 'export' | 'svg' | 'ready' }
  | { readonly kind: PictureSetting };

/** One picture in a tab of its own, counted anew where a setting is changed. */
class PicturePanel {
  readonly #client: ArticleClient;
  readonly #media: vscode.Uri;
  readonly #folder: vscode.Uri;
  #panel: vscode.WebviewPanel | undefined;
  #page: LivePage | undefined;
  #request: TableAsked | undefined;
  #shown: TableResult['table'];
  #asked = 0;

  constructor(client: ArticleClient, extensionUri: vscode.Uri, folder: vscode.Uri) {
    this.#client = client;
    this.#media = vscode.Uri.joinPath(extensionUri, 'client', 'media');
    this.#folder = folder;
  }

  async count(request: TableAsked): Promise<void> {
    const params = { uri: this.#folder.toString(), table: request };
    const own = ++this.#asked;
    const show = async (result: TableResult | undefined): Promise<void> => {
      // a setting that was changed since is counted already
      if (result?.table !== undefined && own === this.#asked) await this.#show(own, request, result, result.table);
    };
    // each after the one before it, since some wait for what they tell of the index
    let last = Promise.resolve();
    const soFar = (part: TableResult): void => {
      last = last.then(() => show(part));
    };
    const result = await askWith(this.#client, { title: page.counting, soFar }, TableCorpusRequest, params);
    await last;
    if (result?.problem !== undefined && own === this.#asked) void vscode.window.showErrorMessage(result.problem);
    else await show(result);
  }

  async #show(
    own: number,
    request: TableAsked,
    { skipped }: TableResult,
    table: NonNullable<TableResult['table']>,
  ): Promise<void> {
    const told = request.kind === 'dashboard' ? await this.#told(table) : [];
    if (own !== this.#asked) return;
    this.#panel ??= this.#open();
    const { webview } = this.#panel;
    this.#page ??= new LivePage(webview);
    this.#request = request;
    this.#shown = table;
    this.#panel.title = titleOf(request, table.title);
    const fileOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    const view = {
      table,
      settings: settingsOf(request.kind),
      links: request.kind === 'dashboard' ? dashboardLinks() : [{ label: kinds.dashboard, command: COMMANDS.dashboard }],
      told,
      problems: skipped.map(({ uri, message }) => ({ uri, file: fileOf(uri), message })),
      unknown,
      zooms: request.kind === 'map' || request.kind === 'network',
    };
    const html = picturePage(words, view, {
      scripts: ['table.js', 'picture.js'].map((file) => webview.asWebviewUri(vscode.Uri.joinPath(this.#media, file)).toString()),
      cspSource: webview.cspSource,
    });
    this.#page.show(html);
  }

  /** What must be known of the folder: nothing to count, or that it is counted without an index. */
  async #told(table: NonNullable<TableResult['table']>): Promise<{ readonly text: string; readonly links: readonly Link[] }[]> {
    const nothing = table.picture === undefined;
    const links = [
      { label: page.bringIn, command: 'corpusAnnotator.importArticles' },
      { label: page.treat, command: 'corpusAnnotator.treatFolderAsArticles' },
    ];
    if (nothing) return [{ text: page.noArticles, links }];
    const index = await this.#client.ask(IndexRequest, {});
    if (!index) return [{ text: page.noIndex, links: [{ label: page.makeIndex, command: COMMANDS.index }] }];
    const { done, total, paused } = index;
    if (done >= total) return [];
    return paused
      ? [{ text: page.paused(done, total), links: [{ label: page.resume, command: COMMANDS.index }] }]
      : [{ text: page.indexing(done, total), links: [] }];
  }

  #open(): vscode.WebviewPanel {
    const options = { enableScripts: true, localResourceRoots: [this.#media] };
    const panel = vscode.window.createWebviewPanel('corpusAnnotator.picture', '', vscode.ViewColumn.Active, options);
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
    switch (message.kind) {
      case 'open':
        return void (await vscode.commands.executeCommand('corpusAnnotator.search', message.query));
      case 'file':
        return void (await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(message.uri)));
      case 'run':
        return this.#run(message.command, message.argument);
      case 'ready':
        return this.#page?.loaded();
      case 'export':
        return this.#save('csv', this.#shown ? pictureCsv(this.#shown) : '');
      case 'svg':
        return this.#save('svg', onPaper(this.#shown?.picture ?? ''));
      case 'png':
        return this.#save('png', Buffer.from(message.data, 'base64'));
      default: {
        const changed = this.#request && (await changePicture(this.#request, message.kind));
        if (changed) await this.count(changed);
      }
    }
  }

  /** A button of the page runs what this page has offered, and nothing else. */
  async #run(command: string, argument: string | undefined): Promise<void> {
    if (!command.startsWith('corpusAnnotator.')) return;
    await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
    if (command === COMMANDS.index && this.#request) await this.count(this.#request);
  }

  async #save(extension: 'csv' | 'svg' | 'png', content: string | Uint8Array): Promise<void> {
    const name = `${this.#request?.kind ?? 'picture'}.${extension}`;
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(this.#folder, '..', name),
      filters: { [extension.toUpperCase()]: [extension] },
    });
    if (target !== undefined) await saveOrTell(target, content);
  }
}

/** For a file: each colour of the theme becomes the one that is meant where there is no theme. */
const onPaper = (svg: string): string => svg.replace(/var\(--[\w-]+,\s*([^()]+)\)/g, '$1');

function titleOf({ kind, queries, within }: TableAsked, title: string): string {
  const file = kind === 'timeline' ? /^file:"([^"]*)"$/.exec(within ?? '')?.[1] : undefined;
  const what = file === undefined ? queries?.[0] : vscode.Uri.parse(file).path.split('/').at(-1);
  return what === undefined ? title : `${title} ${what}`;
}

/** From the dashboard to everything else. */
function dashboardLinks(): readonly Link[] {
  const others: readonly PictureKind[] = ['network', 'map', 'barcode', 'timeline', 'progress'];
  return [
    ...others.map((kind) => ({ label: kinds[kind], command: COMMANDS.pictures, argument: kind })),
    { label: kinds.series, command: COMMANDS.pictures, argument: 'series' },
    { label: editor.title, command: 'corpusAnnotator.corpus.tables' },
  ];
}
