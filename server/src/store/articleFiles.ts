import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { MessageError } from '../messages/error';
import { ArticleChoices } from './articleChoices';
import { isSidecarName } from './sidecarNames';

const ARTICLES = new Set(['.txt', '.article']);

/** A file of a folder, or a folder that cannot be looked into and why. */
export interface ListedFile {
  readonly path: string;
  readonly problem?: unknown;
}

/**
 * The articles of a folder and of all below it, by name, as a list in an editor shows them: what the project's choices
 * (`.corpus/articles`) say is one, else every `.txt` and `.article` file that they do not say is none. Hidden folders and
 * node_modules are left out.
 */
export async function* listFolder(folder: string, choices: ArticleChoices = new ArticleChoices()): AsyncGenerator<ListedFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (problem) {
    yield { path: folder, problem };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFolder(path, choices);
    else if (!isSidecarName(entry.name) && (await isListed(path, choices))) yield { path };
    for (const { path: file, line, message } of choices.takeProblems())
      yield { path: line === undefined ? file : `${file}:${line}`, problem: new MessageError(message) };
  }
}

async function isListed(path: string, choices: ArticleChoices): Promise<boolean> {
  const choice = await choices.of(path);
  return choice === undefined ? ARTICLES.has(extname(path).toLowerCase()) : choice === 'article';
}

/** {@link listFolder}, where what may not be read is passed over. */
export async function* listArticles(folder: string): AsyncGenerator<string> {
  for await (const { path, problem } of listFolder(folder)) if (problem === undefined) yield path;
}
