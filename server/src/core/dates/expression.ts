import type { Span } from '../span';

/** What TIMEX3 writes durations and relative dates in: years, quarters, half-years, months, weeks, week-ends, days, hours, minutes, seconds; decades, centuries, millennia, seasons. */
export type Unit = 'Y' | 'Q' | 'S' | 'M' | 'W' | 'WE' | 'D' | 'TH' | 'TM' | 'TS' | 'DE' | 'CE' | 'ML' | 'SN';

/** TIMEX3 mod. */
export type Mod =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'BEFORE'
  | 'AFTER'
  | 'MORE_THAN'
  | 'LESS_THAN'
  | 'EQUAL_OR_MORE'
  | 'EQUAL_OR_LESS';

/** Which one of a recurring thing (a March, a Monday, a summer): before, in, or after the time spoken from; 2 is the one after next. */
export type Direction = -2 | -1 | 0 | 1 | 2;

/** An amount of time. `n` null: no number is given (some days). */
export interface Amount {
  readonly parts: readonly { readonly n: number | null; readonly unit: Unit }[];
  readonly mod?: Mod;
}

/** A part of the day: morning, afternoon, evening, night, daytime, midday. */
export type DayPart = 'MO' | 'AF' | 'EV' | 'NI' | 'DT' | 'MI';

/** The time that a relative expression counts from: the document's, the one last spoken of, or one named beside it. */
export type From = 'document' | 'text' | Meaning;

/** What a temporal expression says, before it is known when it was said. The resolver turns it into a value. */
export type Meaning =
  /** Calendar fields, as many as are named. `yy`: a year of two digits. `bce`: the year counts backwards. `yearsAway`: the year counted from the document's. */
  | {
      readonly kind: 'calendar';
      readonly year?: number;
      readonly yy?: number;
      readonly month?: number;
      readonly day?: number;
      readonly weekday?: number;
      readonly direction?: Direction;
      readonly bce?: boolean;
      readonly approximate?: boolean;
      readonly yearsAway?: number;
      /** The calendar has no such day: 30 February. */
      readonly impossible?: boolean;
      /** The direction counts from the day last spoken of: the following Monday. */
      readonly fromText?: boolean;
    }
  /** An ISO week by its number. */
  | { readonly kind: 'isoWeek'; readonly week: number; readonly year?: number }
  /** The nth season (1 spring … 4 winter), quarter or half of a year. */
  | {
      readonly kind: 'partOfYear';
      readonly unit: 'SN' | 'Q' | 'S';
      readonly n: number;
      readonly year?: number;
      readonly yearOf?: Meaning;
      readonly direction?: Direction;
      /** Named without an article or year: it can be any year's. */
      readonly generic?: boolean;
    }
  /** A decade by its first year, of two digits (60) or four (1990). */
  | { readonly kind: 'decade'; readonly first: number }
  | { readonly kind: 'century'; readonly n: number; readonly bce?: boolean }
  /** From one year to another, said as one: 1914-1918, the 2016/17 season (`months`: where it begins and ends). */
  | { readonly kind: 'years'; readonly from: number; readonly to: number; readonly use?: 'season' | 'school' }
  | { readonly kind: 'fiscal'; readonly year: number }
  /** A unit counted from the document or from the text: this year, last week, the following month. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly offset: number; readonly from: 'document' | 'text' }
  /** The same day, month, time as the one last spoken of. */
  | {
      readonly kind: 'same';
      readonly unit: Unit | 'time' | 'season';
      readonly weekday?: number;
      /** The day beside something that the text tells but does not date (au lendemain du vote): that of its sentence, if one is said. */
      readonly ofEvent?: true;
    }
  /** Yesterday, today, tomorrow. */
  | { readonly kind: 'deictic'; readonly days: number }
  /** Now, recently, in future: no calendar value. */
  | { readonly kind: 'vague'; readonly ref: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }
  /** An amount before or after something: three years ago, two days later, three days after Christmas. */
  | { readonly kind: 'shift'; readonly amount: Amount; readonly sign: 1 | -1; readonly from: From }
  /** A feast or holiday by its name in the table of feasts. */
  | {
      readonly kind: 'feast';
      readonly id: string;
      readonly year?: number;
      readonly yearsAway?: number;
      readonly direction?: Direction;
    }
  /** The beginning, middle or end of something. */
  | { readonly kind: 'part'; readonly mod: Mod; readonly of: Meaning; readonly half?: boolean; readonly rest?: boolean }
  /** The nth (-1 the last) weekday, day, week, week-end or month of something. */
  | { readonly kind: 'nth'; readonly n: number; readonly unit: 'weekday' | Unit; readonly weekday?: number; readonly of: Meaning }
  | {
      readonly kind: 'clock';
      readonly hour: number;
      readonly minute?: number;
      readonly second?: number;
      readonly zone?: string;
      readonly approximate?: boolean;
      readonly day?: Meaning;
      readonly afternoon?: boolean;
    }
  /** A part of a day; `day` where one is named, else that of the text. `today`: this evening. */
  | {
      readonly kind: 'dayPart';
      readonly part: DayPart;
      readonly day?: Meaning;
      readonly mod?: Mod;
      readonly today?: boolean;
      readonly overnight?: boolean;
    }
  | { readonly kind: 'duration'; readonly amount: Amount; readonly ends?: 'document' | 'begins' }
  | { readonly kind: 'set'; readonly value: string; readonly quant?: string; readonly freq?: string }
  /** A value known without any context. */
  | {
      readonly kind: 'fixed';
      readonly value: string;
      readonly mod?: Mod;
      readonly edtf?: string;
      readonly earliest?: number;
      readonly latest?: number;
    };

/** A word before an expression that says how the interval lies to it. */
export type Signal = 'since' | 'until' | 'by' | 'before' | 'after' | 'from' | 'for' | 'between' | 'within';

/** A date found in a paragraph, not yet resolved; offsets count from the paragraph's start. */
export interface DateCandidate extends Span {
  readonly meaning: Meaning;
  readonly signal?: Signal;
  /** What the clause speaks of, as far as its verbs tell. */
  readonly tense?: 'past' | 'future';
  /** What its clause says of its lying ahead (positive) or behind, where its year or week is left open. */
  readonly leaning?: number;
  /** It says more of a noun (la fête du 30 novembre): the clause's verb need not speak of that day. */
  readonly ofNoun?: true;
  /** As of January: counted from the text's own day, whatever year its sentence names. */
  readonly asOf?: true;
  /** Index of the sentence in the paragraph. */
  readonly sentence: number;
  /** It and the next candidate are the two ends of a range. */
  readonly opensRange?: boolean;
}
