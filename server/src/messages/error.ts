import { fileMessages } from './files';
import type { Message } from './message';
import { say } from './say';

/** A failure that a person is told of; `message` has the English, for logs. */
export class MessageError extends Error {
  constructor(readonly said: Message) {
    super(say(said, 'en'));
  }
}

/** What the system says is wrong with a file, by its code. */
const SYSTEM: Readonly<Record<string, Message>> = {
  ENOENT: fileMessages.missing,
  EACCES: fileMessages.denied,
  EPERM: fileMessages.denied,
  EROFS: fileMessages.diskReadOnly,
  EISDIR: fileMessages.isFolder,
  ENOTDIR: fileMessages.noWay,
  // of a folder that was to be made: a file that is there already is told by who finds it
  EEXIST: fileMessages.inTheWay,
  ENOSPC: fileMessages.diskFull,
  EDQUOT: fileMessages.quotaUsedUp,
  EIO: fileMessages.diskFails,
  ENAMETOOLONG: fileMessages.nameTooLong,
  ELOOP: fileMessages.linksInCircle,
};

/** What a failure says to a person, without the name of its file; words of the system or of a library are passed on as they are. */
export function messageOf(error: unknown): Message {
  if (error instanceof MessageError) return error.said;
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  const known = typeof code === 'string' && Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
  return known ?? fileMessages.verbatim(error instanceof Error ? error.message : String(error));
}
