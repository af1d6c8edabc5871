import type { Quotation } from '../core/analysis';
import type { Span } from '../core/span';
import type { Messages } from '../messages/reading';
import { type Article, extentOf } from './article';
import { blanksAfter, blanksBefore, closingFor, marksAround, openingFor } from './quoteMarks';

/** How loudly a problem is shown. */
export type DiagnosticLevel = 'off' | 'hint' | 'information' | 'warning';

/** An insertion that would mend a problem. */
export interface Fix {
  readonly title: string;
  readonly offset: number;
  readonly insert: string;
}

/** Something in the text that a reader may want to look at. */
export interface Problem {
  readonly code: 'unbalancedMark' | 'speechWithoutSpeaker';
  readonly level: Exclude<DiagnosticLevel, 'off'>;
  readonly span: Span;
  readonly message: string;
  readonly fix?: Fix;
}

/** How loud each kind is. */
export interface ProblemLevels {
  readonly unbalancedMarks: DiagnosticLevel;
  readonly speechWithoutSpeaker: DiagnosticLevel;
}

/** Problems of an article's quotations, in text order: marks without their other half, direct speech that nobody speaks. */
export function problems(article: Article, levels: ProblemLevels, messages: Messages): Problem[] {
  const found: Problem[] = [];
  for (const quote of article.analysis.quotes) {
    if (quote.spans.length === 0) continue;
    if (quote.problem !== undefined && levels.unbalancedMarks !== 'off') {
      found.push({ level: levels.unbalancedMarks, ...unbalanced(article.text, quote, quote.problem, messages) });
    }
    if (levels.speechWithoutSpeaker !== 'off' && isOrphan(quote)) {
      const span = { start: quote.spans[0]?.[0] ?? 0, end: quote.spans[0]?.[1] ?? 0 };
      found.push({
        code: 'speechWithoutSpeaker',
        level: levels.speechWithoutSpeaker,
        span,
        message: messages.speechWithoutSpeaker,
      });
    }
  }
  return found;
}

const isOrphan = (quote: Quotation): boolean =>
  quote.kind === 'direct' && quote.speaker === undefined && quote.speakerEntity === undefined && quote.parent === undefined;

function unbalanced(
  text: string,
  quote: Quotation,
  problem: 'unclosed' | 'unopened',
  messages: Messages,
): Omit<Problem, 'level'> {
  const whole = extentOf(quote);
  const first = quote.spans[0] as readonly [number, number];
  const last = quote.spans.at(-1) as readonly [number, number];
  const code = 'unbalancedMark';
  if (problem === 'unclosed') {
    const { opening } = marksAround(text, { start: first[0], end: first[1] });
    const mark = opening?.mark ?? '«';
    const closing = closingFor(mark);
    const span =
      opening === undefined ? { start: whole.start, end: whole.start + 1 } : { start: opening.start, end: opening.end };
    const insert = closing === undefined ? undefined : `${opening ? blanksAfter(text, opening.end) : ''}${closing}`;
    return { code, span, message: messages.unclosedMark(mark), ...(insert && { fix: fix(messages, insert, last[1]) }) };
  }
  const { closing } = marksAround(text, { start: last[0], end: last[1] });
  const mark = closing?.mark ?? '»';
  const opening = openingFor(mark);
  const span = closing === undefined ? { start: whole.end - 1, end: whole.end } : { start: closing.start, end: closing.end };
  const insert = opening === undefined ? undefined : `${opening}${closing ? blanksBefore(text, closing.start) : ''}`;
  return { code, span, message: messages.unopenedMark(mark), ...(insert && { fix: fix(messages, insert, first[0]) }) };
}

const fix = (messages: Messages, insert: string, offset: number): Fix => ({
  title: messages.addMark(insert.trim()),
  offset,
  insert,
});
