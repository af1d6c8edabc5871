import type { CancellationToken } from 'vscode-languageserver';
import { reviewMessages } from '../messages/reviewing';
import { operateAll } from '../store/operate';
import type { Operation } from '../store/operations';
import { relationsAt, relationsOf } from '../store/relations';
import type { ReviewItem } from '../store/reviewItem';
import { type CorpusArticle, type WalkOptions, walk, withProgress } from './corpusWalk';
import { decided } from './features/review';
import type { Session } from './session';
import { settingsFor, signed } from './signing';

/** What is to be done with one article, as one step with its words. */
export interface FilePlan {
  readonly operations: readonly Operation[];
  readonly label: string;
}

/** A decision on many articles, open or not. */
export interface FilesDecision extends Pick<WalkOptions, 'wanted'> {
  readonly uris: readonly string[];
  /** What all steps have in common: taken back in one, they are in all. */
  readonly joint: string;
  plan(read: CorpusArticle): FilePlan;
  /** Told why an article, or what is meant in it, was left as it was or needs a look. */
  skip(uri: string, message: string): void;
}

/** How a long request is told of and given up. */
export interface Asked {
  readonly token: CancellationToken;
  readonly workDoneToken?: string | number | undefined;
}

/**
 * Decides on articles one after the other: signed where they are to be, saved and told. Given up half-way, what was
 * decided stands and is one step to undo. Gives how many operations were carried out in how many files.
 */
export async function decideOnFiles(
  session: Session,
  { token, workDoneToken }: Asked,
  decision: FilesDecision,
): Promise<{ readonly operations: number; readonly files: number }> {
  let [operations, files] = [0, 0];
  const title = reviewMessages(session.messages.locale).progress.applyToAll;
  const { wanted } = decision;
  await withProgress(session, workDoneToken, title, async (progress) => {
    const options = { token, progress, keep: true, ...(wanted && { wanted }) };
    for await (const walked of walk(session, decision.uris, options)) {
      const done = walked.ok ? await decideOn(session, walked.read, decision) : 0;
      if (!walked.ok) decision.skip(walked.uri, session.say(walked.message));
      operations += done;
      if (done > 0) files++;
    }
  }).catch((error) => {
    if (!token.isCancellationRequested) throw error;
  });
  return { operations, files };
}

/** How many operations were carried out on an article. */
async function decideOn(session: Session, read: CorpusArticle, { joint, plan, skip }: FilesDecision): Promise<number> {
  const { uri, article, items, schema } = read;
  const words = reviewMessages(session.messages.locale);
  const settings = await settingsFor(session, uri);
  // looked at after the last wait: what is planned is of the decisions as they are
  const { decisions, readOnly } = article.state;
  const nothing = (message: string): number => {
    skip(uri, message);
    return 0;
  };
  if (readOnly !== undefined) return nothing(session.say(readOnly));
  const { operations, label } = plan(read);
  if (operations.length === 0) return 0;
  const result = operateAll({ decisions, items, schema }, operations);
  if (!result.ok) return nothing(words.problem[result.problem]);
  if (!article.decide((before) => signed(settings, before, result.decisions), label, joint)) return 0;
  if (read.open) await decided(session, uri);
  else await session.reviews.save(uri);
  if (article.state.conflicts.length > 0) skip(uri, words.fileConflict);
  return operations.length;
}

/** Whether relations lead to an item of an article, which would go with it: nobody rejects them unasked. */
export function holdsRelations({ article, schema }: CorpusArticle): (item: ReviewItem | undefined) => boolean {
  const relations = relationsOf(article.state.decisions.document, schema);
  return (item) => item?.annotation !== undefined && relationsAt(relations, item.annotation.id).length > 0;
}
