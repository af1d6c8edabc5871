import type { Message } from '../../server/src/messages/message';
import { say } from '../../server/src/messages/say';

/** What a message says in English; nothing where there is none. */
export const inEnglish = (message: Message | undefined): string => (message === undefined ? '' : say(message, 'en'));

/** Problems with their messages in English. */
export const told = <P extends { readonly message: Message }>(
  problems: readonly P[],
): (Omit<P, 'message'> & { message: string })[] =>
  problems.map((problem) => ({ ...problem, message: inEnglish(problem.message) }));
