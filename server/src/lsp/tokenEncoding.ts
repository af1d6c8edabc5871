import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { LineIndex } from '../core/lineIndex';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol';
import type { PaintedSpan } from '../service/semanticTokens';

/** Semantic tokens in LSP's encoding, cut at line ends. The spans must be in text order and must not overlap. */
export function encodeTokens(lines: LineIndex, spans: readonly PaintedSpan[]): number[] {
  const builder = new SemanticTokensBuilder();
  for (const span of spans) {
    const type = TOKEN_TYPES.indexOf(span.type);
    const modifiers = span.modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    const lastOfSpan = lines.lineOf(Math.max(span.start, span.end - 1));
    for (let line = lines.lineOf(span.start); line <= lastOfSpan; line++) {
      const lineStart = lines.lineStart(line);
      const start = Math.max(span.start, lineStart);
      const length = Math.min(span.end, lines.lineEnd(line)) - start;
      if (length > 0) builder.push(line, start - lineStart, length, type, modifiers);
    }
  }
  return builder.build().data;
}

/** One replacement in a list of integers: `deleteCount` of them from `start` on give way to `data`. */
export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/**
 * What turns one encoded list of tokens into another: what lies between the common beginning and the common end, nothing
 * where they are equal. The library's builder makes edits too, but names its results by the millisecond: of two answers
 * within one it could take the second for the first.
 */
export function tokensEdits(before: readonly number[], after: readonly number[]): TokensEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - tail - start, data: after.slice(start, after.length - tail) }];
}
