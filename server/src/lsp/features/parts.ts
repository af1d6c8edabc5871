import { CompleteQueryRequest, CountNamesRequest, ExportSearchRequest, PartsRequest, SavePartRequest } from '../../protocol';
import { completeQuery } from '../completeQuery';
import { countNames, exportSearch } from '../exportSearch';
import { keepPart, partsOfProject } from '../parts';
import { uriOf } from '../reviews';
import { answer } from './answer';
import type { Feature } from './feature';

/** Sub-corpora and partitions, which projects keep, what else a query can be made of, and what is made of what it finds. */
export const partsFeature: Feature = (session) => {
  answer(session, PartsRequest, async ({ uri }) => {
    const found = await partsOfProject(session, uri);
    if (found === undefined) return { file: uri, parts: [], problems: [] };
    const problems = found.problems.map(({ line, message }) => ({ line, message: session.say(message) }));
    return { file: uriOf(found.file), parts: found.parts, problems };
  });
  answer(session, SavePartRequest, async ({ uri, part }) => {
    const kept = await keepPart(session, uri, part);
    return 'file' in kept ? { file: uriOf(kept.file) } : { problem: session.say(kept.problem) };
  });
  answer(session, CompleteQueryRequest, (params) => completeQuery(session, params));
  answer(session, ExportSearchRequest, (params, token) => exportSearch(session, params, token));
  answer(session, CountNamesRequest, (params, token) => countNames(session, params, token));
  return {};
};
