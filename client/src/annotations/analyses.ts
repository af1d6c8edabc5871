import * as vscode from 'vscode';
import type { AnalysisParams } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';

/** The latest analysis of every open article. */
export class Analyses implements vscode.Disposable {
  readonly #byUri = new Map<string, AnalysisParams>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: readonly vscode.Disposable[];

  /** An analysis came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(client: ArticleClient) {
    this.#disposables = [
      client.onDidAnalyse((params) => this.#take(params)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    ];
  }

  /** The analysis that came last; its ranges belong to its own version, which may be older than the document. */
  get(document: vscode.TextDocument): AnalysisParams | undefined {
    return isArticle(document) ? this.#byUri.get(document.uri.toString()) : undefined;
  }

  /** Whether the analysis is of the document as it stands. */
  isCurrent(document: vscode.TextDocument): boolean {
    return this.get(document)?.version === document.version;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changed.dispose();
  }

  #take(params: AnalysisParams): void {
    const uri = vscode.Uri.parse(params.uri);
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    // What was found in an older text would be shown in the wrong places.
    if (!isArticle(document) || params.version < document.version) return;
    this.#byUri.set(uri.toString(), params);
    this.#changed.fire(uri);
  }

  #forget(document: vscode.TextDocument): void {
    if (this.#byUri.delete(document.uri.toString())) this.#changed.fire(document.uri);
  }
}
