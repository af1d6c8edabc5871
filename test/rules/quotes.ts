import { quoteRules as german } from '../../server/src/core/languages/de/quoteRuleList';
import { quoteRules as english } from '../../server/src/core/languages/en/quoteRuleList';
import { quoteRules as french } from '../../server/src/core/languages/fr/quoteRuleList';
import { listedRules, type QuoteRules } from '../../server/src/core/quotes/rule';
import { quotesOf } from '../unit/quotes/quote';
import type { Layer } from './layers';

// The other languages have the rules that hold for any: shown by the pages of these.
const QUOTE_RULES: Readonly<Record<string, QuoteRules>> = { fr: french, en: english, de: german };

/** Quotations: their speakers, their cues, and their words by kind. */
export const quotes: Layer = {
  rules: (language) => {
    const listed = QUOTE_RULES[language];
    return listed === undefined ? [] : listedRules(listed);
  },
  read: (text, language) =>
    quotesOf(text, language as 'fr' | 'en' | 'de').flatMap(({ spans, kind, cue, speaker }) => [
      ...(speaker === undefined ? [] : [{ start: speaker.start, end: speaker.end, label: 'speaker' }]),
      ...(cue === undefined ? [] : [{ start: cue.start, end: cue.end, label: 'cue' }]),
      ...spans.map(([start, end]) => ({ start, end, label: kind })),
    ]),
};
