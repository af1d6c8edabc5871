import type { CancellationToken } from 'vscode-languageserver';
import type { PreviewJob } from '../import/preview';
import { startImport, startPreview } from '../import/startThread';
import { factsOf, problemLine, summaryLines } from '../import/summary';
import { messageOf } from '../messages/error';
import { importing, importingMessages } from '../messages/importing';
import { wordsOf } from '../messages/topic';
import type { ImportArticlesParams, ImportArticlesPreview, ImportArticlesResult, ImportArticlesSource } from '../protocol';
import { withProgress } from './corpusWalk';
import { pathOf } from './reviews';
import type { Session } from './session';

/** What the first articles of files would be. */
export async function previewArticles(
  session: Session,
  params: ImportArticlesSource,
  token: CancellationToken,
): Promise<ImportArticlesPreview> {
  const { locale } = session.messages;
  const running = startPreview(session.bundle, jobOf(params));
  const watch = token.onCancellationRequested(() => running.stop());
  try {
    const { files, passedOver, columns, mapping, articles, problems } = await running.result;
    return {
      files,
      passedOver,
      columns,
      mapping,
      articles: articles.map((article) => ({
        title: article.title ?? wordsOf(importing, locale).noTitle,
        facts: factsOf(article, locale),
        beginning: article.beginning,
      })),
      problems: problems.map((problem) => problemLine(problem, locale)),
    };
  } catch (error) {
    const nothing = { files: 0, passedOver: 0, columns: [], mapping: {}, articles: [] };
    return { ...nothing, problems: [session.say(messageOf(error))] };
  } finally {
    watch.dispose();
  }
}

/** Writes a text for each article; what is done when it is given up stays. */
export async function importArticles(
  session: Session,
  params: ImportArticlesParams,
  token: CancellationToken,
): Promise<ImportArticlesResult> {
  const { locale } = session.messages;
  const words = wordsOf(importing, locale);
  const target = pathOf(params.target);
  if (target === undefined) return { articles: 0, summary: [session.say(importingMessages.noFolder)], problems: [] };
  return withProgress(session, params.workDoneToken, words.bringingIn, async (progress) => {
    const running = startImport(
      session.bundle,
      { ...jobOf(params), target, language: locale },
      { onProgress: ({ bytes, totalBytes }) => progress(Math.round((100 * bytes) / Math.max(1, totalBytes)), 100) },
    );
    const watch = token.onCancellationRequested(() => running.stop());
    try {
      const outcome = await running.result;
      return {
        articles: outcome.articles,
        summary: summaryLines(outcome, target, locale),
        problems: outcome.problems.map((problem) => problemLine(problem, locale)),
      };
    } catch (error) {
      return { articles: 0, summary: [session.say(messageOf(error))], problems: [] };
    } finally {
      watch.dispose();
    }
  });
}

const jobOf = ({ sources, columns, dayOrder }: ImportArticlesSource): PreviewJob => ({
  sources: sources.flatMap((uri) => pathOf(uri) ?? []),
  columns,
  dayOrder,
});
