import { dateSpan } from './dateSpan';
import { GrowingDoubles } from './growingNumbers';
import { commonShare, indexed, shinglesOf } from './shingles';

/** An article as it is compared: its text without a header. */
export interface Comparable {
  readonly id: string;
  readonly text: string;
  /** EDTF to the day, month or year; null where it is not known. */
  readonly date: string | null;
}

/** When two articles are taken for the same. */
export interface DuplicateOptions {
  /** From 0 to 1: so much of the shorter one's sequences of words stands in the longer one too. */
  readonly share: number;
  /** So many days may lie between them; null: any number. Where one has no date they may be the same. */
  readonly days: number | null;
  /** Of the numbers that words are given; another one may only change what happens to be overlooked. */
  readonly seed?: number;
}

/** One of a group. */
export interface DuplicateMember {
  readonly id: string;
  readonly date: string | null;
  /** In words. */
  readonly length: number;
  /** How much it shares with the one that it is most like; 1 of a first one. */
  readonly share: number;
  /** Which that is; undefined of a first one. */
  readonly like: string | undefined;
  /** `first`: the earliest, of these the longest. `exact`: the same words. `near`: most of them. */
  readonly kind: 'first' | 'exact' | 'near';
}

/** Articles that are the same; the first first, then by date, those without one last. */
export type DuplicateGroup = readonly DuplicateMember[];

/** Compares articles; texts are not kept. */
export interface DuplicateFinder {
  add(article: Comparable): void;
  groups(): readonly DuplicateGroup[];
}

export const DUPLICATE_DEFAULTS = { share: 0.6, days: 7 } as const;

interface Doc {
  readonly id: string;
  readonly date: string | null;
  /** In days; infinite where the date is not known. */
  readonly from: number;
  readonly to: number;
  readonly words: number;
  /** Numbers of its sequences of four words, in their order, each once. */
  readonly shingles: Uint32Array;
}

/** Each article that has a sequence is compared with so many that follow it in time. More would not be linear. */
const NEIGHBOURS = 8;
/** Ranks and numbers are put together in one that a double holds exactly. */
const RANKS = 2 ** 21;

/**
 * Finds exact and near duplicates. Sequences of four words (Broder's shingles) are given numbers; a fixed part of them,
 * the same in every text, says which articles are worth a comparison, which is then exact. A sequence that many articles
 * have ties each to the next ones in time, so that time and memory grow with the number of articles, not its square.
 */
export function duplicateFinder({ share, days, seed = 1 }: DuplicateOptions): DuplicateFinder {
  const docs: Doc[] = [];
  return {
    add({ id, text, date }) {
      const { words, shingles } = shinglesOf(text, seed);
      const { from, to } = dateSpan(date);
      // what has no word is like nothing
      if (shingles.length > 0) docs.push({ id, date, from, to, words, shingles });
    },
    groups() {
      docs.sort((a, b) => a.from - b.from || a.to - b.to || b.words - a.words || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
      const ties: Tie[] = [];
      for (const [a, b] of candidates(docs, days)) {
        const common = commonShare((docs[a] as Doc).shingles, (docs[b] as Doc).shingles);
        if (common.ofShorter >= share) ties.push({ a, b, share: common.ofShorter, exact: common.ofLonger === 1 });
      }
      return grouped(docs, ties);
    },
  };
}

interface Tie {
  /** Ranks. */
  readonly a: number;
  readonly b: number;
  readonly share: number;
  readonly exact: boolean;
}

/** Pairs of ranks that have sequences in common, within the days; the earlier one first. */
function* candidates(docs: readonly Doc[], days: number | null): Generator<readonly [number, number]> {
  const places = sortedPlaces(docs);
  const pairs = new GrowingDoubles();
  for (let i = 0; i < places.length; i++) {
    const number = numberOf(places, i);
    const a = rankOf(places, i);
    for (let j = i + 1; j <= i + NEIGHBOURS && j < places.length && numberOf(places, j) === number; j++) {
      const b = rankOf(places, j);
      if (isWithin(docs[a] as Doc, docs[b] as Doc, days)) pairs.push(a * RANKS + b);
    }
  }
  const sorted = pairs.sorted();
  for (let i = 0; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) yield [numberOf(sorted, i), rankOf(sorted, i)];
}

const numberOf = (places: Float64Array, at: number): number => Math.floor((places[at] as number) / RANKS);
const rankOf = (places: Float64Array, at: number): number => (places[at] as number) % RANKS;

/** The numbers that are looked up, each with the rank of an article that has it, in order. */
function sortedPlaces(docs: readonly Doc[]): Float64Array {
  const places = new GrowingDoubles();
  for (const [rank, { shingles }] of docs.entries()) for (const number of indexed(shingles)) places.push(number * RANKS + rank);
  return places.sorted();
}

/** The first begins no later. */
const isWithin = (first: Doc, second: Doc, days: number | null): boolean =>
  days === null || first.from === Number.NEGATIVE_INFINITY || second.from - first.to <= days;

function grouped(docs: readonly Doc[], ties: readonly Tie[]): readonly DuplicateGroup[] {
  const parents = docs.map((_, rank) => rank);
  const rootOf = (rank: number): number => {
    let root = rank;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = rank; at !== root; ) [at, parents[at]] = [parents[at] as number, root];
    return root;
  };
  const best = new Map<number, Tie>();
  for (const tie of ties) {
    const [a, b] = [rootOf(tie.a), rootOf(tie.b)];
    // the earlier one leads, and it is the lower rank
    if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
    for (const rank of [tie.a, tie.b]) if ((best.get(rank)?.share ?? -1) < tie.share) best.set(rank, tie);
  }
  const groups = new Map<number, DuplicateMember[]>();
  // which of them was the first nobody can say of one without a date
  const isUndated = (rank: number): number => ((docs[rank] as Doc).from === Number.NEGATIVE_INFINITY ? 1 : 0);
  for (const [rank, tie] of [...best].sort(([a], [b]) => isUndated(a) - isUndated(b) || a - b)) {
    const root = rootOf(rank);
    const members = groups.get(root) ?? [];
    groups.set(root, members);
    members.push(memberOf(docs, rank, tie, members.length === 0));
  }
  return [...groups.values()];
}

function memberOf(docs: readonly Doc[], rank: number, tie: Tie, isFirst: boolean): DuplicateMember {
  const { id, date, words } = docs[rank] as Doc;
  if (isFirst) return { id, date, length: words, share: 1, like: undefined, kind: 'first' };
  const like = (docs[tie.a === rank ? tie.b : tie.a] as Doc).id;
  return { id, date, length: words, share: tie.share, like, kind: tie.exact ? 'exact' : 'near' };
}
