import type { QuotationKind } from '../../analysis';
import type { DocumentView } from '../../document';
import type { Phrase } from '../../syntax/nounPhrases';
import type { Range } from '../../syntax/ranges';
import type { RuleName } from '../candidate';
import type { ParagraphScan } from '../detect';
import { offsetsOf, paragraphStart } from '../offsets';
import type { TextType } from './textType';

/** A half-open stretch of the document, in UTF-16 code units. */
export type Offsets = [start: number, end: number];

/** A noun phrase that names a speaker, by the tokens of its paragraph. */
export interface SpeakerMention {
  readonly paragraph: number;
  readonly phrase: Phrase;
}

/** A quotation placed in its document: offsets count in the whole text. The assembly steps fill it in. */
export interface PlacedQuotation {
  spans: Offsets[];
  kind: QuotationKind;
  readonly rule: RuleName;
  cue?: { start: number; end: number };
  speaker?: SpeakerMention;
  /** Goes on with the last speaker. */
  inherits?: true;
  /** The person who acts in the sentence before: the speaker, if the mention has a name, before the last speaker is taken. */
  readonly actor?: SpeakerMention;
  confidence: number;
  readonly paragraph: number;
  problem?: 'unclosed' | 'unopened';
}

/** The document as the assembly steps see it. */
export interface AssemblyContext {
  readonly document: DocumentView;
  /** What each paragraph alone shows, by the paragraph's index. */
  readonly scans: readonly ParagraphScan[];
  readonly textType: TextType;
}

/** Where a quotation's last span ends; 0 without spans. */
export const lastEnd = ({ spans }: PlacedQuotation): number => spans.at(-1)?.[1] ?? 0;

/** Whether somebody speaks: not marked words that only keep their distance, nor a title. */
export const isSpeech = ({ kind }: { readonly kind: QuotationKind }): boolean => kind !== 'scare' && kind !== 'title';

/** A range of a paragraph's tokens in the text; an empty one stays empty, wherever it lies. */
export function spanOf({ document, scans }: AssemblyContext, paragraph: number, part: Range): Offsets {
  const base = paragraphStart(document.paragraphs, paragraph);
  const words = scans[paragraph]?.words;
  const [start, end] = words === undefined ? [0, 0] : offsetsOf(words, part);
  return [base + start, base + end];
}

/** The same as a cue's span. */
export function cueSpanOf(context: AssemblyContext, paragraph: number, part: Range): { start: number; end: number } {
  const [start, end] = spanOf(context, paragraph, part);
  return { start, end };
}
