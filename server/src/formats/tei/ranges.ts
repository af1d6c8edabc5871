import type { Span } from '../../core/span';
import type { TextPart } from './flow';
import type { PlacedNode, TeiLayout } from './layout';

/**
 * Brings stretches of the running text into the string value that string-range counts in, and back. Made in O(n log n); each
 * question takes O(log n) and what it goes over.
 */
export class RangeMap {
  readonly #parts: readonly TextPart[];
  /** In the order of the string value, with their indices in the text. */
  readonly #byRaw: readonly { readonly part: TextPart; readonly i: number }[];
  readonly #rank: readonly number[];

  constructor({ parts }: TeiLayout) {
    this.#parts = parts;
    this.#byRaw = parts.map((part, i) => ({ part, i })).sort((a, b) => a.part.raw - b.part.raw);
    const rank = new Array<number>(parts.length);
    this.#byRaw.forEach(({ i }, n) => {
      rank[i] = n;
    });
    this.#rank = rank;
  }

  /** Several where something else stands between (a note in the line); none where nothing of it is in the file. */
  toRaw(span: Span): readonly Span[] {
    const result: { start: number; end: number; rank: number }[] = [];
    for (let i = this.#firstAt(span.start); i < this.#parts.length && this.#part(i).at < span.end; i++) {
      const part = this.#part(i);
      const rank = this.#rank[i] as number;
      const start = part.isAtomic ? part.raw : part.raw + Math.max(0, span.start - part.at);
      const end = part.isAtomic ? rawEndOf(part) : part.raw + Math.min(part.length, span.end - part.at);
      const last = result.at(-1);
      if (last && rank === last.rank + 1) [last.end, last.rank] = [end, rank];
      else result.push({ start, end, rank });
    }
    return result.map(({ start, end }) => ({ start, end }));
  }

  /** The stretches of the text that ranges of the string value are; none for what is not read. */
  toText(ranges: readonly Span[]): readonly Span[] {
    const found: { start: number; end: number; index: number }[] = [];
    for (const range of ranges) {
      for (let n = this.#firstRaw((part) => rawEndOf(part) <= range.start); n < this.#byRaw.length; n++) {
        const { part, i } = this.#byRaw[n] as { part: TextPart; i: number };
        if (part.raw >= range.end) break;
        const start = part.isAtomic ? part.at : part.at + Math.max(0, range.start - part.raw);
        const end = part.isAtomic ? endOf(part) : part.at + Math.min(part.length, range.end - part.raw);
        found.push({ start, end, index: i });
      }
    }
    return this.#joined(found);
  }

  #joined(found: readonly { readonly start: number; readonly end: number; readonly index: number }[]): readonly Span[] {
    const result: { start: number; end: number; index: number }[] = [];
    for (const one of found) {
      const last = result.at(-1);
      const isNext = last && one.index === last.index + 1 && one.start === this.#part(one.index).at;
      if (isNext && last.end === endOf(this.#part(last.index))) [last.end, last.index] = [one.end, one.index];
      else result.push({ ...one });
    }
    return result.map(({ start, end }) => ({ start, end }));
  }

  /** Where in the text a place between two letters of the string value is. */
  pointAt(raw: number): Span {
    const found = this.#byRaw[this.#firstRaw((part) => rawEndOf(part) < raw)]?.part;
    const last = this.#parts.at(-1);
    const at = found ? found.at + Math.max(0, Math.min(found.length, raw - found.raw)) : last ? endOf(last) : 0;
    return { start: at, end: at };
  }

  /** The place in the string value of one in the text. */
  rawAt(at: number): number {
    const found = this.#parts[firstAfter(this.#parts.length, (n) => endOf(this.#part(n)) < at)];
    const last = this.#parts.at(-1);
    if (!found) return last ? rawEndOf(last) : 0;
    if (at === endOf(found)) return rawEndOf(found);
    return found.raw + (found.isAtomic ? 0 : Math.max(0, at - found.at));
  }

  /** The parts that a stretch of the text goes over. */
  partsOf(span: Span): readonly TextPart[] {
    const first = this.#firstAt(span.start);
    let end = first;
    while (end < this.#parts.length && this.#part(end).at < span.end) end++;
    return this.#parts.slice(first, end);
  }

  #part(i: number): TextPart {
    return this.#parts[i] as TextPart;
  }

  #firstAt(at: number): number {
    return firstAfter(this.#parts.length, (n) => endOf(this.#part(n)) <= at);
  }

  #firstRaw(isBefore: (part: TextPart) => boolean): number {
    return firstAfter(this.#byRaw.length, (n) => isBefore((this.#byRaw[n] as { part: TextPart }).part));
  }
}

const endOf = (part: TextPart): number => part.at + part.length;
const rawEndOf = (part: TextPart): number => part.raw + part.rawLength;

/** The first index that is not before, where those before come first. */
function firstAfter(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The elements that an element stands in, itself first. */
export function ancestry(nodes: readonly PlacedNode[], index: number): readonly number[] {
  const result: number[] = [];
  for (let at: number | undefined = index; at !== undefined; at = nodes[at]?.parent) result.push(at);
  return result;
}

/** The innermost element that both stand in. */
export function commonAncestor(nodes: readonly PlacedNode[], a: number, b: number): number {
  const above = new Set(ancestry(nodes, a));
  return ancestry(nodes, b).find((index) => above.has(index)) ?? 0;
}
