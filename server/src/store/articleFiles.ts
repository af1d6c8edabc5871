import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

const ARTICLES = new Set(['.txt', '.article']);

/**
 * The articles of a folder and of all below it, by name, as a list in an editor shows them. Hidden folders and
 * node_modules are left out, and what may not be read is passed over.
 */
export async function* listArticles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listArticles(path);
    else if (ARTICLES.has(extname(entry.name).toLowerCase())) yield path;
  }
}
