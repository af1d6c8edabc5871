import type { Span } from '../core/span';
import type { Message } from '../messages/message';
import type { Annotation, AnnotationDocument, EntityGroup, KnowledgeLink, Relation } from './annotationDocument';

/** What kind of thing a written file does not say. */
export type LossKind =
  | 'rejected' // a rejected annotation, left out
  | 'layer' // an annotation of a layer that the format or the user leaves out
  | 'span' // an annotation with an empty or impossible span
  | 'discontinuous' // written as one annotation per fragment
  | 'boundary' // widened to whole tokens, or trimmed of white space
  | 'overlap' // left out for a longer one that it overlaps
  | 'label' // layer or type written otherwise
  | 'attribute'
  | 'link'
  | 'note'
  | 'status'
  | 'source'
  | 'score'
  | 'id' // ids are numbered again
  | 'relation'
  | 'group'
  | 'token'
  | 'sentence'
  | 'document' // language, date, labels or id of the document
  | 'markup' // of a file that annotations go back into: an element of its own that they no longer have
  | 'text' // white space that the format does not hold
  | 'character'; // a character that the format cannot hold

/** One thing that the written file does not say. */
export interface LossItem {
  /** The document's id. */
  readonly document: string;
  readonly kind: LossKind;
  /** The id of the annotation, relation or group concerned. */
  readonly item?: string;
  /** The attribute's or field's name, where the kind does not say it. */
  readonly field?: string;
  /** For the user, in a sentence. */
  readonly detail: Message;
}

/** What a format can say. {@link reduce} cuts a document down to it. */
export interface Capabilities {
  /** False: ids are numbered again (T1, T2 … in text order). `brat`: those that are not T1, R1, E1 are. */
  readonly ids: boolean | 'brat';
  /** Which annotations the format is for; without it, all. */
  readonly accepts?: (annotation: Annotation) => boolean;
  /** What layer and type become after writing and reading. Without it, they stay. */
  readonly label?: (layer: string, type: string) => { readonly layer: string; readonly type: string };
  readonly emptySpans: boolean;
  readonly discontinuous: boolean;
  /** `any`; `nested`: none may cross another (inline markup); `none`: flat. */
  readonly overlap: 'any' | 'nested' | 'none';
  /** Moves a span to where the format can put it, in pieces if it must be; undefined: nowhere. */
  readonly align?: (start: number, end: number) => Span | readonly Span[] | undefined;
  readonly attributes: boolean | ((annotation: Annotation, name: string, values: readonly string[]) => boolean);
  readonly links: boolean | ((link: KnowledgeLink) => boolean);
  readonly notes: boolean;
  readonly status: boolean;
  /** Rejected annotations are left out unless asked for; brat, whose file is the user's own store, keeps them. */
  readonly keepsRejected?: boolean;
  readonly source: boolean;
  readonly score: boolean;
  readonly relations: 'none' | 'binary' | 'all' | ((relation: Relation) => boolean);
  /** False: the arguments' roles come back as Arg1 and Arg2. */
  readonly roles: boolean | ((relation: Relation) => boolean);
  /** Attributes and notes of relations. */
  readonly relationDetails: boolean;
  /** What of a group can be said; undefined: nothing. False: no groups, true: all of them. */
  readonly groups: boolean | ((group: EntityGroup) => EntityGroup | undefined);
  readonly tokens: boolean;
  readonly sentences: boolean;
  readonly language: boolean;
  readonly date: boolean;
  /** Whether it holds labels of the document; absent: it does not. */
  readonly labels?: boolean;
  /** What is known of the article beside its language and date. */
  readonly metadata: boolean;
}

/** Says everything that the model holds; a format switches off what it cannot. */
export const EVERYTHING: Capabilities = {
  ids: true,
  emptySpans: true,
  discontinuous: true,
  overlap: 'any',
  attributes: true,
  links: true,
  notes: true,
  status: true,
  source: true,
  score: true,
  relations: 'all',
  roles: true,
  relationDetails: true,
  groups: true,
  tokens: true,
  sentences: true,
  language: true,
  date: true,
  // a place for any name with any text is rare: who has it says so
  metadata: false,
};

/** How often something could not be said, with an example. */
export interface LossSummary {
  readonly kind: LossKind;
  readonly count: number;
  readonly example: Message;
}

/** Counts by kind, most frequent first: what a person wants to read before the single items. */
export function summarizeLosses(losses: readonly LossItem[]): readonly LossSummary[] {
  const byKind = new Map<LossKind, { count: number; example: Message }>();
  for (const loss of losses) {
    const entry = byKind.get(loss.kind);
    if (entry) entry.count++;
    else byKind.set(loss.kind, { count: 1, example: loss.detail });
  }
  return [...byKind].map(([kind, entry]) => ({ kind, ...entry })).sort((a, b) => b.count - a.count);
}

/** Collects losses of one document. */
export class LossReport {
  readonly #document: string;
  readonly items: LossItem[] = [];

  constructor(document: AnnotationDocument) {
    this.#document = document.id;
  }

  /** Adds one item; `item` is the annotation's, relation's or group's id. */
  add(kind: LossKind, detail: Message, item?: string, field?: string): void {
    this.items.push({
      document: this.#document,
      kind,
      ...(item !== undefined && { item }),
      ...(field !== undefined && { field }),
      detail,
    });
  }
}
