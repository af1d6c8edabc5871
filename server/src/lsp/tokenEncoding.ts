import type { LineIndex } from '../core/lineIndex';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol';
import { PAINT_MODIFIERS, PAINT_TYPES } from '../service/semanticTokens';
import type { SpanList } from '../service/spanList';

/** A type's number and its modifiers' bits in the protocol, by the code of the paint. */
const TYPES = Uint8Array.from({ length: 128 }, (_, code) => TOKEN_TYPES.indexOf(PAINT_TYPES[code & 7] ?? 'person'));
const MODIFIERS = Uint8Array.from({ length: 128 }, (_, code) =>
  PAINT_MODIFIERS.reduce((bits, name, bit) => bits | ((code & (8 << bit)) === 0 ? 0 : 1 << TOKEN_MODIFIERS.indexOf(name)), 0),
);
/** Numbers that a token takes: lines and characters from the one before, its length, type and modifiers. */
const SIZE = 5;

/** Semantic tokens in LSP's encoding, cut at line ends. The spans must be in text order and must not overlap. */
export function encodeTokens(lines: LineIndex, painted: SpanList): Uint32Array {
  // each line end lies in one span at the most
  const data = new Uint32Array(SIZE * (painted.length + lines.lineCount));
  let size = 0;
  let [lineBefore, startBefore] = [0, 0];
  for (let i = 0; i < painted.length; i++) {
    const [from, to] = [painted.starts[i] as number, painted.ends[i] as number];
    const code = painted.codes[i] as number;
    const lastOfSpan = lines.lineOf(Math.max(from, to - 1));
    for (let line = lines.lineOf(from); line <= lastOfSpan; line++) {
      const lineStart = lines.lineStart(line);
      const start = Math.max(from, lineStart);
      const length = Math.min(to, lines.lineEnd(line)) - start;
      if (length <= 0) continue;
      data[size] = line - lineBefore;
      data[size + 1] = start - lineStart - (line === lineBefore ? startBefore : 0);
      data[size + 2] = length;
      data[size + 3] = TYPES[code] as number;
      data[size + 4] = MODIFIERS[code] as number;
      size += SIZE;
      lineBefore = line;
      startBefore = start - lineStart;
    }
  }
  return data.slice(0, size);
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
export function tokensEdits(before: Uint32Array, after: Uint32Array): TokensEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const data = Array.from(after.subarray(start, after.length - tail));
  return [{ start, deleteCount: before.length - tail - start, data }];
}
