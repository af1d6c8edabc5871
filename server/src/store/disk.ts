import { access, stat as look, lstat as lookAt, realpath as placeOf, readdir } from 'node:fs/promises';

/*
 * Looking at files and folders, as the store and the server do: the small interface behind which the files of another place
 * than this machine can stand. Reading is `readText.ts`, writing `writeText.ts`, and what several programs must agree on
 * `lock.ts` and `journal.ts`; the browser's bundle has others in the place of all five (`server/src/web`).
 */

/** What something in a folder is. */
export interface FileKind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** What a file or folder is; `dev` and `ino` together are the same for no two. */
export interface FileFacts extends FileKind {
  readonly dev: number;
  readonly ino: number;
}

/** What stands in a folder. */
export interface FolderEntry extends FileKind {
  readonly name: string;
}

/** What is at a path, links followed. Fails with a system error (`ENOENT`) where there is nothing. */
export const stat = (path: string): Promise<FileFacts> => look(path);

/** What is at a path itself. */
export const lstat = (path: string): Promise<FileFacts> => lookAt(path);

/** The path without links. */
export const realpath = (path: string): Promise<string> => placeOf(path);

/** The names in a folder. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder);

/** What stands in a folder. */
export const entriesOf = (folder: string): Promise<FolderEntry[]> => readdir(folder, { withFileTypes: true });

/** Whether there is anything at a path, links followed. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
