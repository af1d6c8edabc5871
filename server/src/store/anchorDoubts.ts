import { type Candidate, type Sought, strongSides } from './anchorCandidates';
import type { AnchorOptions, Neighbours } from './neighbours';

/** One of the places, and whether it is beyond doubt. */
export interface Choice {
  readonly candidate: Candidate;
  readonly sure: boolean;
}

/** So near to where a neighbour expects them, words that have one side are those that were meant. */
export const NEAR = 12;
/** So near, words mostly go where those beside them go. */
const BESIDE = 64;
/** So short, words stand in most sentences, and say nothing by themselves of which is meant. */
const TINY = 3;

/** How much of what stood around the words stands around a place. */
export const quality = (candidate: Candidate): number => candidate.left + candidate.right;

/** What stands among words that are known to have come from elsewhere has its surroundings from others, however alike they are. */
export function withoutStrangers(
  sought: readonly Sought[],
  candidates: ReadonlyMap<Sought, readonly Candidate[]>,
  choices: readonly (Choice | undefined)[],
  { known, options }: { readonly known: Neighbours; readonly options: AnchorOptions },
): readonly (Choice | undefined)[] {
  const adrift = tinyAdrift(sought, candidates, choices);
  return choices.map((choice, i) => {
    if (!choice?.sure) return choice;
    const { start, exact } = (sought[i] as Sought).anchor;
    const { position, span, left, right } = choice.candidate;
    const end = options.position?.(span.end) ?? span.end;
    const oldEnd = start + (options.position ? Array.from(exact).length : exact.length);
    const strange =
      adrift(i) ||
      mayBeCopy(choice.candidate, candidates.get(sought[i] as Sought) ?? []) ||
      known.strangersIn({ from: position - left, to: position }, position, start) ||
      known.strangersIn({ from: end, to: end + right }, end, oldEnd);
    return strange ? { ...choice, sure: false } : choice;
  });
}

/** Whether a place is in another paragraph than the words were, and there is one more that looks like theirs. */
const mayBeCopy = (one: Candidate, all: readonly Candidate[]): boolean =>
  one.broken && all.some((other) => other !== one && strongSides(other) > 0);

/**
 * Words of a letter or three stand in most sentences: of several places the one chosen is theirs where all around it is as it
 * was, or where the words that stood beside them have gone there too; never where these have gone elsewhere.
 */
function tinyAdrift(
  sought: readonly Sought[],
  candidates: ReadonlyMap<Sought, readonly Candidate[]>,
  choices: readonly (Choice | undefined)[],
): (index: number) => boolean {
  const startOf = (index: number): number => (sought[index] as Sought).anchor.start;
  const placesOf = (index: number): readonly Candidate[] => candidates.get(sought[index] as Sought) ?? [];
  const order = sought.map((_, i) => i).sort((a, b) => startOf(a) - startOf(b));
  const ranks = new Map(order.map((index, at) => [index, at]));
  return (index) => {
    const { words } = sought[index] as Sought;
    if (words.length > TINY || placesOf(index).length === 1) return false;
    const at = ranks.get(index) as number;
    const ways = [wayOf(index, order[at - 1]), wayOf(index, order[at + 1])];
    return ways.includes('elsewhere') || !(choices[index]?.candidate.whole || ways.includes('along'));
  };

  /** Where the words beside went, if that is known. */
  function wayOf(one: number, other: number | undefined): 'along' | 'elsewhere' | undefined {
    const [choice, neighbour] = [choices[one], other === undefined ? undefined : choices[other]];
    if (other === undefined || choice === undefined || neighbour === undefined) return undefined;
    const distance = startOf(other) - startOf(one);
    if (Math.abs(distance) > BESIDE) return undefined;
    const isNear = ({ position }: Candidate): boolean => Math.abs(position - choice.candidate.position - distance) <= NEAR;
    if (neighbour.sure) return isNear(neighbour.candidate) ? 'along' : 'elsewhere';
    return strongSides(neighbour.candidate) > 0 && !placesOf(other).some(isNear) ? 'elsewhere' : undefined;
  }
}

/** Of anchors that stood apart and would be on the same words now, the one that fits less is doubtful; of equals, all. */
export function withoutDoubles(
  sought: readonly Sought[],
  choices: readonly (Choice | undefined)[],
): readonly (Choice | undefined)[] {
  const claims = new Map<string, { starts: Set<number>; most: number; times: number }>();
  const keyOf = (one: Sought, { candidate }: Choice): string => `${candidate.at} ${one.words.length}`;
  const seen = new Set<string>();
  for (const [i, choice] of choices.entries()) {
    const one = sought[i] as Sought;
    if (!choice?.sure) continue;
    const key = keyOf(one, choice);
    const claim = claims.get(key) ?? { starts: new Set<number>(), most: -1, times: 0 };
    claim.starts.add(one.anchor.start);
    const own = quality(choice.candidate);
    if (own > claim.most) [claim.most, claim.times] = [own, 0];
    if (own === claim.most && !seen.has(`${key} ${one.anchor.start} ${own}`)) claim.times++;
    seen.add(`${key} ${one.anchor.start} ${own}`);
    claims.set(key, claim);
  }
  return choices.map((choice, i) => {
    if (!choice?.sure) return choice;
    const claim = claims.get(keyOf(sought[i] as Sought, choice));
    if (claim === undefined || claim.starts.size === 1) return choice;
    return { ...choice, sure: claim.times === 1 && quality(choice.candidate) === claim.most };
  });
}
