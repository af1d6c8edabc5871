import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { reviewMessages } from '../messages/reviewing';
import type { Session } from './session';

/** Failures that come together (an operation over a folder on a full disk) are told in one message. In milliseconds. */
const TOGETHER = 150;

/**
 * Gives what shows a person that decisions could not be written: at once, and once for each article and reason until it
 * could be. Call it whenever an article's files were written, or could not be.
 */
export function failureTeller(session: Session): (uri: string) => void {
  const told = new Map<string, string>();
  let waiting: { readonly name: string; readonly why: string }[] = [];
  const flush = (): void => {
    const [first, ...others] = waiting;
    waiting = [];
    if (first) showError(session, reviewMessages(session.messages.locale).notWritten(first.name, others.length, first.why));
  };
  return (uri) => {
    const failed = session.reviews.failure(uri);
    const why = failed && session.say(failed);
    if (why === undefined) told.delete(uri);
    if (why === undefined || told.get(uri) === why) return;
    told.set(uri, why);
    if (waiting.length === 0) setTimeout(flush, TOGETHER);
    waiting.push({ name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), why });
  };
}

/** Shows a person an error. */
export function showError(session: Pick<Session, 'connection'>, message: string): void {
  void session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
}
