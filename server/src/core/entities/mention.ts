import type { EntityType } from '../analysis';
import type { TextSpan } from '../span';
import type { TaggedSentence } from './tagger';

/** Words of a sentence: `from` to `to` (exclusive). */
export interface WordRange {
  readonly sentence: TaggedSentence;
  readonly from: number;
  readonly to: number;
}

/** A mention in the document, before it is known what it refers to. Offsets count in the whole text. */
export interface Mention extends TextSpan {
  readonly type: EntityType;
  readonly confidence: number;
  readonly nested?: true;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** The words that lie wholly within it, none where it is a part of a word; undefined where nothing is known of them. */
  readonly words?: WordRange | undefined;
}
