import * as vscode from 'vscode';
import {
  type ReviewApplied,
  ReviewApplyRequest,
  type ReviewFilter,
  type ReviewItemInfo,
  type ReviewItems,
  ReviewItemsRequest,
  type ReviewOperation,
  type ReviewOrder,
  ReviewStateNotification,
  type ReviewStateParams,
  SchemaChangedNotification,
  type SchemaInfo,
  SchemaRequest,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import { ui } from '../ui';

/** What is listed of an article, and in which order. */
export interface Listing {
  /** Nothing, where it is what is listed at first. */
  readonly name: string;
  readonly filter: ReviewFilter;
  readonly order: ReviewOrder;
}

/** What is listed at first: all that nobody has decided on. */
export const UNDECIDED: Listing = { name: '', filter: { status: ['undecided'] }, order: 'text' };

/** What the server says of the review of open articles, and the way to decide. */
export class Reviews implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #states = new Map<string, ReviewStateParams>();
  readonly #schemas = new Map<string, SchemaInfo>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #listed = new vscode.EventEmitter<void>();
  #listing: Listing = UNDECIDED;
  readonly #closed: vscode.Disposable;

  /** An article's items, decisions or state are others than before. */
  readonly onDidChange = this.#changed.event;
  /** Another choice of what to list. */
  readonly onDidChangeListing = this.#listed.event;

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

  /** What a person has chosen to see in the list, and to go through. */
  get listing(): Listing {
    return this.#listing;
  }

  set listing(listing: Listing) {
    this.#listing = listing;
    this.#listed.fire();
  }

  state(document: vscode.TextDocument | undefined): ReviewStateParams | undefined {
    return isArticle(document) ? this.#states.get(document.uri.toString()) : undefined;
  }

  async items(document: vscode.TextDocument, listing?: Pick<Listing, 'filter' | 'order'>): Promise<ReviewItems | undefined> {
    const params = { uri: document.uri.toString(), ...(listing && { filter: listing.filter, order: listing.order }) };
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
    if (!applied?.ok && applied?.asks) {
      const go = ui.relations.rejectAnyway;
      const answer = await vscode.window.showWarningMessage(applied.message, { modal: true }, go);
      return answer === go ? this.told(await this.#client.ask(ReviewApplyRequest, { ...params, sure: true })) : undefined;
    }
    return this.told(applied);
  }

  /** Says what was done; undefined where nothing was. */
  told(applied: ReviewApplied | undefined): readonly ReviewItemInfo[] | undefined {
    if (applied === undefined) return undefined;
    if (applied.ok) {
      // what could not be written is told as that, and not as done
      if (!applied.unwritten) announce(applied.label);
      return applied.focus;
    }
    void vscode.window.showWarningMessage(applied.message);
    return undefined;
  }

  dispose(): void {
    this.#closed.dispose();
    this.#changed.dispose();
    this.#listed.dispose();
  }
}

/** Shows words in the status bar for a while. */
export function announce(words: string): void {
  vscode.window.setStatusBarMessage(words, 5_000);
}
