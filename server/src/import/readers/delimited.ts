import type { FormatProblem } from '../../formats/format';
import { importingMessages } from '../../messages/importing';

/** A row of a table; `line`: where it begins, from 1. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row, or what is wrong with one that is passed over. */
export type DelimitedRead = { readonly row: DelimitedRow } | { readonly problem: FormatProblem };

/** In characters: no row is longer. What comes to that has a quotation mark that nothing closes. */
export const LONGEST_ROW = 4_000_000;

/**
 * Reads a table piece by piece (RFC 4180), so that it may be of any size. Blank lines are no rows. Where a quotation mark
 * is not closed, or something stands behind a closing one, that line is passed over and told, and reading goes on with the
 * next line: libraries take all that follows for one cell.
 *
 * @param chunks - the text, cut anywhere.
 */
export async function* delimitedRows(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<DelimitedRead> {
  let [buffer, line, needed] = ['', 1, 0];
  for await (const chunk of chunks) {
    buffer += buffer === '' && line === 1 ? chunk.replace(/^\ufeff/, '') : chunk;
    // a row that did not end is not looked at again for each piece that it gets
    if (buffer.length < needed) continue;
    const taken = takeRows(buffer, delimiter, line, false);
    yield* taken.read;
    line = taken.line;
    buffer = buffer.slice(taken.at);
    needed = 2 * buffer.length;
    if (buffer.length > 4 * LONGEST_ROW) {
      yield { problem: { severity: 'error', line, message: importingMessages.lineTooLong } };
      return;
    }
  }
  yield* takeRows(buffer, delimiter, line, true).read;
}

interface Taken {
  readonly read: readonly DelimitedRead[];
  /** How far the text was taken, and the line that follows. */
  readonly at: number;
  readonly line: number;
}

function takeRows(text: string, delimiter: string, firstLine: number, isEnd: boolean): Taken {
  const read: DelimitedRead[] = [];
  let [at, line] = [0, firstLine];
  while (at < text.length) {
    const row = scanRow(text, at, delimiter, isEnd);
    if (row === 'more') break;
    if (row === 'broken') {
      const end = lineEnd(text, at);
      if (end === undefined && !isEnd) break;
      read.push({ problem: { severity: 'error', line, message: importingMessages.brokenQuote } });
      at = end ?? text.length;
      line++;
      continue;
    }
    if (row.cells.length > 1 || row.cells[0]?.trim() !== '') read.push({ row: { line, cells: row.cells } });
    line += row.lines;
    at = row.end;
  }
  return { read, at, line };
}

interface Scanned {
  readonly cells: readonly string[];
  readonly end: number;
  readonly lines: number;
}

/** One row from its beginning; `more`: the text ends within it. */
function scanRow(text: string, start: number, delimiter: string, isEnd: boolean): Scanned | 'more' | 'broken' {
  const cells: string[] = [];
  let [at, lines] = [start, 1];
  for (;;) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at, delimiter, isEnd) : plainCell(text, at, delimiter);
    if (typeof cell === 'string') return text.length - start > LONGEST_ROW ? 'broken' : cell;
    cells.push(cell.value);
    lines += newlinesIn(cell.value);
    if (text.charAt(cell.end) !== delimiter)
      return !isEnd && mayGoOn(text, cell.end) ? 'more' : { cells, end: rowEnd(text, cell.end), lines };
    at = cell.end + 1;
  }
}

/** A carriage return at the end may be half a line's end. */
const mayGoOn = (text: string, end: number): boolean =>
  end === text.length || (text.charAt(end) === '\r' && end + 1 === text.length);

const rowEnd = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : 1);

interface Cell {
  readonly value: string;
  readonly end: number;
}

function plainCell(text: string, at: number, delimiter: string): Cell {
  const mark = delimiter.charCodeAt(0);
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === mark || code === LINE_FEED || code === CARRIAGE_RETURN) break;
  }
  return { value: text.slice(at, end), end };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function quotedCell(text: string, start: number, delimiter: string, isEnd: boolean): Cell | 'more' | 'broken' {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return isEnd ? 'broken' : 'more';
  let end = close + 1;
  while (text[end] === ' ') end++;
  if (end === text.length && !isEnd) return 'more';
  const mark = text.charAt(end);
  if (mark !== '' && mark !== delimiter && mark !== '\n' && mark !== '\r') return 'broken';
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end };
}

function lineEnd(text: string, at: number): number | undefined {
  const end = text.indexOf('\n', at);
  return end < 0 ? undefined : end + 1;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
