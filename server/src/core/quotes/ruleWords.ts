import type { Forms, SyntaxWords } from '../lexicon/grammar';

/**
 * Word lists used by one rule only. An empty list disables the rule; packs override the empty defaults of `und`.
 */
export interface RuleWords extends SyntaxWords {
  /** puis: goes on with what the same person did next. */
  readonly afterwards: Forms;
  /** Behind marked words and their cue: more of the same words. */
  readonly goesOnQuoting: Forms;
  /** The same behind a participle that ends a source: cité par. */
  readonly citedBy: Forms;
  /** The auxiliary of the pluperfect. */
  readonly pluperfect: Forms;

  // Pronouns and articles
  /** Pronouns that stand for things: cela, it. */
  readonly neuter: Forms;
  /** The suffix for whom the text named last: celui-ci. */
  readonly nearSuffix: Forms;
  /** Demonstratives that such a suffix makes a person named last, with their gender. */
  readonly near: ReadonlyMap<string, 'm' | 'f'>;
  /** ce dernier, with its gender. */
  readonly last: ReadonlyMap<string, 'm' | 'f'>;
  /** Demonstratives that can be a reporting verb's subject behind it. */
  readonly demonstratives: Forms;
  /** ce before que: what. */
  readonly freeRelative: Forms;
  /** Indefinite articles of the singular, with the gender they tell. */
  readonly indefiniteArticle: ReadonlyMap<string, 'm' | 'f' | undefined>;
  /** Determiners that bring in somebody not known yet, or another's. */
  readonly indefinite: Forms;
  /** Possessives of the third person singular: sa femme. */
  readonly possessives: Forms;
  /** Determiners and titles that tell a man. */
  readonly masculine: Forms;
  /** Titles that tell a woman. */
  readonly feminineTitles: Forms;
  /** Determiners of a masculine singular in which a narrative may call somebody. */
  readonly masculineCalled: Forms;
  /** des as an article that has the form of "of". */
  readonly pluralArticle: Forms;
  /** "of" in its full form, which joins first and family name and stands before an infinitive. */
  readonly fullOf: Forms;
  /** The first word of a title that has a second: Premier ministre. */
  readonly firstOfTitle: RegExp;
  /** Adjectives between article and noun that tell nothing of who it is, with their gender. */
  readonly epithets: ReadonlyMap<string, 'm' | 'f' | undefined>;
  /** Words of a role that tell nothing of it. */
  readonly roleless: Forms;
  /** What stands between the names of two speakers, besides a comma. */
  readonly betweenNames: RegExp;
  /** Endings of nouns for people, behind l'. */
  readonly feminineEnding: RegExp;
  readonly masculineEnding: RegExp;
  /** The same for a noun without an article: women too are ambassadeur, no woman is collégien. */
  readonly feminineBare: RegExp;
  readonly masculineBare: RegExp;
  /** How participles agree with their subject; absent where they do not. */
  readonly agreement?: {
    readonly feminine: RegExp;
    /** Agrees with several, or tells nothing. */
    readonly mute: RegExp;
    /** The participle of being: a été élue. */
    readonly been: Forms;
  };
  /** Endings of number and gender that a stem is without. */
  readonly inflection: RegExp;
  /** Endings of feminine stems, with the masculine ones. */
  readonly stems: ReadonlyMap<string, string>;

  // Verbs
  /** Verbs that stand before their subject behind words without marks too: "…, say forecasters". */
  readonly saysFirst: Forms;

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
  /** Pronouns that can be a reporting verb's subject behind it. */
  readonly subjectsBehind: Forms;
  /** Behind an incise's comma: narration goes on. */
  readonly goesOnTelling: Forms;
  /** Articles before a subject that is no noun for people. */
  readonly plainArticles: Forms;
}
