/** The message about a quotation and where it stands. */
import { type FlatRange, type LongParams, longRequest } from './message';

export interface QuoteSourceParams extends LongParams {
  /** An article, open or not. */
  readonly uri: string;
  /** Zero-based, UTF-16. */
  readonly line: number;
  readonly character: number;
}

export interface QuoteSource {
  /** Its words with who says them and where, to be cited. */
  readonly text: string;
  /** Who says it, as the corpus is parted by speakers; absent where that is not known. */
  readonly speaker?: string;
  /** From its first word to its last. */
  readonly range: FlatRange;
}

/** Client → server: the innermost quotation at a place; null where there is none. */
export const QuoteSourceRequest = longRequest<QuoteSourceParams, QuoteSource | null>('corpus/quoteSource');
