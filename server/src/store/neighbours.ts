import { rank } from './occurrenceIndex';
import type { SentenceOrder } from './sentenceSketch';

/** What is known of the text that anchors were made in. */
export interface AnchorOptions {
  /** A UTF-16 offset of the text as it is in the unit of the anchors' starts; without it that is UTF-16, too. */
  readonly position?: (offset: number) => number;
  /** The old text's length in that unit. */
  readonly length?: number | undefined;
  /** The starts are no more than a hint: nothing is told by where neighbours went. */
  readonly loose?: boolean;
  /** What the order of all sentences tells, where that is known; in the unit of the anchors' starts. */
  readonly order?: SentenceOrder;
}

/** An anchor whose place is beyond doubt. Positions in the unit of the anchors' starts. */
export interface Pin {
  readonly old: number;
  readonly now: number;
  /** Offset in the folded text. */
  readonly at: number;
  readonly words: string;
}

/** Between which places of the folded text something should be; and where, going by either neighbour. */
export interface Surroundings {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** By so much words beside may have grown or shrunk, and still be those that stood there. */
const SLACK = 12;

/** What the anchors beyond doubt tell of those between them. */
export class Neighbours {
  readonly #byOld: readonly Pin[];
  readonly #byNow: readonly Pin[];
  readonly #olds: readonly number[];
  readonly #nows: readonly number[];
  readonly #start: Pin | undefined;
  readonly #end: Pin | undefined;

  /** @param pins - in any order; those that others speak against are left out. */
  constructor(pins: readonly Pin[], text: string, { position, length, loose }: AnchorOptions) {
    const end = position?.(text.length) ?? text.length;
    this.#start = loose ? undefined : { old: 0, now: 0, at: 0, words: '' };
    this.#end = length === undefined || loose ? undefined : { old: length, now: end, at: text.length, words: '' };
    const kept = this.#withoutRefuted(pins);
    this.#byOld = [...kept].sort((a, b) => a.old - b.old);
    this.#byNow = [...kept].sort((a, b) => a.now - b.now);
    this.#olds = this.#byOld.map((pin) => pin.old);
    this.#nows = this.#byNow.map((pin) => pin.now);
  }

  /** Nothing is known of any. */
  static none(): Neighbours {
    return new Neighbours([], '', { loose: true });
  }

  /** Whether anything is known. */
  get known(): boolean {
    return this.#start !== undefined;
  }

  /** Where something that stood at `old` should be, going by what stood before it. */
  expectedAfter(old: number): number | undefined {
    const pin = this.#previous(old);
    return pin && pin.now + old - pin.old;
  }

  /** Where something that stood at `old` should be, going by what stood after it. */
  expectedBefore(old: number): number | undefined {
    const pin = this.#next(old);
    return pin && pin.now + old - pin.old;
  }

  /** Whether a place is between the neighbours of something that stood at `old`. */
  within(now: number, old: number): boolean {
    return now >= (this.#previous(old)?.now ?? 0) && now <= (this.#next(old)?.now ?? Number.POSITIVE_INFINITY);
  }

  /** The stretch of the folded text that something which stood at `old` should be in. */
  around(old: number): Surroundings {
    return { from: this.#previous(old)?.at, to: this.#next(old)?.at };
  }

  /**
   * Whether what is at a place was there before, too, and so is not what stood at `old`: it lies in a stretch that has
   * not grown by as much as the words, and `old` is not in it.
   */
  stoodThere(now: number, old: number, words: string): boolean {
    const i = rank(this.#nows, now);
    const at = this.#byNow[i];
    if (at?.now === now) return at.old !== old && (at.words === words || Math.abs(at.old - old) > words.length);
    const [before, after] = [this.#byNow[i - 1] ?? this.#start, at ?? this.#end];
    return before !== undefined && after !== undefined && hasNoRoom(before, after, words) && !isBetween(before, after, old);
  }

  /**
   * Whether something in a stretch right beside a place came from elsewhere than what stood beside `old`: then the words
   * there have their surroundings from others, however alike they are.
   */
  strangersIn({ from, to }: { readonly from: number; readonly to: number }, now: number, old: number): boolean {
    for (let i = rank(this.#nows, from); i < this.#byNow.length && (this.#nows[i] as number) < to; i++) {
      const pin = this.#byNow[i] as Pin;
      if (Math.abs(pin.now - now - (pin.old - old)) > SLACK) return true;
    }
    return false;
  }

  #previous(old: number): Pin | undefined {
    const i = rank(this.#olds, old);
    return this.#olds[i] === old ? this.#byOld[i] : (this.#byOld[i - 1] ?? this.#start);
  }

  #next(old: number): Pin | undefined {
    return this.#byOld[rank(this.#olds, old)] ?? this.#end;
  }

  /** Without those that stand where another stands, and those in a stretch that has moved as a whole without them. */
  #withoutRefuted(pins: readonly Pin[]): readonly Pin[] {
    const sorted = [...pins].sort((a, b) => a.now - b.now || a.old - b.old);
    const places = new Map<number, number>();
    const clashing = new Set<number>();
    for (const { old, now } of sorted) {
      if (places.has(now) && places.get(now) !== old) clashing.add(now);
      places.set(now, old);
    }
    const single = sorted.filter((pin) => !clashing.has(pin.now));
    return single.filter((pin, i) => {
      const [before, after] = [single[i - 1] ?? this.#start, single[i + 1] ?? this.#end];
      if (before === undefined || after === undefined) return true;
      return !hasNoRoom(before, after, pin.words) || isBetween(before, after, pin.old);
    });
  }
}

/** Between two that still stand together, nothing as long as some words has come in. */
function hasNoRoom(before: Pin, after: Pin, words: string): boolean {
  const growth = after.now - before.now - (after.old - before.old);
  return Math.abs(growth) < Math.max(1, words.length);
}

const isBetween = (before: Pin, after: Pin, old: number): boolean => old >= before.old && old <= after.old;
