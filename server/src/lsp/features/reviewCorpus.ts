import { type CancellationToken, DiagnosticSeverity } from 'vscode-languageserver';
import { reviewMessages } from '../../messages/reviewing';
import {
  type ApplyPlaceInfo,
  type ApplyToAllChoice,
  type ApplyToAllParams,
  type ApplyToAllPreview,
  ApplyToAllPreviewRequest,
  ApplyToAllRequest,
  type ApplyToAllResult,
  CheckCorpusRequest,
  type CorpusCheck,
  type FileReview,
  type FolderReviewParams,
  FolderReviewRequest,
  type NextFileParams,
  NextFileRequest,
  type ReviewFilter,
} from '../../protocol';
import { type ApplyPlace, type ApplyToAll, operationsFor, placesFor } from '../../store/applyToAll';
import { findInconsistencies, nameUse } from '../../store/consistency';
import { CorpusNameUse, type NameUse } from '../../store/nameFinder';
import { extent } from '../../store/reviewItem';
import { isReviewed, matcher, progress } from '../../store/reviewList';
import { typeNames } from '../../store/schema';
import { wordOccurrences } from '../../store/words';
import { toFlatRange } from '../convert';
import {
  articlesOf,
  type CorpusArticle,
  folderFor,
  type WalkProgress,
  walk,
  walkDecisions,
  within,
  withProgress,
} from '../corpusWalk';
import { decideOnFiles, holdsRelations } from '../decideOnFiles';
import { oneLine, wordsOf } from '../reviewConvert';
import type { Session } from '../session';
import { answer } from './answer';
import type { Feature } from './feature';
import { toDiagnostic } from './reviewActions';

/** Reviewing over a folder: what is left in which article, all mentions, consistency. */
export const reviewCorpusFeature: Feature = (session) => {
  answer(session, FolderReviewRequest, (params, token) => folderReview(session, params, token));
  answer(session, NextFileRequest, (params, token) => nextFile(session, params, token));
  answer(session, ApplyToAllPreviewRequest, (params, token) => preview(session, params, token));
  answer(session, ApplyToAllRequest, (params, token) => applyToAll(session, params, token));
  answer(session, CheckCorpusRequest, (params, token) => check(session, params, token));
  return {};
};

const UNDECIDED: ReviewFilter = { status: ['undecided'] };

function fileReview(session: Session, read: CorpusArticle, filter: ReviewFilter): FileReview {
  const items = read.items.filter(isReviewed(read.schema));
  const { decisions, readOnly } = read.article.state;
  const lost = decisions.lost.filter((item) => item.annotation.status !== 'rejected').length;
  const matching = items.filter(matcher(filter, read.text)).length;
  return {
    uri: read.uri,
    progress: progress(items, lost),
    matching,
    ...(readOnly !== undefined && { problem: session.say(readOnly) }),
  };
}

const NO_PROGRESS = { reviewed: 0, total: 0, confirmed: 0, rejected: 0, suggested: 0, doubtful: 0, lost: 0 };

async function folderReview(
  session: Session,
  { uri, filter = UNDECIDED, workDoneToken }: FolderReviewParams,
  token: CancellationToken,
): Promise<readonly FileReview[]> {
  const folder = await folderFor(session, uri);
  const uris = folder === undefined ? [] : await articlesOf(session, folder, token);
  const title = reviewMessages(session.messages.locale).progress.review;
  const files: FileReview[] = [];
  await withProgress(session, workDoneToken, title, async (progress) => {
    for await (const walked of walk(session, uris, { token, progress })) {
      files.push(
        walked.ok
          ? fileReview(session, walked.read, filter)
          : { uri: walked.uri, progress: NO_PROGRESS, matching: 0, problem: session.say(walked.message) },
      );
    }
  });
  return files;
}

async function nextFile(session: Session, params: NextFileParams, token: CancellationToken): Promise<FileReview | null> {
  const { uri, direction, filter = UNDECIDED, workDoneToken } = params;
  const folder = await folderFor(session, uri);
  const uris = folder === undefined ? [] : await articlesOf(session, folder, token);
  const here = uris.indexOf(uri);
  const ordered =
    direction === 'next'
      ? [...uris.slice(here + 1), ...uris.slice(0, Math.max(0, here))]
      : [...uris.slice(0, Math.max(0, here)).reverse(), ...uris.slice(here + 1).reverse()];
  const title = reviewMessages(session.messages.locale).progress.review;
  return withProgress(session, workDoneToken, title, async (progress) => {
    for await (const walked of walk(session, ordered, { token, progress })) {
      if (!walked.ok) continue;
      const file = fileReview(session, walked.read, filter);
      if (file.matching > 0) return file;
    }
    return null;
  });
}

// ---------------------------------------------------------------------------------------------- all mentions

async function preview(session: Session, params: ApplyToAllParams, token: CancellationToken): Promise<ApplyToAllPreview | null> {
  const analysed = await session.current(params.uri, token);
  if (analysed === undefined) return null;
  const item = params.item === undefined ? undefined : analysed.items.find((candidate) => candidate.id === params.item);
  const words = params.words ?? (item && wordsOf(analysed.article.text, item));
  const layer = params.layer ?? item?.layer;
  const type = params.type ?? item?.type;
  if (words === undefined || layer === undefined || type === undefined || words.trim() === '') return null;
  const what: ApplyToAll = { words, layer, type, verdict: params.verdict };
  const files: { uri: string; places: readonly ApplyPlaceInfo[] }[] = [];
  const skipped: { uri: string; message: string }[] = [];
  const uris = await scopeOf(session, params, token);
  await withProgress(session, params.workDoneToken, progressTitle(session), async (progress) => {
    for await (const walked of walk(session, uris, walkOptions(what, token, progress))) {
      if (!walked.ok) skipped.push({ uri: walked.uri, message: session.say(walked.message) });
      else if (walked.read.article.state.readOnly !== undefined)
        skipped.push({ uri: walked.uri, message: session.say(walked.read.article.state.readOnly) });
      else {
        const places = placesFor(walked.read.text, walked.read.items, what);
        const isLeft = leftIn(walked.read, what);
        if (places.length > 0)
          files.push({ uri: walked.uri, places: places.map((place) => placeInfo(walked.read, place, isLeft(place))) });
      }
    }
  });
  const total = files.reduce((sum, file) => sum + file.places.length, 0);
  return { words, layer, type, title: typeNames(analysed.schema).title(layer, type), total, files, skipped };
}

async function scopeOf(session: Session, params: ApplyToAllParams, token: CancellationToken): Promise<readonly string[]> {
  const folder = params.scope === 'folder' ? await folderFor(session, params.uri) : undefined;
  return folder === undefined ? [params.uri] : articlesOf(session, folder, token);
}

const progressTitle = (session: Session): string => reviewMessages(session.messages.locale).progress.applyToAll;

function walkOptions(what: ApplyToAll, token: CancellationToken, progress: WalkProgress) {
  return { token, progress, wanted: (text: string) => wordOccurrences(text, what.words).length > 0 };
}

const AROUND = 40;

function placeInfo({ text, lines, schema }: CorpusArticle, { span, kind, now }: ApplyPlace, isLeft: boolean): ApplyPlaceInfo {
  const before = text
    .slice(Math.max(0, span.start - AROUND), span.start)
    .replace(/^[\udc00-\udfff]/, '')
    .replace(/\s+/gu, ' ')
    .trimStart();
  const words = text.slice(span.start, span.end).replace(/\s+/gu, ' ');
  const after = text
    .slice(span.end, span.end + AROUND)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/\s+/gu, ' ')
    .trimEnd();
  const there =
    now && `${typeNames(schema).title(now.layer, now.type)} “${oneLine(text.slice(extent(now).start, extent(now).end), 60)}”`;
  return {
    range: toFlatRange(lines, span),
    kind,
    ...(there !== undefined && { now: there }),
    context: before + words + after,
    highlight: [before.length, before.length + words.length],
    // a person has decided otherwise there, or something longer is there: only on purpose
    chosen: !isLeft && (kind === 'same' || kind === 'new' || (kind === 'type' && now?.status === 'suggested')),
  };
}

let joints = 0;

async function applyToAll(session: Session, params: ApplyToAllChoice, token: CancellationToken): Promise<ApplyToAllResult> {
  const words = reviewMessages(session.messages.locale);
  const chosen = new Map(params.files.map((file) => [file.uri, new Set(file.ranges.map((range) => range.join()))]));
  const skipped: { uri: string; message: string }[] = [];
  const skip = (uri: string, message: string): void => void skipped.push({ uri, message });
  const label = words.done(words.kinds[params.verdict], oneLine(params.words, 60), 1);
  const { operations, files } = await decideOnFiles(
    session,
    { token, workDoneToken: params.workDoneToken },
    {
      uris: [...chosen.keys()],
      joint: `all-${++joints}`,
      plan(read) {
        const wanted = chosen.get(read.uri) ?? new Set();
        const isLeft = leftIn(read, params);
        const there = placesFor(read.text, read.items, params).filter(({ span }) =>
          wanted.has(toFlatRange(read.lines, span).join()),
        );
        const ticked = there.filter((place) => !isLeft(place));
        if (ticked.length < there.length) skip(read.uri, words.heldPlaces(there.length - ticked.length));
        if (there.length < wanted.size) skip(read.uri, words.changed);
        return { operations: operationsFor(ticked, params), label };
      },
      skip,
    },
  );
  return { places: operations, files, skipped };
}

/** Whether a place is left as it is: relations lead there, which would go with what is rejected. */
function leftIn(read: CorpusArticle, { verdict }: ApplyToAll): (place: ApplyPlace) => boolean {
  const isHeld = verdict === 'reject' ? holdsRelations(read) : () => false;
  return ({ now }) => isHeld(now);
}

// ---------------------------------------------------------------------------------------------- consistency

async function check(
  session: Session,
  { uri, workDoneToken }: FolderReviewParams,
  token: CancellationToken,
): Promise<CorpusCheck> {
  const folder = await folderFor(session, uri);
  if (folder === undefined) return { files: 0, problems: 0, skipped: [] };
  const uris = await articlesOf(session, folder, token);
  const words = reviewMessages(session.messages.locale);
  return withProgress(session, workDoneToken, words.progress.check, async (progress) => {
    const uses = new Map<string, NameUse>();
    const decidedOn = new Set<string>();
    const skipped: { uri: string; message: string }[] = [];
    const reading = { token, progress: within(progress, 0, READING) };
    for await (const walked of walkDecisions(session, uris, reading)) {
      if (!walked.ok) {
        skipped.push({ uri: walked.uri, message: session.say(walked.message) });
        continue;
      }
      uses.set(walked.uri, nameUse(walked.read.text, walked.read.items));
      if (walked.read.items.length > 0) decidedOn.add(walked.uri);
    }
    const names = new CorpusNameUse(uses);
    session.corpusNames.set(folder, names);
    // an article without decisions can but miss a name that was confirmed elsewhere
    const wanted = (text: string, article: string): boolean => decidedOn.has(article) || names.isIn(text);
    let problems = 0;
    const told = new Set<string>();
    for await (const walked of walk(session, uris, { token, progress: within(progress, READING, 1), wanted })) {
      if (!walked.ok) continue;
      const { text, items, analysis, lines, schema, open } = walked.read;
      const found = findInconsistencies({ text, items, analysis, elsewhere: names.without(walked.uri) });
      problems += found.length;
      // an open article's are told with its other problems
      if (open) session.layAnew(walked.uri);
      else if (found.length > 0) {
        told.add(walked.uri);
        session.corpusProblems.add(walked.uri);
        const diagnostics = found.map((problem) =>
          toDiagnostic({ article: { text, lines }, schema }, problem, words, DiagnosticSeverity.Information),
        );
        void session.connection.sendDiagnostics({ uri: walked.uri, diagnostics });
      }
    }
    takeBack(session, folder, told);
    return { files: uses.size, problems, skipped };
  });
}

/** The share of a check that reading the decisions takes. */
const READING = 0.2;

/** Problems of a folder's closed articles that an earlier check told and this one did not. */
function takeBack(session: Session, folder: string, told: ReadonlySet<string>): void {
  for (const uri of session.corpusProblems) {
    if (!uri.startsWith(`${folder}/`) || told.has(uri)) continue;
    session.corpusProblems.delete(uri);
    if (session.documents.get(uri) === undefined) void session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
