import { LineIndex } from '../../core/lineIndex';
import { placesOf } from '../../corpus/rowPlaces';
import {
  CorpusChangedNotification,
  CorpusRowsRequest,
  RowArticlesRequest,
  type RowPlace,
  type RowPlacesParams,
  RowPlacesRequest,
} from '../../protocol';
import { shorten } from '../../service/markdown';
import { toFlatRange } from '../convert';
import { folderFor } from '../corpusWalk';
import type { CorpusIndex } from '../index/corpusIndex';
import type { IndexRowPlacesFound } from '../index/rowMessages';
import { pathOf } from '../reviews';
import { folderOf } from '../schemas';
import type { Session } from '../session';
import { openDocument } from '../walkedDocument';
import { answer, tell } from './answer';
import type { Feature } from './feature';

/** Of a place so much is shown, in UTF-16 units. */
const TEXT_LENGTH = 160;

/** While articles are indexed, the views are told so often, in milliseconds. */
const TELL_EVERY = 5_000;

/** What the views show of the whole corpus, by its index. */
export const corpusViewsFeature: Feature = (session) => {
  const { index } = session;
  answer(session, CorpusRowsRequest, async ({ uri, ...asked }) => {
    const folder = await folderFor(session, uri);
    index?.start();
    if (folder === undefined) return null;
    return (await index?.ask({ kind: 'rows', folder, ...asked, language: session.messages.locale })) ?? null;
  });
  answer(session, RowArticlesRequest, async ({ uri, ...asked }) => {
    const folder = await folderFor(session, uri);
    if (folder === undefined) return null;
    return (await index?.ask({ kind: 'rowArticles', folder, ...asked })) ?? null;
  });
  answer(session, RowPlacesRequest, (asked) => places(session, asked));
  if (index !== undefined) tellChanges(session, index);
  return {};
};

/** Of an open article as it is in the editor. */
async function places(session: Session, { uri, ...subject }: RowPlacesParams): Promise<readonly RowPlace[] | null> {
  const [folder, path] = [folderOf(uri, session.folders), pathOf(uri)];
  if (folder === undefined || path === undefined) return null;
  const open = await openDocument(session, uri);
  const found: IndexRowPlacesFound | undefined = open
    ? { text: open.text, places: placesOf(open, subject) }
    : await session.index?.ask({ kind: 'rowPlaces', folder, path, ...subject });
  if (found === undefined) return null;
  const lines = new LineIndex(found.text);
  return found.places.map(({ start, end, text, ...more }) => ({
    range: toFlatRange(lines, { start, end }),
    text: shorten(text, TEXT_LENGTH),
    ...more,
  }));
}

/** Tells when an index has come to its end again, and now and then while it is made. */
function tellChanges(session: Session, index: CorpusIndex): void {
  let [told, done] = [0, -1];
  index.onProgress((progress) => {
    if (progress.done === done && !progress.idle) return;
    if (!progress.idle && performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    done = progress.done;
    tell(session, CorpusChangedNotification, null);
  });
}
