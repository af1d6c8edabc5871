import type { TemporalExpression } from '../core/analysis';
import { describeDate } from '../core/dates/index';
import type { Messages } from '../messages/reading';
import type { Article } from './article';

/** What a temporal expression means, in the reader's language: "30 September 2015"; its TIMEX3 value where that cannot be said. */
export function dateWords(article: Article, date: TemporalExpression, messages: Messages): string {
  return describeDate(date, messages.locale, article.analysis.date).said;
}
