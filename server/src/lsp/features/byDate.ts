import { ArticleByDateRequest } from '../../protocol';
import { pathOf } from '../reviews';
import { folderOf } from '../schemas';
import { answer } from './answer';
import type { Feature } from './feature';

/** From an article to the next one in time. */
export const byDateFeature: Feature = (session) => {
  answer(session, ArticleByDateRequest, async ({ uri, direction }) => {
    const [folder, path] = [folderOf(uri, session.folders), pathOf(uri)];
    if (folder === undefined || path === undefined) return null;
    return (await session.index?.ask({ kind: 'byDate', folder, path, direction })) ?? null;
  });
  return {};
};
