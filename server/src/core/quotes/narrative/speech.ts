import { partitionPoint } from '../../span';
import { tokenAt } from '../../syntax/paragraphWords';
import type { LooseQuotation } from '../attribute';
import type { QuoteWords } from '../candidate';
import type { CandidateMention } from '../speakers/candidates';

/** The stretches of speech of a document, in order, none overlapping; offsets in the text. */
export type Speech = readonly (readonly [start: number, end: number])[];

/** The stretches of speech, in order, none overlapping. */
export function speechOf(found: readonly LooseQuotation[]): [number, number][] {
  const all = found.flatMap((item) => (item.kind === 'scare' || item.kind === 'title' ? [] : item.spans));
  all.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of all) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The last stretch of speech that begins at or before an offset. */
function lastBegun(speech: Speech, at: number): Speech[number] | undefined {
  return speech[partitionPoint(speech, ([start]) => start <= at) - 1];
}

/** Whether an offset lies in speech. */
export function spoken(speech: Speech, at: number): boolean {
  return at < (lastBegun(speech, at)?.[1] ?? -1);
}

/** "— Voyons, Gaspard, …", "Gaspard !": a name that stands apart in speech. */
export function isVocative(words: QuoteWords, appearance: CandidateMention, base: number, from: number): boolean {
  const { address, greetings } = words.pack.narrative;
  let first = tokenAt(words, appearance.start - base);
  const last = tokenAt(words, appearance.end - base - 1) + 1;
  while (first > 0 && (words.pack.honorifics.has(words.at(first - 1)) || address.has(words.at(first - 1)))) first--;
  if (words.at(first - 1) === '.' && words.pack.honorifics.has(words.at(first - 2))) first -= 2;
  const before = words.at(first - 1);
  const after = words.at(last);
  const opens =
    first === 0 ||
    base + (words.tokens[first]?.start ?? 0) <= from + 1 ||
    /^[«“"!?…:;—–-]$/.test(before) ||
    greetings.has(before);
  if (opens) return /^[,!?]$/.test(after);
  return before === ',' && (/^[,!?.…;:»”"]$/.test(after) || last >= words.tokens.length);
}

/** Where the stretch of speech begins that an offset lies in. */
export function startOfSpeech(speech: Speech, at: number): number {
  return lastBegun(speech, at)?.[0] ?? 0;
}
