import type { AttributionPhrase, VerbTable, WordClass } from './wordClasses';

/** A way to mark a quotation: the opening and the closing character. */
export type MarkPair = readonly [open: string, close: string];

/** What a pronoun can stand for. */
export interface PronounSense {
  readonly gender?: 'm' | 'f';
  readonly number: 'sg' | 'pl';
  /** Stands for persons alone: he, she; il and elle may be a town hall. */
  readonly person?: true;
  /** Stands for a body or a thing, never for a person: it. */
  readonly thing?: true;
  /** Stands for the writer or for nobody: je, on. Never resolved to somebody named before. */
  readonly speaker?: true;
}

/** Forms of words, in lower case with ' as apostrophe. */
export type Forms = ReadonlySet<string>;

/** What the lexicon and the syntax of a language are made of. Plain data. */
export interface Grammar {
  readonly verbs: VerbTable;
  /** Verbs by class: auxiliary, being, modal, causative. */
  readonly verbClasses: Readonly<Partial<Record<WordClass, ReadonlySet<string>>>>;
  readonly words: Readonly<Partial<Record<WordClass, readonly string[]>>>;
  /** Mark pairs besides those of every language. */
  readonly marks: readonly MarkPair[];
  readonly attributions: readonly AttributionPhrase[];
  readonly pronouns: Readonly<Record<string, PronounSense>>;
  /** Infinitives that make one cue with a causative verb: faire savoir, laisser entendre. */
  readonly causativeCues: ReadonlySet<string>;
  /**
   * Common verbs that name or judge in somebody's marked words together with what follows them: "faire état", or with
   * the clitic before them too: "en prendre à". By lemma: the clitic ('' for none) and the words after.
   */
  readonly expressions: ReadonlyMap<string, readonly (readonly [clitic: string, behind: readonly string[]])[]>;
  /** Endings of adjectives, after which a form that a noun and a verb share is a noun: "official estimates". */
  readonly adjectiveEndings?: readonly string[];
  /** Abbreviations whose full stop ends nothing: Inc., Corp. */
  readonly abbreviations?: ReadonlySet<string>;
  /** Two verbs that together are no cue: vouloir dire. */
  readonly meaning: ReadonlySet<string>;
  /** Endings of nouns that mean people: -eur, -iste. */
  readonly humanEndings: readonly string[];
  /** Nouns with such an ending that are no people: secteur. */
  readonly things: ReadonlySet<string>;
  /** Nouns for people and voices that are so only with a hyphen after them: porte-parole, not "la porte", "porte". */
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
  readonly plural: ReadonlySet<string>;
  /** Endings of nouns that mean several people, where no article tells: officials, police. */
  readonly pluralEndings: readonly string[];
  readonly honorifics: ReadonlySet<string>;
  /** Whether a reporting verb stands before its subject after a quotation ("dit Paul"). */
  readonly inversion: boolean;
  /** What its grammar can do; shared code asks for these by name, never for the language. */
  readonly features: GrammarFeatures;
  /** Whether nouns have capitals: a capital then makes no name, and a small word after a noun belongs to no noun phrase. */
  readonly capitalNouns: boolean;
  /** Whether a comma alone brings in a reported clause: "Er sagte, der Damm halte." */
  readonly commaClause: boolean;
  /** What opens an incise without inversion: comme, ainsi que, as. */
  readonly inciseOpeners: ReadonlySet<string>;
  /** Small words that syntax alone asks for. */
  readonly lists: SyntaxWords;
}

/**
 * Word lists used by one rule of syntax only. An empty list disables the rule; packs override the empty defaults of `und`.
 */
export interface SyntaxWords {
  /** et, and. */
  readonly and: Forms;
  /** After a comma: another clause, whose verb of speech is somebody else's. */
  readonly contrast: Forms;
  /** Before "that" after marked words: the reporter's own contrast: tandis que. */
  readonly leadsAway: Forms;
  /** After a comma: the next main clause. */
  readonly nextClause: Forms;
  /** The preposition of who does what a passive says: par, by. */
  readonly agent: Forms;
  /** to before an infinitive. */
  readonly infinitiveMarker: Forms;
  /** Between a modal verb and its infinitive: tient à. */
  readonly modalLink: Forms;
  /** en before a gerund. */
  readonly gerundMarker: Forms;
  /** Right before a gerund or participle whose subject stands further back: en, tout, by. */
  readonly beforeGerund: Forms;
  /** Before the verb of a second report: tout en, avant de, sans. */
  readonly beforeReport: Forms;
  /** The t of -t-il. */
  readonly euphonic: Forms;
  /** The same with an apostrophe. */
  readonly euphonicElided: Forms;
  /** Weak negations, which with que restrict: ne. */
  readonly weakNegation: Forms;
  /** ne where no other form stands before a clitic. */
  readonly fullNegation: Forms;
  /** Reflexive clitics of the third person. */
  readonly reflexive: Forms;
  /** Reflexive clitics that are so only beside their own subject. */
  readonly ownReflexive: Forms;
  /** Subjects of the first and second person singular. */
  readonly ownSubject: Forms;
  /** Clitics that take up what was said: l'a dit. */
  readonly resuming: Forms;
  /** Articles that are clitics too: la note, il la note. */
  readonly cliticArticles: Forms;
  /** A verb in an ending that is plural and no noun's. */
  readonly pluralVerb: RegExp;
  /** A verb in the third person singular; a noun's plural. */
  readonly thirdPersonEnding: RegExp;
  /** The past of verbs that the table does not hold. */
  readonly pastEnding: RegExp;
  readonly gerundEnding: RegExp;
  /** Before the first of two or more subjects: neither, both. */
  readonly correlatives: Forms;
  /** Adverbs that a verb takes and a noun does not: back, up. */
  readonly verbParticles: Forms;
  /** What a verb takes that says how something is said: went on, shot back. */
  readonly spokenParticles: Forms;
  /** What brings in a thing as somebody calls it: what he called. */
  readonly freeRelatives: Forms;
  /** Pronouns that before a noun are its determiner: her. */
  readonly possessivePronouns: Forms;
  /** Pronouns that a hyphen ties to a noun, not to a verb. */
  readonly tiedPronouns: Forms;
  /** What a hyphen ties to a pronoun: celui-ci, lui-même. */
  readonly pronounSuffix: Forms;
  /** moi after an imperative: permettez-moi. */
  readonly askedFor: Forms;
  /** Relatives that are their clause's subject. */
  readonly subjectRelatives: Forms;
  /** un, one: "l'un des chercheurs" is a researcher. */
  readonly one: Forms;
  /** Quantifiers that may stand after the noun that they count: both, all. */
  readonly floating: Forms;
  /** Determiners that need a singular: a, this. */
  readonly singular: Forms;
  /** Determiners that can be no pronoun. */
  readonly determinersOnly: Forms;
  /** Adverbs that are determiners by form: no. */
  readonly noAdverb: Forms;
  /** si before a pronoun: s'il. */
  readonly elidedIf: Forms;
  /** What it stands before. */
  readonly afterElidedIf: Forms;
  /** Before "that" where it compares and brings in no clause: plus que, tel que. */
  readonly comparison: Forms;
  /** What can be said without a clause: nothing, the truth. */
  readonly saidThings: Forms;
  /** Before a time without an article: last week, late Monday. */
  readonly beforeTime: Forms;
  /** After whom a verb addresses: what about, or what to do. */
  readonly topicLinks: Forms;
  /** Indefinite articles of the singular, with the gender they show. */
  readonly indefiniteArticle: ReadonlyMap<string, 'm' | 'f' | undefined>;
  /** Nouns that look like a participle: a cabinet meeting. */
  readonly nounsInIng: Forms;
  /** Verbs of speech that stand as nouns before another noun: state media. */
  readonly nounsBeforeNouns: Forms;
  /** Subjects without a noun: there. */
  readonly bareSubjects: Forms;
  /** Of pronouns in object position, those that may begin a clause no more: it. */
  readonly objectPronouns: Forms;
  /** with before a clause of its own. */
  readonly withClause: Forms;
  /** Prepositions that stay with an office whatever it is: ministre pour. */
  readonly officeLinks: Forms;
  /** Those that stay with a noun for an office: délégué à. */
  readonly officePrepositions: Forms;
  /** Prepositions that need a noun: after them a gerund is one. */
  readonly nounPrepositions: Forms;
  /** autre between a determiner and a noun. */
  readonly other: Forms;
  /** The s of a possessive that is a token of its own. */
  readonly possessive: Forms;
  /** A possessive's ending. */
  readonly possessiveEnding: RegExp;
  /** A noun's plural. */
  readonly pluralNoun: RegExp;
  /** A noun that looks plural and is not: boss. */
  readonly singularEnding: RegExp;
  /** Regular plurals: the first that fits gives the noun's; a form too many does no harm. */
  readonly plurals: readonly (readonly [singular: RegExp, plural: string])[];
  /** Units of age: 54 ans. */
  readonly years: Forms;
  /** An adjective after an age: 54 Jahre alt. */
  readonly old: Forms;
}

/** Grammatical features of a language, one meaning each. */
export interface GrammarFeatures {
  /** A reported clause may lack its conjunction: "he said it was late". */
  readonly bareReportedClauses: boolean;
  /** The comma or full stop after quoted words stands inside the marks: “It leaks,” Reed said. */
  readonly commaInsideMarks: boolean;
  /** A gerund that follows a comma, or has a subject of its own, says more of the main clause: "…, saying that". */
  readonly absoluteGerunds: boolean;
  /** After an article, a possessive or a preposition a gerund is a noun: "through writing poems". */
  readonly gerundNouns: boolean;
  /** A form of to be and a gerund make a tense: "is saying". */
  readonly progressive: boolean;
  /** The bare verb is also a noun, and its infinitive: "a report", "to report". */
  readonly nounVerbHomographs: boolean;
  /** Modals have one form, and no reading in the verb table: "must", "may". */
  readonly invariableModals: boolean;
  /** The past participle is also the past tense, told by the object after it: "rejected the plan". */
  readonly participlePasts: boolean;
  /** A noun for a time is an adverbial by itself: "said Monday". */
  readonly bareTimeAdverbs: boolean;
  /** A noun without an article can be a subject: "Officials said". */
  readonly bareNounSubjects: boolean;
  /** A subject can stand apart from its verb: after a conjunction, an apposition between commas, or a long phrase. */
  readonly detachedSubjects: boolean;
  /** A small word in capitals among other words is a name: "the US", "WHO". */
  readonly functionWordAcronyms: boolean;
  /** A noun of saying takes a clause without more ado: "the claim the dam leaks". */
  readonly nounsTakeClauses: boolean;
  /** After the conjunction a comma opens an adverbial, else it is not a conjunction: "that, as the boats were old, they sank". */
  readonly leadingAdverbialAfterThat: boolean;
  /** Nothing in the verb's form shows what is supposed, asked or wished; the words around it do: "if he says that". */
  readonly unmarkedMoods: boolean;
  /** A reporting clause without marks needs no inversion: "the dam leaks, Reed said". */
  readonly unmarkedReportingClauses: boolean;
  /** A dash after a quotation brings in who said it: “It leaks.” – Paul Stone. */
  readonly dashSigns: boolean;
  /** A dash opens a turn of a dialogue. */
  readonly dashTurns: boolean;
}
