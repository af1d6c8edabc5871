import type { Forms } from '../../lexicon/grammar';

/** Words for the characters of a narrative. An empty list disables what asks for it. */
export interface NarrativeWords {
  /** Articles of the singular. */
  readonly singularArticles: Forms;
  /** Determiners that open no description of a character: au, votre. */
  readonly excludedDeterminers: Forms;
  /** Possessives of the narrator, or of whoever speaks: mon. */
  readonly firstPersonPossessives: Forms;
  /** Adjectives before a noun. */
  readonly prenominalAdjectives: Forms;
  /** Those of them that do not distinguish one person from another: pauvre. */
  readonly emptyAdjectives: Forms;
  /** What children call their parents: the noun for it, and its gender. */
  readonly parents: ReadonlyMap<string, { readonly noun: string; readonly gender: 'm' | 'f' }>;
  /** Nouns before a nickname without an article: oncle meunier. */
  readonly kinshipTitles: Forms;
  /** Determiners by the gender that they show. */
  readonly determinerGender: ReadonlyMap<string, 'm' | 'f'>;
  /** Determiners that show none, so that the noun's ending does. */
  readonly genderlessDeterminers: Forms;
  /** Nouns among the feminine ones that are used of men too. */
  readonly epicenes: Forms;
  readonly feminineEnding: RegExp;
  readonly masculineNouns: Forms;
  /** Nouns for men where determiners show no gender. */
  readonly nounsForMen: Forms;
  /** What speaks and is not a person: a voice, a cry. */
  readonly voices: Forms;
  /** Names that people invoke and that speak in no dialogue, as they stand in a text. */
  readonly invokedNames: RegExp;
  /** Words before the name of an addressee: mon cher. */
  readonly endearments: Forms;
  /** Interjections before such a name. */
  readonly interjections: Forms;
  /** The first person's subject. */
  readonly firstPersonSubjects: Forms;
  /** Verbs with which speakers give their own names (je m'appelle), and the words right before them. */
  readonly selfNaming: Forms;
  readonly beforeSelfNaming: Forms;
  /** Verbs, nouns and participles of naming (s'appelait), and words between a person and them. */
  readonly naming: Forms;
  readonly beforeNaming: Forms;
  /** Words after a pronoun, or one word further on, that make it impersonal. */
  readonly impersonalNext: Forms;
  readonly impersonalSecond: Forms;
  /** Prepositions before a place's name. */
  readonly placePrepositions: Forms;
  /** Pronouns that are masculine unless something shows otherwise. */
  readonly masculineByDefault: Forms;
  /** Lemmas with which the same speaker goes on. */
  readonly continuing: Forms;
}
