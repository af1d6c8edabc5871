import { NameDecisions, NO_NAME_DECISIONS } from '../corpus/nameDecisions';
import { MessageError, messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { searchMessages } from '../messages/search';
import { readNames } from '../store/names';
import { type ProjectParts, readParts } from '../store/parts';
import { UnreadableError, UsageError } from './options';

/** The sub-corpora and partitions of the project of the first path. Throws {@link UnreadableError} where they cannot be read. */
export async function partsFor([path = '.']: readonly string[]): Promise<ProjectParts> {
  try {
    return await readParts(path);
  } catch (error) {
    throw new UnreadableError(searchMessages.badFile(path, messageOf(error)));
  }
}

/** Reads something that a person wrote after a command; what cannot be read is a {@link UsageError} with the same message. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MessageError) throw new UsageError(error.said);
    throw error;
  }
}

/** What people have decided on names, in the project of the first path; lines that cannot be understood are told. */
export async function namesFor(
  [path = '.']: readonly string[],
  complain: (place: string, problem: Message) => void,
): Promise<NameDecisions> {
  try {
    const { file, decisions, problems } = await readNames(path);
    for (const { line, message } of problems) complain(`${file}:${line}`, message);
    return new NameDecisions(decisions);
  } catch (error) {
    complain(path, messageOf(error));
    return NO_NAME_DECISIONS;
  }
}
