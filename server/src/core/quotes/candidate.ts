import type { QuotationKind } from '../analysis';
import type { ClauseSite } from '../syntax/complements';
import type { Phrase } from '../syntax/nounPhrases';
import type { ParagraphWords } from '../syntax/paragraphWords';
import type { Range, Zone } from '../syntax/ranges';
import type { VerbGroup } from '../syntax/verbGroups';
import type { QuotePack } from './pack';

/** A paragraph's words with the language's words for quotations. */
export type QuoteWords = ParagraphWords<QuotePack>;

/** Which rule made a quotation; decides between rules, and nothing else reads it. */
export type RuleName =
  | 'attribution'
  | 'colon'
  | 'dash'
  | 'floating'
  | 'fragment'
  | 'headline'
  | 'incise'
  | 'incise in marks'
  | 'indirect question'
  | 'infinitive'
  | 'mark'
  | 'marked words'
  | 'noun complement'
  | 'noun cue'
  | 'signature'
  | 'stray'
  | 'that clause';

/** A quotation as one paragraph shows it, before other paragraphs and the article's entities are looked at. */
export interface Candidate {
  readonly parts: readonly Range[];
  readonly kind: QuotationKind;
  /** The rule that found it, by the linguistic form it handles. */
  readonly rule: RuleName;
  readonly cue?: Range;
  readonly speaker?: Phrase;
  readonly confidence: number;
  /** Index of the stretch that it lies in, or -1. */
  readonly zone: number;
  readonly problem?: 'unclosed' | 'unopened';
}

/** What a rule reads and writes. */
export interface Site extends ClauseSite {
  readonly words: QuoteWords;
  readonly candidates: Candidate[];
  /** Stretches that a quotation already uses. */
  readonly used: Set<number>;
  /** Cue groups (by head token) that a quotation already uses. */
  readonly spent: Set<number>;
}

/** A site without quotations yet. `groups` are those of the zone's own level, in order. */
export function siteOf(
  words: QuoteWords,
  zone: Zone,
  groups: readonly VerbGroup[],
  candidates: Candidate[],
  used: Set<number>,
): Site {
  return { words, zone, groups, candidates, used, spent: new Set(), complements: new Map() };
}
