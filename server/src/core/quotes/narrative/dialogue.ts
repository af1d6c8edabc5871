import type { PlacedQuotation } from '../assemble/quotation';
import type { Discourse } from '../speakers/discourse';
import type { Person } from './person';

/** A quotation as a dialogue remembers it. */
export interface Turn {
  readonly paragraph: number;
  readonly end: number;
  readonly person?: Person;
  /** Those whom it addresses by name. */
  readonly addressees: readonly Person[];
}

// So many turns are remembered, and within so many a person still takes part.
const MAX_TURNS = 8;
const RECENT_TURNS = 6;

// More narration than this (code units) between two turns, and the second answers the first no more.
const MAX_GAP = 48;

/** The turns of a narrative's dialogues. */
export class Dialogue {
  private turns: Turn[] = [];
  private readonly discourse: Discourse;

  constructor(discourse: Discourse) {
    this.discourse = discourse;
  }

  get last(): Turn | undefined {
    return this.turns.at(-1);
  }

  add(turn: Turn): void {
    this.turns.push(turn);
    if (this.turns.length > MAX_TURNS) this.turns.shift();
  }

  clear(): void {
    this.turns = [];
  }

  /** The turn right before a quotation, with hardly any narration between; undefined where the quotation begins a dialogue. */
  turnBefore({ paragraph }: PlacedQuotation, start: number): Turn | undefined {
    const before = this.last;
    if (before === undefined || paragraph - before.paragraph > 1) return undefined;
    return this.narrationBetween(before.end, start, paragraph) > MAX_GAP ? undefined : before;
  }

  /** Who spoke before the last turn. */
  get personBeforeLast(): Person | undefined {
    const [earlier, last] = this.turns.slice(-2);
    if (earlier === undefined || last === undefined) return undefined;
    return last.paragraph - earlier.paragraph <= 1 ? earlier.person : undefined;
  }

  /** Whether somebody has spoken within the last turns. */
  hasSpokenRecently(person: Person): boolean {
    return this.turns.slice(-RECENT_TURNS).some((turn) => turn.person === person);
  }

  /** How many code units of the paragraph and the one before lie between two offsets. */
  private narrationBetween(from: number, to: number, paragraph: number): number {
    let length = 0;
    for (const place of this.discourse.paragraphs.slice(Math.max(0, paragraph - 1), paragraph + 1)) {
      if (place.end < from) continue;
      length += Math.max(0, Math.min(to, place.end) - Math.max(from, place.start));
    }
    return length;
  }
}
