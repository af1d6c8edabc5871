import { messageOf } from '../../messages/error';
import { learning } from '../../messages/learning';
import { wordsOf } from '../../messages/topic';
import { type ForgetParams, ForgetRequest, type LearntLine, LearntRequest } from '../../protocol';
import { saveForgotten } from '../../store/forgotten';
import { typeNames } from '../../store/schema';
import { titleOfLearnt } from '../learning/because';
import { pathOf, uriOf } from '../paths';
import { folderOf } from '../schemas';
import type { Session } from '../session';
import { answer } from './answer';
import type { Feature } from './feature';

/** Of more nobody reads the end. */
const MOST_LINES = 5_000;

/** What is suggested follows what people decide, where a folder's settings want it; what was learnt is shown, and forgotten. */
export const learningFeature: Feature = (session) => {
  session.learning?.start();
  answer(session, LearntRequest, ({ uri }) => learnt(session, uri));
  answer(session, ForgetRequest, (params) => forget(session, params));
  return {};
};

const folderFor = (session: Session, uri: string | undefined): string | undefined =>
  (uri === undefined ? undefined : folderOf(uri, session.folders)) ?? session.folders[0];

async function learnt(session: Session, uri: string | undefined): Promise<readonly LearntLine[] | null> {
  const folder = folderFor(session, uri);
  const forms = folder === undefined ? undefined : await session.learning?.list(folder);
  if (folder === undefined || forms === undefined) return null;
  const { schema } = await session.schemas.forArticle(uri ?? `${folder}/x.txt`);
  const names = typeNames(schema);
  return forms.slice(0, MOST_LINES).map(({ form, type, paths, count }) => {
    return { form, type, title: titleOfLearnt(type, names, session.messages.locale), articles: paths.map(uriOf), count };
  });
}

async function forget(session: Session, { uri, what }: ForgetParams): Promise<{ readonly problem?: string }> {
  const folder = folderFor(session, uri);
  const path = folder === undefined ? undefined : pathOf(folder);
  if (folder === undefined || path === undefined) return { problem: wordsOf(learning, session.messages.locale).noFolder };
  try {
    const all = what === 'all' ? ((await session.learning?.list(folder)) ?? []) : what;
    await saveForgotten(path, all === 'nothing' ? null : all);
    session.learning?.forgotten();
    return {};
  } catch (error) {
    return { problem: session.say(messageOf(error)) };
  }
}
