import { partitionPoint } from '../../span';
import { isSpeech, type Offsets, type PlacedQuotation } from '../assemble/quotation';

/** The direct speech of a document, in order, none overlapping; offsets in the text. */
export type Speech = readonly (readonly [start: number, end: number])[];

/** The spans of all speech, in order; what overlaps or touches becomes one. */
export function speechOf(found: readonly PlacedQuotation[]): Speech {
  const all = found.flatMap((item) => (isSpeech(item) ? item.spans : []));
  all.sort((a, b) => a[0] - b[0]);
  const merged: Offsets[] = [];
  for (const [start, end] of all) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Whether an offset lies in speech. */
export function isSpoken(speech: Speech, offset: number): boolean {
  return offset < (lastBegun(speech, offset)?.[1] ?? -1);
}

/** Where the speech begins that an offset lies in. */
export function speechStart(speech: Speech, offset: number): number {
  return lastBegun(speech, offset)?.[0] ?? 0;
}

/** The last span of speech that begins at or before an offset. */
function lastBegun(speech: Speech, offset: number): Speech[number] | undefined {
  return speech[partitionPoint(speech, ([start]) => start <= offset) - 1];
}
