import type { Complement } from '../../syntax/complements';
import type { Phrase } from '../../syntax/nounPhrases';
import { quotedSpansIn, type Range } from '../../syntax/ranges';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { Site } from '../candidate';
import { isTitleInMarks } from '../exceptions/titleInMarks';
import type { CuePlace } from '../rule';

/** A cue with who its subject says is quoted. */
export interface SpokenCue extends CuePlace {
  readonly speaker: Phrase | undefined;
}

/** A clause that a cue brings in. */
export interface ClauseDraft extends SpokenCue {
  readonly kind: Complement['kind'];
  /** Where the complement begins: before the clause stands its comma, if it has one. */
  readonly from: number;
  readonly clause: Range;
  /** Quoted spans in the clause that are not titles. */
  readonly marked: readonly number[];
}

/** Quoted spans directly in some ranges that are not titles or names. */
export const spokenSpans = ({ words, zone }: Site, parts: readonly Range[]): number[] =>
  parts.flatMap(({ start, end }) => quotedSpansIn(words, start, end, zone.span)).filter((index) => !isTitleInMarks(words, index));

/** The same, without those that a quotation already uses. */
export const freeSpans = (site: Site, parts: readonly Range[]): number[] =>
  spokenSpans(site, parts).filter((index) => !site.used.has(index));

/** Words outside marks are reported; with marks among them they are partly quoted. */
export const mixedOrIndirect = (marked: readonly number[]): 'mixed' | 'indirect' => (marked.length > 0 ? 'mixed' : 'indirect');

/** The tokens of a cue as a candidate holds them, with its reflexive pronoun: "s'est dit". */
export const cueRange = ({ start, end, left, reflexive }: VerbGroup): Range => ({ start: reflexive ? left : start, end });

/** What brings in a direct quotation, and at which opening mark it begins. */
export interface DirectStart extends SpokenCue {
  readonly at: number;
}

/** Marks right after a cue. */
export interface MarkedObject extends DirectStart {
  readonly inner: Range;
  /** It begins like a sentence, after a comma or colon: "Il ajoute, « La digue cède »". */
  readonly said: boolean;
}

/** Marked words that a verb names or judges something with. */
export interface FragmentDraft extends DirectStart {
  /** The quoted span. */
  readonly index: number;
}
