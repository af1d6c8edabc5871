import type { TemporalExpression } from '../core/analysis';
import { sayDate } from '../core/dates/index';
import type { Messages } from '../messages/reading';

/** What a temporal expression means, in the reader's language: "30 September 2015"; its TIMEX3 value where that cannot be said. */
export function dateWords(date: TemporalExpression, messages: Messages): string {
  return sayDate(date, messages.locale);
}
