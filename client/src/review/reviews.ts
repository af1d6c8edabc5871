import * as vscode from 'vscode';
import {
  type ReviewApplied,
  ReviewApplyRequest,
  type ReviewFilter,
  type ReviewItemInfo,
  type ReviewItems,
  ReviewItemsRequest,
  type ReviewOperation,
  ReviewStateNotification,
  type ReviewStateParams,
  SchemaChangedNotification,
  type SchemaInfo,
  SchemaRequest,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';

/** What the server tells of the review of open articles, and the way to decide. */
export class Reviews implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #states = new Map<string, ReviewStateParams>();
  readonly #schemas = new Map<string, SchemaInfo>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #closed: vscode.Disposable;

  /** An article's items, decisions or state are others than before. */
  readonly onDidChange = this.#changed.event;

  constructor(client: ArticleClient) {
    this.#client = client;
    client.onTold(ReviewStateNotification, (state) => {
      const uri = vscode.Uri.parse(state.uri);
      this.#states.set(uri.toString(), state);
      this.#changed.fire(uri);
    });
    client.onTold(SchemaChangedNotification, () => {
      this.#schemas.clear();
      for (const uri of this.#states.keys()) this.#changed.fire(vscode.Uri.parse(uri));
    });
    this.#closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#states.delete(uri.toString());
      this.#schemas.delete(uri.toString());
    });
  }

  state(document: vscode.TextDocument | undefined): ReviewStateParams | undefined {
    return isArticle(document) ? this.#states.get(document.uri.toString()) : undefined;
  }

  async items(document: vscode.TextDocument, filter?: ReviewFilter): Promise<ReviewItems | undefined> {
    const params = { uri: document.uri.toString(), ...(filter && { filter }) };
    return (await this.#client.ask(ReviewItemsRequest, params)) ?? undefined;
  }

  /** The layers and types for an article, kept until a schema changes. */
  async schema(document: vscode.TextDocument): Promise<SchemaInfo | undefined> {
    const uri = document.uri.toString();
    const known = this.#schemas.get(uri);
    if (known) return known;
    const schema = await this.#client.ask(SchemaRequest, { uri });
    if (schema) this.#schemas.set(uri, schema);
    return schema;
  }

  /** Decides as one step to undo, and says what was done or why nothing was. */
  async apply(
    uri: string,
    operations: readonly ReviewOperation[],
    version?: number,
  ): Promise<readonly ReviewItemInfo[] | undefined> {
    const params = { uri, operations, ...(version !== undefined && { version }) };
    const applied = await this.#client.ask(ReviewApplyRequest, params);
    return this.told(applied);
  }

  /** Says what was done; undefined where nothing was. */
  told(applied: ReviewApplied | undefined): readonly ReviewItemInfo[] | undefined {
    if (applied === undefined) return undefined;
    if (applied.ok) {
      announce(applied.label);
      return applied.focus;
    }
    void vscode.window.showWarningMessage(applied.message);
    return undefined;
  }

  dispose(): void {
    this.#closed.dispose();
    this.#changed.dispose();
  }
}

/** Shows words in the status bar for a while. */
export function announce(words: string): void {
  vscode.window.setStatusBarMessage(words, 5_000);
}
