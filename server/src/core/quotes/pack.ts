import type { VerbTable, WordClass } from './lexicon';
import type { NarrativeWords, RuleWords } from './ruleWords';

/** A way to mark a quotation: the opening and the closing character. */
export type MarkPair = readonly [open: string, close: string];

/** A phrase that attributes the rest of its sentence: selon, d'après, according to. */
export interface AttributionPhrase {
  /** Its tokens, lower case, apostrophe '. */
  readonly words: readonly string[];
  /** The source must be a person, a name or a pronoun: "pour X" has many other senses. */
  readonly narrow?: true;
  /** Whoever follows is a source: "de l'avis de", "aux dires de" bring in nothing else. */
  readonly anyone?: true;
  /** Only behind a quotation or a comma: German "…“, so die Ministerin". */
  readonly trailing?: true;
}

/** What a pronoun can stand for. */
export interface PronounSense {
  readonly gender?: 'm' | 'f';
  readonly number: 'sg' | 'pl';
  /** Stands for persons alone: he, she; il and elle may be a town hall. */
  readonly person?: true;
  /** Stands for the writer or for nobody: je, on. Never resolved to somebody named before. */
  readonly speaker?: true;
}

/** A language's words for quotations. Plain data. */
export interface QuotePack {
  readonly language: string;
  readonly verbs: VerbTable;
  /** Verbs by class: auxiliary, being, modal, causative. */
  readonly verbClasses: Readonly<Partial<Record<WordClass, ReadonlySet<string>>>>;
  readonly words: Readonly<Partial<Record<WordClass, readonly string[]>>>;
  /** Words of single rules. */
  readonly lists: RuleWords;
  /** Words for the characters of a narrative. */
  readonly narrative: NarrativeWords;
  /** Mark pairs besides those of every language. */
  readonly marks: readonly MarkPair[];
  readonly attributions: readonly AttributionPhrase[];
  readonly pronouns: Readonly<Record<string, PronounSense>>;
  /** Infinitives that make one cue with a causative verb: faire savoir, laisser entendre. */
  readonly causativeCues: ReadonlySet<string>;
  /**
   * Common verbs that name or judge in somebody's marked words together with what follows them: "faire état", or with
   * the clitic before them too: "en prendre à". By lemma: the clitic ('' for none) and the words behind.
   */
  readonly expressions: ReadonlyMap<string, readonly (readonly [clitic: string, behind: readonly string[]])[]>;
  /** Verbs that report only what a study, a poll or a court found: "the survey found that". */
  readonly findings?: ReadonlySet<string>;
  /** Endings of adjectives, behind which a form that a noun and a verb share is a noun: "official estimates". */
  readonly adjectiveEndings?: readonly string[];
  /** Abbreviations whose full stop ends nothing: Inc., Corp. */
  readonly abbreviations?: ReadonlySet<string>;
  /** Verbs that judge only with a comparison: présenter comme. */
  readonly likening: ReadonlySet<string>;
  /** Two verbs that together are no cue: vouloir dire. */
  readonly meaning: ReadonlySet<string>;
  /** Endings of nouns that mean people: -eur, -iste. */
  readonly humanEndings: readonly string[];
  /** Nouns with such an ending that are no people: secteur. */
  readonly things: ReadonlySet<string>;
  /** Nouns for people and voices that are so only with a hyphen behind them: porte-parole, not "la porte", "porte". */
  readonly hyphenated: ReadonlySet<string>;
  /** Endings of words for the people of a country or town: Français, Américaine. */
  readonly demonymEndings: readonly string[];
  /** Pronouns and possessives of the first and second person. */
  readonly firstPerson: ReadonlySet<string>;
  /** Adverbials of several tokens: en effet, by contrast. */
  readonly adverbials: readonly (readonly string[])[];
  readonly adverbEndings: readonly string[];
  /** Endings of infinitives that the verb table does not hold. */
  readonly infinitiveEndings: readonly string[];
  /** Endings that finite forms of verbs alone have, for verbs that the table does not hold: rouvrira, montèrent. */
  readonly finiteEndings: readonly string[];
  /** Feminine nouns and determiners, to tell "la ministre" from "le ministre". */
  readonly feminine: ReadonlySet<string>;
  /** Nouns whose ending or form tells their gender. */
  readonly feminineNoun?: RegExp;
  readonly masculineNoun?: RegExp;
  /** Nouns of one gender for women and men: la star, la victime. */
  readonly epicene?: ReadonlySet<string>;
  readonly plural: ReadonlySet<string>;
  /** Endings of nouns that mean several people, where no article tells: officials, police. */
  readonly pluralEndings: readonly string[];
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
  /** Nouns that are what was said: révélations. */
  readonly sayings: ReadonlySet<string>;
  /** Nouns that by themselves mean an organisation named before: entreprise, groupe. */
  readonly organisations: ReadonlySet<string>;
  /** Descriptions of one office by words of another, head noun first: chef de l'État is président. */
  readonly sameOffices: readonly (readonly [description: string, office: string])[];
  readonly honorifics: ReadonlySet<string>;
  /** Whether a reporting verb stands before its subject behind a quotation ("dit Paul"). */
  readonly inversion: boolean;
  /** Whether a reported clause may lack its conjunction ("he said it was late"). */
  readonly zeroThat: boolean;
  /** Whether nouns have capitals: a capital then makes no name, and a small word behind a noun belongs to no noun phrase. */
  readonly capitalNouns: boolean;
  /** Whether a comma alone brings in a reported clause: "Er sagte, der Damm halte." */
  readonly commaClause: boolean;
  /** Verbs that one says a noun of speech with, by lemma: faire une déclaration. */
  readonly supportVerbs: ReadonlySet<string>;
  /** What opens an incise without inversion: comme, ainsi que, as. */
  readonly inciseOpeners: ReadonlySet<string>;
}
