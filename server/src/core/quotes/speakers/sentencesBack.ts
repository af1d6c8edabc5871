import type { PlacedParagraph } from '../../document';
import { partitionPoint } from '../../span';
import type { Sentence } from '../../syntax/sentences';
import type { ParagraphScan } from '../detect';
import { endOf, paragraphStart, startOf } from '../offsets';
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
export function findBackwards(
  discourse: Discourse,
  where: Where,
  look: (sentence: SentencePart) => Resolution | undefined,
): Resolution | undefined {
  let paragraphs = 0;
  let sentences = 0;
  for (let p = where.paragraph; p >= 0 && paragraphs < PARAGRAPHS_BACK; p--) {
    if (!isLookedAt(discourse, where, p)) continue;
    paragraphs++;
    for (const sentence of sentencesBefore(discourse, where, p)) {
      const found = look(sentence);
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

function isLookedAt({ paragraphs, scans }: Discourse, where: Where, paragraph: number): boolean {
  const place = paragraphs[paragraph];
  if (place === undefined || scans[paragraph] === undefined) return false;
  return paragraph === where.paragraph || !ASIDES.has(place.role);
}

/** The sentences of a paragraph that begin before a mention, the last one first. */
function* sentencesBefore({ paragraphs, scans }: Discourse, where: Where, paragraph: number): Generator<SentencePart> {
  const { sentences, words } = scans[paragraph] as ParagraphScan;
  const base = paragraphStart(paragraphs, paragraph);
  const count = partitionPoint(sentences, ({ start }) => base + startOf(words, start) < where.start);
  for (let s = count - 1; s >= 0; s--) {
    const { start, end } = sentences[s] as Sentence;
    const from = base + startOf(words, start);
    const to = Math.min(where.start, base + endOf(words, end - 1));
    if (to > from) yield { paragraph, first: start, last: end, from, to, where };
  }
}
