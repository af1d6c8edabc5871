import type { PlacedParagraph } from '../../document';
import { partitionPoint } from '../../span';
import type { ParagraphScan } from '../detect';
import type { Discourse, Resolution, Where } from './discourse';

/** A sentence, or what of it stands before the mention. */
export interface SentencePart {
  readonly paragraph: number;
  /** Tokens. */
  readonly first: number;
  readonly last: number;
  /** Offsets in the document. */
  readonly from: number;
  readonly to: number;
  readonly where: Where;
}

/** Sentence by sentence back from a mention, its own sentence first; captions, headings and teasers are passed over. */
export function backwards(
  discourse: Discourse,
  where: Where,
  look: (sentence: SentencePart) => Resolution | undefined,
): Resolution | undefined {
  let seen = 0;
  let sentences = 0;
  for (let p = where.paragraph; p >= 0 && seen < PARAGRAPHS_BACK; p--) {
    const scan = discourse.scans[p];
    const place = discourse.paragraphs[p];
    if (scan === undefined || place === undefined) continue;
    if (p !== where.paragraph && ASIDES.has(place.role)) continue;
    seen++;
    const { tokens } = scan.words;
    for (let s = lastBefore(scan, where.start - place.start); s >= 0; s--) {
      const sentence = scan.sentences[s];
      if (sentence === undefined) continue;
      const from = place.start + (tokens[sentence.start]?.start ?? 0);
      const to = Math.min(where.start, place.start + (tokens[sentence.end - 1]?.end ?? 0));
      if (to <= from) continue;
      const found = look({ paragraph: p, first: sentence.start, last: sentence.end, from, to, where });
      if (found !== undefined) return found;
      if (++sentences > SENTENCES_BACK) return undefined;
    }
  }
  return undefined;
}

// A pronoun reaches back over a few paragraphs at most.
const PARAGRAPHS_BACK = 4;

// Further back than this in one paragraph nobody looks for an antecedent.
const SENTENCES_BACK = 12;

// What stands beside the article's own text.
const ASIDES: ReadonlySet<PlacedParagraph['role']> = new Set(['caption', 'teaser', 'heading'] as const);

/** Index of the last sentence that begins before an offset (from the paragraph's start). */
function lastBefore(scan: ParagraphScan, offset: number): number {
  const { tokens } = scan.words;
  return partitionPoint(scan.sentences, ({ start }) => (tokens[start]?.start ?? 0) < offset) - 1;
}
