import { capitalisedName, introducedSpan, shortTerm, titleSpan, unclosedSpan } from '../../quotes/exceptions/spans';
import type { QuoteRules } from '../../quotes/rule';
import { dashTurns } from '../../quotes/rules/dashTurns';
import { headline, noSentenceAfterColon, sentenceBeforeColon, topicBeforeColon } from '../../quotes/rules/headline';
import { markedWords } from '../../quotes/rules/markedWords';
import { nested, nestedIndirect, nestedPronoun, nestedRelative } from '../../quotes/rules/nested';
import { reportingClauseInMarks, unopenedQuotation } from '../../quotes/rules/splitSpans';

/** What holds for any language: marks, and dashes that begin turns. */
export const quoteRules: QuoteRules = {
  sentence: [],
  nested: [],
  nesting: nested([nestedPronoun, nestedRelative, nestedIndirect]),
  spans: [unopenedQuotation, reportingClauseInMarks],
  uncued: [markedWords(new Set(), [titleSpan, introducedSpan, unclosedSpan, shortTerm, capitalisedName])],
  paragraph: [headline([sentenceBeforeColon, noSentenceAfterColon, topicBeforeColon])],
  turns: dashTurns,
};
