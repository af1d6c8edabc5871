import { overlaps } from '../span';
import type { SeenSpan, TypedSpan } from './article';

/** What a person decided on words: that they are a name of a type, or are not. */
export interface NameDecision extends TypedSpan {
  readonly right: boolean;
}

/** What was decided of one span: all that learning keeps of it. Plain data. */
export interface Lesson extends Pick<SeenSpan, 'form' | 'features' | 'probabilities' | 'found' | 'crossed'> {
  /** The type that was decided; empty where the words are no name. */
  readonly type: string;
  /** Whether a person decided on just these words: else it follows from what was decided around them. */
  readonly said: boolean;
}

/** What an article teaches. */
export interface ArticleLessons {
  /** Names the article, the same in whatever order articles are read. */
  readonly key: string;
  readonly lessons: readonly Lesson[];
}

/**
 * What decisions teach of an article's spans. Where words cross a name that was decided they are no name themselves. Of what
 * nobody decided on nothing is learnt, unless the article was read to its end.
 * @param isWhole - whether somebody said that the article is finished: then what is not annotated is no name
 */
export function lessonsOf(spans: readonly SeenSpan[], decisions: readonly NameDecision[], isWhole: boolean): Lesson[] {
  const right = decisions.filter((decision) => decision.right);
  return spans.flatMap((span): Lesson[] => {
    const at = decisions.filter(({ start, end }) => start === span.start && end === span.end);
    const is = at.find((decision) => decision.right);
    const isSaid = at.length > 0;
    if (!isSaid && !isWhole && !right.some((name) => overlaps(name, span))) return [];
    const { form, features, probabilities, found, crossed } = span;
    return [{ form, features, probabilities, found, crossed, type: is?.type ?? '', said: isSaid }];
  });
}
