import { createHash } from 'node:crypto';
import type { Span } from '../core/span';
import {
  type Annotation,
  type AnnotationDocument,
  type EntityGroup,
  emptyDocument,
  groupByMember,
  type Relation,
} from '../formats/annotationDocument';
import type { TextAnchor } from './textAnchor';

/** Which suggestion a decision judged: who made it, in which version, how sure it was. */
export interface Judged {
  readonly source: string;
  readonly version?: string;
  /** Between 0 and 1. */
  readonly score?: number;
}

/** What is known of a decision beside what its annotation says. */
export interface Mark {
  readonly judged?: Judged;
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
}

/** No decisions on a text. */
export function noDecisions(id: string, text: string): Decisions {
  return { document: emptyDocument(id, text), marks: new Map(), lost: [], alone: new Set() };
}

/** Whether nothing was decided. */
export function isEmpty(decisions: Decisions): boolean {
  return decisions.document.annotations.length === 0 && decisions.lost.length === 0 && decisions.document.relations.length === 0;
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
  return createHash('sha256').update(text, 'utf8').digest('hex');
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
