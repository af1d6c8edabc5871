import type { Span } from '../core/span';
import { lowerBound } from '../core/span';

/** Shorter sentences say too little to be known again. */
const TELLING = 16;
/** Up to the end of a sentence or a line. */
const PIECE = /[^.!?…\n]+[.!?…\n»”"]*|[.!?…\n]+/g;

/**
 * Where spans of one text are in another that has taken its place, by the sentence that each stands in: one that stands
 * once in both texts, alone or with the sentence beside it, has taken its words along, wherever it has gone. Spans of
 * which that cannot be said are left out. Linear in the texts.
 */
export function movedWithSentences(oldText: string, text: string, spans: readonly Span[]): ReadonlyMap<Span, Span> {
  const old = piecesOf(oldText);
  const now = new Singles(text);
  const before = new Singles(oldText);
  const moved = new Map<Span, Span>();
  for (const span of spans) {
    const next = lowerBound(old, span.start + 1);
    const own = old[next - 1];
    if (own === undefined || span.end > own.end) continue;
    const wider = [own, joined(old[next - 2], own), joined(own, old[next])];
    const shifts = new Set(wider.flatMap((piece) => shiftOf(piece) ?? []));
    const [shift] = shifts;
    // what the sentence and the pairs say is one thing, or nothing
    if (shift !== undefined && shifts.size === 1) moved.set(span, { start: span.start + shift, end: span.end + shift });
  }
  return moved;

  /** How far a piece has moved, where it stands once in both texts. */
  function shiftOf(piece: Span | undefined): number | undefined {
    if (piece === undefined || piece.end - piece.start < TELLING) return undefined;
    const words = oldText.slice(piece.start, piece.end);
    const [from, to] = [before.placeOf(words), now.placeOf(words)];
    return from === undefined || to === undefined ? undefined : to - from;
  }
}

/** The sentences of a text, or its lines, without white space around them. */
function piecesOf(text: string): readonly Span[] {
  return [...text.matchAll(PIECE)].flatMap((match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].trimEnd().length;
    return end > start ? [{ start, end }] : [];
  });
}

const joined = (first: Span | undefined, second: Span | undefined): Span | undefined =>
  first && second && { start: first.start, end: second.end };

/** The sentences of a text, and the pairs of neighbours, that stand in it once. */
class Singles {
  /** By their words; -1 where they stand more than once. */
  readonly #places = new Map<string, number>();

  constructor(text: string) {
    const pieces = piecesOf(text);
    for (const [i, piece] of pieces.entries()) {
      for (const span of [piece, joined(piece, pieces[i + 1])]) {
        if (span === undefined) continue;
        const words = text.slice(span.start, span.end);
        this.#places.set(words, this.#places.has(words) ? -1 : span.start);
      }
    }
  }

  placeOf(words: string): number | undefined {
    const place = this.#places.get(words);
    return place === -1 ? undefined : place;
  }
}
