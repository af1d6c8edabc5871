/**
 * What client and server say to each other beyond the Language Server Protocol, and the names that both must spell alike.
 * The client may import this file and nothing else of the server; of the libraries it uses types alone, so it costs nothing.
 *
 * Which file is an article is decided in the client, before there is a server: {@link DEFAULT_HEADER_PATTERNS},
 * `compileHeaderPatterns` and `readHeader` are given on here for that.
 */
import type { Position, Range } from 'vscode-languageserver-types';
import type { DetectorSetting } from './reviewProtocol';
import { REVIEW_COMMANDS } from './reviewProtocol';
import type { DiagnosticLevel } from './service/diagnostics';
import type { NeighbourKind } from './service/neighbour';
import type { TokenModifier, TokenType } from './service/semanticTokens';
import type { Counts } from './service/views';

export { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS, readHeader } from './core/structure/header';
export * from './reviewProtocol';
export type { Counts, DiagnosticLevel, NeighbourKind, TokenModifier, TokenType };

/** The language id that the client gives to an article. The server analyses every document sent to it under this id. */
export const ARTICLE_LANGUAGE = 'article';

/**
 * The project's own names: this path below a workspace folder (or below any folder between it and the article; the
 * nearest holds). The client sends it as a document while it is open, under any language id, and watches it
 * (`workspace/didChangeWatchedFiles`): both make the server look at open articles again.
 */
export const GAZETTEER_PATH = '.corpus/gazetteer.tsv';
/** A glob for {@link GAZETTEER_PATH}, for document selectors and file watchers. */
export const GAZETTEER_GLOB = '**/.corpus/gazetteer.tsv';

// ---------------------------------------------------------------------------------------------- semantic tokens

/**
 * Semantic token types, in the legend's order. `person`, `organization`, `place` and `work` (works, events, products)
 * are entities; `date` is every temporal expression; `cue` introduces speech (a déclaré, selon); `speaker` is what names
 * a speaker without being an entity's name: a pronoun, a title. Tokens never overlap and never hold a line break:
 * the innermost layer gives the type, what is around it shows as a modifier.
 */
export const TOKEN_TYPES = [
  'person',
  'organization',
  'place',
  'work',
  'date',
  'cue',
  'speaker',
] as const satisfies readonly TokenType[];

/**
 * Semantic token modifiers, in the legend's order (bit 0 first). `speaker`: belongs to the words that name a quotation's
 * speaker. `inQuotation`: stands in the content of a quotation. `uncertain`: confidence below one half, or a date
 * without a day, month or year that it could be resolved to. `relative`: a date that was resolved against another.
 */
export const TOKEN_MODIFIERS = ['speaker', 'inQuotation', 'uncertain', 'relative'] as const satisfies readonly TokenModifier[];

// ---------------------------------------------------------------------------------------------- commands

/**
 * Commands that the server's hovers, lenses and hints refer to; the client registers them. Their hovers are trusted for
 * exactly {@link HOVER_COMMANDS}.
 */
export const COMMANDS = {
  /** Shows and selects a place. Arguments: {@link GoToArguments}, as separate arguments. */
  goTo: 'corpusAnnotator.goTo',
  /** Shows several places, as a search for references does. Arguments: {@link ShowLocationsArguments}, as separate arguments. */
  showLocations: 'corpusAnnotator.showLocations',
} as const;

/** The commands that a hover may run: the client sets `isTrusted = { enabledCommands: HOVER_COMMANDS }` on hover contents. */
export const HOVER_COMMANDS: readonly string[] = [COMMANDS.goTo, COMMANDS.showLocations, ...Object.values(REVIEW_COMMANDS)];

/** Where to go: a document and a range, zero-based. */
export type GoToArguments = readonly [
  uri: string,
  startLine: number,
  startCharacter: number,
  endLine: number,
  endCharacter: number,
];

/** The document, the place to show the list at, and the places. */
export type ShowLocationsArguments = readonly [uri: string, line: number, character: number, places: readonly FlatRange[]];

// ---------------------------------------------------------------------------------------------- settings

/** The section of all settings. */
export const SETTINGS_SECTION = 'corpusAnnotator';

/**
 * The settings that the server reads, by their names below {@link SETTINGS_SECTION}; all of scope `resource`.
 * A value of the wrong type or out of range counts as not set.
 */
export interface ServerSettings {
  /** `auto`, or the BCP 47 tag that every text is analysed as. */
  readonly language: string;
  /** BCP 47: what a text too short to tell its language is read as. */
  readonly defaultLanguage: string;
  /** Regular expressions for the article's header, with the named groups date, title, source and author. */
  readonly headerPatterns: readonly string[];
  /** Globs of the files that are articles whatever they begin with. */
  readonly articleFiles: readonly string[];
  /** Whether each layer is shown at all. */
  readonly 'entities.enabled': boolean;
  readonly 'dates.enabled': boolean;
  readonly 'quotes.enabled': boolean;
  /** Between 0 and 1: entities and quotations below are not shown. */
  readonly minimumConfidence: number;
  /** Lenses above paragraphs and the article: quotations and who speaks. */
  readonly 'codeLens.enabled': boolean;
  /** Hints behind relative dates (→ 2016-03) and behind pronouns that speak (→ Patrouchev). */
  readonly 'inlayHints.dates': boolean;
  readonly 'inlayHints.speakers': boolean;
  /** A mark that is never closed or was never opened. */
  readonly 'diagnostics.unbalancedMarks': DiagnosticLevel;
  /** Direct speech whose speaker was not found. */
  readonly 'diagnostics.speechWithoutSpeaker': DiagnosticLevel;
  /** Decisions that do not fit each other: a name with two types, a missed mention, a boundary that is off, a far date. */
  readonly 'diagnostics.consistency': DiagnosticLevel;
  /** Links in hovers to look a name up on Wikipedia and Wikidata; opened by a click, never by themselves. */
  readonly 'hover.searchLinks': boolean;
  /** Other people's detectors; they run in trusted workspaces alone. */
  readonly detectors: readonly DetectorSetting[];
  /** Between 0 and 1: what other detectors are less sure of is not proposed. */
  readonly 'detectors.minimumScore': number;
  /** In kilobytes (1,024 UTF-16 code units): longer documents are not analysed. */
  readonly maxFileSize: number;
}

// ---------------------------------------------------------------------------------------------- messages

/** A request's or notification's method, with its types: give it to `new RequestType<P, R, void>(kind.method)`. */
export interface MessageKind<Params, Result = void> {
  readonly method: string;
  /** Only for the types; never there. */
  readonly types?: (params: Params) => Result;
}

/** A range as four numbers, to keep long lists small: start line, start character, end line, end character. */
export type FlatRange = readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number];

export type QuoteKind = 'direct' | 'mixed' | 'indirect' | 'scare' | 'title';

/** A quotation as decorations need it. Ranges may span lines. */
export interface QuoteItem {
  /** The content without its marks; several where an incise or a paragraph break interrupts it. */
  readonly spans: readonly FlatRange[];
  readonly kind: QuoteKind;
  readonly confidence: number;
  readonly cue?: FlatRange;
  /** The words that name the speaker. */
  readonly speaker?: FlatRange;
  /** The speaker as a person or body with a name, where it was resolved. */
  readonly speakerName?: string;
  /** Stands inside another quotation. */
  readonly nested?: true;
  readonly problem?: 'unclosed' | 'unopened';
}

/** `ready`: analysed. `tooLarge`: above the size limit, all lists empty. */
export type AnalysisState = 'ready' | 'tooLarge';

/** What the server found in one version of a document. */
export interface AnalysisParams {
  readonly uri: string;
  /** The document's version that the ranges belong to; drop what is older than the document. */
  readonly version: number;
  readonly state: AnalysisState;
  /** BCP 47: the language analysed as. */
  readonly language: string;
  /** EDTF: the article's date. */
  readonly date: string | null;
  readonly counts: Counts;
  readonly quotes: readonly QuoteItem[];
  /** Mentions that stand in no longer one, in text order. */
  readonly entities: readonly FlatRange[];
  readonly dates: readonly FlatRange[];
}

/**
 * Server → client, after the analysis of each version that was not overtaken: at once for the first version of a
 * document, then when typing rests. For decorations, status bar and as the sign to refresh views.
 */
export const AnalysisNotification: MessageKind<AnalysisParams> = { method: 'article/analysis' };

export interface NeighbourParams {
  readonly uri: string;
  /** The selection's start. */
  readonly position: Position;
  readonly kind: NeighbourKind;
  readonly direction: 'next' | 'previous';
}

export interface Neighbour {
  readonly range: Range;
  /** The search went over the document's end (or start) to find it. */
  readonly wrapped: boolean;
  /** Its place among all of the kind, from 1, and how many there are. */
  readonly index: number;
  readonly total: number;
  /** What it is, in a few words for the status bar or a screen reader: "Nikolaï Patrouchev, person". */
  readonly label: string;
}

/** Client → server: the next or previous one, around the document's end; null where there is none. */
export const NeighbourRequest: MessageKind<NeighbourParams, Neighbour | null> = { method: 'article/neighbour' };

export interface ArticleParams {
  readonly uri: string;
}

/** Speech by one speaker. */
export interface SpeakerQuotes {
  /** The resolved name, else the words of the text; empty for speech without a speaker, which comes last. */
  readonly name: string;
  /** The entity's id within the article; absent where the speaker was not resolved. */
  readonly entity?: string;
  readonly type?: 'PER' | 'ORG' | 'LOC' | 'MISC';
  readonly role?: string;
  readonly quotes: readonly {
    /** From the first span's start to the last one's end. */
    readonly range: Range;
    /** The content, on one line, cut to a length that a list can show. */
    readonly text: string;
    readonly kind: QuoteKind;
    readonly cue?: string;
    readonly confidence: number;
  }[];
}

/** Client → server: the article's speech by speaker, in the order in which they first speak. Null where there is no analysis. */
export const QuotesBySpeakerRequest: MessageKind<ArticleParams, readonly SpeakerQuotes[] | null> = {
  method: 'article/quotesBySpeaker',
};

export interface TimelineItem {
  readonly range: Range;
  readonly text: string;
  /** What is meant, in the reader's language: "30 September 2015". */
  readonly label: string;
  /** TIMEX3. */
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  /** ISO days, inclusive; absent where the expression has no place in the calendar: such items come last. */
  readonly earliest?: string;
  readonly latest?: string;
  /** The sentence it stands in, on one line, cut to a length that a list can show. */
  readonly context: string;
}

/** Client → server: the article's dates in the order of time. Null where there is no analysis. */
export const TimelineRequest: MessageKind<ArticleParams, readonly TimelineItem[] | null> = { method: 'article/timeline' };

export interface EntityItem {
  readonly id: string;
  readonly name: string;
  readonly type: 'PER' | 'ORG' | 'LOC' | 'MISC';
  readonly role?: string;
  readonly mentions: readonly Range[];
  /** How many pieces of speech are this entity's. */
  readonly quotes: number;
}

/** Client → server: the article's entities in the order of their first mention. Null where there is no analysis. */
export const EntitiesRequest: MessageKind<ArticleParams, readonly EntityItem[] | null> = { method: 'article/entities' };
