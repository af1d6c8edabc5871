import type { BlockRole, EntityType, QuotationKind, TimexType } from '../../core/analysis';
import { english } from './en';
import { french } from './fr';

/** Everything that the server says to a reader, in one language. Sentences are given whole, so that a language can order its words. */
export interface Messages {
  /** BCP 47, for numbers and names of countries. */
  readonly locale: string;
  /** A label and what it tells, with the language's own spacing: `Cue: said`. */
  readonly labelled: (label: string, value: string) => string;
  readonly entityType: Readonly<Record<EntityType, string>>;
  readonly block: Readonly<Record<BlockRole, string>>;
  readonly quoteKind: Readonly<Record<QuotationKind, string>>;
  readonly timexType: Readonly<Record<TimexType, string>>;

  readonly alsoCalled: string;
  readonly mentions: (count: number) => string;
  readonly showAll: string;
  readonly quotesBy: (count: number) => string;
  readonly datesNearby: string;
  readonly country: string;
  /** What an entity is that is a country as a whole. */
  readonly countryType: string;
  readonly coordinates: string;
  readonly population: string;
  readonly identifier: string;
  readonly lookUp: string;
  readonly wikipedia: string;
  /** What words that are no name stand for; `known` is what is known of it, a clause each: role, number of quotations. */
  readonly standsFor: (words: string, name: string, known: readonly string[]) => string;
  readonly partOf: (name: string) => string;
  readonly speaks: string;
  readonly uncertain: (percent: string) => string;

  readonly sameTime: string;
  readonly unresolved: string;

  readonly says: (speaker: string) => string;
  readonly inQuotation: (speaker: string) => string;
  readonly speakerUnknown: string;
  readonly cue: string;
  readonly confidence: string;
  readonly start: string;
  readonly end: string;
  readonly otherQuotes: string;
  readonly quotesHere: (count: number) => string;
  readonly nested: string;
  readonly problem: Readonly<Record<'unclosed' | 'unopened', string>>;

  readonly counts: {
    readonly persons: (count: number) => string;
    readonly quotes: (count: number) => string;
    readonly dates: (count: number) => string;
  };
  readonly lensSpeaker: (name: string, count: number) => string;
  readonly unclosedMark: (mark: string) => string;
  readonly unopenedMark: (mark: string) => string;
  readonly addMark: (mark: string) => string;
  readonly speechWithoutSpeaker: string;
  readonly tooLarge: (size: string, limit: string) => string;

  readonly gazetteer: {
    readonly missingName: string;
    readonly unknownType: (type: string) => string;
    readonly missingType: string;
    readonly noTabs: string;
    readonly tooManyColumns: (count: number) => string;
    readonly duplicate: (name: string, line: number) => string;
    readonly taken: (name: string, line: number) => string;
  };
}

/** The messages for an interface language (BCP 47); English where there are none. */
export function messagesFor(locale: string | undefined): Messages {
  return locale?.toLowerCase().split(/[-_]/)[0] === 'fr' ? french : english;
}
