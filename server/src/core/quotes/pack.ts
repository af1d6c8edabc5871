import type { Grammar } from '../lexicon/grammar';
import type { NarrativeWords, RuleWords } from './ruleWords';

/** A language's words for quotations, beside its grammar. Plain data. */
export interface QuotePack extends Grammar {
  readonly language: string;
  /** Words for the characters of a narrative. */
  readonly narrative: NarrativeWords;
  /** Verbs that report only what a study, a poll or a court found: "the survey found that". */
  readonly findings?: ReadonlySet<string>;
  /** Verbs that judge only with a comparison: présenter comme. */
  readonly likening: ReadonlySet<string>;
  /** Feminine nouns and determiners, to tell "la ministre" from "le ministre". */
  readonly feminine: ReadonlySet<string>;
  /** Nouns whose ending or form tells their gender. */
  readonly feminineNoun?: RegExp;
  readonly masculineNoun?: RegExp;
  /** Nouns of one gender for women and men: la star, la victime. */
  readonly epicene?: ReadonlySet<string>;
  /** Definite articles and demonstratives of the singular, with their gender where they tell one. */
  readonly definite: ReadonlyMap<string, 'm' | 'f' | undefined>;
  /** Prepositions that give a passive another sense, by the verb's lemma: "est indiqué dans le traitement de". */
  readonly otherPassives: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verbs of telling somebody: what one is told of may stand as a condition. */
  readonly tellings: ReadonlySet<string>;
  /** Verbs that with a subject that is nobody (on) still report what others say. */
  readonly hearsay: ReadonlySet<string>;
  /** Prepositions of the time or occasion: lors, pendant. */
  readonly occasions: ReadonlySet<string>;
  /** Parts of an organisation that speak for it: the bureau, the antenna of X. */
  readonly branches: ReadonlySet<string>;
  /** Nouns that by themselves mean an organisation named before: entreprise, groupe. */
  readonly organisations: ReadonlySet<string>;
  /** Descriptions of one office by words of another, head noun first: chef de l'État is président. */
  readonly sameOffices: readonly (readonly [description: string, office: string])[];
  /** Verbs that one says a noun of speech with, by lemma: faire une déclaration. */
  readonly supportVerbs: ReadonlySet<string>;
  /** Words of single rules. */
  readonly lists: RuleWords;
}
