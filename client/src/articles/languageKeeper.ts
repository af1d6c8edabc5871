import * as vscode from 'vscode';
import {
  ARTICLE_LANGUAGE,
  type ArticleAnswer,
  ArticleDecisionRequest,
  ArticlesChangedNotification,
  type Limited,
  limitedSearch,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { ui } from '../ui';
import { associatedLanguage, MayBeNamed } from './associations';
import type { Choice } from './choices';
import type { Choosing } from './choosing';
import { LanguageChanges } from './languageChanges';
import { HEAD_LENGTH, isForReading, mayBeArticle, PLAIN_TEXT } from './recognise';

/** An insertion into an untitled document from this length on is a text pasted, not one typed. */
const PASTED = 40;
/** How long typing into an untitled document rests before it is looked at. In milliseconds. */
const REST = 1_000;
/** Settings that say which files are articles. */
const DECIDING = ['articles', 'articleFiles', 'excludedFiles', 'headerPatterns'];

/** What is known of a document: `asking` the server, answered by it, or not worth being asked about. */
export type Reading = 'asking' | 'nothing' | ArticleAnswer;

/** Whether an article may be made plain text again. */
interface Looking {
  /** An article that a person writes in stays one, whatever becomes of its form; a choice or a setting may change it. */
  readonly mayRelease: boolean;
}

/**
 * Gives the language `article` to the text documents that the server says are articles. VS Code's own association of .txt
 * with plain text comes before any first line, so it has to be done once a document is open. A document that the user
 * gave another language is left alone, in this window and after its reload.
 */
export class LanguageKeeper implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #choosing: Choosing;
  readonly #log: vscode.LogOutputChannel;
  /** The language that each open document was last seen in: a change of language opens the same document again. */
  readonly #seen = new WeakMap<vscode.TextDocument, string>();
  /** What this object sets itself is not a choice of the user's. */
  readonly #ours = new Map<string, string>();
  /** The language that a document had before it became an article, by address. */
  readonly #before = new Map<string, string>();
  readonly #readings = new WeakMap<vscode.TextDocument, Reading>();
  /** The number of the last question about each document: earlier answers are out of date. */
  readonly #asked = new WeakMap<vscode.TextDocument, number>();
  /** Untitled documents that are being written in. */
  readonly #resting = new WeakMap<vscode.TextDocument, NodeJS.Timeout>();
  readonly #answered = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #changes = new LanguageChanges(
    (document) => void this.choose([document.uri], document.languageId === ARTICLE_LANGUAGE ? 'article' : 'plain'),
    (document) => void this.#look(document, { mayRelease: false }),
  );
  readonly #limited: Limited;
  readonly #mayBeNamed = new MayBeNamed();
  readonly #disposables: readonly vscode.Disposable[];
  #questions = 0;

  /** What is known of a document has changed. */
  readonly onDidAnswer = this.#answered.event;

  constructor(client: ArticleClient, choosing: Choosing, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#choosing = choosing;
    this.#log = log;
    this.#limited = limitedSearch((pattern) => {
      log.warn(`${pattern}: took too long on a file and is not used any more`);
      void vscode.window.showWarningMessage(ui.articles.slowPattern(pattern));
    });
    client.onTold(ArticlesChangedNotification, () => this.lookAtAll());
    this.#disposables = [
      this.#changes,
      this.#answered,
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#look(document, { mayRelease: false })),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.isUntitled && contentChanges.length > 0)
          this.#written(
            document,
            contentChanges.some(({ text }) => text.length >= PASTED),
          );
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (DECIDING.some((name) => change.affectsConfiguration(`corpusAnnotator.${name}`))) this.lookAtAll();
      }),
    ];
  }

  /** Looks again at every document that is open. */
  lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (!this.#seen.has(document)) this.#seen.set(document, document.languageId);
      void this.#look(document, { mayRelease: true });
    }
  }

  /** What is known of a document; undefined where it is not one to be read. */
  reading(document: vscode.TextDocument): Reading | undefined {
    return this.#readings.get(document);
  }

  /** The language that a document has when it is not an article. */
  ownLanguage(document: vscode.TextDocument): string {
    if (document.languageId !== ARTICLE_LANGUAGE) return document.languageId;
    return this.#before.get(document.uri.toString()) ?? PLAIN_TEXT;
  }

  /** Treats files or folders as the user says, and keeps to it; `auto` takes back what was said. */
  async choose(uris: readonly vscode.Uri[], as: Choice | 'auto'): Promise<void> {
    const documents = vscode.workspace.textDocuments.filter((open) => uris.some((uri) => isSame(uri, open.uri)));
    for (const document of documents) if (document.isUntitled) this.#choosing.keepUnsaved(document, as);
    // what was said is done at once, and kept in its file meanwhile
    if (as !== 'auto')
      for (const document of documents) {
        await this.#give(document, as === 'article' ? ARTICLE_LANGUAGE : this.ownLanguage(document));
      }
    await this.#choosing.keep(
      uris.filter((uri) => uri.scheme !== 'untitled'),
      as,
    );
    this.#mayBeNamed.forget();
    this.lookAtAll();
  }

  /** Asks again about a document: it was opened in another encoding, say. */
  lookAgain(document: vscode.TextDocument): Promise<void> {
    return this.#look(document, { mayRelease: true });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #opened(document: vscode.TextDocument): void {
    const before = this.#seen.get(document);
    this.#seen.set(document, document.languageId);
    if (before === undefined || before === document.languageId) void this.#look(document, { mayRelease: true });
    else this.#changed(document, before);
  }

  /** The language of an open document became another: by this object, because the user chose so, or by VS Code itself. */
  #changed(document: vscode.TextDocument, before: string): void {
    const uri = document.uri.toString();
    const isOurs = this.#ours.get(uri) === document.languageId;
    this.#ours.delete(uri);
    if (isOurs || ![before, document.languageId].includes(ARTICLE_LANGUAGE)) return;
    if (document.languageId === ARTICLE_LANGUAGE) this.#before.set(uri, before);
    this.#changes.add(document);
  }

  /** An untitled document was written in: what is pasted is looked at at once, what is typed when the typing rests. */
  #written(document: vscode.TextDocument, isPasted: boolean): void {
    clearTimeout(this.#resting.get(document));
    if (isArticle(document)) return;
    const look = (): void => void this.#look(document, { mayRelease: false });
    if (isPasted) look();
    else this.#resting.set(document, setTimeout(look, REST));
  }

  async #look(document: vscode.TextDocument, { mayRelease }: Looking): Promise<void> {
    if (document.isClosed || !isForReading(document.uri.scheme)) return;
    const languageId = this.ownLanguage(document);
    const isArticleNow = isArticle(document);
    const head = headOf(document);
    const number = ++this.#questions;
    this.#asked.set(document, number);
    const choice = this.#choosing.of(document);
    const association = associatedLanguage(document, this.#limited);
    if (choice === undefined && association === ARTICLE_LANGUAGE) {
      this.#read(document, { article: true, reason: 'chosen', explanation: ui.articles.associated });
      return;
    }
    const mayBeNamed = choice !== undefined || isArticleNow || (await this.#mayBeNamed.isSo(document, this.#client.state));
    if (this.#asked.get(document) !== number) return;
    if (!mayBeArticle({ scheme: document.uri.scheme, languageId, head, mayBeNamed })) {
      this.#read(document, 'nothing');
      return;
    }
    if (this.#readings.get(document) === undefined) this.#read(document, 'asking');
    void this.#client.start();
    const answer = await this.#client.ask(ArticleDecisionRequest, {
      uri: document.uri.toString(),
      languageId,
      isAssociated: association === PLAIN_TEXT,
      head,
      ...(!document.isUntitled && { encoding: document.encoding }),
      ...(choice && { choice }),
    });
    // Asked again meanwhile, or the language changed, which opens the document again.
    if (this.#asked.get(document) !== number || document.isClosed || isArticle(document) !== isArticleNow) return;
    if (answer === undefined) return this.#read(document, 'nothing');
    if (answer.article) await this.#give(document, ARTICLE_LANGUAGE);
    else if (mayRelease) await this.#give(document, languageId);
    if (answer.article === isArticle(document)) this.#read(document, answer);
  }

  #read(document: vscode.TextDocument, reading: Reading): void {
    this.#readings.set(document, reading);
    this.#answered.fire(document);
  }

  async #give(document: vscode.TextDocument, languageId: string): Promise<void> {
    if (document.languageId === languageId) return;
    const uri = document.uri.toString();
    if (languageId === ARTICLE_LANGUAGE) this.#before.set(uri, document.languageId);
    this.#ours.set(uri, languageId);
    try {
      await vscode.languages.setTextDocumentLanguage(document, languageId);
    } catch (error) {
      // The document may have been closed meanwhile.
      this.#ours.delete(uri);
      this.#log.debug(`${uri} stays ${document.languageId}: ${error}`);
    }
  }
}

/** Whether a document is an article now. */
export function isArticle(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document?.languageId === ARTICLE_LANGUAGE;
}

function headOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(HEAD_LENGTH)));
}

const isSame = (one: vscode.Uri, other: vscode.Uri): boolean => one.toString() === other.toString();
