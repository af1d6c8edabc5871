import type { Meaning } from './expression';
import type { Reader } from './lexicon';

/** One temporal expression that a rule matched: its tokens `[from, to)` and what it means. */
export interface TimexMatch {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly opensRange?: boolean;
  /** What it is where the verb speaks of the past: its lowest level in six years. */
  readonly inPast?: TimexMatch;
}

/** A match among the words around it, as exceptions are asked about it. */
export interface TimexCandidate {
  readonly reader: Reader;
  readonly match: TimexMatch;
  /** The last one that was accepted before it in the paragraph. */
  readonly previous: TimexMatch | undefined;
}
