/** A text's lines, as they are looked at to tell what it is. */
export interface Lines {
  /** Every line, without its line end. */
  readonly all: readonly string[];
  /** Those that are not blank, trimmed at the end. */
  readonly full: readonly string[];
  /** The same, trimmed. */
  readonly trimmed: readonly string[];
  /** What stands between white space. */
  readonly tokens: readonly string[];
}

/** Longer lines are cut: what they are shows before. */
const LONGEST = 4_096;

/** Takes a text apart; the last line is left out where it may be half a line and is not the only one. */
export function linesOf(head: string, isCut: boolean): Lines {
  const all = head
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.slice(0, LONGEST).trimEnd());
  if (isCut && all.length > 1) all.pop();
  const full = all.filter((line) => line !== '');
  const trimmed = full.map((line) => line.trim());
  return { all, full, trimmed, tokens: trimmed.flatMap((line) => line.split(/\s+/)) };
}

/** How many lines a test holds for, as a share of all that are not blank. */
export function share(lines: readonly string[], test: RegExp): number {
  return lines.length === 0 ? 0 : lines.filter((line) => test.test(line)).length / lines.length;
}

/** How many lines a test holds for. */
export function count(lines: readonly string[], test: RegExp): number {
  return lines.filter((line) => test.test(line)).length;
}
