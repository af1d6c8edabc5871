import type { Span } from '../core/span';
import type { Annotation, AnnotationDocument } from '../formats/annotationDocument';
import type { BratOrigin } from '../formats/brat/read';
import { LINE_JOINED } from '../formats/brat/vocabulary';
import { type CodePointMap, codePointMap } from '../formats/codePoints';
import { type AnchorCertainty, type Anchored, findAnchors } from './anchor';
import { fold } from './fold';
import type { ReviewRecords } from './reviewFile';
import { sentenceOrder } from './sentenceSketch';
import type { TextAnchor } from './textAnchor';

/** Where an annotation of a file is in a text. */
export interface Placed {
  /** Undefined where its words are lost. */
  readonly spans: readonly Span[] | undefined;
  readonly certainty: AnchorCertainty;
  /** What its words are and what stood around them, one anchor a span; starts in code points. */
  readonly anchors: readonly TextAnchor[];
  /** The spans that its line in the file has, where they are to stay there: somebody else wrote that line. */
  readonly inFile?: readonly Span[];
}

/** A text-bound line of a file: its number from 1, and whether the words that it says stand where it says. */
export interface BoundLine {
  readonly line: number;
  readonly reference: string | undefined;
  readonly agreed: boolean;
  /** Fragments, in code points. */
  readonly spans: readonly Span[];
}

/** The text-bound lines of a document read from brat, by annotation id. */
export function boundLines(document: AnnotationDocument): ReadonlyMap<string, BoundLine> {
  const lines = new Map<string, BoundLine>();
  (document.origin?.data as BratOrigin | undefined)?.lines.forEach(({ record, agreed }, i) => {
    if (record?.kind === 'text')
      lines.set(record.id, { line: i + 1, reference: record.reference, agreed: agreed !== false, spans: record.spans });
  });
  return lines;
}

/**
 * Finds where the annotations of a document are in its text, by id.
 *
 * @param trusted - the review file belongs to this very text: what a line says holds where its words agree.
 */
export function placeAnnotations(
  document: AnnotationDocument,
  lines: ReadonlyMap<string, BoundLine>,
  records: ReviewRecords,
  trusted: boolean,
): ReadonlyMap<string, Placed> {
  const { text } = document;
  const points = codePointMap(text);
  const placed = new Map<string, Placed>();
  const sought: { readonly annotation: Annotation; readonly stretches: readonly Stretch[] }[] = [];
  for (const annotation of document.annotations) {
    const line = lines.get(annotation.id);
    const inside = (annotation.spans.at(-1)?.end ?? 0) <= text.length;
    // Without a word about the text, the reference text of the line is what there is to go by.
    if (inside && line?.agreed !== false && (trusted || !records.anchors.has(annotation.id)))
      placed.set(annotation.id, { spans: annotation.spans, certainty: 'same', anchors: [] });
    else sought.push({ annotation, stretches: stretchesOf(annotation, line, records, text, points) });
  }
  const found = findAnchors(
    text,
    sought.flatMap(({ stretches }) => stretches.map((stretch) => stretch.anchor)),
    // the header counts code units: about as many characters took two then as do now
    {
      position: points.toCodePoint,
      length: records.length && Math.max(0, records.length - text.length + points.length),
      ...(records.sentences && sought.length > 0 && { order: sentenceOrder(records.sentences, text) }),
    },
  );
  let next = 0;
  for (const { annotation, stretches } of sought) {
    const result = together(text, stretches, found.slice(next, next + stretches.length));
    next += stretches.length;
    const line = lines.get(annotation.id);
    const inside = (annotation.spans.at(-1)?.end ?? 0) <= text.length;
    const stranger = !records.anchors.has(annotation.id) || (records.doubtful.has(annotation.id) && line?.agreed === false);
    const sure = result.certainty === 'same' || result.certainty === 'moved';
    // somebody else's line that never fitted this text stays, with a better place proposed where there is one
    if (stranger && inside && !sure)
      placed.set(annotation.id, {
        ...result,
        spans: result.spans ?? annotation.spans,
        certainty: 'doubtful',
        inFile: annotation.spans,
      });
    else placed.set(annotation.id, result);
  }
  return placed;
}

/** Spans that are looked for as one: what brat cuts at a line break, or what stands side by side. */
interface Stretch {
  readonly anchor: TextAnchor;
  /** One a span. */
  readonly parts: readonly TextAnchor[];
}

/** What stands between two fragments that were cut at a line break, in code points. */
const WIDEST_BREAK = 2;

function stretchesOf(
  annotation: Annotation,
  line: BoundLine | undefined,
  records: ReviewRecords,
  text: string,
  points: CodePointMap,
): readonly Stretch[] {
  const around = records.anchors.get(annotation.id);
  const parts = wordsOf(annotation, line, text, points).map(
    ({ exact, start, end }, i): TextAnchor & { readonly end: number } => ({
      exact,
      prefix: around?.[i]?.prefix ?? '',
      suffix: around?.[i]?.suffix ?? '',
      start,
      end,
    }),
  );
  const stretches: (TextAnchor & { readonly end: number })[][] = [];
  for (const part of parts) {
    const last = stretches.at(-1);
    if (last && part.start - (last.at(-1)?.end ?? 0) <= WIDEST_BREAK) last.push(part);
    else stretches.push([part]);
  }
  return stretches.map((own) => ({
    anchor: {
      exact: own.map((part) => part.exact).join(' '),
      prefix: own[0]?.prefix ?? '',
      suffix: own.at(-1)?.suffix ?? '',
      start: own[0]?.start ?? 0,
    },
    parts: own.map(({ end: _, ...part }) => part),
  }));
}

/** The words of each span of an annotation as its line has them, and where they stood in code points. */
function wordsOf(
  annotation: Annotation,
  line: BoundLine | undefined,
  text: string,
  points: CodePointMap,
): readonly { readonly exact: string; readonly start: number; readonly end: number }[] {
  const reference = line?.reference === undefined ? undefined : Array.from(line.reference);
  const fragments = line?.spans ?? [];
  const width = fragments.reduce((sum, { start, end }) => sum + end - start, Math.max(0, fragments.length - 1));
  const [first, last] = [fragments[0], fragments.at(-1)];
  if (reference === undefined || first === undefined || last === undefined)
    return annotation.spans.map((span) => ({
      exact: text.slice(span.start, span.end),
      start: points.toCodePoint(span.start),
      end: points.toCodePoint(span.end),
    }));
  // a line that somebody made by hand, whose words are not as long as its offsets say, is one stretch of words
  if (fragments.length === 1 || width !== reference.length)
    return [{ exact: reference.join(''), start: first.start, end: last.end }];
  const joined = joinedGaps(annotation, fragments, points);
  const words: { exact: string; start: number; end: number }[] = [];
  let at = 0;
  for (const [i, { start, end }] of fragments.entries()) {
    const exact = reference.slice(at, at + end - start).join('');
    at += end - start + 1;
    const before = words.at(-1);
    if (before && joined.has(i)) words[words.length - 1] = { exact: `${before.exact} ${exact}`, start: before.start, end };
    else words.push({ exact, start, end });
  }
  return words;
}

/** Before which fragments there is a line break within a span, as the file says; in a changed text the reader cannot tell. */
function joinedGaps(annotation: Annotation, fragments: readonly Span[], points: CodePointMap): ReadonlySet<number> {
  const said = annotation.attributes[LINE_JOINED];
  if (typeof said === 'string') return new Set(said.split(',').map(Number));
  const starts = new Set(annotation.spans.map((span) => span.start));
  return new Set(fragments.flatMap(({ start }, i) => (i > 0 && !starts.has(points.toUtf16(start)) ? [i] : [])));
}

const WORST: readonly AnchorCertainty[] = ['same', 'moved', 'doubtful', 'lost'];

function together(text: string, stretches: readonly Stretch[], found: readonly Anchored[]): Placed {
  const anchors = stretches.flatMap((stretch) => stretch.parts);
  const spans: Span[] = [];
  let certainty: AnchorCertainty = 'same';
  for (const [i, stretch] of stretches.entries()) {
    const { certainty: own, span } = found[i] as Anchored;
    if (WORST.indexOf(own) > WORST.indexOf(certainty)) certainty = own;
    if (span) spans.push(...(own === 'doubtful' ? [span] : cut(text, span, stretch.parts)));
  }
  if (certainty === 'lost' || spans.length === 0) return { spans: undefined, certainty: 'lost', anchors };
  const ordered = spans.every((span, i) => i === 0 || span.start >= (spans[i - 1] as Span).end);
  return ordered ? { spans, certainty, anchors } : { spans: [spans[0] as Span], certainty: 'doubtful', anchors };
}

/** Cuts a place that was found as one into its spans again. */
function cut(text: string, span: Span, parts: readonly TextAnchor[]): readonly Span[] {
  if (parts.length === 1) return [span];
  const { starts, ends } = fold(text.slice(span.start, span.end));
  let at = 0;
  return parts.flatMap((part) => {
    const from = at;
    at += fold(part.exact).text.length;
    const [start, end] = [starts[from], ends[at - 1]];
    return start === undefined || end === undefined ? [] : [{ start: span.start + start, end: span.start + end }];
  });
}

/** Finds the words of rejections, which have no offsets in any file: by what stands around them alone. */
export function placeRejections(text: string, rejections: readonly (readonly TextAnchor[])[]): readonly Placed[] {
  const found = findAnchors(text, rejections.flat(), { loose: true });
  let next = 0;
  return rejections.map((anchors) => {
    const own = found.slice(next, next + anchors.length);
    next += anchors.length;
    return together(
      text,
      anchors.map((anchor) => ({ anchor, parts: [anchor] })),
      own,
    );
  });
}
