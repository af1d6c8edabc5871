import type { Span } from '../core/span';

/**
 * The neutral document that every exchange format is read into and written from.
 *
 * Offsets are UTF-16 code units, half-open, into `text`, which is the file's text exactly: line ends, no-break
 * spaces, byte-order mark and header included. Everything is readonly; a change makes a new document.
 */
export interface AnnotationDocument {
  /** The article's identifier: a path, a file name, or what the format calls the document. */
  readonly id: string;
  readonly text: string;
  /** BCP 47. */
  readonly language?: string;
  /** EDTF: the document creation time. */
  readonly date?: string;
  /** What people said of the text as a whole, by names; of a flag the one value is empty. */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** What else is known of the article: title, source, author, a project's own columns of metadata.csv. Empty ones are left out. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly groups: readonly EntityGroup[];
  /** In text order, not overlapping. Absent where nobody tokenised the text. */
  readonly tokens?: readonly DocumentToken[];
  /** In text order, not overlapping. */
  readonly sentences?: readonly Span[];
  /** What the reader of one format kept so that its writer loses nothing; no other format looks at it. */
  readonly origin?: FormatOrigin;
}

/** Who has judged an annotation: a person said yes, a person said no, nobody yet. Absent: the format does not say. */
export type AnnotationStatus = 'confirmed' | 'rejected' | 'suggested';

/** One or several values; an empty string is a flag that is set (brat's attribute without value). */
export type AttributeValue = string | readonly string[];

/** Names to values. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** A labelled stretch of the text. */
export interface Annotation {
  /** Unique among the document's annotations and relations. */
  readonly id: string;
  /** `entity`, `date`, `quote`, or a project's own. */
  readonly layer: string;
  readonly type: string;
  /** At least one, in text order, not overlapping; several where the annotation is discontinuous. */
  readonly spans: readonly Span[];
  readonly attributes: Attributes;
  /** Links to knowledge bases. */
  readonly links?: readonly KnowledgeLink[];
  /** Free text of a person; several notes stand on several lines. */
  readonly note?: string;
  readonly status?: AnnotationStatus;
  /** The program or person that made it. */
  readonly source?: string;
  /** Between 0 and 1. */
  readonly score?: number;
}

/** A reference into a knowledge base, as brat's normalisation lines have it: type Reference, resource Wikidata, id Q90. */
export interface KnowledgeLink {
  readonly type: string;
  readonly resource: string;
  readonly id: string;
  readonly label?: string;
}

/**
 * A relation between annotations. A binary one has two arguments, from and to in this order; an event has a
 * trigger (an annotation's id) and any number of arguments, which may be events themselves.
 */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly trigger?: string;
  readonly args: readonly RelationArgument[];
  readonly attributes: Attributes;
  readonly note?: string;
}

/** One end of a relation: its role and the id of an annotation or event. */
export interface RelationArgument {
  readonly role: string;
  readonly target: string;
}

/** Annotations that refer to the same thing: an entity with a name, or a bare equivalence set. */
export interface EntityGroup {
  readonly id: string;
  readonly type?: string;
  readonly name?: string;
  /** Annotation ids. */
  readonly members: readonly string[];
  readonly attributes: Attributes;
}

/** A token; features are a format's columns by name (`pos`, `lemma`, `chunk` …). */
export interface DocumentToken extends Span {
  readonly features?: Readonly<Record<string, string>>;
}

/** See {@link AnnotationDocument.origin}. */
export interface FormatOrigin {
  readonly format: string;
  readonly data: unknown;
}

/** A document with text and nothing on it. */
export function emptyDocument(id: string, text: string): AnnotationDocument {
  return { id, text, annotations: [], relations: [], groups: [] };
}

/** The words under an annotation, fragments joined by one space as brat does. */
export function coveredText(text: string, annotation: Annotation): string {
  return annotation.spans.map((span) => text.slice(span.start, span.end)).join(' ');
}

/** From the first fragment's start to the last one's end. An annotation without span gives an empty span at 0. */
export function hull(annotation: Annotation): Span {
  return { start: annotation.spans[0]?.start ?? 0, end: annotation.spans.at(-1)?.end ?? 0 };
}

/** Text order: by start, longer first, then layer, type and id; total, so that the same document gives the same file. */
export function byPosition(a: Annotation, b: Annotation): number {
  const left = hull(a);
  const right = hull(b);
  return (
    left.start - right.start ||
    right.end - left.end ||
    compareText(a.layer, b.layer) ||
    compareText(a.type, b.type) ||
    compareText(a.id, b.id)
  );
}

/** By UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The values of an attribute as a list. */
export function attributeValues(value: AttributeValue): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** One value stays a plain string, several become a list. */
export function toAttributeValue(values: readonly string[]): AttributeValue {
  return values.length === 1 ? (values[0] as string) : values;
}

/** A value that a person gave in the form in which it is kept: nothing where there is none. */
export function keptValue(value: AttributeValue | null): AttributeValue | undefined {
  if (value === null || typeof value === 'string') return value ?? undefined;
  return value.length === 0 ? undefined : toAttributeValue(value);
}

/** For each annotation id, the group it is in (the first, where a file puts one annotation in several). */
export function groupByMember(document: AnnotationDocument): ReadonlyMap<string, EntityGroup> {
  const result = new Map<string, EntityGroup>();
  for (const group of document.groups) {
    for (const member of group.members) if (!result.has(member)) result.set(member, group);
  }
  return result;
}
