import { packFor } from '../core/languages/registry';
import type { Span } from '../core/span';
import { splitParagraphs } from '../core/text/paragraphs';
import { splitSentences } from '../core/text/sentences';
import { tokenize } from '../core/text/tokens';
import { addAll } from './collections';
import type { Tokenizer } from './tokens';

/**
 * The analysis' own words and sentences for the formats that go by tokens: elisions and clitics of the language, its
 * abbreviations. Kept apart from the formats, which take any tokenizer, since it brings all language packs with it.
 */
export const languageTokenizer: Tokenizer = (text, language = 'und') => {
  const rules = packFor(language).text;
  const tokens: Span[] = [];
  const sentences: Span[] = [];
  for (const paragraph of splitParagraphs(text)) {
    const own = tokenize(text.slice(paragraph.start, paragraph.end), rules);
    const place = ({ start, end }: Span): Span => ({ start: paragraph.start + start, end: paragraph.start + end });
    addAll(tokens, own.map(place));
    addAll(sentences, splitSentences(own, rules).map(place));
  }
  return { tokens, sentences };
};
