import type { DirectionWeights } from '../direction/decide';
import type { Mod, Signal } from '../expression';
import type { Point } from './point';

/** What an expression means in its document. */
export interface Resolved {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly mod?: Mod;
  readonly quant?: string;
  readonly freq?: string;
  readonly edtf?: string;
  /** Day numbers, inclusive. */
  readonly earliest?: number;
  readonly latest?: number;
  /** What other expressions can count from. */
  readonly point?: Point;
  /** What it was counted from: the document's date, or the last date in the text. */
  readonly anchor?: 'document' | 'text';
  /** Minutes since midnight, for a time of the day. */
  readonly minutes?: number;
}

/** What an expression is resolved with. */
export interface Context {
  /** The document's date; null where it is not known. */
  readonly document: Point | null;
  /** The date last spoken of, and the last one that is a day. */
  readonly last: Point | null;
  readonly lastDay: Point | null;
  /** The last day said in the same sentence. */
  readonly dayOfSentence?: Point;
  /** The last date said in the same sentence. */
  readonly lastOfSentence?: Point;
  /** The last time of the day. */
  readonly lastTime: { readonly value: string; readonly day: Point; readonly minutes: number } | null;
  /** The year that days and months without one lie in, where the text has just named it. */
  readonly year?: number;
  /** The end of the range that this one closes. */
  readonly rangeStart: Point | null;
  readonly tense?: 'past' | 'future';
  /** How the clause leans: ahead where positive; absent where nothing was asked. */
  readonly leaning?: number;
  /** What the distances of the choices weigh, for a document whose day is known. */
  readonly weights?: DirectionWeights;
  /** The date says more of a noun, and the verb's tense need not be its own. */
  readonly ofNoun?: true;
  readonly signal?: Signal;
  readonly orthodox: boolean;
  /** Days that the document names in full, by weekday (1–7): what a bare weekday then means. */
  readonly namedDays: ReadonlyMap<number, number>;
}

/** What an expression is resolved with that stands by itself. */
export const emptyContext = (orthodox: boolean): Context => ({
  document: null,
  last: null,
  lastDay: null,
  lastTime: null,
  rangeStart: null,
  orthodox,
  namedDays: new Map(),
});
