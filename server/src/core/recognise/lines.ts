/** A text's lines, as they are looked at to tell what it is. */
export interface Lines {
  /** Every line, without its line end. */
  readonly all: readonly string[];
  /** Those that are not blank, without white space at the end; long ones cut. */
  readonly full: readonly string[];
  /** The same, without white space at the beginning. */
  readonly trimmed: readonly string[];
  /** What stands between white space; long ones cut. */
  readonly tokens: readonly string[];
}

// What a line or token is shows before this many characters; no pattern has more to go through.
const LONGEST_LINE = 1_000;
const LONGEST_TOKEN = 64;
// A list's first few hundred lines tell as much as all.
const MOST_LINES = 400;

/** Takes a text apart; the last line is left out where it may be half a line and is not the only one. */
export function linesOf(head: string, isCut: boolean): Lines {
  const all = head
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trimEnd());
  if (isCut && all.length > 1) all.pop();
  if (all.length > MOST_LINES) all.length = MOST_LINES;
  const written = all.filter((line) => line !== '');
  const full = written.map((line) => line.slice(0, LONGEST_LINE));
  const tokens = written.flatMap((line) => line.trimStart().split(/\s+/));
  return {
    all,
    full,
    trimmed: full.map((line) => line.trim()),
    tokens: tokens.map((token) => token.slice(0, LONGEST_TOKEN)),
  };
}

/** How many lines a test holds for, as a share of all that are not blank. */
export function share(lines: readonly string[], test: RegExp): number {
  return lines.length === 0 ? 0 : lines.filter((line) => test.test(line)).length / lines.length;
}

/** How many lines a test holds for. */
export function count(lines: readonly string[], test: RegExp): number {
  return lines.filter((line) => test.test(line)).length;
}
