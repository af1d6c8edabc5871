import type { SearchLine } from '../../../server/src/protocol';

/** UTF-16 units of text on each side of a hit. */
const WIDTH = 60;

/** A concordance as a text. */
export interface Layout {
  readonly text: string;
  /** The line of the first hit, counted from 0. */
  readonly firstLine: number;
  /** Where each hit stands in its line. */
  readonly nodes: readonly (readonly [start: number, end: number])[];
}

/** Sets hits under each other, below some lines of head. */
export function layOut(lines: readonly (SearchLine & { readonly file: string })[], head: readonly string[]): Layout {
  const nodes: (readonly [number, number])[] = [];
  const rows = lines.map(({ left, node, right, file, date, speaker }) => {
    const [words, others] = [lastUnits(left), firstUnits(right)];
    const before = `${room(words)}${words}  `;
    nodes.push([before.length, before.length + node.length]);
    const known = [date, speaker, file].filter((part) => part !== undefined);
    return `${before}${node}  ${others}${room(others)}  ${known.join('  ')}`;
  });
  return { text: [...head, '', ...rows, ''].join('\n'), firstLine: head.length + 1, nodes };
}

/** As many blanks as a side's words leave: a mark that stands over the letter before it takes no room. */
const room = (words: string): string => ' '.repeat(Math.max(0, WIDTH - words.replace(/\p{Mn}/gu, '').length));

/** A side's words next to the hit, as many as there is room for: none is cut. */
const lastUnits = (text: string): string => withinWidth(text.trim(), (words) => words.slice(-WIDTH).replace(/^\S*\s/, ''));
const firstUnits = (text: string): string => withinWidth(text.trim(), (words) => words.slice(0, WIDTH).replace(/\s\S*$/, ''));

function withinWidth(words: string, cut: (words: string) => string): string {
  return words.length <= WIDTH ? words : cut(words);
}
