import type { CancellationToken } from 'vscode-languageserver';
import { LineIndex } from '../../core/lineIndex';
import type { Span } from '../../core/span';
import { reviewMessages } from '../../messages/reviewing';
import {
  type DecideHitsParams,
  DecideHitsRequest,
  type DecideHitsResult,
  type HitDecision,
  type HitPlace,
  type HitStatesParams,
  HitStatesRequest,
  type ReviewStatus,
  StepHitsRequest,
} from '../../protocol';
import { hitsIn } from '../../store/hits';
import { operateAll } from '../../store/operate';
import type { Operation } from '../../store/operations';
import { relationsAt, relationsOf } from '../../store/relations';
import { spanOfFlat } from '../convert';
import { type CorpusArticle, type Walked, walk, walkDecisions, withProgress } from '../corpusWalk';
import { oneLine } from '../reviewConvert';
import type { Session } from '../session';
import { settingsFor, signed } from '../signing';
import { answer } from './answer';
import type { Feature } from './feature';
import { decided, stepTogether } from './review';

/** Deciding on the hits of a search, as its lines show them. */
export const hitsFeature: Feature = (session) => {
  answer(session, DecideHitsRequest, (params, token) => decideHits(session, params, token));
  answer(session, StepHitsRequest, ({ joint, direction }) => stepTogether(session, joint, direction));
  answer(session, HitStatesRequest, (params, token) => hitStates(session, params, token));
  return {};
};

let joints = 0;

async function decideHits(session: Session, params: DecideHitsParams, token: CancellationToken): Promise<DecideHitsResult> {
  const { hits, workDoneToken } = params;
  const deciding = new Deciding(session, params);
  const byUri = grouped(hits);
  const title = reviewMessages(session.messages.locale).progress.applyToAll;
  await withProgress(session, workDoneToken, title, async (progress) => {
    for await (const walked of walk(session, [...byUri.keys()], { token, progress, keep: true }))
      await deciding.take(walked, byUri.get(walked.uri) ?? []);
  }).catch((error) => {
    // given up half-way: what was decided stands, is told, and is one step to undo
    if (!token.isCancellationRequested) throw error;
  });
  return deciding.result();
}

/** What has been decided so far, as one step. */
class Deciding {
  readonly #session: Session;
  readonly #hits: readonly HitPlace[];
  readonly #decision: HitDecision;
  readonly #joint = `hits-${++joints}`;
  readonly #skipped: { hit: number; message: string }[] = [];
  #files = 0;
  #count = 0;
  #words = '';

  constructor(session: Session, { hits, decision }: DecideHitsParams) {
    this.#session = session;
    this.#hits = hits;
    this.#decision = decision;
  }

  /** Decides on an article's hits; `wanted` are their places among all. */
  async take(walked: Walked, wanted: readonly number[]): Promise<void> {
    const words = reviewMessages(this.#session.messages.locale);
    const skipAll = (message: string): void => void this.#skipped.push(...wanted.map((hit) => ({ hit, message })));
    if (!walked.ok) return skipAll(this.#session.say(walked.message));
    const settings = await settingsFor(this.#session, walked.uri);
    const { article, items, schema } = walked.read;
    const { decisions, readOnly } = article.state;
    if (readOnly !== undefined) return skipAll(this.#session.say(readOnly));
    const operations = this.#operations(walked.read, wanted);
    if (operations.length === 0) return;
    const result = operateAll({ decisions, items, schema }, operations);
    if (!result.ok) return skipAll(words.problem[result.problem]);
    const label = this.#label(operations.length);
    if (!article.decide((before) => signed(settings, before, result.decisions), label, this.#joint)) return;
    this.#count += operations.length;
    this.#files++;
    if (walked.read.open) await decided(this.#session, walked.uri);
    else await this.#session.reviews.save(walked.uri);
    if (article.state.conflicts.length > 0) skipAll(words.fileConflict);
  }

  #operations({ text, lines, items, article, schema }: CorpusArticle, wanted: readonly number[]): readonly Operation[] {
    const words = reviewMessages(this.#session.messages.locale);
    const inText = hitsIn(text, items);
    const relations = this.#decision.kind === 'annotate' ? [] : relationsOf(article.state.decisions.document, schema);
    const isRelated = (span: Span): boolean => {
      const annotation = this.#decision.kind === 'confirm' ? undefined : inText.itemAt(span)?.annotation;
      return annotation !== undefined && relationsAt(relations, annotation.id).length > 0;
    };
    const operations = new Map<string, Operation>();
    for (const hit of wanted) {
      const place = this.#hits[hit] as HitPlace;
      const span = spanOfFlat(lines, place.range);
      const problem = isThere(text, span, place) ? (isRelated(span) ? 'related' : undefined) : 'gone';
      const choice = problem === undefined ? inText.choose(span, this.#decision) : undefined;
      if (!choice?.ok) this.#skipped.push({ hit, message: words.hit[problem ?? choice?.problem ?? 'gone'] });
      else if (choice.operation) {
        // two hits in one annotation are one decision
        operations.set(JSON.stringify(choice.operation), choice.operation);
        this.#words = oneLine(place.node, 60);
      }
    }
    return [...operations.values()];
  }

  #label(count: number): string {
    const words = reviewMessages(this.#session.messages.locale);
    const kind = this.#decision.kind === 'annotate' ? 'add' : this.#decision.kind;
    return words.done(words.kinds[kind], count === 1 ? this.#words : '', count);
  }

  result(): DecideHitsResult {
    const label = this.#count === 0 ? '' : this.#label(this.#count);
    return { label, joint: this.#joint, files: this.#files, skipped: this.#skipped.sort((a, b) => a.hit - b.hit) };
  }
}

/** The places of hits among all, by their articles. */
function grouped(hits: readonly HitPlace[]): ReadonlyMap<string, readonly number[]> {
  const byUri = new Map<string, number[]>();
  for (const [i, { uri }] of hits.entries()) {
    const known = byUri.get(uri);
    if (known) known.push(i);
    else byUri.set(uri, [i]);
  }
  return byUri;
}

/** Whether the words of a hit still stand where it was found; a line shows them with single blanks. */
const isThere = (text: string, { start, end }: Span, { node }: HitPlace): boolean =>
  text.slice(start, end).replace(/\s+/g, ' ') === node;

async function hitStates(
  session: Session,
  { hits, workDoneToken }: HitStatesParams,
  token: CancellationToken,
): Promise<readonly (ReviewStatus | null)[]> {
  const states: (ReviewStatus | null)[] = hits.map(() => null);
  const byUri = grouped(hits);
  const title = reviewMessages(session.messages.locale).progress.review;
  await withProgress(session, workDoneToken, title, async (progress) => {
    for await (const walked of walkDecisions(session, [...byUri.keys()], { token, progress })) {
      if (!walked.ok || walked.read.items.length === 0) continue;
      const { text, items } = walked.read;
      const [inText, lines] = [hitsIn(text, items), new LineIndex(text)];
      for (const hit of byUri.get(walked.uri) ?? []) {
        const place = hits[hit] as HitPlace;
        const span = spanOfFlat(lines, place.range);
        if (isThere(text, span, place)) states[hit] = inText.itemAt(span)?.status ?? null;
      }
    }
  });
  return states;
}
