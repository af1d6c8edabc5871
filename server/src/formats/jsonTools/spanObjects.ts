import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import type {
  Annotation,
  AnnotationDocument,
  AnnotationStatus,
  Attributes,
  EntityGroup,
  KnowledgeLink,
} from '../annotationDocument';
import { asList, asOffset, asText, isObject, type JsonObject } from '../json';
import type { Fields } from '../jsonFields';
import { fromLabel, toLabel } from '../labels';

/*
 * spaCy, Prodigy and Label Studio give every span an object, and leave keys that they do not know alone. What of an
 * annotation they have no key for stands in such keys, under the names of the document model:
 *
 *   {"start": 0, "end": 4, "label": "PER", "id": "T7", "attributes": {"nested": ""}, "status": "confirmed",
 *    "source": "corpus-annotator", "score": 0.9, "note": "…", "links": [{"type", "resource", "id"}], "fragment": 1}
 *
 * `fragment` is there for discontinuous annotations only: objects of one `id` are the parts of one annotation.
 * `id` is left out where it is T1, T2 … in the order of the list.
 */

/** The keys beyond start, end and label; only those that say something. */
function spanExtras(annotation: Annotation, index: number): JsonObject {
  const { id, attributes, status, source, score, note, links } = annotation;
  return {
    ...((id !== `T${index + 1}` || annotation.spans.length > 1) && { id }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(status !== undefined && { status }),
    ...(source !== undefined && { source }),
    ...(score !== undefined && { score }),
    ...(note !== undefined && { note }),
    ...(links && { links }),
  };
}

/** An object's other keys: what the annotation itself decides must not come back from the line that it was read from. */
export function foreignKeys(raw: JsonObject): JsonObject {
  const { id: _id, attributes: _a, status: _s, source: _o, score: _c, note: _n, links: _l, fragment: _f, ...rest } = raw;
  return rest;
}

/** What those keys, and those of a document, must be: anything else is told, and taken as not there. */
export const SPAN_FIELDS: Fields = {
  id: 'text',
  attributes: 'object',
  source: 'text',
  score: 'number',
  note: 'text',
  links: 'list',
  fragment: 'number',
};
export const DOCUMENT_FIELDS: Fields = { id: 'text', article: 'text', language: 'text', date: 'text', groups: 'list' };

/** A span's object and the annotation that it says (or says a fragment of). */
export interface EncodedSpan {
  readonly annotation: Annotation;
  readonly span: Span;
  readonly label: string;
  readonly extras: JsonObject;
}

/** One entry a fragment, in the order of the annotations. */
export function encodeSpans(document: AnnotationDocument): readonly EncodedSpan[] {
  return document.annotations.flatMap((annotation, index) =>
    annotation.spans.map((span, i): EncodedSpan => {
      const extras = i === 0 ? spanExtras(annotation, index) : { id: annotation.id };
      const label = toLabel(annotation.layer, annotation.type);
      return { annotation, span, label, extras: annotation.spans.length > 1 ? { ...extras, fragment: i + 1 } : extras };
    }),
  );
}

/** A span's object as read, before ids are given. */
export interface DecodedSpan {
  readonly span: Span;
  readonly label: string;
  readonly extras: JsonObject;
  /** The object as it stood, for the writer's use. */
  readonly raw: unknown;
}

/** The annotations that span objects say, and for each annotation the objects that it came from. */
export interface DecodedAnnotations {
  readonly annotations: readonly Annotation[];
  readonly raw: ReadonlyMap<string, readonly unknown[]>;
}

/** Joins fragments and gives the ids that were left out. */
export function decodeSpans(spans: readonly DecodedSpan[]): DecodedAnnotations {
  const explicit = new Set(spans.flatMap(({ extras }) => asText(extras.id) ?? []));
  const drafts: { annotation: Annotation; raw: unknown[] }[] = [];
  const open = new Map<string, number>();
  for (const { span, label, extras, raw } of spans) {
    const named = asText(extras.id);
    const known = named !== undefined && asOffset(extras.fragment) !== undefined ? open.get(named) : undefined;
    const draft = known === undefined ? undefined : drafts[known];
    if (draft && span.start >= (draft.annotation.spans.at(-1)?.end ?? 0)) {
      draft.annotation = { ...draft.annotation, spans: [...draft.annotation.spans, span] };
      draft.raw.push(raw);
      continue;
    }
    // An id that stands twice without being a fragment's, or one that numbering would give again, is given again.
    const id = named !== undefined && !open.has(named) ? named : freeId(drafts.length + 1, explicit);
    explicit.add(id);
    open.set(id, drafts.length);
    drafts.push({ annotation: { id, ...fromLabel(label), spans: [span], ...details(extras) }, raw: [raw] });
  }
  return {
    annotations: drafts.map((draft) => draft.annotation),
    raw: new Map(drafts.map((draft) => [draft.annotation.id, draft.raw])),
  };
}

function freeId(number: number, taken: ReadonlySet<string>): string {
  let n = number;
  while (taken.has(`T${n}`)) n++;
  return `T${n}`;
}

function details(extras: JsonObject): Omit<Annotation, 'id' | 'layer' | 'type' | 'spans'> {
  const status = asStatus(extras.status);
  const source = typeof extras.source === 'string' ? extras.source : undefined;
  const score = typeof extras.score === 'number' && Number.isFinite(extras.score) ? extras.score : undefined;
  const note = typeof extras.note === 'string' ? extras.note : undefined;
  const links = asList(extras.links).flatMap(asLink);
  return {
    attributes: asAttributes(extras.attributes),
    ...(links.length > 0 && { links }),
    ...(note !== undefined && { note }),
    ...(status && { status }),
    ...(source !== undefined && { source }),
    ...(score !== undefined && { score }),
  };
}

/** The value as a status, if it is one. */
export function asStatus(value: unknown): AnnotationStatus | undefined {
  return value === 'confirmed' || value === 'rejected' || value === 'suggested' ? value : undefined;
}

/** Names to strings or lists of strings; anything else is left out. */
function asAttributes(value: unknown): Attributes {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).flatMap(([name, item]): [string, string | readonly string[]][] => {
    if (Array.isArray(item)) return [[name, item.flatMap((single) => asText(single) ?? [])]];
    const text = asText(item);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(entries);
}

function asLink(value: unknown): KnowledgeLink[] {
  if (!isObject(value)) return [];
  const [type, resource, id, label] = [asText(value.type), asText(value.resource), asText(value.id), asText(value.label)];
  return type !== undefined && resource !== undefined && id !== undefined
    ? [{ type, resource, id, ...(label !== undefined && { label }) }]
    : [];
}

/** What is known of an article, under the key `metadata`; values that are no text are left where they are. */
export function decodeMetadata(value: unknown): Pick<AnnotationDocument, 'metadata'> {
  if (!isObject(value)) return {};
  const known = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return known.length > 0 ? { metadata: Object.fromEntries(known) } : {};
}

/** The inverse of {@link decodeMetadata}; with what stood there before and is no text. */
export function encodeMetadata({ metadata }: AnnotationDocument, before: unknown): JsonObject {
  if (!metadata || Object.keys(metadata).length === 0) return {};
  const others = Object.entries(isObject(before) ? before : {}).filter(([, value]) => typeof value !== 'string');
  return { metadata: Object.fromEntries([...others, ...Object.entries(metadata)]) };
}

/** Groups under a key of their own; members that are not in the document are left out. */
export function decodeGroups(value: unknown, annotations: readonly Annotation[]): readonly EntityGroup[] {
  const known = new Set(annotations.map((annotation) => annotation.id));
  return asList(value).flatMap((item, i): EntityGroup[] => {
    if (!isObject(item)) return [];
    const [type, name] = [asText(item.type), asText(item.name)];
    return [
      {
        id: asText(item.id) ?? `G${i + 1}`,
        ...(type !== undefined && { type }),
        ...(name !== undefined && { name }),
        members: asList(item.members).flatMap((member) => (typeof member === 'string' && known.has(member) ? [member] : [])),
        attributes: asAttributes(item.attributes),
      },
    ];
  });
}

/** Reads `start` and `end` in a format's unit; a message says what is wrong. */
export function decodeOffsets(item: JsonObject, length: number, toUtf16: (offset: number) => number): Span | Message {
  const [start, end] = [asOffset(item.start), asOffset(item.end)];
  if (start === undefined || end === undefined) return formatMessages.part.needsStartEnd;
  if (start > end) return formatMessages.part.endsEarly(end, start);
  if (end > length) return formatMessages.part.endsLate(end, length);
  return { start: toUtf16(start), end: toUtf16(end) };
}
