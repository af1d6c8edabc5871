import type { Block, BlockRole } from './analysis';
import type { Span } from './span';
import type { Header } from './structure/header';
import type { Token } from './text/tokens';

/** One paragraph as the layers read it, wherever it stands: all offsets count from its own start. The unit of reuse. */
export interface ParagraphView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
}

/** A paragraph at its place in a document: `start` and `end` count in the whole text. */
export interface PlacedParagraph extends Span {
  readonly index: number;
  readonly role: BlockRole;
  readonly view: ParagraphView;
}

/** A document as the document passes read it. Immutable. */
export interface DocumentView {
  readonly id: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** EDTF to the year, month or day: the document creation time; null where it is not known. */
  readonly date: string | null;
  readonly header: Header | null;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly structure: readonly Block[];
}
