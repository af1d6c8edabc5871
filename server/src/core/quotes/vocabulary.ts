import type { Grammar } from '../lexicon/grammar';
import type { NarrativeWords } from './narrative/words';
import type { RuleWords } from './ruleWords';
import type { SpeakerWords } from './speakers/words';

/** A language's words for quotations, beside its grammar. Plain data. */
export interface QuoteVocabulary extends Grammar {
  readonly language: string;
  /** Words for the characters of a narrative. */
  readonly narrative: NarrativeWords;
  /** Words for whom a speaker's mention means. */
  readonly speakers: SpeakerWords;
  /** Feminine nouns and determiners, to tell "la ministre" from "le ministre". */
  readonly feminine: ReadonlySet<string>;
  /** Nouns whose ending or form tells their gender. */
  readonly feminineNoun?: RegExp;
  readonly masculineNoun?: RegExp;
  /** Nouns of one gender for women and men: la star, la victime. */
  readonly epicene?: ReadonlySet<string>;
  /** Definite articles and demonstratives of the singular, with their gender where they tell one. */
  readonly definite: ReadonlyMap<string, 'm' | 'f' | undefined>;
  /** Prepositions of the time or occasion: lors, pendant. */
  readonly occasions: ReadonlySet<string>;
  /** Parts of an organisation that speak for it: the bureau, the antenna of X. */
  readonly branches: ReadonlySet<string>;
  /** Nouns that by themselves mean an organisation named before: entreprise, groupe. */
  readonly organisations: ReadonlySet<string>;
  /** Descriptions of one office by words of another, head noun first: chef de l'État is président. */
  readonly sameOffices: readonly (readonly [description: string, office: string])[];
  /** Words of single rules. */
  readonly lists: RuleWords;
}
