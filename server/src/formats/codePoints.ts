/** Converts positions of one text between UTF-16 code units and code points, both ways, each in O(log n). */
export interface CodePointMap {
  /** A UTF-16 offset inside a surrogate pair counts as the pair's start. Offsets past the end count as the end. */
  toCodePoint(offset: number): number;
  /** A code point index past the end gives the text's length. */
  toUtf16(index: number): number;
  /** How many code points the text has. A lone surrogate counts as one, as in Python. */
  readonly length: number;
}

/** Builds the map in one pass; texts without astral characters (nearly all) cost nothing more. */
export function codePointMap(text: string): CodePointMap {
  // Offsets of the low surrogates: each one makes all that follows one unit longer than it is code points.
  const lows: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) lows.push(++i);
  }
  const clampedLength = text.length - lows.length;
  return {
    length: clampedLength,
    toCodePoint: (offset) => {
      const clamped = Math.max(0, Math.min(offset, text.length));
      // Low surrogates at or before the offset: at it, the offset is inside the pair and goes back to its start.
      return clamped - countUpTo(lows, clamped);
    },
    toUtf16: (index) => {
      const clamped = Math.max(0, Math.min(index, clampedLength));
      // The k-th low surrogate stands at code point index lows[k] - k - 1: all of lower index lie before.
      let low = 0;
      let high = lows.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((lows[middle] as number) - middle - 1 < clamped) low = middle + 1;
        else high = middle;
      }
      return clamped + low;
    },
  };
}

function countUpTo(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
