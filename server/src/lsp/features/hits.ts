import type { CancellationToken } from 'vscode-languageserver';
import { LineIndex } from '../../core/lineIndex';
import type { Span } from '../../core/span';
import { reviewMessages } from '../../messages/reviewing';
import {
  type DecideHitsParams,
  DecideHitsRequest,
  type DecideHitsResult,
  type HitPlace,
  type HitStatesParams,
  HitStatesRequest,
  type ReviewStatus,
  StepHitsRequest,
} from '../../protocol';
import { type HitProblem, hitsIn } from '../../store/hits';
import type { Operation } from '../../store/operations';
import { spanOfFlat } from '../convert';
import { type CorpusArticle, walkDecisions, withProgress } from '../corpusWalk';
import { decideOnFiles, holdsRelations } from '../decideOnFiles';
import { oneLine } from '../reviewConvert';
import type { Session } from '../session';
import { answer } from './answer';
import type { Feature } from './feature';
import { stepTogether } from './review';

/** Deciding on the hits of a search, as its lines show them. */
export const hitsFeature: Feature = (session) => {
  answer(session, DecideHitsRequest, (params, token) => decideHits(session, params, token));
  answer(session, StepHitsRequest, ({ joint, direction }) => stepTogether(session, joint, direction));
  answer(session, HitStatesRequest, (params, token) => hitStates(session, params, token));
  return {};
};

let joints = 0;

async function decideHits(session: Session, params: DecideHitsParams, token: CancellationToken): Promise<DecideHitsResult> {
  const { hits, decision, workDoneToken } = params;
  const words = reviewMessages(session.messages.locale);
  const byUri = grouped(hits);
  const joint = `hits-${++joints}`;
  const skipped: { hit: number; message: string }[] = [];
  let shown = '';
  const labelOf = (count: number): string =>
    words.done(words.kinds[decision.kind === 'annotate' ? 'add' : decision.kind], count === 1 ? shown : '', count);
  const { operations, files } = await decideOnFiles(
    session,
    { token, workDoneToken },
    {
      uris: [...byUri.keys()],
      joint,
      plan(read) {
        const planned = operationsOn(read, byUri.get(read.uri) ?? [], params);
        skipped.push(...planned.skipped.map(({ hit, problem }) => ({ hit, message: words.hit[problem] })));
        shown = planned.shown ?? shown;
        return { operations: planned.operations, label: labelOf(planned.operations.length) };
      },
      skip: (uri, message) => void skipped.push(...(byUri.get(uri) ?? []).map((hit) => ({ hit, message }))),
    },
  );
  skipped.sort((a, b) => a.hit - b.hit);
  return { label: operations === 0 ? '' : labelOf(operations), joint, files, skipped };
}

/** What hits come to in their article; two in one annotation are one decision. `shown`: the words of the last. */
function operationsOn(read: CorpusArticle, wanted: readonly number[], { hits, decision }: DecideHitsParams) {
  const { text, lines, items } = read;
  const inText = hitsIn(text, items);
  const isHeld = decision.kind === 'reject' || decision.kind === 'clear' ? holdsRelations(read) : () => false;
  const operations = new Map<string, Operation>();
  const skipped: { readonly hit: number; readonly problem: HitProblem | 'gone' | 'related' }[] = [];
  let shown: string | undefined;
  for (const hit of wanted) {
    const place = hits[hit] as HitPlace;
    const span = spanOfFlat(lines, place.range);
    const problem = isThere(text, span, place) ? (isHeld(inText.itemAt(span)) ? 'related' : undefined) : 'gone';
    const choice = problem === undefined ? inText.choose(span, decision) : undefined;
    if (!choice?.ok) skipped.push({ hit, problem: problem ?? choice?.problem ?? 'gone' });
    else if (choice.operation) {
      operations.set(JSON.stringify(choice.operation), choice.operation);
      shown = oneLine(place.node, 60);
    }
  }
  return { operations: [...operations.values()], skipped, shown };
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
