import type { EntityType } from '../analysis';
import type { TextSpan } from '../span';
import type { Apposition } from './document/apposition';
import type { readArticle } from './document/roles';
import type { TaggedSentence } from './tagger';

/** Words of a sentence: `from` to `to` (exclusive). */
export interface WordRange {
  readonly sentence: TaggedSentence;
  readonly from: number;
  readonly to: number;
}

/** A name in its paragraph, before it is known what it refers to. Offsets count from the paragraph's start. */
export interface ParagraphName extends TextSpan {
  readonly type: EntityType;
  readonly confidence: number;
  readonly nested?: true;
  /** The words that lie wholly within it, none where it is a part of a word; undefined where nothing is known of them. */
  readonly words?: WordRange | undefined;
}

/** A mention in the document, before it is known what it refers to. Offsets count in the whole text. */
export interface Mention extends TextSpan {
  readonly type: EntityType;
  readonly confidence: number;
  readonly nested?: true | undefined;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** The id of what it refers to, once that is known. */
  entity?: string | undefined;
  /** What the words around it say of its bearer, as far as somebody has read them: role and gender, */
  readonly apposition?: Apposition;
  /** the gender and number of an article before it, */
  readonly article?: ReturnType<typeof readArticle>;
  /** the word before it, in small letters and without a full stop after it; empty where none may be a title; */
  readonly wordBefore?: string;
  /** and whether an opening bracket stands closely before it. */
  readonly isOpened?: boolean;
}
