import type { Rule } from '../../../rules/rule';
import { isLeftOut } from '../../../rules/run';
import type { Phrase } from '../../../syntax/nounPhrases';
import type { Offsets } from '../../assemble/quotation';
import type { QuoteWords } from '../../candidate';
import { endOf, startOf } from '../../offsets';
import type { Discourse, Resolution, Where } from '../discourse';

/** A speaker's mention in its text. */
export interface Mention extends Where {
  readonly discourse: Discourse;
  /** Its paragraph. */
  readonly words: QuoteWords;
  /** Where that paragraph begins. */
  readonly base: number;
  /** Its tokens. */
  readonly phrase: Phrase;
  /** Where it ends, an offset in the document. */
  readonly end: number;
}

/** One way to find whom a mention means. The sieves of a list are asked in order; the first that finds somebody decides. */
export interface Sieve<M extends Mention = Mention> extends Rule {
  /** Whether nobody is asked after this sieve, even if it finds nobody. */
  readonly decides?: (mention: M) => boolean;
  readonly resolve: (mention: M) => Resolution | undefined;
}

/** Whom a mention means by the first sieve that finds somebody; undefined for the unnamed. */
export function sift<M extends Mention>(sieves: readonly Sieve<M>[], mention: M): Resolution | undefined {
  for (const sieve of sieves) {
    if (isLeftOut(sieve.id)) continue;
    const found = sieve.resolve(mention);
    if (found !== undefined || sieve.decides?.(mention)) return found;
  }
  return undefined;
}

/**
 * A speaker phrase of a paragraph as a mention; undefined without the paragraph.
 * @param quoted - the spans of its own quotation
 */
export function mentionAt(
  discourse: Discourse,
  paragraph: number,
  phrase: Phrase,
  quoted: readonly Readonly<Offsets>[] = [],
): Mention | undefined {
  const words = discourse.scans[paragraph]?.words;
  const base = discourse.paragraphs[paragraph]?.start;
  if (words === undefined || base === undefined) return undefined;
  const start = base + startOf(words, phrase.start);
  const end = base + endOf(words, phrase.end - 1);
  return { discourse, words, base, phrase, paragraph, start, end, quoted };
}
