import type { CancellationToken } from 'vscode-languageserver';
import { randomiser } from '../../core/random';
import { reviewMessages } from '../../messages/reviewing';
import {
  type ArticleOutcome,
  type FinishParams,
  FinishRequest,
  type NextOpenParams,
  NextOpenRequest,
  type OutcomesParams,
  OutcomesRequest,
} from '../../protocol';
import type { ArticleDecisions } from '../../store/articleDecisions';
import { type Decisions, withOutcome } from '../../store/decisions';
import { readAnyText } from '../../store/fileEncoding';
import { type OutcomeInfo, outcomeIn, outcomeInfo } from '../../store/outcomes';
import { isReviewed, isUndecided } from '../../store/reviewList';
import { articlesOf, type CorpusArticle, folderFor, walk, withProgress } from '../corpusWalk';
import { cancelled } from '../log';
import { labelInfo } from '../reviewConvert';
import { pathOf } from '../reviews';
import type { Session } from '../session';
import { settingsFor, signed } from '../signing';
import { answer } from './answer';
import type { Feature } from './feature';
import { decided } from './review';

/** Which articles are finished, set aside or open, and which is next. */
export const reviewOutcomesFeature: Feature = (session) => {
  answer(session, FinishRequest, (params) => finish(session, params));
  answer(session, OutcomesRequest, (params, token) => outcomes(session, params, token));
  answer(session, NextOpenRequest, (params, token) => nextOpen(session, params, token));
  return {};
};

function finish(session: Session, { uri, state, note }: FinishParams): Promise<Decided> {
  const said = state === 'open' ? undefined : { state, ...(note !== undefined && note.trim() !== '' && { note: note.trim() }) };
  const title = reviewMessages(session.messages.locale).outcomes[state];
  return decideOnArticle(session, uri, (before) => withOutcome(before, said), title);
}

/** Whether something was decided; `message` says why not. */
export type Decided = { readonly ok: true } | { readonly ok: false; readonly message: string };

/**
 * Decides something on an article as a whole, signed where decisions are.
 *
 * @param change - makes the decisions after it of those before it.
 * @param title - what *Undo* calls it.
 */
export async function decideOnArticle(
  session: Session,
  uri: string,
  change: (before: Decisions) => Decisions,
  title: string,
): Promise<Decided> {
  const words = reviewMessages(session.messages.locale);
  const article = await articleFor(session, uri);
  if (article === undefined) return { ok: false, message: words.notOpen };
  const { readOnly } = article.state;
  if (readOnly !== undefined) return { ok: false, message: words.readOnly(session.say(readOnly)) };
  const settings = await settingsFor(session, uri);
  article.decide((before) => signed(settings, before, change(before)), title);
  await decided(session, uri);
  return { ok: true };
}

/** An article's decisions, whether it is open in the editor or not; undefined where there is no such file. */
async function articleFor(session: Session, uri: string): Promise<ArticleDecisions | undefined> {
  await session.reviews.ready(uri);
  const open = session.reviews.get(uri);
  const path = pathOf(uri);
  if (open || path === undefined) return open;
  const text = await readAnyText(path);
  return text === undefined ? undefined : session.reviews.closed(uri, text);
}

async function outcomes(
  session: Session,
  { uri, uris, workDoneToken }: OutcomesParams,
  token: CancellationToken,
): Promise<readonly ArticleOutcome[]> {
  const folder = uri === undefined ? undefined : await folderFor(session, uri);
  const all = uris ?? (folder === undefined ? [] : await articlesOf(session, folder, token));
  const { progress: titles } = reviewMessages(session.messages.locale);
  return withProgress(session, workDoneToken, titles.review, async (progress) => {
    const found: ArticleOutcome[] = [];
    for (const [i, one] of all.entries()) {
      if (token.isCancellationRequested) throw cancelled();
      progress(i, all.length);
      found.push(await labelledOutcome(session, one));
    }
    return found;
  });
}

/** An article's outcome, with its labels as people read them. */
async function labelledOutcome(session: Session, uri: string): Promise<ArticleOutcome> {
  const { labels, ...outcome } = await outcomeOf(session, uri);
  if (labels === undefined) return { uri, ...outcome };
  const shown = labelInfo(labels, (await session.schemas.forArticle(uri)).schema);
  return { uri, ...outcome, ...(shown && { labels: shown }) };
}

/** An article's outcome; where its files cannot be read it is open: whoever opens it is told why. */
async function outcomeOf(session: Session, uri: string): Promise<OutcomeInfo> {
  const held = session.reviews.get(uri);
  if (held) return outcomeInfo(held.state.decisions);
  const path = pathOf(uri);
  return path === undefined ? { state: 'open' } : outcomeIn(path).catch(() => ({ state: 'open' }));
}

/** The next article that is neither finished nor set aside; in random order the same seed gives the same. */
async function nextOpen(session: Session, params: NextOpenParams, token: CancellationToken): Promise<string | null> {
  const { uri, order, seed = 1, workDoneToken } = params;
  const folder = await folderFor(session, uri);
  if (folder === undefined) return null;
  const uris = await articlesOf(session, folder, token);
  const open: string[] = [];
  for (const one of order === 'random' ? shuffled(uris, seed) : behind(uris, uri)) {
    if (one === uri || (await outcomeOf(session, one)).state !== 'open') continue;
    if (order !== 'uncertain') return one;
    open.push(one);
  }
  if (open.length === 0) return null;
  const { progress: titles } = reviewMessages(session.messages.locale);
  return withProgress(session, workDoneToken, titles.review, async (progress) => {
    let best: { readonly uri: string; readonly doubt: number } | undefined;
    for await (const walked of walk(session, open, { token, progress })) {
      if (!walked.ok) continue;
      const doubt = doubtOf(walked.read);
      if (best === undefined || doubt > best.doubt) best = { uri: walked.uri, doubt };
    }
    return best?.uri ?? null;
  });
}

/** Those behind an article, then those before it. */
function behind(uris: readonly string[], uri: string): readonly string[] {
  const here = uris.indexOf(uri);
  return [...uris.slice(here + 1), ...uris.slice(0, here + 1)];
}

/** Fisher and Yates’ shuffle. */
function shuffled(uris: readonly string[], seed: number): readonly string[] {
  const random = randomiser(seed);
  const result = [...uris];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as string, result[i] as string];
  }
  return result;
}

/** How unsure the detection is of what is left to decide: the sum of what its scores lack. */
function doubtOf({ items, schema }: CorpusArticle): number {
  return items
    .filter(isReviewed(schema))
    .filter(isUndecided)
    .reduce((sum, { score }) => sum + 1 - (score ?? 1), 0);
}
