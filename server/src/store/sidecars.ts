import type { Annotation, AnnotationDocument } from '../formats/annotationDocument';
import { type BratOrigin, readBrat } from '../formats/brat/read';
import { LINE_JOINED } from '../formats/brat/vocabulary';
import { type BratWriting, writeBrat } from '../formats/brat/write';
import { codePointMap } from '../formats/codePoints';
import { type FormatProblem, warning } from '../formats/format';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { type Decisions, isEmpty, isRejection, type LostDecision, type Mark, textHash } from './decisions';
import { relationsWith, renumberLost } from './lost';
import { OccurrenceIndex } from './occurrenceIndex';
import { boundLines, type Placed, placeAnnotations, placeRejections } from './placing';
import { loseAll, sameSpans } from './rebaseDecisions';
import { type ReviewRecords, readReviewFile, type StoredAnchor, writeReviewFile } from './reviewFile';
import type { TextAnchor } from './textAnchor';

/** The contents of an article's two files; undefined where there is no such file. */
export interface SidecarFiles {
  readonly ann: string | undefined;
  readonly review: string | undefined;
}

/** A problem in one of the two files. */
export interface SidecarProblem extends FormatProblem {
  readonly file: 'ann' | 'review';
}

/** What two files say of a text. */
export interface SidecarReading {
  readonly decisions: Decisions;
  readonly problems: readonly SidecarProblem[];
  /** A file could not be understood whole: it must not be written. */
  readonly broken: boolean;
  /** The text is not the one that the files were written for, and some annotation is not where they say. */
  readonly moved: boolean;
}

/** brat's flag on an annotation whose place is in doubt, so that it can be seen there too. */
const DOUBTFUL = 'Doubtful';

/**
 * Reads an article's decisions. Where the text has changed since they were written, each annotation is found again by
 * its words and what stood around them; what is not beyond doubt is marked doubtful, what is not found is lost.
 */
export function readSidecars(files: SidecarFiles, text: string, id: string): SidecarReading {
  const review = readReviewFile(files.review ?? '');
  // Room behind the text keeps an annotation that ends there now from being an error: it is looked for below.
  const ann = files.ann ?? '';
  const padding = '\n'.repeat(Math.max(0, furthest(ann) - codePointMap(text).length));
  const { document, problems } = readBrat(ann, text + padding, id);
  const trusted = review.records.sha256 === textHash(text);
  const placed = place({ ...document, text }, review.records, trusted);
  const decisions = withRejections(placed.decisions, review.records, trusted);
  const errors = [...problems.filter((problem) => problem.severity === 'error'), ...conflictMarks(ann)];
  const remarks = problems.filter((problem) => problem.severity !== 'error' && !placed.lines.has(problem.line));
  const broken = errors.length > 0 || review.problems.length > 0;
  return {
    decisions,
    problems: [
      ...dedupe(errors).map((problem) => ({ ...problem, file: 'ann' as const })),
      ...[...remarks, ...placed.problems].map((problem) => ({ ...problem, file: 'ann' as const })),
      ...review.problems.map((problem) => ({ ...problem, file: 'review' as const })),
    ],
    broken,
    moved: placed.moved,
  };
}

/** Whether an article's files say that they belong to a text. Without a review file nothing is said. */
export function isWrittenFor(files: SidecarFiles, text: string): boolean {
  const said = /^\ufeff?\s*\{"review":.*?"sha256":"([0-9a-f]{64})"/.exec(files.review ?? '')?.[1];
  return said !== undefined && said === textHash(text);
}

function furthest(ann: string): number {
  let most = 0;
  for (const match of ann.matchAll(/^T\S*\t\S+ ([\d ;]+)/gm)) {
    for (const number of (match[1] ?? '').split(/[ ;]/)) if (number.length < 10) most = Math.max(most, Number(number) || 0);
  }
  // offsets are code points: a text has at most twice as many code units; absurd ones stay errors of their line
  return Math.min(most, 50_000_000);
}

function conflictMarks(ann: string): FormatProblem[] {
  return ann.split('\n').flatMap((line, i) =>
    /^(?:<{7}|={7}|>{7}|\|{7})/.test(line)
      ? [
          {
            severity: 'error' as const,
            line: i + 1,
            message: fileMessages.mergeConflict,
          },
        ]
      : [],
  );
}

function dedupe(problems: readonly FormatProblem[]): readonly FormatProblem[] {
  // of one line, the last message: that of the conflict mark says more than that the line is not brat's
  return [...new Map(problems.map((problem) => [problem.line, problem])).values()];
}

function place(
  document: AnnotationDocument,
  records: ReviewRecords,
  trusted: boolean,
): { decisions: Decisions; problems: FormatProblem[]; moved: boolean; lines: ReadonlySet<number> } {
  const lines = boundLines(document);
  const places = placeAnnotations(document, lines, records, trusted);
  const annotations: Annotation[] = [];
  const marks = new Map<string, Mark>();
  const lost: LostDecision[] = [];
  const problems: FormatProblem[] = [];
  let moved = false;
  const warn = (id: string, message: Message): void => {
    problems.push(warning(lines.get(id)?.line ?? 1, message));
  };
  for (const annotation of document.annotations) {
    const { id } = annotation;
    const { spans, certainty, anchors, inFile } = places.get(id) as Placed;
    const judged = records.judged.get(id);
    const signed = records.signed.get(id);
    const own = (judged || signed) && { ...(judged && { judged }), ...(signed && { signed }) };
    const clean = withoutFlags(annotation, spans !== annotation.spans);
    const stored = records.doubtful.get(id)?.map((anchor) => ({ ...anchor, start: annotation.spans[0]?.start ?? 0 }));
    if (spans === undefined) {
      moved = true;
      lost.push({
        annotation: clean,
        anchors: stored ?? anchors,
        ...own,
        relations: relationsWith(document.relations, new Set([id])),
      });
      warn(id, fileMessages.wordsGone(id));
      continue;
    }
    const doubtful = stored ?? (certainty === 'doubtful' ? anchors : undefined);
    if (!sameSpans(spans, annotation.spans)) moved = true;
    if (doubtful || own) marks.set(id, { ...own, ...(doubtful && { doubtful }), ...(inFile && { inFile }) });
    if (doubtful) warn(id, fileMessages.textChanged(id));
    annotations.push(sameSpans(spans, clean.spans) ? clean : { ...clean, spans });
  }
  const away = new Set(relationsWith(document.relations, new Set(lost.map((item) => item.annotation.id))));
  const kept = { ...document, annotations, relations: document.relations.filter((relation) => !away.has(relation)) };
  const before = records.lost.map((item) => ({ ...item, anchors: item.words.map((words) => ({ ...words, start: 0 })) }));
  const decisions: Decisions = {
    document: kept,
    marks,
    lost: renumberLost([...lost, ...before], kept),
    alone: new Set(records.alone),
    ...(records.outcome && { outcome: records.outcome }),
    ...(records.labels.length > 0 && { labels: records.labels }),
  };
  // what the reader says of a T line (its words are not there) is said better above
  return { decisions, problems, moved, lines: new Set([...lines.values()].map(({ line }) => line)) };
}

/** Without our flag of doubt; and, where the place was found again, without brat's list of line breaks, which is then of another text. */
function withoutFlags(annotation: Annotation, replaced: boolean): Annotation {
  const { [DOUBTFUL]: flag, ...others } = annotation.attributes;
  const { [LINE_JOINED]: joined, ...rest } = flag === '' ? others : annotation.attributes;
  const attributes = joined === undefined || replaced ? rest : { ...rest, [LINE_JOINED]: joined };
  return flag === '' || (joined !== undefined && replaced) ? { ...annotation, attributes } : annotation;
}

/** Rejections whose words are beyond doubt apply; the others wait among the lost ones: the suggestion is then asked about again. */
function withRejections(decisions: Decisions, records: ReviewRecords, trusted: boolean): Decisions {
  if (records.rejections.length === 0) return decisions;
  const { text } = decisions.document;
  const annotations = [...decisions.document.annotations];
  const marks = new Map(decisions.marks);
  const lost = [...decisions.lost];
  const index = new OccurrenceIndex(text);
  const anchors = records.rejections.map(({ words }) => words.map((stored) => toAnchor(index, stored)));
  const places = trusted ? undefined : placeRejections(text, anchors);
  const taken = new Set(lost.map((item) => item.annotation.id));
  let number = 0;
  for (const [i, { layer, type, judged, signed, note }] of records.rejections.entries()) {
    const beside = { ...(judged && { judged }), ...(signed && { signed }) };
    do number++;
    while (taken.has(`X${number}`));
    const id = `X${number}`;
    const base = { id, layer, type, attributes: {}, status: 'rejected' as const, ...(note !== undefined && { note }) };
    const own = anchors[i] ?? [];
    const { certainty, spans } = places?.[i] ?? {
      certainty: 'same',
      spans: own.map(({ start, exact }) => ({ start, end: start + exact.length })),
    };
    if (spans !== undefined && (certainty === 'same' || certainty === 'moved')) {
      annotations.push({ ...base, spans });
      if (judged || signed) marks.set(id, beside);
    } else lost.push({ annotation: { ...base, spans: [] }, anchors: own, ...beside, relations: [] });
  }
  return { ...decisions, marks, lost, document: { ...decisions.document, annotations } };
}

function toAnchor(index: OccurrenceIndex, stored: StoredAnchor): TextAnchor {
  const places = index.places(stored.exact);
  const start = places[(stored.nth ?? 1) - 1] ?? places.at(-1) ?? 0;
  return { exact: stored.exact, prefix: stored.prefix, suffix: stored.suffix, start };
}

/**
 * Writes an article's two files. A line that says what it said stays as it was; `ann` is undefined where there was no
 * such file and nothing is to be said, so that no file comes to be without a decision.
 *
 * What is written is read again and compared first: where lines that were to stay would now say something else (a
 * change before them altered what brat's offsets count), all lines are written again.
 */
export function writeSidecars(decisions: Decisions, before: SidecarFiles): SidecarFiles {
  const flagged = decisions.document.annotations
    .filter((annotation) => !isRejection(annotation))
    .map((annotation) => {
      const mark = decisions.marks.get(annotation.id);
      if (mark?.inFile) return { ...annotation, spans: mark.inFile };
      return mark?.doubtful ? { ...annotation, attributes: { ...annotation.attributes, [DOUBTFUL]: '' } } : annotation;
    });
  const document = { ...decisions.document, annotations: flagged };
  const writing = writeBrat(document, { rejected: 'keep' });
  const unsaid = unsaidOf(writing);
  if (unsaid.size > 0) return writeSidecars(loseAll(decisions, unsaid), before);
  let ann = writing.content;
  if (!says(ann, document)) ann = writeBrat({ ...document, origin: afresh(document) }, { rejected: 'keep' }).content;
  const nothing = isEmpty(decisions);
  // finished with nothing in it is annotated all the same: brat's file is there, and empty
  const isFinished = decisions.outcome?.state === 'finished';
  return {
    ann: ann === '' && !isFinished && before.ann === undefined && flagged.length === 0 ? undefined : ann,
    review: nothing && before.review === undefined ? undefined : writeReviewFile(decisions),
  };
}

/** Ids of what brat has no place for, because an edit has left nothing of its words but line ends. */
function unsaidOf({ content, losses }: BratWriting): ReadonlySet<string> {
  const doubted = losses.flatMap(({ kind, item }) =>
    (kind === 'span' || kind === 'boundary') && item !== undefined ? [item] : [],
  );
  if (doubted.length === 0) return new Set();
  const said = new Set(content.split('\n').map((line) => line.slice(0, Math.max(0, line.indexOf('\t')))));
  return new Set(doubted.filter((id) => !said.has(id)));
}

function says(ann: string, document: AnnotationDocument): boolean {
  const again = new Map(
    readBrat(ann, document.text, document.id).document.annotations.map((annotation) => [annotation.id, annotation]),
  );
  return document.annotations.every((annotation) => {
    const read = again.get(annotation.id);
    return read !== undefined && read.type === annotation.type && sameSpans(read.spans, annotation.spans);
  });
}

/** The origin with text-bound lines that know no place, so that each is written from the document where it stands. */
function afresh(document: AnnotationDocument): { format: string; data: BratOrigin } {
  const origin = document.origin?.data as BratOrigin | undefined;
  const lines = (origin?.lines ?? []).map(({ spans: _, ...line }) => line);
  return { format: 'brat', data: { bom: false, ...origin, lines } };
}
