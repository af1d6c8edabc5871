import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { indexing } from '../../messages/indexing';
import { wordsOf } from '../../messages/topic';
import { CorpusMentionRequest, CorpusNameRequest, IndexRequest } from '../../protocol';
import { entityOf, subjectAt } from '../../service/subject';
import { fromPosition } from '../convert';
import type { CorpusIndex, IndexProgress } from '../index/corpusIndex';
import { corpusEntityAt } from '../index/namesAt';
import { describeError } from '../log';
import { pathOf } from '../reviews';
import type { Session } from '../session';
import { answer, answerOn } from './answer';
import type { Feature } from './feature';

/** A window that opens has other things to do first. In milliseconds. */
const BEGIN_AFTER = 3_000;

/** Fewer articles are indexed before anybody has read a notification. */
const MANY = 50;

/** Keeps indexes of the workspace folders in the background, tells how far they are, and lets people pause that. */
export const indexFeature: Feature = (session) => {
  const { index } = session;
  answer(session, IndexRequest, ({ pause }) => {
    if (index === undefined) return null;
    index.start();
    if (pause !== undefined) index.pause(pause);
    return { ...index.progress, paused: index.paused };
  });
  answerOn(session, CorpusNameRequest, null, ({ article }, { position }) => {
    const subject = subjectAt(article, fromPosition(article.lines, position));
    return article.entity(entityOf(subject))?.name ?? null;
  });
  answerOn(session, CorpusMentionRequest, null, async (analysed, { uri, position, direction }) => {
    const offset = fromPosition(analysed.article.lines, position);
    const [found, path] = [await corpusEntityAt(session, analysed, offset), pathOf(uri)];
    if (index === undefined || found === undefined || path === undefined) return null;
    const { name, entity } = found;
    const place = await index.ask({ kind: 'neighbour', folder: found.folder, name, type: entity.type, path, direction });
    return place === undefined ? null : { ...place, name };
  });
  if (index === undefined) return {};
  setTimeout(() => index.start(), BEGIN_AFTER).unref();
  if (session.capabilities.window?.workDoneProgress) showProgress(session, index);
  return {};
};

/** Shows how far the indexes are while there is much to do; to cancel that pauses it. */
function showProgress(session: Session, index: CorpusIndex): void {
  let shown: Promise<WorkDoneProgressServerReporter> | undefined;
  const begin = async ({ done, total }: IndexProgress): Promise<WorkDoneProgressServerReporter> => {
    const progress = await session.connection.window.createWorkDoneProgress();
    progress.begin(wordsOf(indexing, session.messages.locale).indexing, percentage({ done, total }), undefined, true);
    progress.token.onCancellationRequested(() => {
      index.pause(true);
      progress.done();
    });
    return progress;
  };
  index.onProgress((told) => {
    if (told.idle || index.paused) {
      void shown?.then((progress) => progress.done()).catch(() => undefined);
      shown = undefined;
      return;
    }
    if (shown === undefined && told.total - told.done < MANY) return;
    shown ??= begin(told);
    shown
      .then((progress) => progress.report(percentage(told), `${told.done} / ${told.total}`))
      .catch((error) => session.log.warn(`The progress of the indexes cannot be shown: ${describeError(error)}`));
  });
}

const percentage = ({ done, total }: Pick<IndexProgress, 'done' | 'total'>): number =>
  Math.round((100 * done) / Math.max(1, total));
