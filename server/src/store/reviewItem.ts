import { own } from '../core/members';
import type { Span } from '../core/span';
import { type Annotation, type Attributes, attributeValues } from '../formats/annotationDocument';
import type { Judged, Signed } from './decisions';
import type { Suggestion } from './suggestions';
import type { TextAnchor } from './textAnchor';

/** How a thing on the text stands: proposed by a machine, decided by a person, or decided for words that have changed. */
export type ItemStatus = 'suggested' | 'confirmed' | 'rejected' | 'doubtful';

/** Something on the text that was decided on or waits for it. */
export interface ReviewItem {
  /** Of a decision, its annotation's; of a suggestion, {@link Suggestion.id}. */
  readonly id: string;
  /** As the schema calls them. */
  readonly layer: string;
  readonly type: string;
  /** The type as the file or detector has it. */
  readonly label: string;
  readonly spans: readonly Span[];
  readonly status: ItemStatus;
  /** The annotation that says so; absent for a machine's suggestion. */
  readonly annotation?: Annotation;
  /** What proposes it; absent for what is decided. */
  readonly suggestion?: Suggestion;
  readonly sources: readonly string[];
  readonly version?: string;
  readonly score?: number;
  readonly attributes: Attributes;
  readonly note?: string;
  /** The suggestion that the decision was about. */
  readonly judged?: Judged;
  /** Who decided, and on what day. */
  readonly signed?: Signed;
  /** Of a doubtful one: the anchors of the words that it was decided on. */
  readonly was?: readonly TextAnchor[];
  /** Suggestions that it stands in the place of. */
  readonly replaces: readonly Suggestion[];
  /** Of a quotation: the words for its cue and its speaker, and the annotations that mark them. */
  readonly cue?: Part;
  readonly speaker?: Part;
}

/** A part of a quotation. */
export interface Part extends Span {
  /** Absent while nobody has decided on the quotation. */
  readonly annotation?: string;
}

/** From an item's first word to its last. */
export function extent(item: Pick<ReviewItem, 'spans'>): Span {
  return { start: item.spans[0]?.start ?? 0, end: item.spans.at(-1)?.end ?? 0 };
}

/** The one value of an attribute; of several, the first. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const value = own(attributes, name);
  return value === undefined ? undefined : attributeValues(value)[0];
}
