import * as vscode from 'vscode';
import {
  type ArticleOutcome,
  type FinishParams,
  FinishRequest,
  type LabelInfo,
  NextOpenRequest,
  OutcomesRequest,
  SETTINGS_SECTION,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { gitName, isOnDisk } from '../place';
import { ui } from '../ui';
import { askWith } from './longAsk';
import { announce, type Reviews } from './reviews';

/** How long changes are gathered before badges are asked for anew. In milliseconds. */
const REST = 150;

/** What is said of whole articles: commands, and a badge in the Explorer. */
export class Outcomes implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly #disposables: readonly vscode.Disposable[];
  /** Files that the Explorer asks about, until they are asked for together. */
  #waiting = new Map<string, ((outcome: ArticleOutcome | undefined) => void)[]>();

  readonly onDidChangeFileDecorations = this.#changed.event;
  /** An outcome may have changed; without files, any. */
  readonly onDidChange = this.#changed.event;

  constructor(client: ArticleClient, reviews: Reviews) {
    this.#client = client;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.review.jsonl');
    const anew = (file: vscode.Uri): void => this.#changed.fire(textsOf(file));
    const register = vscode.commands.registerCommand;
    this.#disposables = [
      this.#changed,
      watcher,
      watcher.onDidChange(anew),
      watcher.onDidCreate(anew),
      watcher.onDidDelete(anew),
      reviews.onDidChange((uri) => this.#changed.fire([uri])),
      // nobody was asked before the server was up
      client.onDidChangeState(() => this.#changed.fire(undefined)),
      vscode.window.registerFileDecorationProvider(this),
      register('corpusAnnotator.review.finish', (of?: Target) => this.#say(of, 'finished')),
      register('corpusAnnotator.review.setAside', (of?: Target, note?: string) => this.#setAside(of, note)),
      register('corpusAnnotator.review.reopen', (of?: Target) => this.#say(of, 'open')),
      register('corpusAnnotator.review.nextUnfinished', (of?: Target) => this.next(of, 'name')),
      register('corpusAnnotator.review.nextInOrder', (of?: Target) => this.#nextInOrder(of)),
      register('corpusAnnotator.review.sign', signDecisions),
    ];
  }

  /** The badge of a file: finished, changed since, set aside, or labelled. Files of which nothing is said have none. */
  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (!isOnDisk(uri)) return undefined;
    const outcome = await this.#outcomeOf(uri);
    if (outcome === undefined || (outcome.state === 'open' && outcome.labels === undefined)) return undefined;
    const tooltip = outcomeWords(outcome);
    if (outcome.state === 'open') return new vscode.FileDecoration('#', tooltip);
    if (outcome.changed) return new vscode.FileDecoration('!', tooltip, new vscode.ThemeColor('list.warningForeground'));
    if (outcome.state === 'aside') return new vscode.FileDecoration('–', tooltip, new vscode.ThemeColor('disabledForeground'));
    return new vscode.FileDecoration('✓', tooltip, new vscode.ThemeColor('testing.iconPassed'));
  }

  #outcomeOf(uri: vscode.Uri): Promise<ArticleOutcome | undefined> {
    return new Promise((resolve) => {
      if (this.#waiting.size === 0) setTimeout(() => void this.#ask(), REST);
      const key = uri.toString();
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve]);
    });
  }

  async #ask(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    const answers = await this.#client.ask(OutcomesRequest, { uris: [...waiting.keys()] });
    const byUri = new Map(answers?.map((outcome) => [outcome.uri, outcome]));
    for (const [uri, resolvers] of waiting) for (const resolve of resolvers) resolve(byUri.get(uri));
  }

  async #say(of: Target | undefined, state: FinishParams['state'], note?: string): Promise<void> {
    const uri = articleOf(of);
    if (uri === undefined) return announce(ui.outcomes.noArticle);
    const answer = await this.#client.ask(FinishRequest, { uri: uri.toString(), state, ...(note !== undefined && { note }) });
    if (!answer?.ok) return void vscode.window.showWarningMessage(answer?.message ?? ui.agreement.unchanged);
    announce(ui.outcomes.said[state](uri.path.split('/').at(-1) ?? ''));
    this.#changed.fire([uri]);
  }

  async #setAside(of: Target | undefined, given: string | undefined): Promise<void> {
    const { asideTitle: title, asidePrompt: prompt } = ui.outcomes;
    const note = given ?? (await vscode.window.showInputBox({ title, prompt }));
    if (note !== undefined) await this.#say(of, 'aside', note);
  }

  async #nextInOrder(of: Target | undefined): Promise<void> {
    const items = (['name', 'random', 'uncertain'] as const).map((order) => ({ label: ui.outcomes.orders[order], order }));
    const picked = await vscode.window.showQuickPick(items, { placeHolder: ui.outcomes.order });
    if (picked?.order !== 'random') return picked && this.next(of, picked.order);
    const typed = await vscode.window.showInputBox({
      title: picked.label,
      prompt: ui.outcomes.seed,
      value: '1',
      validateInput: (value) => (/^\d{1,9}$/.test(value) ? undefined : ui.outcomes.seed),
    });
    if (typed !== undefined) await this.next(of, 'random', Number(typed));
  }

  /** Opens the next article that is neither finished nor set aside. */
  async next(of: Target | undefined, order: 'name' | 'random' | 'uncertain', seed?: number): Promise<void> {
    const from = articleOf(of) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (from === undefined) return announce(ui.outcomes.noArticle);
    const params = { uri: from.toString(), order, ...(seed !== undefined && { seed }) };
    const next = await askWith(this.#client, ui.corpus.looking, NextOpenRequest, params);
    if (next === null) return announce(ui.outcomes.noneOpen);
    if (next) await vscode.window.showTextDocument(vscode.Uri.parse(next));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** What a command of the Explorer, of a tree or of the palette is for. */
export type Target = vscode.Uri | { readonly resourceUri?: vscode.Uri };

/** The article that a command is for: the one that was clicked on, else the active one. */
export function articleOf(of: Target | undefined): vscode.Uri | undefined {
  if (of instanceof vscode.Uri) return of;
  if (of?.resourceUri) return of.resourceUri;
  const document = vscode.window.activeTextEditor?.document;
  return document && isArticle(document) ? document.uri : undefined;
}

/** The texts that a review file may belong to: `x.review.jsonl` to `x.txt`, or to `x` with its own extension. */
function textsOf(file: vscode.Uri): vscode.Uri[] {
  const stem = file.path.replace(/\.review\.jsonl$/, '');
  return [stem, `${stem}.txt`, `${stem}.article`].map((path) => file.with({ path }));
}

/** A label in words: its name and its values; of a flag the name alone. Empty where it has no value. */
export function labelWords({ title, values }: Pick<LabelInfo, 'title' | 'values'>): string {
  if (values.length === 0) return '';
  return values[0] === '' ? title : `${title}: ${values.join(', ')}`;
}

/** An outcome in words: what, by whom, when, why, whether it still holds, and the labels. */
export function outcomeWords({ state, note, by, day, changed, labels = [] }: ArticleOutcome): string {
  const signed = [by, day].filter((part) => part !== undefined).join(', ');
  const parts = [ui.outcomes.states[state], signed, note, changed && ui.outcomes.changed[changed], ...labels.map(labelWords)];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Asks who decides, offering what git knows, and keeps it in the settings of this machine; an empty name signs nothing. */
async function signDecisions(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const now = configuration.get<string>('annotator', '');
  const value = now === '' ? await gitName() : now;
  const { signTitle: title, signPrompt: prompt } = ui.outcomes;
  const name = await vscode.window.showInputBox({ title, prompt, value });
  if (name === undefined) return;
  await configuration.update('annotator', name.trim(), vscode.ConfigurationTarget.Global);
  announce(name.trim() === '' ? ui.outcomes.unsigned : ui.outcomes.signedAs(name.trim()));
}
