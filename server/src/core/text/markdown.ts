import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RewrittenText } from './composed';

/** A stretch of the original that is prose (or a line break between two): it stands at `at` in the prose. */
interface Piece {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The prose of a Markdown text: words of headings, paragraphs, lists and quotations without their marks; links by their
 * words; code, pictures, HTML and front matter left out. Marks within a line vanish, so that `l’*Humanité*` stays one name;
 * line breaks stay. Total.
 */
export function proseOfMarkdown(text: string): RewrittenText {
  const pieces: Piece[] = [];
  let prose = '';
  const keep = (start: number, end: number): void => {
    if (start >= end) return;
    pieces.push({ at: prose.length, start, end });
    prose += text.slice(start, end);
  };
  let from = 0;
  const breaksUntil = (to: number): void => {
    for (const match of text.slice(from, to).matchAll(/[\r\n]+/g)) keep(from + match.index, from + match.index + match[0].length);
    from = to;
  };
  for (const { start, end } of textNodes(text)) {
    breaksUntil(start);
    // within a text node stand the marks of a quotation's next line and the backslash before a sign that is not one
    for (const match of text.slice(start, end).matchAll(/([\r\n]+)[ \t]*(?:>[ \t]?)*|\\(?=[!-/:-@[-`{-~])/g)) {
      keep(from, start + match.index + (match[1]?.length ?? 0));
      from = start + match.index + match[0].length;
    }
    keep(from, end);
    from = end;
  }
  breaksUntil(text.length);
  return { text: prose, toOriginal: (offset) => place(offset, 'start'), toOriginalEnd: (offset) => place(offset, 'end') };

  /** Where the letter after an offset stands, or where the one before it ends. */
  function place(offset: number, edge: 'start' | 'end'): number {
    const letter = edge === 'start' ? offset : offset - 1;
    const piece = pieces[lastAtOrBefore(pieces, letter)];
    if (piece === undefined) return edge === 'start' ? (pieces[0]?.start ?? text.length) : 0;
    const found = piece.start + letter - piece.at;
    if (found >= piece.end) return edge === 'start' ? text.length : piece.end;
    return edge === 'start' ? found : found + 1;
  }
}

function lastAtOrBefore(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle] as Piece).at <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } } | undefined;
}

/** The places of all words that are read, in order. */
function textNodes(text: string): readonly { readonly start: number; readonly end: number }[] {
  const front = frontMatter(text);
  const found: { start: number; end: number }[] = [];
  // a stack, not a recursion: quotations may be nested as deep as a text is long
  const waiting: MarkdownNode[] = [fromMarkdown(text.slice(front))];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'text' && start !== undefined && end !== undefined) found.push({ start: front + start, end: front + end });
    for (let i = (node.children?.length ?? 0) - 1; i >= 0; i--) waiting.push(node.children?.[i] as MarkdownNode);
  }
  return found;
}

/** Where the metadata between two lines of dashes at a file's beginning end. */
function frontMatter(text: string): number {
  return (
    /^\ufeff?---[ \t]*\r?\n(?:(?!---[ \t]*\r?$).*\r?\n){0,200}---[ \t]*(?:\r?\n|$)/m.exec(text.slice(0, 20_000))?.[0].length ?? 0
  );
}
