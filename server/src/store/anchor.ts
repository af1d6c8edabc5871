import type { Span } from '../core/span';
import { type Candidate, CandidateFinder, type Sought, soughtOf, strongSides } from './anchorCandidates';
import { type Choice, NEAR, quality, withoutDoubles, withoutStrangers } from './anchorDoubts';
import { similarPlace } from './anchorSimilar';
import { type AnchorOptions, Neighbours, type Pin } from './neighbours';
import type { TextAnchor } from './textAnchor';

/** How sure a re-anchoring is: the words stand where they stood, elsewhere without doubt, perhaps here, or nowhere. */
export type AnchorCertainty = 'same' | 'moved' | 'doubtful' | 'lost';

/** Where an anchor's words are now. `span` is absent where they are lost. */
export interface Anchored {
  readonly certainty: AnchorCertainty;
  readonly span?: Span;
}

/** Where nothing is known of neighbours, so much on one side is enough. */
const ENOUGH_ALONE = 16;
/** Words of which nothing else is known, that stand once and are as long as this, are those that were meant. */
const TELLING = 20;
/** So long, they need nothing around them that is as it was. */
const LONG = 40;
/** How often what was found says more of what was not, at most. */
const ROUNDS = 4;
/** By how much typing beside words moves them, at most, that nothing else tells apart. */
const NUDGE = 6;

/** Finds one anchor's words in a text. Of many, {@link findAnchors} knows more: what moved one has moved its neighbours. */
export function findAnchor(text: string, anchor: TextAnchor, options?: AnchorOptions): Anchored {
  return findAnchors(text, [anchor], options)[0] as Anchored;
}

/**
 * Finds the words of many anchors of one old text in a new one; answers in the order of the anchors. Time grows with
 * the text and the number of anchors, however often the same words stand.
 *
 * Compared is what {@link fold} leaves. First those are found whose words stand with their surroundings in one place
 * alone; where these went tells then which of several places belongs to the ones between. Words that stand in two
 * places equally likely, such as a sentence and its copy, are doubtful: never does one move to the other in silence.
 */
export function findAnchors(text: string, anchors: readonly TextAnchor[], options: AnchorOptions = {}): readonly Anchored[] {
  if (anchors.length === 0) return [];
  const position = options.position ?? ((offset: number) => offset);
  const finder = new CandidateFinder(text, position);
  const candidates = new Map<Sought, readonly Candidate[]>();
  const sought = anchors.map(soughtOf);
  let shift = 0;
  for (const one of [...sought].sort((a, b) => a.anchor.start - b.anchor.start)) {
    const found = finder.candidates(one, shift);
    candidates.set(one, found);
    const [only, other] = found;
    if (only && other === undefined && strongSides(only) === 2) shift = only.span.start - one.anchor.start;
  }
  const { choices, neighbours } = chooseAll(sought, candidates, text, options);
  const settled = withoutDoubles(sought, inOrder(sought, candidates, choices, options));
  const unknown = sought.filter((one, i) => settled[i] === undefined && one.words !== '').length;
  return sought.map((one, i): Anchored => {
    const choice = settled[i];
    if (choice !== undefined) return answer(text, one, choice, position);
    const span = one.words === '' ? undefined : similarPlace(finder.folded, one, neighbours.around(one.anchor.start), unknown);
    return span === undefined ? { certainty: 'lost' } : { certainty: 'doubtful', span };
  });
}

/** Chooses a place for each; those that are beyond doubt then tell more of the others, until nothing new is told. */
function chooseAll(
  sought: readonly Sought[],
  candidates: ReadonlyMap<Sought, readonly Candidate[]>,
  text: string,
  options: AnchorOptions,
): { choices: readonly (Choice | undefined)[]; neighbours: Neighbours } {
  const chooseBy = (neighbours: Neighbours): readonly (Choice | undefined)[] =>
    sought.map((one) => choose(one, candidates.get(one) ?? [], neighbours));
  let neighbours = options.loose ? Neighbours.none() : new Neighbours(pinsOf(sought, candidates), text, options);
  let choices = chooseBy(neighbours);
  for (let round = 0, known = -1; round < ROUNDS && !options.loose; round++) {
    const sure = withoutDoubles(sought, choices).flatMap((choice, i) =>
      choice?.sure ? [pinOf(sought[i] as Sought, choice.candidate)] : [],
    );
    if (sure.length === known || sure.length === sought.length) break;
    known = sure.length;
    neighbours = new Neighbours(sure, text, options);
    choices = chooseBy(neighbours);
  }
  if (options.loose) return { choices, neighbours };
  const sure = sought.flatMap((one, i) => (choices[i]?.sure ? [pinOf(one, (choices[i] as Choice).candidate)] : []));
  const known = new Neighbours(sure, text, options);
  return { choices: withoutStrangers(sought, candidates, choices, { known, options }), neighbours };
}

/**
 * Where a text repeats itself, the order of its sentences tells equal ones apart: a place in a sentence that stood
 * elsewhere is doubtful, one in the very sentence that the words were in is theirs.
 */
function inOrder(
  sought: readonly Sought[],
  candidates: ReadonlyMap<Sought, readonly Candidate[]>,
  choices: readonly (Choice | undefined)[],
  { order }: AnchorOptions,
): readonly (Choice | undefined)[] {
  if (order === undefined) return choices;
  return choices.map((choice, i) => {
    const one = sought[i] as Sought;
    const told = (candidate: Candidate) => order(candidate.position, one.anchor.start);
    const all = candidates.get(one) ?? [];
    const own = all.filter((candidate) => told(candidate) === 'same');
    if (own.length === 1 && all.every((candidate) => candidate === own[0] || told(candidate) === 'other'))
      return { candidate: own[0] as Candidate, sure: true };
    return choice?.sure && told(choice.candidate) === 'other' ? { ...choice, sure: false } : choice;
  });
}

const pinOf = ({ anchor, words }: Sought, { position, at }: Candidate): Pin => ({ old: anchor.start, now: position, at, words });

/** Anchors that stand with both their surroundings in one place, and with neither of them in another. */
function pinsOf(sought: readonly Sought[], candidates: ReadonlyMap<Sought, readonly Candidate[]>): readonly Pin[] {
  return sought.flatMap((one) => {
    const all = candidates.get(one) ?? [];
    const strong = all.filter((candidate) => strongSides(candidate) > 0);
    const [only] = one.known ? strong : all;
    const alone = one.known ? strong.length === 1 && only?.whole : all.length === 1 && one.words.length >= TELLING;
    return alone && only ? [pinOf(one, only)] : [];
  });
}

function choose(one: Sought, all: readonly Candidate[], neighbours: Neighbours): Choice | undefined {
  const { start } = one.anchor;
  const possible = all.filter((candidate) => !neighbours.stoodThere(candidate.position, start, one.words));
  const [before, after] = [neighbours.expectedAfter(start), neighbours.expectedBefore(start)];
  const off = (candidate: Candidate, expected: number | undefined): number =>
    expected === undefined ? Number.POSITIVE_INFINITY : Math.abs(candidate.position - expected);
  const nearest = (of: readonly Candidate[], expected: number | undefined): Candidate | undefined =>
    expected === undefined ? undefined : minimum(of, (candidate) => off(candidate, expected));
  if (before !== undefined && after !== undefined) {
    // both neighbours stand as far from it as they did: nothing has changed between them but perhaps a word
    const still = possible.filter((candidate) => off(candidate, before) <= 2 && off(candidate, after) <= 2);
    const [only] = still;
    const fitsElsewhere = possible.some(
      (other) => other !== only && strongSides(other) === 2 && quality(other) > quality(only ?? other),
    );
    if (only && still.length === 1 && !fitsElsewhere && (one.words.length > 2 || quality(only) > 4))
      return { candidate: only, sure: true };
  }
  const strong = possible.filter((candidate) => strongSides(candidate) > 0);
  const [first, second] = strong;
  const best = minimum(
    possible,
    (candidate) => -quality(candidate) + Math.min(1e6, off(candidate, before), off(candidate, after)) * 1e-6,
  );
  if (first === undefined) return weakChoice(one, possible, best, { before, after, off });
  if (second === undefined) {
    // words go nowhere by themselves: they have their surroundings with them, or at least a neighbour
    const near = Math.min(off(first, before), off(first, after)) <= NEAR && !all.some((other) => completes(first, other));
    const alone = neighbours.known ? first.whole : strongSides(first) === 2 || Math.max(first.left, first.right) >= ENOUGH_ALONE;
    return { candidate: first, sure: near || alone || (one.words.length >= LONG && possible.length === 1) };
  }
  const [left, right] = [nearest(strong, before), nearest(strong, after)];
  if (left !== undefined && left === right) {
    const fits = strong.every((other) => other.left <= left.left && other.right <= left.right);
    const near = left.whole || Math.min(off(left, before), off(left, after)) <= NEAR;
    return { candidate: left, sure: fits && near && neighbours.within(left.position, start) };
  }
  return { candidate: left ?? right ?? best ?? first, sure: false };
}

/** Whether another place has the side that one lacks, and more of it: what was between the two may be gone. */
function completes(one: Candidate, other: Candidate): boolean {
  return (
    other !== one &&
    ((!one.strongLeft && other.strongLeft && other.left > one.left) ||
      (!one.strongRight && other.strongRight && other.right > one.right))
  );
}

/** Nothing around the words is as it was: they are where they are expected, or doubtful. */
function weakChoice(
  one: Sought,
  possible: readonly Candidate[],
  best: Candidate | undefined,
  expectation: {
    before: number | undefined;
    after: number | undefined;
    off: (candidate: Candidate, expected: number | undefined) => number;
  },
): Choice | undefined {
  const { before, after, off } = expectation;
  if (best === undefined) return undefined;
  if (possible.length === 1 && one.words.length >= (one.known ? LONG : TELLING)) return { candidate: best, sure: true };
  if (before === undefined || after === undefined) return { candidate: best, sure: false };
  const distance = (candidate: Candidate): number => Math.max(off(candidate, before), off(candidate, after));
  const nearest = minimum(possible, distance) as Candidate;
  const near = possible.filter((candidate) => Math.min(off(candidate, before), off(candidate, after)) <= NEAR);
  return { candidate: nearest, sure: near.length === 1 && distance(nearest) <= NUDGE && one.words.length > 3 };
}

function minimum<T>(items: readonly T[], value: (item: T) => number): T | undefined {
  let [best, least]: [T | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const item of items) {
    const own = value(item);
    if (own < least) [best, least] = [item, own];
  }
  return best;
}

function answer(text: string, { anchor, edges }: Sought, choice: Choice, position: (offset: number) => number): Anchored {
  // white space at the edges of the words is not a part of what was compared: it is taken in where it is as it was
  const { span } = choice.candidate;
  const whole = { start: span.start - edges.before.length, end: span.end + edges.after.length };
  const literal =
    edges.before + edges.after !== '' &&
    text.slice(Math.max(0, whole.start), span.start) === edges.before &&
    text.slice(span.end, whole.end) === edges.after;
  const place = literal ? whole : span;
  if (!choice.sure) return { certainty: 'doubtful', span: place };
  const same = position(place.start) === anchor.start && text.slice(place.start, place.end) === anchor.exact;
  return { certainty: same ? 'same' : 'moved', span: place };
}
