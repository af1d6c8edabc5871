import { SearchRequest } from '../../protocol';
import { searchCorpus } from '../searchCorpus';
import { answer } from './answer';
import type { Feature } from './feature';

/** A concordance over all articles of a folder. */
export const searchFeature: Feature = (session) => {
  answer(session, SearchRequest, (params, token) => searchCorpus(session, params, token));
  return {};
};
