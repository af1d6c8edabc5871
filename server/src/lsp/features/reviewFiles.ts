import { FilesMovedRequest, FilesMovingRequest, OriginalRequest, ReviewSaveRequest } from '../../protocol';
import { textHash } from '../../store/decisions';
import { readAnyText } from '../../store/fileEncoding';
import { Originals } from '../../store/originals';
import { allSidecarNames } from '../../store/sidecarNames';
import { pathOf, uriOf } from '../reviews';
import type { Session } from '../session';
import { answer } from './answer';
import type { Feature } from './feature';

/** The files of decisions: written once more, moved with their article, found for a copy of it. */
export const reviewFilesFeature: Feature = (session) => {
  const originals = new Originals();
  answer(session, ReviewSaveRequest, async ({ uri }) => {
    await session.reviews.save(uri);
    return session.reviews.failure(uri) === undefined;
  });
  answer(session, FilesMovingRequest, async ({ files }) => {
    await session.reviews.moving(files);
    return null;
  });
  answer(session, FilesMovedRequest, async ({ files }) => {
    await session.reviews.moved(files);
    return null;
  });
  answer(session, OriginalRequest, ({ uri }) => original(session, originals, uri));
  session.reviews.onFileChanged((path) => originals.look(path));
  return {};
};

async function original(session: Session, originals: Originals, uri: string) {
  const path = pathOf(uri);
  const text = path === undefined ? undefined : await readAnyText(path).catch(() => undefined);
  if (path === undefined || text === undefined || text.trim() === '') return null;
  if (await originals.exists(...allSidecarNames(path))) return null;
  const folders = session.folders.flatMap((folder) => pathOf(folder) ?? []);
  const found = await originals.find(textHash(text), folders, path);
  return found === undefined ? null : { uri: uriOf(found.path), files: found.files.map(uriOf) };
}
