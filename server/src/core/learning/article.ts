import type { ArticleAnalysis } from '../analysis';
import type { LanguagePack } from '../languages/pack';
import { viewOf } from '../paragraphResult';
import { overlaps, type Span } from '../span';
import type { CandidateSpan, SpanFinder } from './spans';

/** A name as it is suggested or was decided: offsets in UTF-16. */
export interface TypedSpan extends Span {
  readonly type: string;
}

/** A candidate of an article, offsets in its text, with what the shipped detection made of it. */
export interface SeenSpan extends CandidateSpan {
  /** What it found in just these words. */
  readonly found: { readonly type: string; readonly confidence: number } | undefined;
  /** Whether it found a name in some of these words, or in more. */
  readonly crossed: boolean;
}

/** What the spans of articles are looked for with. */
export interface Looking {
  readonly finder: SpanFinder;
  readonly pack: LanguagePack;
  /** Whether words (joined by spaces) are a form that somebody decided on. */
  isForm(form: string): boolean;
}

/**
 * The candidate spans of an article, in text order.
 * @param analysis - as shipped, of exactly this text
 * @param asked - what was decided, to be candidates too
 */
export function seenSpans(text: string, analysis: ArticleAnalysis, asked: readonly Span[], looking: Looking): SeenSpan[] {
  const names = analysis.entities.filter((mention) => !mention.nested);
  return analysis.structure.flatMap((block) => {
    const inBlock = ({ start, end }: Span): boolean => block.start <= start && end <= block.end;
    const found = names.filter(inBlock);
    const wanted = [...found, ...asked.filter(inBlock)].map(({ start, end }) => ({
      start: start - block.start,
      end: end - block.start,
    }));
    const view = viewOf(text.slice(block.start, block.end), looking.pack);
    return looking.finder.find(view, wanted, looking.isForm).map((candidate): SeenSpan => {
      const span = { start: candidate.start + block.start, end: candidate.end + block.start };
      const same = found.find((name) => name.start === span.start && name.end === span.end);
      return {
        ...candidate,
        ...span,
        found: same && { type: same.type, confidence: same.confidence },
        crossed: same === undefined && found.some((name) => overlaps(name, span)),
      };
    });
  });
}
