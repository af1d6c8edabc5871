import type { EntityType } from '../analysis';
import type { Span } from '../span';
import type { WordRange } from './mention';
import type { TaggedSentence } from './tagger';

/** What the first pass made of a paragraph. Immutable, and kept by the paragraph's text. */
export interface TaggedParagraph {
  /** Those with words that may belong to a name. */
  readonly sentences: readonly TaggedSentence[];
  /** The project's own names that stand in it. */
  readonly projectNames: readonly PlacedName[];
}

/** A name with its words, where the model looked at these; offsets count from the paragraph's start. */
export interface PlacedName extends Span {
  readonly type: EntityType;
  readonly confidence: number;
  readonly words: WordRange | undefined;
}
