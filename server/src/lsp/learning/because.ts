import { learning } from '../../messages/learning';
import { wordsOf } from '../../messages/topic';
import type { ReviewItem } from '../../store/reviewItem';
import type { TypeNames } from '../../store/schema';

/** Why an item is suggested as it is, where that was learnt from decisions: a sentence for people. */
export function becauseOf(item: ReviewItem, names: TypeNames, locale: string | undefined): string | undefined {
  const because = item.suggestion?.because;
  if (because === undefined) return undefined;
  const words = wordsOf(learning, locale).because;
  const title = (type: string): string => titleOfLearnt(type, names, locale);
  const [first, ...others] = because.decided;
  if (first === undefined) return words.alike;
  const also = others.map(({ type, articles }) => words.also(title(type), articles));
  return [words.type(because.form, title(first.type), first.articles), ...also].join('; ');
}

/** A type as learning knows it, in words. */
export function titleOfLearnt(type: string, names: TypeNames, locale: string | undefined): string {
  if (type === '') return wordsOf(learning, locale).because.noName;
  const slash = type.indexOf('/');
  return slash < 0 ? names.title('entity', type) : names.title(type.slice(0, slash), type.slice(slash + 1));
}
