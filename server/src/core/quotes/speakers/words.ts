import type { Forms } from '../../lexicon/grammar';

/** Words for whom a speaker's mention means. An empty list disables the sieve that asks for it. */
export interface SpeakerWords {
  // Demonstratives
  /** The suffix for whom the text named last (celui-ci), and the demonstratives that take it, with their gender. */
  readonly nearestSuffix: Forms;
  readonly nearestDemonstratives: ReadonlyMap<string, 'm' | 'f'>;
  /** ce dernier, with its gender. */
  readonly latterAdjectives: ReadonlyMap<string, 'm' | 'f'>;

  // Descriptions
  /** Determiners that bring in somebody not known yet, or another's. */
  readonly indefiniteDeterminers: Forms;
  /** Possessives of the third person singular: sa femme. */
  readonly thirdPersonPossessives: Forms;
  /** Adjectives between article and noun that do not say who it is, with their gender. */
  readonly emptyAdjectives: ReadonlyMap<string, 'm' | 'f' | undefined>;
  /** Endings of nouns for people after an article without gender: l'. */
  readonly feminineNounEnding: RegExp;
  readonly masculineNounEnding: RegExp;
  /** Determiners of a masculine singular with which a narrative may describe somebody. */
  readonly masculineDeterminers: Forms;

  // Names
  /** Nouns for two persons together: couple, duo. */
  readonly pairNouns: Forms;
  /** What stands between the names of two speakers, besides a comma. */
  readonly betweenNames: RegExp;
  /** What stands after a name whose bearer owns what comes next: 's. */
  readonly genitives: Forms;
  /** What stands between an utterance, or who speaks for others, and whose it is, besides "of": by, from, for. */
  readonly ownerLinks: Forms;
  /** Whether of two names with nouns between them the last is who speaks: "Reed campaign manager Tom Hale". */
  readonly lastNameHeads?: true;
  /** "of" in its full form, which joins first and family name. */
  readonly fullOf: Forms;
  /** The first word of a title that has a second: Premier ministre. */
  readonly firstWordOfTitle: RegExp;

  /** Given names of men and of women, whatever most bearers are; small letters. */
  readonly eitherNames: Forms;

  // Roles
  /** Nouns for somebody whom a case or a town has one of, and whom articles often leave without a name: the judge. */
  readonly offices: Forms;
  /** In languages whose compounds end with their head: what opens a role's complement, "defence minister of Arden". */
  readonly roleLinks?: Forms;
  /** Words of a role that say nothing of it. */
  readonly emptyRoleWords: Forms;
  /** Determiners and titles of a man, and titles of a woman. */
  readonly masculineTitles: Forms;
  readonly feminineTitles: Forms;
  /** Nouns for people without an article: women too are ambassadeur, no woman is collégien. */
  readonly feminineBareNoun: RegExp;
  readonly masculineBareNoun: RegExp;
  /** How participles agree with their subject; absent where they do not. */
  readonly participleAgreement?: {
    readonly feminine: RegExp;
    /** Agrees with several, or shows no gender. */
    readonly uninformative: RegExp;
    /** The participle of being: a été élue. */
    readonly been: Forms;
  };
  /** Endings of number and gender that a stem is without. */
  readonly inflection: RegExp;
  /** Endings of feminine stems, with the masculine ones. */
  readonly masculineStems: ReadonlyMap<string, string>;
}
