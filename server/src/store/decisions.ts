import type { Span } from '../core/span';
import {
  type Annotation,
  type AnnotationDocument,
  type EntityGroup,
  emptyDocument,
  groupByMember,
  type Relation,
} from '../formats/annotationDocument';
import { sha256 } from './digest';
import type { TextAnchor } from './textAnchor';

/** Which suggestion a decision judged: who made it, in which version, how sure it was. */
export interface Judged {
  readonly source: string;
  readonly version?: string;
  /** Between 0 and 1. */
  readonly score?: number;
}

/** Who made a decision, and on what day (ISO). */
export interface Signed {
  readonly by: string;
  readonly day?: string;
}

/**
 * What a person said of an article as a whole: it is finished, or set aside for a reason. With what it was said of, so that
 * it is known when the text or the decisions have changed since.
 */
export interface Outcome extends Partial<Signed> {
  readonly state: 'finished' | 'aside';
  readonly note?: string;
  /** {@link textHash} of the text. */
  readonly sha256: string;
  /** A digest of the decisions, whatever their ids. */
  readonly decided: string;
}

/** One value of a label that people gave an article as a whole; of a flag the value is empty. */
export interface ArticleLabel extends Partial<Signed> {
  readonly label: string;
  readonly value: string;
}

/** What is known of a decision beside what its annotation says. */
export interface Mark {
  readonly judged?: Judged;
  readonly signed?: Signed;
  /**
   * Where the words stood, one anchor a span, of a decision whose place in the text is in doubt: the annotation's spans
   * are then a proposal, for a person to confirm or to move.
   */
  readonly doubtful?: readonly TextAnchor[];
  /**
   * Of a doubtful one: the spans that its line in the `.ann` file has, though other words stand there. Somebody else
   * wrote that line: it stays as it is until a person has decided. Known while the text is the one that was read.
   */
  readonly inFile?: readonly Span[];
}

/** A decision whose words the text no longer has. Kept until its words come back or a person lets it go. */
export interface LostDecision {
  /** With the spans that it had; they mean nothing in the text as it is. */
  readonly annotation: Annotation;
  readonly anchors: readonly TextAnchor[];
  readonly judged?: Judged;
  readonly signed?: Signed;
  /** The relations that it had a part in. */
  readonly relations: readonly Relation[];
}

/**
 * What people decided about one article. Immutable.
 *
 * `document` holds, in the order of the `.ann` file, what is confirmed (status `confirmed`, or none: an annotation in
 * a file is there because somebody wanted it), somebody's suggestions (status `suggested`), and what is rejected
 * (status `rejected`; ids `X1`, `X2` … are rejections of suggestions, which the `.ann` file does not have).
 * A machine's suggestions are never here.
 */
export interface Decisions {
  readonly document: AnnotationDocument;
  /** By annotation id. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly lost: readonly LostDecision[];
  /** Ids of groups that were split off: they take no other mention of their machine-made cluster with them. */
  readonly alone: ReadonlySet<string>;
  /** Of the article as a whole; absent while it is open. */
  readonly outcome?: Outcome;
  /** Of the article as a whole, by label and value; absent where it has none. */
  readonly labels?: readonly ArticleLabel[];
}

/** No decisions on a text. */
export function noDecisions(id: string, text: string): Decisions {
  return { document: emptyDocument(id, text), marks: new Map(), lost: [], alone: new Set() };
}

/** Whether nothing was decided. */
export function isEmpty(decisions: Decisions): boolean {
  const { document, lost, outcome, labels } = decisions;
  const lists = [document.annotations, lost, document.relations, labels ?? []];
  return lists.every((list) => list.length === 0) && outcome === undefined;
}

/** Whether an annotation is a rejection that stands in the review file alone. */
export function isRejection(annotation: Annotation): boolean {
  return annotation.status === 'rejected' && annotation.id.startsWith('X');
}

/** An annotation's standing with a person: what has no status in a file is confirmed. */
export function standing(annotation: Annotation): 'confirmed' | 'rejected' | 'suggested' {
  return annotation.status ?? 'confirmed';
}

/** The first free id with a letter: T7, X3, R2. */
export function freeId(letter: string, taken: Iterable<string>): string {
  let highest = 0;
  for (const id of taken) {
    if (!id.startsWith(letter)) continue;
    const number = Number(id.slice(letter.length));
    if (Number.isSafeInteger(number) && number > highest) highest = number;
  }
  return `${letter}${highest + 1}`;
}

/** SHA-256 of a text's UTF-8 bytes, as hexadecimal digits. */
export function textHash(text: string): string {
  return sha256(text);
}

/** Decisions with other annotations, relations or groups. */
export function withDocument(
  decisions: Decisions,
  change: Partial<Pick<AnnotationDocument, 'annotations' | 'relations' | 'groups' | 'text' | 'origin'>>,
): Decisions {
  return { ...decisions, document: { ...decisions.document, ...change } };
}

/** The group that an annotation was put in; of several, the first. */
export function groupOf(decisions: Decisions, id: string): EntityGroup | undefined {
  const { groups } = decisions.document;
  let known = groupsByMember.get(groups);
  if (known === undefined) {
    known = groupByMember(decisions.document);
    groupsByMember.set(groups, known);
  }
  return known.get(id);
}

/** Of lists of groups that were asked about: a list never changes, and each annotation is asked about in turn. */
const groupsByMember = new WeakMap<readonly EntityGroup[], ReadonlyMap<string, EntityGroup>>();

/** A digest of what was decided, whatever the ids: the same after it was written and read again, or merged by git. */
function decidedHash({ document, lost, labels = [] }: Decisions): string {
  const places = new Map(document.annotations.map((annotation) => [annotation.id, placeWords(annotation)]));
  const annotations = document.annotations.map((annotation) => [
    ...(places.get(annotation.id) ?? []),
    Object.entries(annotation.attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
    (annotation.links ?? []).map(({ resource, id }) => [resource, id]),
    annotation.note ?? '',
  ]);
  const relations = document.relations.map(({ type, args }) => [
    type,
    args.map(({ role, target }) => [role, places.get(target) ?? '']),
  ]);
  const groups = document.groups.map(({ members }) => members.map((member) => JSON.stringify(places.get(member))).sort());
  const inOrder = (list: readonly unknown[]): readonly string[] => list.map((item) => JSON.stringify(item)).sort();
  // without labels the digest is what it was before there were any
  const said = labels.length === 0 ? [] : [inOrder(labels.map(({ label, value }) => [label, value]))];
  const digest = textHash(JSON.stringify([inOrder(annotations), inOrder(relations), inOrder(groups), lost.length, ...said]));
  return digest.slice(0, 16);
}

const placeWords = ({ layer, type, spans, status }: Annotation): readonly unknown[] => [
  layer,
  type,
  spans.map(({ start, end }) => [start, end]),
  status ?? 'confirmed',
];

/** What has changed since an article was finished or set aside; undefined where nothing has, or it is open. */
export function changedSince(decisions: Decisions): 'text' | 'annotations' | undefined {
  const { outcome, document } = decisions;
  if (outcome === undefined) return undefined;
  if (outcome.sha256 !== textHash(document.text)) return 'text';
  return outcome.decided === decidedHash(decisions) ? undefined : 'annotations';
}

/** Decisions with something said of the article as a whole; without it, the article is open again. */
export function withOutcome(
  { outcome: _, ...decisions }: Decisions,
  said: Omit<Outcome, 'sha256' | 'decided'> | undefined,
): Decisions {
  if (said === undefined) return decisions;
  return { ...decisions, outcome: { ...said, sha256: textHash(decisions.document.text), decided: decidedHash(decisions) } };
}

/** Decisions whose new and changed annotations, whose new labels, and whose outcome if it is new, bear who decided. */
export function signedBy(before: Decisions, after: Decisions, signed: Signed): Decisions {
  const known = new Map(before.document.annotations.map((annotation) => [annotation.id, annotation]));
  const fresh = after.document.annotations.filter((annotation) => known.get(annotation.id) !== annotation);
  const outcome = after.outcome !== before.outcome && after.outcome ? { ...after.outcome, ...signed } : after.outcome;
  const labels = after.labels?.map((label) => (before.labels?.includes(label) ? label : { ...label, ...signed }));
  const isNew = labels?.some((label) => !before.labels?.includes(label)) === true;
  if (fresh.length === 0 && outcome === after.outcome && !isNew) return after;
  const marks = new Map(after.marks);
  for (const { id } of fresh) marks.set(id, { ...marks.get(id), signed });
  return { ...after, marks, ...(outcome && { outcome }), ...(labels && { labels }) };
}
