import { ImportArticlesPreviewRequest, ImportArticlesRequest } from '../../protocol';
import { importArticles, previewArticles } from '../importArticles';
import { answer } from './answer';
import type { Feature } from './feature';

/** Articles out of tables, pages and documents. */
export const importingFeature: Feature = (session) => {
  answer(session, ImportArticlesPreviewRequest, (params, token) => previewArticles(session, params, token));
  answer(session, ImportArticlesRequest, (params, token) => importArticles(session, params, token));
  return {};
};
