import type { Position, Range } from 'vscode-languageserver-types';
import type { NeighbourKind } from '../service/neighbour';
import type { Counts } from '../service/views';
import { type FlatRange, notification, requestOnDocument } from './message';

export type { Counts, NeighbourKind };

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

/** A kind of what is found. */
export type AnalysisLayer = 'entities' | 'dates' | 'quotes';

/** What the server found in one version of a document. */
export interface AnalysisParams {
  readonly uri: string;
  /** The document's version that the ranges belong to; drop what is older than the document. */
  readonly version: number;
  readonly state: AnalysisState;
  /** BCP 47: the language analysed as. */
  readonly language: string;
  /** What is found in texts of that language; where some is missing, a reader is to be told. */
  readonly layers: readonly AnalysisLayer[];
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
export const AnalysisNotification = notification<AnalysisParams>('article/analysis');

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
export const NeighbourRequest = requestOnDocument<NeighbourParams, Neighbour | null>('article/neighbour');

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
export const QuotesBySpeakerRequest = requestOnDocument<ArticleParams, readonly SpeakerQuotes[] | null>(
  'article/quotesBySpeaker',
);

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
export const TimelineRequest = requestOnDocument<ArticleParams, readonly TimelineItem[] | null>('article/timeline');

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
export const EntitiesRequest = requestOnDocument<ArticleParams, readonly EntityItem[] | null>('article/entities');
