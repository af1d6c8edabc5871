import { QueryError } from '../../corpus/query/query';
import { SearchEndRequest, SearchPageRequest, SearchRequest, SearchWholeRequest } from '../../protocol';
import { withParts } from '../parts';
import { searchCorpus, searchEnd, searchPage, searchWhole } from '../searchCorpus';
import { answer } from './answer';
import type { Feature } from './feature';

/** A concordance over all articles of a folder. */
export const searchFeature: Feature = (session) => {
  answer(session, SearchRequest, async (params, token) => {
    const asked = await withParts(session, params);
    if (!(asked instanceof QueryError)) return searchCorpus(session, asked, token);
    return { problem: session.say(asked.said), total: '', lines: [], left: 0, skipped: [] };
  });
  answer(session, SearchPageRequest, (params, token) => searchPage(session, params, token));
  answer(session, SearchWholeRequest, (params, token) => searchWhole(session, params, token));
  answer(session, SearchEndRequest, ({ search }) => searchEnd(session, search));
  return {};
};
