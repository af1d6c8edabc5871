import type { DateCandidate } from './dates/index';
import type { ParagraphView } from './document';
import type { TaggedParagraph } from './entities/index';
import type { LanguagePack } from './languages/pack';
import { packed } from './packed';
import type { ParagraphScan } from './quotes/index';
import type { LineForm } from './structure/lineForm';
import { splitSentences } from './text/sentences';
import { tokenize } from './text/tokens';

/** What a paragraph alone tells. */
export interface ParagraphResult {
  readonly view: ParagraphView;
  readonly dates: readonly DateCandidate[];
  readonly names: TaggedParagraph;
  /** Made when the names are linked, so that an article that is read once never holds what both layers keep. */
  quotes: ParagraphScan | undefined;
  /** What it looks like; made when the structure is told. */
  form: LineForm | undefined;
}

/** What a paragraph of the last version was found to be, if it has these words and stands in the same place from the beginning or the end. */
export function foundAgain(
  before: readonly ParagraphResult[],
  words: string,
  index: number,
  count: number,
): ParagraphResult | undefined {
  const first = before[index];
  if (first?.view.text === words) return first;
  const last = before[index + before.length - count];
  return last?.view.text === words ? last : undefined;
}

/** A paragraph's tokens and sentences. */
export function viewOf(text: string, pack: LanguagePack): ParagraphView {
  const tokens = tokenize(text, pack.text);
  return { text, tokens: packed(tokens), sentences: packed(splitSentences(tokens, pack.text)) };
}
