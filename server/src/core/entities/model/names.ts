import { BEGIN, INSIDE, LAST, labelOf, OUTSIDE, positionOf, TYPES, typeOf, UNIT } from './labels';

/** A name in a chain: words `from` to `to` (exclusive), the type's number, and how probable just these labels are. */
export interface ChainName {
  readonly from: number;
  readonly to: number;
  readonly type: number;
  readonly probability: number;
}

/** How probable the labels of a stretch are, all together; of one label, that of the word. */
type Confidence = (from: number, labels: ArrayLike<number>) => number;

/** Half-open ranges of the names in a well-formed label sequence. */
function labelledStretches(labels: ArrayLike<number>): [number, number][] {
  const stretches: [number, number][] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label === OUTSIDE) continue;
    if (positionOf(label) === UNIT) stretches.push([i, i + 1]);
    else if (positionOf(label) === BEGIN) {
      let end = i + 1;
      while (end < labels.length && positionOf(labels[end - 1] as number) !== LAST && typeOf(labels[end] as number) >= 0) end++;
      stretches.push([i, end]);
      i = end - 1;
    }
  }
  return stretches;
}

/** The names that labels say, each with the probability that just its labels are right; confidence is asked for where there are any. */
export function namesOfLabels(labels: Uint8Array, confidence: () => Confidence): readonly ChainName[] {
  const stretches = labelledStretches(labels);
  if (stretches.length === 0) return [];
  const probabilityOf = confidence();
  return stretches.map(([from, to]) => ({
    from,
    to,
    type: typeOf(labels[from] as number),
    probability: probabilityOf(from, labels.subarray(from, to)),
  }));
}

/** The labels that a name of so many words of a type bears. */
export function labelsOfName(type: number, length: number): number[] {
  if (length === 1) return [labelOf(type, UNIT)];
  return Array.from({ length }, (_, i) => labelOf(type, i === 0 ? BEGIN : i === length - 1 ? LAST : INSIDE));
}

/** How many words a probable name has at most. */
const MAX_WORDS = 10;

const NO_NAME: readonly number[] = [OUTSIDE];
/** By type, the label of a name of one word, and of a longer one's first. */
const UNITS: readonly (readonly number[])[] = TYPES.map((_, type) => [labelOf(type, UNIT)]);
const BEGINS: readonly (readonly number[])[] = TYPES.map((_, type) => [labelOf(type, BEGIN)]);

/**
 * The names that are probable enough, most probable first where they overlap. The most probable labels alone leave out
 * names that are likelier than not to be right but whose type or end is in doubt; how many more to take is what decides
 * between finding more and being right more often (decoding for the measure: Goodman 1996).
 * @param least - from which probability on, by type number
 */
export function probableNames(confidence: Confidence, length: number, least: readonly number[]): ChainName[] {
  const lowest = Math.min(...least);
  const found: ChainName[] = [];
  for (let i = 0; i < length; i++) {
    if (confidence(i, NO_NAME) > 1 - lowest) continue;
    for (let type = 0; type < TYPES.length; type++) {
      addNamesAt(found, confidence, { from: i, end: Math.min(length, i + MAX_WORDS) }, { type, bar: least[type] as number });
    }
  }
  return found.length < 2 ? found : withoutOverlaps(found);
}

/** Adds the names of a type that begin at a word and are probable enough. */
function addNamesAt(
  found: ChainName[],
  confidence: Confidence,
  { from, end }: { readonly from: number; readonly end: number },
  { type, bar }: { readonly type: number; readonly bar: number },
): void {
  const alone = confidence(from, UNITS[type] as readonly number[]);
  if (alone >= bar) found.push({ from, to: from + 1, type, probability: alone });
  let path = BEGINS[type] as readonly number[];
  for (let to = from + 2; to <= end && confidence(from, path) >= bar; to++) {
    const probability = confidence(from, [...path, labelOf(type, LAST)]);
    if (probability >= bar) found.push({ from, to, type, probability });
    path = [...path, labelOf(type, INSIDE)];
  }
}

/** Of names that overlap the most probable ones. */
function withoutOverlaps(found: ChainName[]): ChainName[] {
  found.sort((a, b) => b.probability - a.probability);
  const kept: ChainName[] = [];
  for (const name of found) if (!kept.some((other) => other.from < name.to && name.from < other.to)) kept.push(name);
  return kept.sort((a, b) => a.from - b.from);
}
