import type { ServerSettings } from '../protocol';
import { type Decisions, type Signed, signedBy } from '../store/decisions';
import type { Session } from './session';

/** Decisions that were made on others, with who made them and on what day, where the settings name somebody. */
export function signed(settings: Pick<ServerSettings, 'annotator'>, before: Decisions, after: Decisions): Decisions {
  const signature = signatureOf(settings);
  return signature === undefined ? after : signedBy(before, after, signature);
}

/** The settings that hold for an article, open or not. */
export function settingsFor(session: Session, uri: string): Promise<ServerSettings> {
  return session.documents.get(uri) ? session.settings.get(uri) : session.settingsOfClosed(uri);
}

/** Who decides, and the day that it is here; undefined where nobody is named. */
function signatureOf({ annotator }: Pick<ServerSettings, 'annotator'>): Signed | undefined {
  const by = annotator.trim();
  return by === '' ? undefined : { by, day: today() };
}

function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
