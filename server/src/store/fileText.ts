import { LineIndex } from '../core/lineIndex';
import type { Span } from '../core/span';
import type { Decisions } from './decisions';

/** Where an offset of one text is in another. */
export type OffsetMap = (offset: number) => number;

const BOM = '\ufeff';

/**
 * The map between a text as an editor holds it and as its file has it: editors take a byte-order mark away and make
 * mixed line ends alike. Undefined where the two differ in more than that.
 */
export function alignTexts(from: string, to: string): OffsetMap | undefined {
  if (from === to) return (offset) => offset;
  const [left, right] = [new LineIndex(from), new LineIndex(to)];
  if (left.lineCount !== right.lineCount) return undefined;
  const [leftMark, rightMark] = [from, to].map((text) => (text.startsWith(BOM) ? 1 : 0)) as [number, number];
  const begin = (index: LineIndex, line: number, mark: number): number => index.lineStart(line) + (line === 0 ? mark : 0);
  for (let line = 0; line < left.lineCount; line++) {
    const words = from.slice(begin(left, line, leftMark), left.lineEnd(line));
    if (words !== to.slice(begin(right, line, rightMark), right.lineEnd(line))) return undefined;
  }
  return (offset) => {
    const line = left.lineOf(offset);
    const column = Math.max(0, offset - begin(left, line, leftMark));
    return Math.min(begin(right, line, rightMark) + column, Math.max(right.lineEnd(line), begin(right, line, rightMark)));
  };
}

/** Decisions on one text as decisions on another that it is aligned with. */
export function mapDecisions(decisions: Decisions, map: OffsetMap, text: string): Decisions {
  if (decisions.document.text === text) return decisions;
  const move = (spans: readonly Span[]): readonly Span[] => spans.map(({ start, end }) => ({ start: map(start), end: map(end) }));
  return {
    ...decisions,
    marks: new Map([...decisions.marks].map(([id, mark]) => [id, mark.inFile ? { ...mark, inFile: move(mark.inFile) } : mark])),
    document: {
      ...decisions.document,
      text,
      annotations: decisions.document.annotations.map((annotation) => ({ ...annotation, spans: move(annotation.spans) })),
    },
  };
}
