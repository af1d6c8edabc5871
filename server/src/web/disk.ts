import type { DiskFacts } from '../protocol';
import type { FileFacts, FileKind, FolderEntry } from '../store/disk';
import { ask } from './ask';

/* Stands in for `store/disk.ts`: the client's files. They have no links that a server could see. */

export type { FileFacts, FileKind, FolderEntry };

const kindOf = (kind: DiskFacts['kind'] | undefined): FileKind => ({
  isFile: () => kind === 'file',
  isDirectory: () => kind === 'folder',
  isSymbolicLink: () => false,
});

/** A number for each path: two paths are two files. */
const numbers = new Map<string, number>();

function numberOf(path: string): number {
  const number = numbers.get(path) ?? numbers.size + 1;
  numbers.set(path, number);
  return number;
}

/** What is at a path. Fails with `ENOENT` where there is nothing. */
export async function stat(path: string): Promise<FileFacts> {
  const { facts } = await ask('stat', path);
  return { ...kindOf(facts?.kind), dev: 0, ino: numberOf(path) };
}

export const lstat = stat;

export const realpath = async (path: string): Promise<string> => path;

export const namesIn = async (folder: string): Promise<string[]> => (await entriesOf(folder)).map(({ name }) => name);

export async function entriesOf(folder: string): Promise<FolderEntry[]> {
  const { entries = [] } = await ask('list', folder);
  return entries.map(({ name, kind }) => ({ name, ...kindOf(kind) }));
}

export const isThere = (path: string): Promise<boolean> =>
  ask('stat', path).then(
    () => true,
    () => false,
  );
