import type { Span, TextSpan } from './span';

/** What an entity is: a person, an organisation, a place, or a product, work or event. */
export type EntityType = 'PER' | 'ORG' | 'LOC' | 'MISC';

/** One place in the text that names an entity. */
export interface EntityMention extends TextSpan {
  readonly type: EntityType;
  /** The `id` of the {@link Entity} it refers to. */
  readonly entity: string;
  /** Between 0 and 1. */
  readonly confidence: number;
  /** True for a mention inside a longer one. */
  readonly nested?: true;
}

/** A thing that mentions refer to, within one article. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** The canonical name: the fullest form that the article has. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many mentions refer to it. */
  readonly mentions: number;
  /** By apposition: "secrétaire du Conseil de sécurité de la Russie". */
  readonly role?: string;
  /** Grammatical gender and number as far as the text or a first name tells; for pronouns. */
  readonly gender?: 'm' | 'f';
  readonly number?: 'sg' | 'pl';
  /** From the project's gazetteer: identifier (Wikidata, an own scheme) and note. */
  readonly identifier?: string;
  readonly note?: string;
  /** Its further columns, by their names there: party, function … */
  readonly properties?: Readonly<Record<string, string>>;
  /** For a place: ISO 3166-1 alpha-2 country, WGS84 coordinates in degrees, inhabitants. */
  readonly place?: {
    readonly country?: string;
    readonly latitude?: number;
    readonly longitude?: number;
    readonly population?: number;
  };
}

/** TIMEX3 type. */
export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A temporal expression, resolved as TIMEX3 and, where it can be said, as EDTF and as an interval of days. */
export interface TemporalExpression extends TextSpan {
  readonly type: TimexType;
  /** TIMEX3 value: 2015-09-30, 2016-03, 2017-W03, 199X, P3Y, XXXX-WXX-1, 2017-01-15T18:00, PRESENT_REF … */
  readonly value: string;
  /** TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER … */
  readonly mod?: string;
  /** TIMEX3 quant and freq, for sets: EVERY, 2X. */
  readonly quant?: string;
  readonly freq?: string;
  readonly edtf?: string;
  /** The calendar interval meant, ISO days (±YYYY-MM-DD), inclusive. */
  readonly earliest?: string;
  readonly latest?: string;
  /** What a relative one was resolved against: "document date", or the anchoring expression's text. */
  readonly anchor?: string;
  /** Start offset of the anchoring expression, where the anchor is in the text; -1 or absent where it is not. */
  readonly anchorStart?: number;
}

/** What a marked or reported stretch is. The last two are marked stretches that are not speech. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect' | 'scare' | 'title';

/** A quotation: content without marks, its cue and its speaker. */
export interface Quotation {
  /** Content without the marks, `[start, end)`; several where an incise or a paragraph break interrupts it. */
  readonly spans: readonly (readonly [number, number])[];
  /** The spans' words joined by " … ". */
  readonly text: string;
  readonly kind: QuotationKind;
  readonly cue?: TextSpan;
  /** The whole mention, with title and apposition; a pronoun as it stands. */
  readonly speaker?: TextSpan;
  /** An {@link Entity}'s id and name. */
  readonly speakerEntity?: string;
  readonly speakerName?: string;
  /** Where no name says who speaks: what spoke for the one chosen, the weightiest first. */
  readonly speakerReasons?: readonly SpeakerReason[];
  readonly confidence: number;
  /** Index in `quotes` of the quotation it is nested in. */
  readonly parent?: number;
  /** Something is wrong with the marks: the opening one is never closed, or a closing one was never opened. */
  readonly problem?: 'unclosed' | 'unopened';
}

/**
 * What speaks for somebody whom a pronoun, a description or no words at all mean: they spoke or acted last, were the subject, are
 * named near or often, or only later, share the gender or the role, or are the only one who can be meant.
 */
export type SpeakerReason = 'spoke' | 'acted' | 'subject' | 'near' | 'often' | 'later' | 'gender' | 'role' | 'only';

/** What a stretch of an article is for. A byline tells who wrote it, where and when. */
export type BlockRole = 'header' | 'title' | 'byline' | 'lead' | 'paragraph' | 'caption' | 'teaser' | 'heading';

/** A structural block; blocks are in text order and do not overlap. */
export interface Block extends Span {
  readonly role: BlockRole;
  /** In a caption: `© AP Photo/` the credit, and the photographer's name. */
  readonly credit?: Span;
  readonly photographer?: Span;
}

/** Everything found in one article. Immutable. */
export interface ArticleAnalysis {
  /** The input id, or the file's path as given. */
  readonly id: string;
  /** BCP 47: the language analysed as. */
  readonly language: string;
  /** EDTF: document creation time, given or from the header. */
  readonly date: string | null;
  /** In text order; a mention inside a longer one bears `nested: true`. */
  readonly entities: readonly EntityMention[];
  /** In text order, never overlapping. */
  readonly dates: readonly TemporalExpression[];
  /** In text order of their first span. */
  readonly quotes: readonly Quotation[];
  readonly entityIndex: readonly Entity[];
  readonly structure: readonly Block[];
}

/** The analysis of an article in which nothing was looked for. */
export const nothingFound = (id: string): ArticleAnalysis => ({
  id,
  language: 'und',
  date: null,
  entities: [],
  dates: [],
  quotes: [],
  entityIndex: [],
  structure: [],
});
