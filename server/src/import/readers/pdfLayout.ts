import { joinLines } from './hyphens';

/** A piece of text on a page; positions and sizes in points, from the page's lower left corner. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly width: number;
  /** Of its letters. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/**
 * The paragraphs of a document's pages, in the order in which they are read, and its title where the first page begins with
 * a line in larger letters.
 */
export function pdfParagraphs(pages: readonly PdfPage[]): {
  readonly paragraphs: readonly string[];
  readonly title: string | undefined;
} {
  const lines = pages.map(linesOf);
  const furniture = runningLines(pages, lines);
  const kept = lines.map((own, page) => own.filter((line) => !furniture(line, page)));
  const size = usualSize(kept.flat());
  const columns = kept.flatMap((own, page) => columnsOf(own, pages[page] as PdfPage));
  const title = titleOf(columns, size);
  const parts = columns.flatMap((column) => paragraphsOf(column.filter((line) => !title.lines.has(line))));
  return { paragraphs: joinParagraphs(parts), title: title.text };
}

/**
 * Pieces on one baseline, from left to right; a gap as wide as a column's parts them. In a line that is set wide, white space
 * between two words may be as wide, and is a piece then.
 */
function linesOf({ pieces }: PdfPage): readonly Line[] {
  const rows: PdfPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && Math.abs(first.y - piece.y) < 0.4 * Math.max(first.size, piece.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => linesOfRow(row.sort((a, b) => a.x - b.x)));
}

/** In sizes of letters: what is wider is the gap between two columns. */
const WIDEST_GAP = 1;
const WIDEST_BLANK = 4;

function linesOfRow(row: readonly PdfPiece[]): readonly Line[] {
  const lines: Line[] = [];
  // how far white space behind the last word reaches
  let reach = 0;
  for (const piece of row) {
    const { text, x, y, width, size } = piece;
    const line = lines.at(-1);
    if (text.trim() === '') {
      if (line !== undefined && width <= WIDEST_BLANK * size) reach = Math.max(reach, x + width);
      continue;
    }
    if (line === undefined || x - reach > WIDEST_GAP * size) lines.push({ text, x, end: x + width, y, size });
    else {
      const joint = x - line.end > 0.15 * size && !/\s$/.test(line.text) && !/^\s/.test(text) ? ' ' : '';
      const all = { text: line.text + joint + text, end: x + width, size: Math.max(line.size, size) };
      lines[lines.length - 1] = { ...line, ...all };
    }
    reach = x + width;
  }
  return lines;
}

/** The share of a page's height at its top and at its foot in which running heads and page numbers stand. */
const MARGIN = 0.1;

/** Tells the lines that are page numbers, or stand in the same place of several pages, figures aside. */
function runningLines(pages: readonly PdfPage[], lines: readonly (readonly Line[])[]): (line: Line, page: number) => boolean {
  const isMargin = (line: Line, page: number): boolean => {
    const height = pages[page]?.height ?? 1;
    return line.y > (1 - MARGIN) * height || line.y < MARGIN * height;
  };
  const keyOf = (line: Line): string => `${line.text.replace(/[\divxlc]+/gi, '#').replace(/\s+/g, '')}@${Math.round(line.y / 4)}`;
  const seen = new Map<string, Set<number>>();
  for (const [page, own] of lines.entries())
    for (const line of own) if (isMargin(line, page)) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? new Set()).add(page));
  const enough = Math.max(2, Math.ceil(pages.length / 4));
  return (line, page) => {
    if (!isMargin(line, page)) return false;
    if (/^\W*(?:p(?:age)?\.?\s*)?\d{1,4}(?:\s*(?:\/|sur|of)\s*\d{1,4})?\W*$/i.test(line.text.trim())) return true;
    return (seen.get(keyOf(line))?.size ?? 0) >= enough;
  };
}

/** The size of letters that most of the text has. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0] as [number, number])[0];
}

/**
 * A page's columns, each with its lines from above: lines that reach over a gap between columns part what stands above
 * from what stands below.
 */
function columnsOf(lines: readonly Line[], { width }: PdfPage): readonly (readonly Line[])[] {
  const gutters = guttersOf(lines, width);
  if (gutters.length === 0) return [lines];
  const parts: (readonly Line[])[] = [];
  let band: Line[][] = [];
  const flush = (): void => {
    parts.push(...band.filter((column) => column !== undefined && column.length > 0));
    band = [];
  };
  for (const line of lines) {
    if (gutters.some((gutter) => line.x < gutter - 2 && line.end > gutter + 2)) {
      flush();
      parts.push([line]);
      continue;
    }
    const column = gutters.filter((gutter) => line.x >= gutter - 2).length;
    band[column] = [...(band[column] ?? []), line];
  }
  flush();
  return joinWide(parts);
}

/** Wide lines that follow each other are one part. */
function joinWide(parts: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const joined: Line[][] = [];
  let wasWide = false;
  for (const part of parts) {
    const isWide = part.length === 1;
    if (isWide && wasWide) joined.at(-1)?.push(...part);
    else joined.push([...part]);
    wasWide = isWide;
  }
  return joined;
}

/** Where columns meet: places that few lines cross while several begin right behind them and several end before. */
function guttersOf(lines: readonly Line[], width: number): readonly number[] {
  if (lines.length < 6) return [];
  const starts = clusters(lines.map((line) => line.x));
  const gutters: number[] = [];
  for (const { at, count } of starts) {
    if (at < 0.2 * width || count < Math.max(3, 0.12 * lines.length)) continue;
    const before = lines.filter((line) => line.end < at);
    const across = lines.filter((line) => line.x < at - 2 && line.end > at + 2);
    const beside = before.filter((line) => lines.some((other) => Math.abs(other.x - at) < 3 && Math.abs(other.y - line.y) < 30));
    const isNew = gutters.every((gutter) => at - gutter > 0.12 * width);
    if (isNew && beside.length >= 3 && across.length <= 0.2 * lines.length) gutters.push(at - 1);
  }
  return gutters;
}

/** Where lines begin, from the left, with how many do. */
function clusters(values: readonly number[]): readonly { readonly at: number; readonly count: number }[] {
  const found: { at: number; count: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && value - last.at < 4) last.count++;
    else found.push({ at: value, count: 1 });
  }
  return found;
}

/** The first lines of the first page that are larger than the text. */
function titleOf(columns: readonly (readonly Line[])[], size: number): { text: string | undefined; lines: ReadonlySet<Line> } {
  const first = columns.flat().slice(0, 12);
  const large = Math.max(0, ...first.map((line) => line.size));
  const begin = first.findIndex((line) => line.size > large - 0.6);
  if (begin < 0 || large < 1.25 * size) return { text: undefined, lines: new Set() };
  const after = first.findIndex((line, i) => i > begin && line.size <= large - 0.6);
  const lines = first.slice(begin, after < 0 ? undefined : after);
  const text = joinLines(lines.map((line) => line.text.trim())).trim();
  return text.length < 3 || text.length > 250 ? { text: undefined, lines: new Set() } : { text, lines: new Set(lines) };
}

interface Part {
  readonly lines: string[];
  /** Whether it ends its column without ending a sentence: the next column may go on. */
  isOpen: boolean;
  /** Whether it begins a column. */
  readonly isFirst: boolean;
  readonly isIndented: boolean;
  readonly size: number;
}

/** A column's paragraphs: one begins after a gap, with letters of another size, indented, or after a line that ends early. */
function paragraphsOf(column: readonly Line[]): readonly Part[] {
  if (column.length === 0) return [];
  const starts = clusters(column.map((line) => line.x));
  const left = (starts.find(({ count }) => count >= 0.2 * column.length) ?? starts[0])?.at ?? 0;
  const right = Math.max(...column.map((line) => line.end));
  const leading = median(
    column
      .slice(1)
      .map((line, i) => (column[i] as Line).y - line.y)
      .filter((gap) => gap > 0),
  );
  const parts: Part[] = [];
  for (const [i, line] of column.entries()) {
    const before = column[i - 1];
    const isInItem = BULLET.test(parts.at(-1)?.lines[0] ?? '');
    const isIndented = !isInItem && line.x - left > 0.6 * line.size && line.x - left < 5 * line.size;
    const isApart =
      before === undefined ||
      BULLET.test(line.text) ||
      Math.abs(before.size - line.size) > 0.8 ||
      before.y - line.y > 1.35 * leading ||
      (isIndented && before.x - left < 0.6 * before.size) ||
      (before.end < right - 0.12 * (right - left) && /[.!?…»”"]\s*$/.test(before.text));
    if (isApart) parts.push({ lines: [], isOpen: false, isFirst: i === 0, isIndented, size: line.size });
    parts.at(-1)?.lines.push(line.text.trim());
  }
  const last = parts.at(-1);
  if (last !== undefined) last.isOpen = !/[.!?…»”"]\s*$/.test(last.lines.at(-1) ?? '');
  return parts;
}

/** What begins an item of a list, whose lines are indented without beginning a paragraph. */
const BULLET = /^\s*[•▪◦‣■]\s/;

/** Paragraphs as text; one that a column or page ends in the midst of goes on in the next. */
function joinParagraphs(parts: readonly Part[]): readonly string[] {
  const groups: { readonly lines: string[]; isOpen: boolean; readonly size: number }[] = [];
  for (const part of parts) {
    const before = groups.at(-1);
    const goesOn = before?.isOpen && part.isFirst && !part.isIndented && Math.abs(before.size - part.size) < 0.8;
    if (goesOn && /^[\p{Ll}\p{N}«“"(]/u.test(part.lines[0] ?? '')) {
      before.lines.push(...part.lines);
      before.isOpen = part.isOpen;
    } else groups.push({ lines: [...part.lines], isOpen: part.isOpen, size: part.size });
  }
  const known = new Set(
    groups.flatMap(
      ({ lines }) =>
        lines
          .join(' ')
          .toLowerCase()
          .match(/\p{L}+(?:-\p{L}+)*/gu) ?? [],
    ),
  );
  return groups.map(({ lines }) => joinLines(lines, known));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
