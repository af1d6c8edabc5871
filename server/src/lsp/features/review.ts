import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Annotation } from '../../formats/annotationDocument';
import { type ReviewMessages, reviewMessages } from '../../messages/reviewing';
import {
  type ReviewApplied,
  ReviewApplyRequest,
  ReviewBulkRequest,
  ReviewConflictsRequest,
  ReviewItemAtRequest,
  ReviewItemsRequest,
  ReviewNeighbourRequest,
  type ReviewOperation,
  ReviewRedoRequest,
  ReviewResolveRequest,
  ReviewStateNotification,
  type ReviewStateParams,
  type ReviewStep,
  ReviewUndoRequest,
  ReviewWritingNotification,
  SchemaRequest,
  TrustNotification,
} from '../../protocol';
import { labelList } from '../../store/labels';
import { type OperationResult, operateAll } from '../../store/operate';
import type { ReviewItem } from '../../store/reviewItem';
import {
  isReviewed,
  isUndecided,
  itemAt,
  neighbourItem,
  progress,
  progressUndecided,
  reviewList,
  supersededRejections,
} from '../../store/reviewList';
import { typeNames } from '../../store/schema';
import { flatMapInSteps } from '../../store/turns';
import { fromRange, SOURCE, toFlatRange } from '../convert';
import type { OpenDocument } from '../documents';
import { placesIn } from '../guidelines';
import { guardedNotification } from '../log';
import { fromOperation, itemInfo, labelInfo, lostInfo, oneLine, wordsOf } from '../reviewConvert';
import { isDecidable, pathOf, uriOf } from '../reviews';
import type { AnalysedDocument, Session } from '../session';
import { signed } from '../signing';
import { refresh } from '../synchronise';
import { failureTeller } from '../tellFailures';
import { inTurns } from '../turns';
import { answer, answerOn, tell } from './answer';
import type { Feature } from './feature';
import { askedFirst, relatedItems } from './relations';
import { consistencyDiagnostics } from './reviewActions';

type Operated = Extract<OperationResult, { readonly ok: true }>;

const UNDECIDED = { status: ['undecided'] } as const;

/** Reviewing an open article: its items, decisions on them, undo, conflicts, and the state for the status bar. */
export const reviewFeature: Feature = (session) => {
  const words = reviewMessages(session.messages.locale);
  const undecidable = new Map<string, readonly string[]>();

  answerOn(session, ReviewItemsRequest, null, async (analysed, { filter = {}, order = 'text' }) => {
    const items = reviewed(analysed);
    const superseded = supersededRejections(items);
    const info = itemInfo(analysed);
    const listed = flatMapInSteps(reviewList(items, analysed.article.text, filter, order), (item) => [
      superseded.has(item) ? { ...info(item), superseded: true as const } : info(item),
    ]);
    return {
      version: analysed.document.version,
      items: await inTurns(listed),
      lost: lostInfo(lostOf(session, analysed), analysed.schema),
      progress: progressOf(session, analysed),
    };
  });
  answerOn(session, ReviewItemAtRequest, null, (analysed, { range }) => {
    const item = itemAt(analysed.items, fromRange(analysed.article.lines, range));
    return item ? itemInfo(analysed)(item) : null;
  });
  answerOn(
    session,
    ReviewNeighbourRequest,
    null,
    (analysed, { range, direction, filter = UNDECIDED, order = 'text', current, score }) => {
      const list = reviewList(reviewed(analysed), analysed.article.text, filter, order);
      const found = neighbourItem(
        list,
        fromRange(analysed.article.lines, range),
        direction,
        order === 'leastSure' ? { id: current, score } : undefined,
      );
      if (found === undefined) return null;
      return { item: itemInfo(analysed)(found.item), wrapped: found.wrapped, index: found.index + 1, total: list.length };
    },
  );
  answerOn(session, ReviewApplyRequest, { ok: false, message: words.notOpen }, async (analysed, { operations, version, sure }) =>
    version !== undefined && version !== analysed.document.version
      ? { ok: false as const, message: words.changed }
      : (askedFirst(session, analysed, sure ? [] : operations) ?? apply(session, analysed, { operations }, words)),
  );
  answerOn(session, ReviewBulkRequest, { ok: false, message: words.notOpen }, (analysed, { filter, verdict }) => {
    const related = new Set(verdict === 'confirm' ? [] : relatedItems(session, analysed, analysed.items).keys());
    const undecided = reviewed(analysed).filter((item) => isUndecided(item) && !related.has(item));
    const items = reviewList(undecided, analysed.article.text, filter, 'text');
    return apply(session, analysed, { operations: [{ kind: verdict, items: items.map((item) => item.id) }] }, words);
  });
  for (const [kind, direction] of [
    [ReviewUndoRequest, 'undo'],
    [ReviewRedoRequest, 'redo'],
  ] as const) {
    answer(session, kind, ({ uri }) => step(session, uri, direction));
  }
  answerOn(session, ReviewConflictsRequest, [], (analysed) => {
    const names = typeNames(analysed.schema);
    const { text, lines } = analysed.article;
    return (session.reviews.get(analysed.document.uri)?.state.conflicts ?? []).map(({ id, ours, theirs }) => {
      const side = (one: typeof ours): string | undefined => {
        if (one === undefined) return undefined;
        const { layer, type } = names.of(one);
        return `${names.title(layer, type)} “${oneLine(wordsOf(text, one))}”`;
      };
      const span = (ours ?? theirs)?.spans[0] ?? { start: 0, end: 0 };
      const [left, right] = [side(ours), side(theirs)];
      return {
        id,
        range: toFlatRange(lines, span),
        ...(left !== undefined && { ours: left }),
        ...(right !== undefined && { theirs: right }),
      };
    });
  });
  answer(session, ReviewResolveRequest, async ({ uri, choices }) => {
    const article = session.reviews.get(uri);
    if (article === undefined) return false;
    article.resolve(choices);
    await decided(session, uri);
    return true;
  });
  answer(session, SchemaRequest, async ({ uri }) => {
    const found = await session.schemas.forArticle(uri);
    const places = await placesIn(found);
    const layers = found.schema.layers.map((layer) => ({
      ...layer,
      types: layer.types.map((type) => {
        const place = places.get(`${layer.id}/${type.id}`);
        return place ? { ...type, place: { heading: place.heading, uri: place.uri } } : type;
      }),
    }));
    return { ...(found.uri !== undefined && { uri: found.uri }), ...found.schema, layers };
  });
  session.connection.onNotification(
    TrustNotification.method,
    guardedNotification<{ trusted: boolean }>(session.log, TrustNotification.method, ({ trusted }) => {
      session.trusted = trusted;
      for (const uri of session.articles()) session.layAnew(uri);
    }),
  );

  session.onAnalysed(stateTeller(session));
  session.diagnosticSources.push((analysed) => consistencyDiagnostics(session, analysed));
  const tellFailure = failureTeller(session);
  session.reviews.onChanged({
    changed: (uri, what) => {
      if (!session.clientTellsFailures) tellFailure(uri);
      undecidable.set(uri, tellFileProblems(session, uri, undecidable.get(uri) ?? []));
      const shown = session.scheduler.ready(uri);
      if (what === 'files' && shown) {
        tellState(session, shown);
        return;
      }
      session.layAnew(uri);
      refresh(session);
    },
    writing: (uri, failed) => {
      tell(session, ReviewWritingNotification, {
        uri,
        ...(failed && { failed: { ...failed, reason: session.say(failed.reason) } }),
      });
    },
  });
  session.onAnalysed(({ document: { uri } }) => {
    // the files' problems are told when the article is first seen; later with each change of the files
    if (!undecidable.has(uri)) undecidable.set(uri, tellFileProblems(session, uri, []));
  });
  return {};
};

/** The items of the layers that are to be decided on. */
function reviewed(analysed: AnalysedDocument): readonly ReviewItem[] {
  return analysed.items.filter(isReviewed(analysed.schema));
}

const lostOf = (session: Session, analysed: AnalysedDocument) =>
  session.reviews.get(analysed.document.uri)?.state.decisions.lost ?? [];

function progressOf(session: Session, analysed: AnalysedDocument) {
  const { schema, undecided } = analysed;
  const lost = lostInfo(lostOf(session, analysed), schema).length;
  return undecided ? progressUndecided(undecided, schema, lost) : progress(reviewed(analysed), lost);
}

/** Carries out operations as one step, and has them brought to disk. */
export async function apply(
  session: Session,
  analysed: AnalysedDocument,
  { operations }: { readonly operations: readonly ReviewOperation[] },
  words: ReviewMessages,
): Promise<ReviewApplied> {
  const { uri } = analysed.document;
  if (!isDecidable(uri)) return { ok: false, message: words.copy };
  const article = session.reviews.get(uri);
  if (article === undefined) return { ok: false, message: words.notOpen };
  const { decisions, readOnly } = article.state;
  if (readOnly !== undefined) return { ok: false, message: words.readOnly(session.say(readOnly)) };
  if (decisions.document.text !== analysed.article.text) return { ok: false, message: words.changed };
  const own = operations.map((operation) => fromOperation(analysed.article.lines, operation));
  const result = operateAll({ decisions, items: analysed.items, schema: analysed.schema }, own);
  if (!result.ok) return { ok: false, message: words.problem[result.problem] };
  const label = labelOf(analysed, operations, words);
  if (!article.decide((before) => signed(analysed.settings, before, result.decisions), label))
    return { ok: false, message: words.nothingChanged };
  const { syncing, safe } = deciding(session, uri);
  // what is shown is worked out while the disk is waited for
  await syncing;
  const now = await shownNow(session, analysed);
  const focus = focusOf(now.items, result).map(itemInfo(now));
  const answer = { ok: true, label, focus, progress: progressOf(session, now) } as const;
  // who is told that it is done need not fear for it
  await safe;
  return { ...answer, ...unwritten(session, [uri]) };
}

/**
 * The items that operations made or changed, as they are called by now: where another window has decided meanwhile, what
 * was made here may have got another number, and its number may be that of another.
 */
function focusOf(items: readonly ReviewItem[], { decisions, focus }: Operated): readonly ReviewItem[] {
  const keyOf = ({ layer, type, spans }: Annotation): string => JSON.stringify([layer, type, spans]);
  const wanted = new Set(decisions.document.annotations.filter(({ id }) => focus.includes(id)).map(keyOf));
  return items.filter(({ annotation }) => annotation && wanted.has(keyOf(annotation)));
}

/** What is shown of an article by now; what was shown where it is being changed. */
async function shownNow(session: Session, before: AnalysedDocument): Promise<AnalysedDocument> {
  try {
    return (await session.current(before.document.uri)) ?? before;
  } catch {
    return before;
  }
}

/** Says where decisions are nowhere on disk: nobody is to be told that they are made. */
function unwritten(session: Session, uris: readonly string[]): { readonly unwritten?: true } {
  return uris.every((uri) => session.reviews.isKept(uri)) ? {} : { unwritten: true };
}

function labelOf(analysed: AnalysedDocument, operations: readonly ReviewOperation[], words: ReviewMessages): string {
  const [first] = operations;
  if (first === undefined) return '';
  const ids = operations.flatMap((operation) =>
    'items' in operation ? operation.items : 'item' in operation ? [operation.item] : [],
  );
  const item = ids.length === 1 ? analysed.items.find((candidate) => candidate.id === ids[0]) : undefined;
  const { text, lines } = analysed.article;
  const added =
    first.kind === 'add' && operations.length === 1 && first.ranges[0] ? fromRange(lines, first.ranges[0]) : undefined;
  const shown = item ? wordsOf(text, item) : added ? text.slice(added.start, added.end) : '';
  return words.done(words.kinds[first.kind], oneLine(shown, 60), Math.max(ids.length, operations.length));
}

/** Decisions have changed: shows them, and has them written; resolves when nothing of them can be lost any more. */
export function decided(session: Session, uri: string): Promise<void> {
  return deciding(session, uri).safe;
}

/** The same; `syncing` resolves earlier, when there is nothing but the disk to wait for. */
function deciding(session: Session, uri: string): { readonly syncing: Promise<void>; readonly safe: Promise<void> } {
  let resolve!: () => void;
  const syncing = new Promise<void>((done) => {
    resolve = done;
  });
  session.layAnew(uri, syncing);
  void syncing.then(() => refresh(session));
  return { syncing, safe: session.reviews.safe(uri, resolve) };
}

/** Takes the last decision of an article back, or makes it again; a step over many files in all of them. */
export async function step(session: Session, uri: string, direction: 'undo' | 'redo'): Promise<ReviewStep> {
  await session.reviews.ready(uri);
  const article = session.reviews.get(uri);
  const next = article?.peek(direction);
  if (article === undefined || next === undefined) return { done: false, reason: 'nothing' };
  if (typeof next === 'string') return { done: false, reason: next };
  const joined = next.joint === undefined ? [{ uri, article }] : session.reviews.joint(next.joint, direction);
  const uris = [uri, ...joined.map((one) => one.uri).filter((other) => other !== uri)];
  const safe = stepAll(session, joined, direction);
  // of the version that the step was made on, whether or not it is analysed yet
  const lines = session.documents.get(uri)?.lines;
  const focus = next.place && lines && toFlatRange(lines, next.place);
  await safe;
  return { done: true, label: next.label, files: joined.length, ...(focus && { focus }), ...unwritten(session, uris) };
}

type Joined = ReturnType<Session['reviews']['joint']>;

/** Takes a step over many files back, or makes it again, wherever it is the last one. */
export async function stepTogether(
  session: Session,
  joint: string,
  direction: 'undo' | 'redo',
): Promise<{ readonly files: number; readonly label: string }> {
  const joined = session.reviews.joint(joint, direction);
  const next = joined[0]?.article.peek(direction);
  await stepAll(session, joined, direction);
  return { files: joined.length, label: typeof next === 'object' ? next.label : '' };
}

function stepAll(session: Session, joined: Joined, direction: 'undo' | 'redo'): Promise<void> {
  for (const { uri, article } of joined) {
    article.step(direction);
    session.layAnew(uri);
  }
  refresh(session);
  return saveAll(
    session,
    joined.map(({ uri }) => uri),
  );
}

/** So many articles are written at one time: thousands at once would leave no file handle for anything else. */
const WRITTEN_AT_ONCE = 8;

async function saveAll(session: Session, uris: readonly string[]): Promise<void> {
  const waiting = uris.values();
  const writer = async (): Promise<void> => {
    for (const uri of waiting) await session.reviews.safe(uri);
  };
  await Promise.all(Array.from({ length: WRITTEN_AT_ONCE }, writer));
}

/** The state of a text that is being typed is told when typing rests, in milliseconds: counting its items takes longer than an edit. */
const QUIET = 250;

/** Tells the state of an article: at first and after a decision at once, of a new version when typing rests. */
function stateTeller(session: Session): (analysed: AnalysedDocument) => void {
  const told = new Map<string, { readonly document: OpenDocument; readonly timer?: NodeJS.Timeout }>();
  return (analysed) => {
    const { document } = analysed;
    for (const uri of told.keys()) if (session.documents.get(uri) === undefined) told.delete(uri);
    const before = told.get(document.uri);
    clearTimeout(before?.timer);
    if (before === undefined || before.document === document) {
      told.set(document.uri, { document });
      tellState(session, analysed);
      return;
    }
    const timer = setTimeout(() => {
      if (session.scheduler.ready(document.uri) === analysed) tellState(session, analysed);
    }, QUIET);
    told.set(document.uri, { document, timer });
  };
}

function tellState(session: Session, analysed: AnalysedDocument): void {
  const { uri, version } = analysed.document;
  const article = session.reviews.get(uri);
  if (article === undefined) return;
  const { pending, conflicts } = article.state;
  const readOnly = isDecidable(uri) ? article.state.readOnly : reviewMessages(session.messages.locale).copy;
  const next = article.peek('undo');
  const failed = session.reviews.failure(uri);
  const labels = labelInfo(labelList(article.state.decisions), analysed.schema);
  const params: ReviewStateParams = {
    uri,
    version,
    progress: progressOf(session, analysed),
    ...(readOnly !== undefined && { readOnly: session.say(readOnly) }),
    pending,
    conflicts: conflicts.length,
    ...(failed !== undefined && { failed: session.say(failed) }),
    ...(typeof next === 'object' && { undo: next.label }),
    ...(labels && { labels }),
  };
  tell(session, ReviewStateNotification, params);
}

/** Tells what is wrong in an article's files, at its line there; gives the files that something was told of. */
function tellFileProblems(session: Session, uri: string, before: readonly string[]): readonly string[] {
  const state = session.reviews.get(uri)?.state;
  if (pathOf(uri) === undefined || state === undefined) return [];
  const { files } = state;
  const told: string[] = [];
  for (const file of ['ann', 'review'] as const) {
    const fileUri = uriOf(files[file]);
    const diagnostics = state.problems
      .filter((problem) => problem.file === file)
      .map(({ line, severity, message }): Diagnostic => {
        const at = { line: line - 1, character: 0 };
        return {
          range: { start: at, end: { ...at, character: 10_000 } },
          severity: SEVERITY[severity],
          source: SOURCE,
          message: session.say(message),
        };
      });
    if (diagnostics.length === 0 && !before.includes(fileUri)) continue;
    if (diagnostics.length > 0) told.push(fileUri);
    void session.connection.sendDiagnostics({ uri: fileUri, diagnostics });
  }
  return told;
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;
