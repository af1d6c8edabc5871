import type { QuoteRules } from './rule';
import type { QuoteVocabulary } from './vocabulary';

/** All that a language has for quotations: its words, and its rules with the words that are theirs alone. */
export interface QuotePack extends QuoteVocabulary {
  readonly rules: QuoteRules;
}
