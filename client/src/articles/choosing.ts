import * as vscode from 'vscode';
import { ArticleChoiceRequest } from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { isOnDisk } from '../place';
import type { Choice, Choices } from './choices';

/**
 * Keeps what a person chose for files and folders: in the project's `.corpus/articles`, where the command line sees it too,
 * or in the editor's own memory where a document is in no folder that is open, or in no file.
 */
export class Choosing {
  readonly #client: ArticleClient;
  readonly #choices: Choices;
  /** For unsaved documents, whose names will be given again to others. */
  readonly #unsaved = new WeakMap<vscode.TextDocument, Choice>();

  constructor(client: ArticleClient, choices: Choices) {
    this.#client = client;
    this.#choices = choices;
  }

  /** What was chosen for a document as far as the editor keeps it. */
  of(document: vscode.TextDocument): Choice | undefined {
    return this.#unsaved.get(document) ?? this.#choices.get(document.uri.toString());
  }

  /** Keeps a choice on an unsaved document as long as it is one. */
  keepUnsaved(document: vscode.TextDocument, as: Choice | 'auto'): void {
    if (as === 'auto') this.#unsaved.delete(document);
    else this.#unsaved.set(document, as);
  }

  /** Keeps a choice on files or folders, or takes it back. What could not be written is kept in the editor and told. */
  async keep(uris: readonly vscode.Uri[], as: Choice | 'auto'): Promise<void> {
    const inProject = uris.filter(isInProject);
    this.#remember(
      uris.filter((uri) => !isInProject(uri)),
      as,
    );
    if (inProject.length === 0) return;
    const why = await this.#write(inProject, as);
    if (why === undefined) this.#forget(inProject);
    else {
      this.#remember(inProject, as);
      if (why !== '') void vscode.window.showWarningMessage(why);
    }
  }

  /** Hands over to the projects what earlier versions kept in the editor, and what could not be written then. */
  async takeOver(): Promise<void> {
    const kept = this.#choices.uris().map((uri) => vscode.Uri.parse(uri));
    for (const choice of ['article', 'plain'] as const) {
      const uris = kept.filter((uri) => isInProject(uri) && this.#choices.get(uri.toString()) === choice);
      const there: vscode.Uri[] = [];
      for (const uri of uris) if (await exists(uri)) there.push(uri);
      if (there.length > 0 && (await this.#write(there, choice)) === undefined) this.#forget(there);
    }
  }

  /** Undefined where it was written, else why not. */
  async #write(uris: readonly vscode.Uri[], as: Choice | 'auto'): Promise<string | undefined> {
    await this.#client.start();
    const wrote = await this.#client.ask(ArticleChoiceRequest, { uris: uris.map(String), as });
    if (wrote === undefined) return '';
    return wrote.ok ? undefined : wrote.message;
  }

  #remember(uris: readonly vscode.Uri[], as: Choice | 'auto'): void {
    if (as === 'auto') this.#forget(uris);
    else for (const uri of uris) this.#choices.set(uri.toString(), as);
  }

  #forget(uris: readonly vscode.Uri[]): void {
    const names = new Set(uris.map(String));
    this.#choices.forget((kept) => names.has(kept));
  }
}

function isInProject(uri: vscode.Uri): boolean {
  return isOnDisk(uri) && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
