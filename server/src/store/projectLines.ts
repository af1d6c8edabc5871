/*
 * Files of a project that hold a line for each thing said, to be edited by hand and merged by git: `.corpus/parts`,
 * `.corpus/names`.
 */

/** A text's lines, without a byte-order mark. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r?\n/);

/** Lines as they stand in a file: a line end behind each, the byte-order mark and line ends that it had before. */
export function asFile(lines: readonly string[], before: string): string {
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const mark = before.startsWith('\ufeff') ? '\ufeff' : '';
  return lines.length === 0 ? mark : `${mark}${lines.join(end)}${end}`;
}

const CONFLICT = /^(?:<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$))/;

/** Whether a line is one of the marks that git leaves where two sides differ. */
export const isConflictMark = (line: string): boolean => CONFLICT.test(line);

/**
 * Where a new line may stand that would stand at an index: not between git's conflict marks, where it would go with the side
 * that is not chosen. Behind them then; before them where they have no end.
 */
export function outsideConflicts(lines: readonly string[], at: number): number {
  const begin = lines.findLastIndex((line, i) => i < at && /^<{7}/.test(line) && isConflictMark(line));
  if (begin < 0) return at;
  const length = lines.slice(begin).findIndex((line) => /^>{7}/.test(line) && isConflictMark(line));
  if (length < 0) return begin;
  return Math.max(at, begin + length + 1);
}
