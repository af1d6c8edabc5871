import { version } from '../../../../package.json';
import type { ServerSettings } from '../../protocol';
import { isGazetteer } from '../gazetteers';
import { pathOf } from '../paths';
import { isSchema } from '../schemas';
import type { Session } from '../session';
import type { FolderSetup, IndexSetup } from './messages';

/**
 * All that a thread must know to analyse articles as the server does.
 *
 * @param storage - the extension's own folder, where the thread keeps something.
 * @param isWanted - which workspace folders are meant, by their settings.
 */
export async function threadSetup(
  session: Session,
  storage: string,
  isWanted: (settings: ServerSettings) => boolean,
): Promise<IndexSetup> {
  const { folders: roots, documents, messages } = session;
  const folders: FolderSetup[] = [];
  for (const uri of roots) {
    const path = pathOf(uri);
    const settings = await session.settings.get(uri);
    if (path !== undefined && isWanted(settings)) folders.push({ uri, path, storage, settings });
  }
  const open = [...documents.all()]
    .filter(({ uri }) => isGazetteer(uri) || isSchema(uri))
    .map(({ uri, text }) => ({ uri, text }));
  return { folders, roots, open, locale: messages.locale, version };
}
