import type { Forms, SyntaxWords } from '../lexicon/grammar';

/**
 * Word lists used by one rule only. An empty list disables the rule; packs override the empty defaults of `und`.
 */
export interface RuleWords extends SyntaxWords {
  /** puis: goes on with what the same person did next. */
  readonly afterwards: Forms;
  /** After marked words and their cue: more of the same words. */
  readonly goesOnQuoting: Forms;
  /** The same after a participle that ends a source: cité par. */
  readonly citedBy: Forms;
  /** Before a verb that asks the reader: please. */
  readonly polite: Forms;
  /** Before whom a colon quotes: chez, from. */
  readonly placeOfSpeech: Forms;
  /** What brings in what something is compared to: comme, as. */
  readonly likens: Forms;
  /** The auxiliary of the pluperfect. */
  readonly pluperfect: Forms;

  // Pronouns and articles
  /** Demonstratives that can be a reporting verb's subject after it. */
  readonly demonstratives: Forms;

  // Verbs
  /** Verbs that stand before their subject after words without marks too: "…, say forecasters". */
  readonly saysFirst: Forms;

  /** What a text does that says something by itself: reads. */
  readonly readsOut: Forms;

  // Dialogue
  /** Pronouns of talk. */
  readonly talkers: Forms;
  /** Words of the first and second person, which narration has not. */
  readonly talk: Forms;
  /** Words of the third person, which narration has. */
  readonly narration: Forms;
  /** Verbs in the tenses of narration. */
  readonly narrativeTense: RegExp;
  /** Subjects whose inverted verb belongs to what is said: dis-tu. */
  readonly saidInside: Forms;
  /** Pronouns that can be a reporting verb's subject after it. */
  readonly subjectsBehind: Forms;
  /** After an incise's comma: narration goes on. */
  readonly goesOnTelling: Forms;
  /** Articles before a subject that is not a noun for people. */
  readonly plainArticles: Forms;
}
