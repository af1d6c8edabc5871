import { LineIndex } from '../core/lineIndex';
import { randomiser } from '../core/random';
import type { DocumentHead } from './query/filters';
import type { Hit } from './query/search';
import { formAt, layersAt, type SearchDocument } from './searchDocument';

/** A hit as a concordance shows it: key word in context. */
export interface ConcordanceLine {
  /** The document's id: its path. */
  readonly file: string;
  readonly date: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  /** Offsets of the hit in the document's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The line of the text that it begins on, from 1. */
  readonly line: number;
  /** As in the text, on one line. */
  readonly left: string;
  readonly node: string;
  readonly right: string;
  /** Tokens beside the hit, the nearest first, for sorting. */
  readonly leftTokens: readonly string[];
  readonly rightTokens: readonly string[];
  /** The canonical names of what is named in the hit. */
  readonly entities: readonly string[];
  /** Of the innermost quotation that the hit begins in. */
  readonly quote?: string;
  readonly speaker?: string;
}

/** How many tokens beside the hit lines can be sorted by, on each side. */
const MOST_LEVELS = 9;

/** Makes a hit's line, with so many tokens of context on each side; it does not leave the article. */
export function concordanceLine(document: SearchDocument, { first, last }: Hit, context: number): ConcordanceLine {
  const { text, forms, starts, ends } = document;
  const [start, end] = [starts[first] as number, ends[last - 1] as number];
  const [from, to] = [Math.max(0, first - context), Math.min(forms.length, last + context)];
  const { mentions, quotations } = layersAt(document, first);
  const innermost = [...quotations].sort((a, b) => a.last - a.first - (b.last - b.first))[0];
  const speaker = innermost?.speakers[0];
  return {
    file: document.id,
    date: document.date,
    metadata: document.metadata,
    start,
    end,
    line: lineIndexOf(document).lineOf(start) + 1,
    left: onOneLine(text.slice(starts[from] as number, start)),
    node: onOneLine(text.slice(start, end)),
    right: onOneLine(text.slice(end, ends[to - 1] as number)),
    leftTokens: forms.slice(Math.max(0, first - MOST_LEVELS), first).reverse(),
    rightTokens: forms.slice(last, last + MOST_LEVELS),
    entities: [...new Set(mentions.map(({ names }) => names[0] as string))],
    ...(innermost && { quote: innermost.kind }),
    ...(speaker !== undefined && { speaker }),
  };
}

const indexes = new WeakMap<SearchDocument, LineIndex>();

/** The lines of a document's text, told once. */
function lineIndexOf(document: SearchDocument): LineIndex {
  const made = indexes.get(document) ?? new LineIndex(document.text);
  indexes.set(document, made);
  return made;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** What lines are sorted by: a token beside the hit, counted from it, the hit, or what is known of the article. */
export type SortKey =
  | { readonly by: 'left' | 'right'; readonly level: number }
  | { readonly by: 'node' | 'date' | 'file' }
  | { readonly by: 'column'; readonly name: string };

/**
 * Reads a key as people write it: `left1`, `1L`, `node`, `date`, `file`, or a column of the metadata.
 * @returns undefined for what is not a key
 */
export function sortKey(written: string, columns: ReadonlySet<string>): SortKey | undefined {
  const [, name, level, number, side] = /^(?:(left|right)(\d)|(\d)([lr]))$/i.exec(written) ?? [];
  const at = Number(level ?? number);
  if (at > 0) return { by: (name ?? side)?.toLowerCase().startsWith('l') ? 'left' : 'right', level: at };
  if (written === 'node' || written === 'date' || written === 'file') return { by: written };
  return columns.has(written.toLowerCase()) ? { by: 'column', name: written.toLowerCase() } : undefined;
}

/** Sorts lines by several keys, the first the strongest; lines that are equal stay in the corpus's order. */
export function sortLines<Line extends ConcordanceLine>(
  lines: readonly Line[],
  keys: readonly SortKey[],
  language: string,
): Line[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const valued = lines.map((line) => ({ line, values: keys.map((key) => valueBy(line, key)) }));
  valued.sort((a, b) => {
    for (let k = 0; k < keys.length; k++) {
      const order = compare(a.values[k] as string, b.values[k] as string);
      if (order !== 0) return order;
    }
    return 0;
  });
  return valued.map(({ line }) => line);
}

function valueBy(line: ConcordanceLine, key: SortKey): string {
  switch (key.by) {
    case 'left':
      return line.leftTokens[key.level - 1] ?? '';
    case 'right':
      return line.rightTokens[key.level - 1] ?? '';
    case 'column':
      return line.metadata.get(key.name) ?? '';
    case 'date':
      return line.date ?? '';
    default:
      return line[key.by];
  }
}

/** Whether the article has to be looked into for what a key sorts by. */
export const sortsByText = ({ by }: SortKey): boolean => by === 'left' || by === 'right' || by === 'node';

/** What a hit is sorted by, as {@link sortLines} sorts its line. */
export function sortValue(document: SearchDocument, { first, last }: Hit, key: SortKey): string {
  switch (key.by) {
    case 'left':
      return formAt(document, first - key.level) ?? '';
    case 'right':
      return formAt(document, last + key.level - 1) ?? '';
    case 'node':
      return onOneLine(document.text.slice(document.starts[first], document.ends[last - 1]));
    default:
      return articleValue(document, key);
  }
}

/** What all hits of an article are sorted by; empty for a key that asks for its text. */
export function articleValue({ id, date, metadata }: DocumentHead, key: SortKey): string {
  if (key.by === 'column') return metadata.get(key.name) ?? '';
  return key.by === 'date' ? (date ?? '') : key.by === 'file' ? id : '';
}

/**
 * So many of the items, each as likely as any other, in their order (reservoir sampling). The same seed takes the same
 * ones of the same number of items.
 */
export function sample<T>(items: readonly T[], size: number, seed: number): readonly T[] {
  if (items.length <= size) return items;
  return Array.from(samplePlaces(items.length, size, seed), (i) => items[i] as T);
}

/** The places that {@link sample} takes of so many items, in order. */
export function samplePlaces(count: number, size: number, seed: number): Uint32Array {
  const taken = Uint32Array.from({ length: Math.min(count, size) }, (_, i) => i);
  const random = randomiser(seed);
  for (let i = size; i < count; i++) {
    const place = Math.floor(random() * (i + 1));
    if (place < size) taken[place] = i;
  }
  return taken.sort();
}
