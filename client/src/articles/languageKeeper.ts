import * as vscode from 'vscode';
import { ARTICLE_LANGUAGE, compileHeaderPatterns, type Limited, limitedSearch } from '../../../server/src/protocol';
import { readSettings } from '../config';
import { ui } from '../ui';
import type { Choices } from './choices';
import { placeGlob } from './globs';
import { LanguageChanges } from './languageChanges';
import { HEAD_LENGTH, languageFor, PLAIN_TEXT } from './recognise';

/** Documents of these schemes are shown for another purpose than to be read as articles. */
const OTHER_PURPOSES: ReadonlySet<string> = new Set([
  'output',
  'vscode-settings',
  'search-editor',
  'comment',
  'vscode-scm',
  'debug',
]);
/** An insertion into an untitled document from this length on is a text pasted, not one typed. */
const PASTED = 40;

/**
 * Gives the language `article` to the text documents that are articles. VS Code's own association of .txt with plain text
 * comes before any first line, so it has to be done once a document is open. A document that the user gave another
 * language is left alone, in this window and after its reload.
 */
export class LanguageKeeper implements vscode.Disposable {
  readonly #choices: Choices;
  readonly #log: vscode.LogOutputChannel;
  /** The language that each open document was last seen in: a change of language opens the same document again. */
  readonly #seen = new WeakMap<vscode.TextDocument, string>();
  /** What this object sets itself is no choice of the user's. */
  readonly #ours = new Map<string, string>();
  /** What was chosen for unsaved documents, whose names will be given again to others. */
  readonly #unsaved = new WeakMap<vscode.TextDocument, string>();
  readonly #changes = new LanguageChanges(
    (document) => this.#keep(document, document.languageId),
    (document) => this.#look(document),
  );
  readonly #limited: Limited;
  readonly #disposables: readonly vscode.Disposable[];

  constructor(choices: Choices, log: vscode.LogOutputChannel) {
    this.#choices = choices;
    this.#log = log;
    this.#limited = limitedSearch((pattern) => {
      log.warn(`${pattern}: took too long on a file and is not used any more`);
      void vscode.window.showWarningMessage(ui.articles.slowPattern(pattern));
    });
    this.#disposables = [
      this.#changes,
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.isUntitled && contentChanges.some(({ text }) => text.length >= PASTED)) this.#look(document);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        const names = ['articleFiles', 'excludedFiles', 'headerPatterns'];
        if (names.some((name) => change.affectsConfiguration(`corpusAnnotator.${name}`))) this.lookAtAll();
      }),
    ];
  }

  /** Looks at every document that is open. */
  lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  /** Gives a document a language because the user said so, and keeps to it. */
  async choose(document: vscode.TextDocument, languageId: string): Promise<vscode.TextDocument> {
    this.#keep(document, languageId);
    return this.#give(document, languageId);
  }

  /** Keeps a choice for a file that may not be open. */
  chooseFile(uri: vscode.Uri, languageId: string): void {
    this.#choices.set(uri.toString(), languageId);
  }

  /** Makes an article plain text without keeping that as the user's choice for it. */
  release(document: vscode.TextDocument): Promise<vscode.TextDocument> {
    return this.#give(document, PLAIN_TEXT);
  }

  /** Forgets what was chosen for the files of a folder. */
  forgetFolder(folder: vscode.Uri): void {
    const prefix = `${folder.toString().replace(/\/$/, '')}/`;
    this.#choices.forget((uri) => uri.startsWith(prefix));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #opened(document: vscode.TextDocument): void {
    const before = this.#seen.get(document);
    this.#seen.set(document, document.languageId);
    if (before !== undefined && before !== document.languageId) {
      this.#changed(document, before);
      return;
    }
    this.#look(document);
  }

  /** The language of an open document became another: by this object, because the user chose so, or by VS Code itself. */
  #changed(document: vscode.TextDocument, before: string): void {
    const uri = document.uri.toString();
    const isOurs = this.#ours.get(uri) === document.languageId;
    this.#ours.delete(uri);
    if (!isOurs && [before, document.languageId].includes(ARTICLE_LANGUAGE)) this.#changes.add(document);
  }

  #keep(document: vscode.TextDocument, languageId: string): void {
    if (document.isUntitled) this.#unsaved.set(document, languageId);
    else this.#choices.set(document.uri.toString(), languageId);
  }

  #look(document: vscode.TextDocument): void {
    if (document.isClosed || OTHER_PURPOSES.has(document.uri.scheme)) return;
    const language = this.#languageFor(document);
    if (language !== null) void this.#give(document, language);
  }

  #languageFor(document: vscode.TextDocument): string | null {
    const settings = readSettings(document);
    return languageFor({
      languageId: document.languageId,
      head: document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(HEAD_LENGTH))),
      headerPatterns: compileHeaderPatterns(settings.headerPatterns, this.#limited).patterns,
      choice: this.#unsaved.get(document) ?? this.#choices.get(document.uri.toString()),
      isAssociated: isAssociated(document, this.#limited),
      isNamedArticle: matches(settings.articleFiles, document, this.#limited),
      isExcluded: matches(settings.excludedFiles, document, this.#limited),
    });
  }

  async #give(document: vscode.TextDocument, languageId: string): Promise<vscode.TextDocument> {
    if (document.languageId === languageId) return document;
    const uri = document.uri.toString();
    this.#ours.set(uri, languageId);
    try {
      return await vscode.languages.setTextDocumentLanguage(document, languageId);
    } catch (error) {
      // The document may have been closed meanwhile.
      this.#ours.delete(uri);
      this.#log.debug(`${uri} stays ${document.languageId}: ${error}`);
      return document;
    }
  }
}

/** Whether one of the globs names the document. VS Code makes expressions of them that may take for ever, too. */
function matches(globs: readonly string[], document: vscode.TextDocument, limited: Limited): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some((glob) => {
    const placed = placeGlob(glob);
    if (placed === null) return false;
    if (placed.base === 'root') return matchesGlob(glob, placed.pattern, document, limited);
    // Without a folder there is nothing to count from: any depth will do.
    const pattern = folder ? new vscode.RelativePattern(folder, placed.pattern) : `**/${placed.pattern}`;
    return matchesGlob(glob, pattern, document, limited);
  });
}

const matchesGlob = (glob: string, pattern: vscode.GlobPattern, document: vscode.TextDocument, limited: Limited): boolean =>
  limited(glob, () => vscode.languages.match({ pattern }, document) > 0, false);

/** Whether the user's own settings (not an extension's defaults) say that the file is plain text. */
function isAssociated(document: vscode.TextDocument, limited: Limited): boolean {
  const set = vscode.workspace.getConfiguration('files', document).inspect<Record<string, string>>('associations');
  const associations = { ...set?.globalValue, ...set?.workspaceValue, ...set?.workspaceFolderValue };
  const plain = Object.entries(associations).filter(([, language]) => language === PLAIN_TEXT);
  return plain.some(([glob]) => {
    const pattern = glob.startsWith('**/') || glob.startsWith('/') ? glob : `**/${glob}`;
    return matchesGlob(glob, pattern, document, limited);
  });
}

/** Whether a document is an article now. */
export function isArticle(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document?.languageId === ARTICLE_LANGUAGE;
}
