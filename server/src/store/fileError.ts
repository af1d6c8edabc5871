import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';

/** What a file is not fit for. `locked`: another process has held it for too long. */
export type FileErrorKind = 'notText' | 'notRegular' | 'tooLarge' | 'outside' | 'readOnly' | 'exists' | 'incomplete' | 'locked';

/** A file that is not read, or not written, on purpose. `message`, for logs, names it; what it says to a person does not. */
export class FileError extends MessageError {
  readonly kind: FileErrorKind;
  readonly path: string;

  constructor(path: string, kind: FileErrorKind, problem: Message) {
    super(problem);
    this.name = 'FileError';
    this.message = `${path} ${this.message}`;
    this.kind = kind;
    this.path = path;
  }
}

/** A file that is not UTF-8 text: it can be neither read nor safely written. */
export class NotTextError extends FileError {
  constructor(path: string) {
    super(path, 'notText', fileMessages.notUtf8);
  }
}

/** The code of a system error (`ENOENT`); undefined for any other. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
