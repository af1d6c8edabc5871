import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Where this program keeps what can be made again: the user's cache folder, as systems and people say it. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = 'corpus-annotator';
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, own);
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), own, 'Cache');
  return join(homedir(), ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), own);
}

/** The folder of the index of a corpus: outside of it, below a folder for all indexes. */
export function indexFolder(storage: string, corpus: string): string {
  const name = createHash('sha256').update(resolve(corpus)).digest('hex').slice(0, 24);
  return join(storage, 'index', name);
}

/** The corpus that a path lies in or is, and whose index there is; undefined where there is none. */
export function corpusOf(storage: string, path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(indexFolder(storage, folder))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** A path as an index has it: from the corpus's folder, with `/`. */
export function pathIn(corpus: string, path: string): string {
  const rest = path.startsWith(corpus) ? path.slice(corpus.length) : '';
  // a walk asks this of each of a hundred thousand files, and what it joins has no detours
  const below = PLAIN.test(rest) ? rest.slice(1) : relative(corpus, resolve(path));
  return sep === '/' ? below : below.split(sep).join('/');
}

/** Names of folders and a file, none of them `.`, `..` or empty. */
const PLAIN = /^(?:[\\/](?!\.{1,2}(?:[\\/]|$))[^\\/]+)+$/;
