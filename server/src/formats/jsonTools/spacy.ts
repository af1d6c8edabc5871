import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import { isMessage, type Message } from '../../messages/message';
import { type Annotation, type AnnotationDocument, hull } from '../annotationDocument';
import { fromTags } from '../articleLabels';
import { codePointMap } from '../codePoints';
import { addAll, addTo } from '../collections';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  type WriteOptions,
  type WriteResult,
  warning,
  withoutBom,
} from '../format';
import { asList, asText, isObject, type JsonObject, parseJsonLines } from '../json';
import { type Fields, reportWrongField } from '../jsonFields';
import { fromLabel, toLabel } from '../labels';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';
import { tokenSentences } from '../tokens';
import { categories, setCategories } from './articleTags';
import { spacyTokens } from './spacyTokens';
import {
  type DecodedSpan,
  DOCUMENT_FIELDS,
  decodeGroups,
  decodeMetadata,
  decodeOffsets,
  decodeSpans,
  type EncodedSpan,
  encodeMetadata,
  encodeSpans,
  foreignKeys,
  SPAN_FIELDS,
} from './spanObjects';

/**
 * The shape of spaCy's `Doc.to_json()`, one document a line, for `Doc(nlp.vocab).from_json(line)`: code points, `ents`
 * (flat: entities and dates), `spans` (groups, one per layer: everything else), `tokens`, `sents`. Reading also takes
 * training tuples `["text", {"entities": [[0, 5, "PERSON"]]}]` and `{"text", "entities": [[0, 5, "PERSON"]]}`.
 */
export const spacy: FormatDescriptor = {
  id: 'spacy',
  title: 'spaCy JSONL',
  extensions: ['jsonl', 'json'],
  unit: 'code points',
  perFile: 'many',
  needsText: false,
  variants: [],
  read,
  write,
};

/** The line as it stood, the objects of its spans, and the span group that each came from (undefined: ents). */
interface SpacyOrigin {
  readonly line: JsonObject;
  readonly spans: ReadonlyMap<string, readonly unknown[]>;
  readonly groups: ReadonlyMap<unknown, string | undefined>;
}

const LINE_FIELDS: Fields = {
  ents: 'list',
  entities: 'list',
  spans: 'object',
  tokens: 'list',
  sents: 'list',
  cats: 'object',
  _: 'object',
};

function read(input: FormatInput): ReadResult {
  const { lines, problems } = parseJsonLines(withoutBom(input.content));
  const found: FormatProblem[] = [...problems];
  const documents: AnnotationDocument[] = [];
  lines.forEach(({ line, value }, i) => {
    const object = Array.isArray(value) && isObject(value[1]) ? { ...value[1], text: value[0] as unknown } : value;
    if (!isObject(object) || typeof object.text !== 'string') found.push(error(line, formatMessages.lineNeedsTextOrPair));
    else
      documents.push(
        readLine(object, object.text, `${documentName(input.name)}-${i + 1}`, (problem, make = error) =>
          found.push(make(line, problem)),
        ),
      );
  });
  return { documents, problems: found };
}

function readLine(
  line: JsonObject,
  text: string,
  fallback: string,
  report: (problem: Message, make?: typeof warning) => void,
): AnnotationDocument {
  const warn = (problem: Message): void => report(problem, warning);
  reportWrongField(line, LINE_FIELDS, '', warn);
  const points = codePointMap(text);
  const groups = new Map<unknown, string | undefined>();
  const decode = (list: unknown, key: string, group?: string): DecodedSpan[] =>
    asList(list).flatMap((item, i): DecodedSpan[] => {
      const object: unknown = Array.isArray(item)
        ? { start: item[0] as unknown, end: item[1] as unknown, label: item[2] as unknown }
        : item;
      const span = isObject(object) ? decodeOffsets(object, points.length, points.toUtf16) : formatMessages.part.objectOrTriple;
      const label = isObject(object) ? asText(object.label) : undefined;
      if (isMessage(span) || label === undefined || !isObject(object)) {
        report(formatMessages.named(`${key}[${i}]`, isMessage(span) ? span : formatMessages.part.noLabel));
        return [];
      }
      reportWrongField(object, SPAN_FIELDS, `${key}[${i}]`, warn);
      groups.set(item, group);
      return [{ span, label, extras: object, raw: item }];
    });
  const spans = [
    ...decode(line.ents, 'ents'),
    ...decode(line.entities, 'entities'),
    ...Object.entries(isObject(line.spans) ? line.spans : {}).flatMap(([key, list]) => decode(list, `spans.${key}`, key)),
  ];
  const { annotations, raw } = decodeSpans(inOrder(spans));
  const own = isObject(line._) ? line._ : {};
  reportWrongField(own, DOCUMENT_FIELDS, '_', warn);
  const [language, date] = [asText(own.language), asText(own.date)];
  const tokens = readSpans(line.tokens, points.length, points.toUtf16, 'tokens', report);
  const sentences = readSpans(line.sents, points.length, points.toUtf16, 'sents', report);
  return {
    id: asText(own.id) ?? fallback,
    text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    ...decodeMetadata(own.metadata),
    ...fromTags(setCategories(line.cats)),
    annotations,
    relations: [],
    groups: decodeGroups(own.groups, annotations),
    // spaCy makes tokens of white space, which are not elsewhere.
    ...(tokens && { tokens: tokens.filter((token) => /\S/u.test(text.slice(token.start, token.end))) }),
    ...(sentences && { sentences }),
    origin: { format: 'spacy', data: { line, spans: raw, groups } satisfies SpacyOrigin },
  };
}

/** ents and span groups part what stood together; the `order` that the writer gave puts it in place again. */
function inOrder(spans: readonly DecodedSpan[]): readonly DecodedSpan[] {
  const order = (span: DecodedSpan): number =>
    typeof span.extras.order === 'number' ? span.extras.order : Number.POSITIVE_INFINITY;
  return spans
    .map((span, i) => ({ span, i }))
    .sort((a, b) => order(a.span) - order(b.span) || a.i - b.i)
    .map(({ span }) => span);
}

function readSpans(
  value: unknown,
  length: number,
  toUtf16: (offset: number) => number,
  key: string,
  report: (problem: Message) => void,
): Span[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const spans: Span[] = [];
  for (const [i, item] of value.entries()) {
    const span = isObject(item) ? decodeOffsets(item, length, toUtf16) : formatMessages.part.mustBeObject;
    if (isMessage(span) || span.start < (spans.at(-1)?.end ?? 0)) {
      report(formatMessages.named(`${key}[${i}]`, isMessage(span) ? span : formatMessages.part.overlapsBefore));
      return undefined;
    }
    spans.push(span);
  }
  return spans;
}

function capabilities(text: string): Capabilities {
  return {
    ...EVERYTHING,
    metadata: true,
    labels: true,
    label: (layer, type) => fromLabel(toLabel(layer, type)),
    // spaCy refuses to train on spans that begin or end in white space.
    align: (start, end) => trimmed(text, start, end),
    emptySpans: false,
    relations: 'none',
    tokens: true,
  };
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : undefined;
}

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const lines = documents.map((document) => {
    const origin = document.origin?.format === 'spacy' ? (document.origin.data as SpacyOrigin) : undefined;
    const reduction = reduce(document, capabilities(document.text), options);
    addAll(losses, reduction.losses);
    return `${JSON.stringify(writeLine(reduction.document, origin, options))}\n`;
  });
  return { files: [{ name: `${options.name ?? 'spacy'}.jsonl`, content: lines.join('') }], losses };
}

function writeLine(document: AnnotationDocument, origin: SpacyOrigin | undefined, options: WriteOptions): JsonObject {
  const points = codePointMap(document.text);
  const offsets = (span: Span): JsonObject => ({ start: points.toCodePoint(span.start), end: points.toCodePoint(span.end) });
  const flat = flatAnnotations(document.annotations);
  const ents: JsonObject[] = [];
  const spans = new Map<string, JsonObject[]>();
  const seen = new Map<string, number>();
  // ents are sorted and parted from the span groups; where that changes the order of the annotations, it is written.
  const sorted = document.annotations.every(
    (annotation, i) => i === 0 || hull(document.annotations[i - 1] as Annotation).start <= hull(annotation).start,
  );
  const lists = new Set(document.annotations.map((annotation) => (flat.has(annotation) ? '' : annotation.layer)));
  const parted = !sorted || lists.size > 1;
  encodeSpans(document).forEach(({ annotation, span, label, extras }: EncodedSpan, order) => {
    const nth = seen.get(annotation.id) ?? 0;
    seen.set(annotation.id, nth + 1);
    const raw = origin?.spans.get(annotation.id)?.[nth];
    const kbId = annotation.links?.[0]?.id;
    const object = {
      ...(isObject(raw) ? foreignKeys(raw) : {}),
      ...offsets(span),
      label,
      ...(kbId !== undefined && { kb_id: kbId }),
      ...extras,
      ...(parted && !origin && { order }),
    };
    const group = raw === undefined ? (flat.has(annotation) ? undefined : annotation.layer) : origin?.groups.get(raw);
    if (group === undefined) ents.push(object);
    else addTo(spans, group, object);
  });
  const sentences = tokenSentences(document, options.tokenizer);
  const before = origin?.line ?? {};
  const { entities: _, ...others } = before;
  const own = {
    ...(isObject(before._) ? before._ : {}),
    ...(!origin && { id: document.id }),
    ...(document.language !== undefined && { language: document.language }),
    ...(document.date !== undefined && { date: document.date }),
    ...encodeMetadata(document, isObject(before._) ? before._.metadata : undefined),
    ...(document.groups.length > 0 && { groups: document.groups }),
  };
  const tokens = spacyTokens(
    document,
    sentences.flatMap((sentence) => sentence.tokens),
  );
  return {
    ...others,
    text: document.text,
    ents: byStart(ents),
    ...((spans.size > 0 || before.spans !== undefined) && { spans: Object.fromEntries(spans) }),
    ...(document.sentences && { sents: document.sentences.map(offsets) }),
    tokens: origin && Array.isArray(before.tokens) ? before.tokens : tokens.map((token, id) => ({ id, ...offsets(token) })),
    ...categories(document, before.cats),
    ...(Object.keys(own).length > 0 && { _: own }),
  };
}

/** ents must be in text order; where no order key stands, sorting must not part fragments, which ents never hold. */
function byStart(ents: readonly JsonObject[]): JsonObject[] {
  const start = (ent: JsonObject): number => (typeof ent.start === 'number' ? ent.start : 0);
  return [...ents].sort((a, b) => start(a) - start(b));
}

/** What `ents` may hold: continuous, not overlapping; the longest of those that do. */
function flatAnnotations(annotations: readonly Annotation[]): ReadonlySet<Annotation> {
  const able = annotations.filter(
    (annotation) => annotation.spans.length === 1 && (annotation.layer === 'entity' || annotation.layer === 'date'),
  );
  const bare = able.map((annotation, i) => ({ id: String(i), layer: '', type: '', spans: annotation.spans, attributes: {} }));
  const document: AnnotationDocument = {
    id: '',
    text: ' '.repeat(Math.max(0, ...able.map((annotation) => hull(annotation).end))),
    annotations: bare,
    relations: [],
    groups: [],
  };
  const kept = reduce(document, { ...EVERYTHING, overlap: 'none' }).document.annotations;
  return new Set(kept.map((annotation) => able[Number(annotation.id)] as Annotation));
}
