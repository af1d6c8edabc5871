import { NameDecisions, NO_NAME_DECISIONS } from '../corpus/nameDecisions';
import { corpusNamesMessages } from '../messages/corpusNames';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { CorpusChangedNotification } from '../protocol';
import { readNames, saveNames } from '../store/names';
import type { NameDecision } from '../store/namesFile';
import { folderFor } from './corpusWalk';
import { tell } from './features/answer';
import { describeError } from './log';
import { pathOf } from './reviews';
import { folderOf } from './schemas';
import type { Session } from './session';
import { showError } from './tellFailures';

/** Each is a window of its own over what one reads. */
const MOST_TOLD = 3;

const known = new WeakMap<Session, Map<string, Promise<NameDecisions>>>();

/** What people have decided on names in the project of a workspace folder. What cannot be understood is told, and the rest holds. */
export function nameDecisionsOf(session: Session, folder: string): Promise<NameDecisions> {
  const own = known.get(session) ?? new Map<string, Promise<NameDecisions>>();
  known.set(session, own);
  const reading = own.get(folder) ?? read(session, folder);
  own.set(folder, reading);
  return reading;
}

/** Those of the workspace folder that an article is in. */
export async function nameDecisionsFor(session: Session, uri: string): Promise<NameDecisions> {
  const folder = folderOf(uri, session.folders);
  return folder === undefined ? NO_NAME_DECISIONS : nameDecisionsOf(session, folder);
}

async function read(session: Session, folder: string): Promise<NameDecisions> {
  const path = pathOf(folder);
  if (path === undefined) return NO_NAME_DECISIONS;
  try {
    const { file, decisions, problems } = await readNames(path, path);
    const told = problems.length <= MOST_TOLD ? problems : problems.slice(0, MOST_TOLD - 1);
    for (const { line, message } of told) showError(session, session.say(corpusNamesMessages.inLine(file, line, message)));
    if (told.length < problems.length)
      showError(session, session.say(corpusNamesMessages.moreLines(file, problems.length - told.length)));
    return new NameDecisions(decisions);
  } catch (error) {
    session.log.warn(`The decisions on names cannot be read: ${describeError(error)}`);
    showError(session, session.say(messageOf(error)));
    return NO_NAME_DECISIONS;
  }
}

/** The project's file of decisions has changed: every answer follows it from now on. */
export function nameDecisionsChanged(session: Session): void {
  known.delete(session);
  session.index?.namesChanged();
  tell(session, CorpusChangedNotification, null);
}

/** Keeps decisions, and takes others out, in the project of a folder or article. Gives why that cannot be, where nothing is written. */
export async function keepNameDecisions(
  session: Session,
  uri: string,
  change: { readonly added: readonly NameDecision[]; readonly removed: readonly NameDecision[] },
): Promise<Message | undefined> {
  try {
    const folder = folderOf(uri, session.folders) ?? (await folderFor(session, uri)) ?? '';
    const path = pathOf(folder) ?? '.';
    await saveNames(path, change, path);
    nameDecisionsChanged(session);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
