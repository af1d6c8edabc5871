import { contains, type Span } from '../core/span';
import { type Article, extentOf, length } from './article';
import { marksAround } from './quoteMarks';

/**
 * The steps of "expand selection" from an offset: word, name or date, clause, sentence, quotation without and with its
 * marks and with its cue and speaker, block, document. Each holds the one before and is longer.
 */
export function selectionRanges(article: Article, offset: number): Span[] {
  const { text, analysis } = article;
  const candidates: Span[] = [{ start: 0, end: text.length }];
  const add = (span: Span | undefined): void => {
    if (span !== undefined && span.start <= offset && offset <= span.end && span.end > span.start) candidates.push(span);
  };
  add(article.wordAt(behindWord(text, offset) ? offset - 1 : offset));
  for (const mention of analysis.entities) add(mention);
  for (const date of analysis.dates) add(date);
  for (const quote of analysis.quotes) {
    add(quote.speaker);
    add(quote.cue);
    for (const [start, end] of quote.spans) {
      add({ start, end });
      add(marksAround(text, { start, end }).span);
    }
    const whole = extentOf(quote);
    add(whole);
    add(cover([whole, quote.cue, quote.speaker]));
  }
  const sentence = article.sentenceAt(offset);
  add(clauseAt(text, sentence, offset));
  add(sentence);
  add(article.blockAt(offset));
  return chain(candidates);
}

/** A caret right after a word's last letter means that word, not the mark that follows. */
function behindWord(text: string, offset: number): boolean {
  const word = /[\p{L}\p{N}]/u;
  return offset > 0 && word.test(text[offset - 1] as string) && !word.test(text[offset] ?? '');
}

function cover(spans: readonly (Span | undefined)[]): Span | undefined {
  const given = spans.filter((span) => span !== undefined);
  if (given.length < 2) return undefined;
  return { start: Math.min(...given.map((span) => span.start)), end: Math.max(...given.map((span) => span.end)) };
}

/** The stretch between two commas, semicolons, colons or dashes of a sentence. */
function clauseAt(text: string, sentence: Span, offset: number): Span {
  const separates = (at: number): boolean => /[,;:–—]/u.test(text[at] as string) && !/[\p{N}]/u.test(text[at + 1] ?? '');
  let start = Math.min(offset, sentence.end);
  while (start > sentence.start && !separates(start - 1)) start--;
  let end = offset;
  while (end < sentence.end && !separates(end)) end++;
  while (start < end && /\s/u.test(text[start] as string)) start++;
  while (end > start && /[\s.!?…]/u.test(text[end - 1] as string)) end--;
  return { start, end };
}

/** The longest way from the shortest candidate outwards; what overlaps without nesting is passed over. */
function chain(candidates: readonly Span[]): Span[] {
  const steps: Span[] = [];
  for (const span of [...candidates].sort((a, b) => length(a) - length(b))) {
    const last = steps.at(-1);
    if (last === undefined || (contains(span, last) && length(span) > length(last)))
      steps.push({ start: span.start, end: span.end });
  }
  return steps;
}
