import type { Span } from '../core/span';
import type { Annotation, AnnotationDocument } from '../formats/annotationDocument';
import { type BratOrigin, readBrat } from '../formats/brat/read';
import { writeBrat } from '../formats/brat/write';
import { codePointMap } from '../formats/codePoints';
import { type FormatProblem, warning } from '../formats/format';
import { type AnchorCertainty, findAnchor, type TextAnchor } from './anchor';
import { type Decisions, isEmpty, isRejection, type LostDecision, type Mark, textHash } from './decisions';
import { sameSpans } from './rebaseDecisions';
import { occurrences, type ReviewRecords, readReviewFile, type StoredAnchor, writeReviewFile } from './reviewFile';

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
export const DOUBTFUL = 'Doubtful';

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
            message: 'A merge conflict stands here: choose one of the sides and delete the marks.',
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
  const lines = new Map<string, { line: number; reference: string | undefined; agreed: boolean }>();
  (document.origin?.data as BratOrigin | undefined)?.lines.forEach((line, i) => {
    if (line.record?.kind === 'text')
      lines.set(line.record.id, { line: i + 1, reference: line.record.reference, agreed: line.agreed !== false });
  });
  const annotations: Annotation[] = [];
  const marks = new Map<string, Mark>();
  const lost: LostDecision[] = [];
  const problems: FormatProblem[] = [];
  let shift = 0;
  let moved = false;
  const inTextOrder = [...document.annotations].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const found = new Map<string, Found>();
  for (const annotation of inTextOrder) {
    const line = lines.get(annotation.id);
    const inside = (annotation.spans.at(-1)?.end ?? 0) <= document.text.length;
    const holds = inside && line?.agreed !== false;
    // Without a word about the text, the reference text of the line is what there is to go by.
    if (holds && (trusted || !records.anchors.has(annotation.id))) {
      found.set(annotation.id, { spans: annotation.spans, certainty: 'same', anchors: [] });
      continue;
    }
    const anchors = anchorsOf(annotation, line?.reference, records, document.text);
    const result = findAll(document.text, anchors, shift);
    const stranger = !records.anchors.has(annotation.id) || (records.doubtful.has(annotation.id) && line?.agreed === false);
    if (stranger && inside && result.certainty !== 'same' && result.certainty !== 'moved') {
      // somebody else's line that never fitted this text: it stays, with a better place proposed where there is one
      found.set(annotation.id, {
        spans: result.spans ?? annotation.spans,
        certainty: 'doubtful',
        anchors,
        inFile: annotation.spans,
      });
      continue;
    }
    if (result.certainty === 'moved') shift = (result.spans?.[0]?.start ?? 0) - (anchors[0]?.start ?? 0);
    found.set(annotation.id, result);
  }
  for (const annotation of document.annotations) {
    const { spans, certainty, anchors, inFile } = found.get(annotation.id) as Found;
    const own = records.judged.get(annotation.id);
    const { [DOUBTFUL]: flag, ...attributes } = annotation.attributes;
    const clean = flag === '' ? { ...annotation, attributes } : annotation;
    const before = records.doubtful.get(annotation.id);
    const stored = before?.map((anchor) => ({ ...anchor, start: annotation.spans[0]?.start ?? 0 }));
    if (spans === undefined) {
      moved = true;
      lost.push({
        annotation: clean,
        anchors: stored ?? anchors,
        ...(own && { judged: own }),
        relations: relationsOf(document, annotation.id),
      });
      problems.push(
        warning(
          lines.get(annotation.id)?.line ?? 1,
          `The words of ${annotation.id} are no longer in the text; it is kept aside.`,
        ),
      );
      continue;
    }
    const doubtful = stored ?? (certainty === 'doubtful' ? anchors : undefined);
    if (!sameSpans(spans, annotation.spans)) moved = true;
    if (doubtful || own)
      marks.set(annotation.id, { ...(own && { judged: own }), ...(doubtful && { doubtful }), ...(inFile && { inFile }) });
    if (doubtful)
      problems.push(
        warning(
          lines.get(annotation.id)?.line ?? 1,
          `The text has changed around ${annotation.id}: look whether it stands in the right place.`,
        ),
      );
    annotations.push(sameSpans(spans, annotation.spans) ? clean : { ...clean, spans });
  }
  const gone = new Set(lost.map((item) => item.annotation.id));
  const relations = document.relations.filter(
    (relation) =>
      !(relation.trigger !== undefined && gone.has(relation.trigger)) && !relation.args.some((arg) => gone.has(arg.target)),
  );
  const decisions: Decisions = {
    document: { ...document, annotations, relations },
    marks,
    lost: [...lost, ...records.lost.map((item) => ({ ...item, anchors: item.words.map((words) => ({ ...words, start: 0 })) }))],
    alone: new Set(records.alone),
  };
  // what the reader says of a T line (its words are not there) is said better above
  return { decisions, problems, moved, lines: new Set([...lines.values()].map(({ line }) => line)) };
}

interface Found {
  readonly spans: readonly Span[] | undefined;
  readonly certainty: AnchorCertainty;
  readonly anchors: readonly TextAnchor[];
  readonly inFile?: readonly Span[];
}

const relationsOf = (document: AnnotationDocument, id: string): AnnotationDocument['relations'] =>
  document.relations.filter((relation) => relation.trigger === id || relation.args.some((arg) => arg.target === id));

/** The anchors of a T line: its own words (fragments are joined by one space there), and what the review file has around them. */
function anchorsOf(annotation: Annotation, reference: string | undefined, records: ReviewRecords, text: string): TextAnchor[] {
  const around = records.anchors.get(annotation.id);
  let at = 0;
  return annotation.spans.map((span, i) => {
    // A fragment is as long as its offsets say, in code points; a reference may have one space where the text has a line break.
    const width = span.end - span.start;
    const exact =
      annotation.spans.length === 1 && reference !== undefined
        ? reference
        : (reference ?? text.slice(span.start, span.end)).slice(at, at + width);
    at += width + 1;
    return { exact, prefix: around?.[i]?.prefix ?? '', suffix: around?.[i]?.suffix ?? '', start: span.start };
  });
}

const WORST: readonly AnchorCertainty[] = ['same', 'moved', 'doubtful', 'lost'];

function findAll(text: string, anchors: readonly TextAnchor[], shift: number): Found {
  const spans: Span[] = [];
  let certainty: AnchorCertainty = 'same';
  for (const anchor of anchors) {
    const found = findAnchor(text, anchor, shift);
    if (WORST.indexOf(found.certainty) > WORST.indexOf(certainty)) certainty = found.certainty;
    if (found.span) spans.push(found.span);
  }
  const ordered = spans.every((span, i) => i === 0 || span.start >= (spans[i - 1] as Span).end);
  if (spans.length < anchors.length || spans.length === 0) return { spans: undefined, certainty: 'lost', anchors };
  if (!ordered) return { spans: [spans[0] as Span], certainty: 'doubtful', anchors };
  return { spans, certainty, anchors };
}

/** Rejections whose words are beyond doubt apply; the others wait among the lost ones: the suggestion is then asked about again. */
function withRejections(decisions: Decisions, records: ReviewRecords, trusted: boolean): Decisions {
  const { text } = decisions.document;
  const annotations = [...decisions.document.annotations];
  const marks = new Map(decisions.marks);
  const lost = [...decisions.lost];
  let number = 0;
  for (const { layer, type, words, judged, note } of records.rejections) {
    const id = `X${++number}`;
    const base = { id, layer, type, attributes: {}, status: 'rejected' as const, ...(note !== undefined && { note }) };
    const anchors = words.map((anchor) => toAnchor(text, anchor));
    const found: Found = trusted
      ? { spans: anchors.map(({ start, exact }) => ({ start, end: start + exact.length })), certainty: 'same', anchors }
      : findAll(text, anchors, 0);
    const sure = found.certainty === 'same' || found.certainty === 'moved';
    if (found.spans !== undefined && sure) {
      annotations.push({ ...base, spans: found.spans });
      if (judged) marks.set(id, { judged });
    } else lost.push({ annotation: { ...base, spans: [] }, anchors, ...(judged && { judged }), relations: [] });
  }
  return { ...decisions, marks, lost, document: { ...decisions.document, annotations } };
}

function toAnchor(text: string, stored: StoredAnchor): TextAnchor {
  const places = occurrences(text, stored.exact);
  const start = places[(stored.nth ?? 1) - 1] ?? places.at(-1) ?? 0;
  return { exact: stored.exact, prefix: stored.prefix, suffix: stored.suffix, start };
}

/**
 * Writes an article's two files. A line that says what it said stays as it was; `ann` is undefined where there was no
 * such file and nothing is to be said, so that no file comes to be without a decision.
 *
 * What is written is read again and compared first: where lines that were to stay would now say something else (a
 * change before them altered what brat's offsets count), all lines are written anew.
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
  let ann = writeBrat(document, { rejected: 'keep' }).content;
  if (!says(ann, document)) ann = writeBrat({ ...document, origin: afresh(document) }, { rejected: 'keep' }).content;
  const nothing = isEmpty(decisions);
  return {
    ann:
      ann === '' && before.ann === undefined && (nothing || before.review === undefined) && flagged.length === 0
        ? undefined
        : ann,
    review: nothing && before.review === undefined ? undefined : writeReviewFile(decisions),
  };
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

/** The origin without its text-bound lines, so that they are written from the document. */
function afresh(document: AnnotationDocument): { format: string; data: BratOrigin } {
  const origin = document.origin?.data as BratOrigin | undefined;
  const lines = origin?.lines ?? [];
  return { format: 'brat', data: { bom: false, ...origin, lines: lines.filter((line) => line.record?.kind !== 'text') } };
}
