import type { QuotationKind } from '../analysis';
import type { ClauseSite } from '../syntax/complements';
import type { Phrase } from '../syntax/nounPhrases';
import type { ParagraphWords } from '../syntax/paragraphWords';
import type { Range } from '../syntax/ranges';
import type { QuoteVocabulary } from './vocabulary';

/** A paragraph's words with the language's words for quotations. */
export type QuoteWords = ParagraphWords<QuoteVocabulary>;

/** Which form a quotation has, by the id of the rule for it; decides between rules, and nothing else reads it. */
export type RuleName =
  | 'according-to'
  | 'colon'
  | 'dash-turn'
  | 'headline'
  | 'indirect-question'
  | 'marked-words'
  | 'noun-cue'
  | 'quoted-fragment'
  | 'quoted-speech'
  | 'reported-clause'
  | 'reported-infinitive'
  | 'reporting-clause'
  | 'reporting-clause-in-marks'
  | 'signature'
  | 'uncued-span'
  | 'uncued-speech';

/** A quotation as one paragraph shows it, before other paragraphs and the article's entities are looked at. */
export interface Candidate {
  readonly parts: readonly Range[];
  readonly kind: QuotationKind;
  /** The rule that found it, by the linguistic form it handles. */
  readonly rule: RuleName;
  readonly cue?: Range;
  readonly speaker?: Phrase;
  readonly confidence: number;
  /** Index of the quoted span that it lies in, or -1. */
  readonly zone: number;
  readonly problem?: 'unclosed' | 'unopened';
}

/** What a rule looks at: a sentence of a zone, and what earlier rules found in that zone. Only the driver changes it. */
export interface Site extends ClauseSite {
  readonly words: QuoteWords;
  /** The sentence, without a bullet or a dash before its first word. */
  readonly sentence: Range;
  /** What is left of the sentence after what the same rule found in it before. */
  readonly rest: Range;
  /** What was found in the zone so far, in the order of finding. */
  readonly candidates: readonly Candidate[];
  /** Quoted spans that a quotation already uses. */
  readonly used: ReadonlySet<number>;
}
