import type { TemporalExpression } from '../../../server/src/core/analysis';
import { findDates, resolveDates } from '../../../server/src/core/dates/index';
import type { DocumentView, ParagraphView } from '../../../server/src/core/document';
import { packFor } from '../../../server/src/core/languages/registry';
import { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS, readHeader } from '../../../server/src/core/structure/header';
import { splitParagraphs } from '../../../server/src/core/text/paragraphs';
import { splitSentences } from '../../../server/src/core/text/sentences';
import { tokenize } from '../../../server/src/core/text/tokens';

const HEADER = compileHeaderPatterns(DEFAULT_HEADER_PATTERNS).patterns;

/** A paragraph as the layers read it. */
export function viewOf(text: string, language: string): ParagraphView {
  const rules = packFor(language).text;
  const tokens = tokenize(text, rules);
  return { text, tokens, sentences: splitSentences(tokens, rules) };
}

/** The dates of a whole article. `date` null: the header tells, or a dateline. */
export function datesOf(text: string, language: string, date: string | null): TemporalExpression[] {
  const pack = packFor(language);
  const header = readHeader(text, HEADER);
  const paragraphs = splitParagraphs(text, header?.end ?? 0).map((span, index) => ({
    ...span,
    index,
    role: 'paragraph' as const,
    view: viewOf(text.slice(span.start, span.end), language),
  }));
  const document: DocumentView = {
    id: 'test',
    text,
    language,
    date: date ?? header?.date ?? null,
    header,
    paragraphs,
    structure: [],
  };
  const candidates = paragraphs.map((paragraph) => findDates(paragraph.view, pack.dates));
  return resolveDates(document, candidates, pack.dates);
}

/** Each date as one line: "extent = TYPE value mod". */
export function lines(text: string, language: string, date: string | null): string[] {
  return datesOf(text, language, date).map((d) => `${d.text} = ${d.type} ${d.value}${d.mod ? ` ${d.mod}` : ''}`);
}
