/**
 * Verbs as the generated tables hold them. `endings[n]` is a list of `ending:tags`; a line of `verbs` is
 * `lemma stem n senses`. Tags: i infinitive, g present participle, p past participle, 1 to 6 the grammatical
 * persons, h a form of the past historic alone.
 * The senses say what the verb can be as a cue, a letter each (`CUE_NAMES` in verbForms.ts).
 */
export interface VerbTable {
  readonly endings: readonly string[];
  readonly verbs: string;
}

/** What a word form can be as a form of a verb. */
export interface VerbReading {
  readonly lemma: string;
  /** Bits of {@link CUE}: what it can be as a cue; 0 for a verb that is not one. */
  readonly senses: number;
  /** Bits of {@link FINITE}, {@link INFINITIVE}, {@link GERUND}, {@link PARTICIPLE} and, from bit 4 on, the persons; {@link HISTORIC}. */
  readonly forms: number;
}

// Bits of VerbReading.forms.
/** A form with a person and a tense. */
export const FINITE = 1;
/** dire, say; of English verbs the present's form too. */
export const INFINITIVE = 2;
/** disant, saying. */
export const GERUND = 4;
/** dit, said as a participle of the past. */
export const PARTICIPLE = 8;
/** The third person, singular or plural. */
export const THIRD = (1 << 6) | (1 << 9);
/** The past historic and nothing else: the tense of literary narration. */
export const HISTORIC = 1 << 10;
/** A form of a verb in any mood. */
export const ANY_FORM = FINITE | INFINITIVE | GERUND | PARTICIPLE;

/** Classes of function words and of nouns that matter to quotations; one bit each. */
export const CLASS = {
  determiner: 1 << 0,
  preposition: 1 << 1,
  of: 1 << 2,
  subject: 1 << 3,
  clitic: 1 << 4,
  that: 1 << 5,
  relative: 1 << 6,
  conjunction: 1 << 7,
  adverb: 1 << 8,
  time: 1 << 9,
  subordinator: 1 << 10,
  negation: 1 << 11,
  auxiliary: 1 << 12,
  being: 1 << 13,
  modal: 1 << 14,
  causative: 1 << 15,
  human: 1 << 16,
  institution: 1 << 17,
  source: 1 << 18,
  conformity: 1 << 19,
  titleNoun: 1 << 20,
  naming: 1 << 21,
  message: 1 << 22,
  particle: 1 << 23,
  question: 1 << 24,
  oblique: 1 << 25,
  indefinite: 1 << 26,
  vague: 1 << 27,
  many: 1 << 28,
  office: 1 << 29,
  cueNoun: 1 << 30,
  mouthpiece: 1 << 31,
} as const;
/** The name of one of these classes. */
export type WordClass = keyof typeof CLASS;
export const WORD_CLASSES = Object.keys(CLASS) as WordClass[];

/** What a verb can be as a cue; one bit each. */
export const CUE = {
  /** A clause after it, with its conjunction, is reported speech: affirme que. */
  reportsClause: 1 << 0,
  /** Brings in or follows direct speech. */
  introducesSpeech: 1 << 1,
  /** A thought: reported only where marks show words. */
  isThought: 1 << 2,
  /** An infinitive after it is reported speech: affirme avoir. */
  reportsInfinitive: 1 << 3,
  /** Names or judges in somebody's marked words: dénonce « … ». */
  judges: 1 << 4,
  /** Takes the addressee as its object before the clause: informe la presse que. */
  takesAddressee: 1 << 5,
  /** Takes an indirect question: demande si. */
  asks: 1 << 6,
  /** In a reporting clause only beside marks or a dash. */
  besideMarksOnly: 1 << 7,
  /** One of its forms is also a noun: note, annonce. */
  isNounToo: 1 << 8,
  /** A request. */
  requests: 1 << 9,
  /** Direct speech only, and only in a reporting clause. */
  inReportingClauseOnly: 1 << 10,
  /** Used with a reflexive pronoun: se vante. */
  isReflexive: 1 << 11,
  /** Reports with a colon only where marks follow. */
  colonNeedsMarks: 1 << 12,
  /** The conjunction of the clause may be left out: he said it was late. */
  dropsThat: 1 << 13,
  /** Has an object far more often than such a clause: announced a plan. */
  takesObject: 1 << 14,
} as const;

/** A phrase that attributes the rest of its sentence: selon, d'après, according to. */
export interface AttributionPhrase {
  /** Its tokens, lower case, apostrophe '. */
  readonly words: readonly string[];
  /** The source must be a person, a name or a pronoun: "pour X" has many other senses. */
  readonly narrow?: true;
  /** Whoever follows is a source: "de l'avis de", "aux dires de" bring in nothing else. */
  readonly anyone?: true;
  /** Only after a quotation or a comma: German "…“, so die Ministerin". */
  readonly trailing?: true;
}

/** What a form is by itself, whatever stands beside it; one bit each. */
export const TRAIT = {
  capital: 1,
  adverb: 2,
  /** A noun for people, by the list or by its ending. */
  human: 4,
  /** A verb that can be a cue. */
  cue: 8,
  /** The last word of what opens an incise: comme, ainsi que. */
  opener: 16,
  /** A noun for people only where a hyphen follows. */
  hyphenated: 32,
  /** An adverb by its ending alone: after a determiner a noun. */
  ending: 64,
  /** Some rule begins at it: a cue, an attribution, a noun of saying. */
  hook: 128,
} as const;

/** A token as it is compared, and all that the lexicon says about that form. Made once for a form: never changed. */
export interface WordInfo {
  /** Words in lower case with ' as apostrophe. */
  readonly form: string;
  /** Bits of {@link CLASS}. */
  readonly classes: number;
  /** Bits of {@link TRAIT}. */
  readonly traits: number;
  /** Bits of both verbs' forms. */
  readonly forms: number;
  /** Its reading as a verb, a verb of speech first. */
  readonly verb: VerbReading | undefined;
  /** A second verb with the same form: `suis` of être and of suivre. */
  readonly other: VerbReading | undefined;
  /** Adverbials of several words (en effet, d'une part) that begin with it. */
  readonly adverbials: readonly (readonly string[])[] | undefined;
  /** Attributions (selon, d'après) that begin with it. */
  readonly attributions: readonly AttributionPhrase[] | undefined;
}
