import * as vscode from 'vscode';
import { ARTICLE_LANGUAGE, type Limited } from '../../../server/src/protocol';
import type { ServerState } from '../articleClient';
import { readSettings } from '../config';
import { isOnDisk } from '../place';
import { PLAIN_TEXT } from './recognise';

/** The language that the user's own settings (not an extension's defaults) name for a file. */
export function associatedLanguage(document: vscode.TextDocument, limited: Limited): string | undefined {
  const set = vscode.workspace.getConfiguration('files', document).inspect<Record<string, string>>('associations');
  const associations = { ...set?.globalValue, ...set?.workspaceValue, ...set?.workspaceFolderValue };
  const named = Object.entries(associations).filter(([, language]) => [PLAIN_TEXT, ARTICLE_LANGUAGE].includes(language));
  return named.find(([glob]) => {
    const pattern = glob.startsWith('**/') || glob.startsWith('/') ? glob : `**/${glob}`;
    // VS Code makes expressions of globs that may take for ever
    return limited(glob, () => vscode.languages.match({ pattern }, document) > 0, false);
  })?.[1];
}

const CHOICES = '**/.corpus/articles';

/**
 * Whether a document of any language may have been named an article: by a glob of the settings or a choice of its project.
 * Those are the server's to read; this tells only whether there are any, so that it is not started for every program's source.
 */
export class MayBeNamed {
  #choices: Promise<boolean> | undefined;

  async isSo(document: vscode.TextDocument, server: ServerState): Promise<boolean> {
    if (server === 'running' || readSettings(document).articleFiles.length > 0) return true;
    if (document.languageId === PLAIN_TEXT || !isOnDisk(document.uri)) return false;
    this.#choices ??= Promise.resolve(vscode.workspace.findFiles(CHOICES, null, 1)).then(
      (found) => found.length > 0,
      () => false,
    );
    return this.#choices;
  }

  /** Choices may have come. */
  forget(): void {
    this.#choices = undefined;
  }
}
