/** What a file is not fit for. `locked`: another process has held it for too long. */
export type FileErrorKind = 'notText' | 'notRegular' | 'tooLarge' | 'outside' | 'readOnly' | 'exists' | 'incomplete' | 'locked';

/** A file that is not read, or not written, on purpose. The message names it; `problem` is the message without the name. */
export class FileError extends Error {
  readonly kind: FileErrorKind;
  readonly path: string;
  readonly problem: string;

  constructor(path: string, kind: FileErrorKind, problem: string) {
    super(`${path} ${problem}`);
    this.name = 'FileError';
    this.kind = kind;
    this.path = path;
    this.problem = problem;
  }
}

/** A file that is not UTF-8 text: it can be neither read nor safely written. */
export class NotTextError extends FileError {
  constructor(path: string) {
    super(path, 'notText', 'is not UTF-8 text');
  }
}

/** The code of a system error (`ENOENT`); undefined for any other. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read or written (permission denied)',
  EPERM: 'may not be read or written (permission denied)',
  EROFS: 'could not be written: the disk is read-only',
  EISDIR: 'is a folder',
  ENOTDIR: 'does not exist: a part of its path is no folder',
  ENOSPC: 'could not be written: the disk is full',
  EDQUOT: 'could not be written: the disk quota is used up',
  EIO: 'could not be read or written: the disk reports an error',
  ENAMETOOLONG: 'has a name that is too long for this disk',
  ELOOP: 'is a link that leads in a circle',
};

/** Why a file could not be read or written, in a user's words and without the file's name. */
export function fileProblem(error: unknown): string {
  if (error instanceof FileError) return error.problem;
  const known = SYSTEM[errorCode(error) ?? ''];
  return known ?? (error instanceof Error ? error.message : String(error));
}
