import { isEdtfDay } from '../../core/dates/calendar';
import { articleMessages } from '../../messages/articles';
import { messageOf } from '../../messages/error';
import {
  ArticleChoiceRequest,
  type ArticleDate,
  ArticleDateRequest,
  ArticleDecisionRequest,
  type DateCandidate,
  FolderSummaryRequest,
  HeaderProposalsRequest,
  SetArticleDateRequest,
  type Wrote,
} from '../../protocol';
import { countFolder } from '../../store/articleFiles';
import { choose, decide, rulesFor } from '../articles';
import { toFlatRange } from '../convert';
import { withProgress } from '../corpusWalk';
import { headerProposals } from '../headerProposals';
import { cancelled } from '../log';
import { pathOf, uriOf } from '../reviews';
import { type AnalysedDocument, inputFor, type Session } from '../session';
import { articlesChanged } from '../synchronise';
import { answer, answerOn } from './answer';
import type { Feature } from './feature';

/** Which files are articles, of which day, and what a folder holds. */
export const articlesFeature: Feature = (session) => {
  const messages = articleMessages(session.messages.locale);
  answer(session, ArticleDecisionRequest, (question) => decide(session, question));
  answer(session, ArticleChoiceRequest, async (params) => {
    const wrote = await choose(session, params);
    articlesChanged(session);
    return wrote;
  });
  answerOn(session, ArticleDateRequest, null, (analysed) => dateOf(session, analysed));
  answer(session, SetArticleDateRequest, ({ uri, date }) => setDate(session, uri, date));
  answer(session, FolderSummaryRequest, async ({ uri, workDoneToken }, token) => {
    const path = pathOf(uri);
    if (path === undefined) return { articles: 0, others: 0, annotated: 0, passedOver: [] };
    const rules = await rulesFor(session, uri);
    const count = await withProgress(session, workDoneToken, messages.counting, (progress) =>
      countFolder(path, rules, (done) => {
        if (token.isCancellationRequested) throw cancelled();
        progress(done, done);
      }),
    );
    const { articles, others, annotated, links, problems } = count;
    return { articles, others, annotated, passedOver: [...links, ...problems].map((found) => found.path) };
  });
  answer(session, HeaderProposalsRequest, (params, token) => headerProposals(session, params, token));
  return {};
};

async function dateOf(session: Session, { document, article, settings }: AnalysedDocument): Promise<ArticleDate> {
  const { uri, text } = document;
  const messages = articleMessages(session.messages.locale);
  const [analyser, said] = await Promise.all([session.analyserFor(uri, settings), session.metadata.dateOf(uri)]);
  const file = await session.metadata.fileFor(uri);
  const found = analyser.dateCandidates(inputFor(uri, text, settings)).map(
    ({ date, origin, span }): DateCandidate => ({
      date,
      origin,
      ...(span && { range: toFlatRange(article.lines, span) }),
      explanation: messages.origin[origin],
    }),
  );
  const candidates: readonly DateCandidate[] =
    said === undefined
      ? found
      : [{ date: said, origin: 'metadata', explanation: messages.origin.metadata(file ?? '') }, ...found];
  const { date } = article.analysis;
  const origin = date === null ? undefined : candidates.find((candidate) => candidate.date === date)?.origin;
  return { date, ...(origin && { origin }), candidates, ...(file !== undefined && { metadata: file }) };
}

async function setDate(session: Session, uri: string, date: string | null): Promise<Wrote> {
  const messages = articleMessages(session.messages.locale);
  const path = pathOf(uri);
  if (path === undefined) return { ok: false, message: messages.noFile };
  if (date !== null && !isEdtfDay(date)) return { ok: false, message: messages.noDate(date) };
  try {
    const file = await session.metadata.setDate(path, uri, date);
    session.scheduler.restart();
    return { ok: true, file: uriOf(file) };
  } catch (error) {
    return { ok: false, message: session.say(messageOf(error)) };
  }
}
