import { type CorpusName, DecideNamesRequest, NameAtRequest, NameRequest } from '../../protocol';
import { entityOf, subjectAt } from '../../service/subject';
import { fromPosition } from '../convert';
import { folderFor } from '../corpusWalk';
import { keepNameDecisions, nameDecisionsChanged, nameDecisionsOf } from '../nameDecisions';
import { folderOf } from '../schemas';
import type { Session } from '../session';
import { answer, answerOn } from './answer';
import type { Feature } from './feature';

/** What people decide on names over the whole corpus. */
export const corpusNamesFeature: Feature = (session) => {
  session.namesChanged = () => nameDecisionsChanged(session);
  answerOn(session, NameAtRequest, null, ({ article, document }, { position }) => {
    const entity = article.entity(entityOf(subjectAt(article, fromPosition(article.lines, position))));
    return entity === undefined ? null : decidedOn(session, document.uri, entity);
  });
  answer(session, NameRequest, ({ uri, type, name }) => decidedOn(session, uri, { type, name }));
  answer(session, DecideNamesRequest, async ({ uri, added, removed }) => {
    const problem = await keepNameDecisions(session, uri, { added, removed });
    return problem === undefined ? {} : { problem: session.say(problem) };
  });
  return {};
};

async function decidedOn(
  session: Session,
  uri: string,
  { type, name }: { readonly type: string; readonly name: string },
): Promise<CorpusName | null> {
  const folder = folderOf(uri, session.folders) ?? (await folderFor(session, uri));
  if (folder === undefined) return null;
  const decisions = await nameDecisionsOf(session, folder);
  const [head = name, ...others] = decisions.groupOf(type, name);
  return {
    ...{ folder, type, name: head, others },
    ...{ alone: decisions.isAlone(head, type), apart: decisions.isApart(type, head) },
  };
}
