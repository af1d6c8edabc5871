import type { ParagraphView } from '../../document';
import type { Meaning } from '../expression';
import { findMatches } from '../find';
import { finderFor } from '../finder';
import { Reader } from '../lexicon';
import type { DatePack } from '../pack';
import { sentenceAround } from '../said';
import { evidenceOf } from './evidence';

/** A date in a paragraph with the evidence of its clause; offsets count from the paragraph's start. */
export interface DirectionSite {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly evidence: readonly string[];
}

/** The evidence around each temporal expression of a paragraph: what the weights are learnt from. */
export function collectSites(view: ParagraphView, pack: DatePack): readonly DirectionSite[] {
  if (view.tokens.length === 0) return [];
  const finder = finderFor(pack);
  const reader = new Reader(view.text, view.tokens, finder.lexicon);
  return findMatches(reader, finder).map((match) => ({
    start: view.tokens[match.from]?.start ?? 0,
    end: view.tokens[match.to - 1]?.end ?? 0,
    meaning: match.meaning,
    evidence: evidenceOf({ reader, sentence: sentenceAround(view, match), match, finder: finder.tense }),
  }));
}
