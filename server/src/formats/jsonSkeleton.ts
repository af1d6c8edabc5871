/** How much of a file is looked at, in UTF-16 units; a first article is rarely longer. */
const READ = 4_000_000;
/** How long a skeleton is at the most. */
const KEPT = 4096;
/** How much of a string is kept: the longest by which a format is told is an address of 33 letters. */
const OF_STRING = 60;
/** How many items of a list are kept: formats are told by what the first ones are. */
const ITEMS = 2;

/**
 * What JSON or JSON Lines begin with, without what a text's length does to it: strings are cut short, lists after their
 * second item. A format that is told by its keys is told so however long the article before them is.
 *
 * @param content - that begins with `{` or `[`; what is no JSON gives something that tells nothing.
 */
export function jsonSkeleton(content: string): string {
  let skeleton = '';
  const depth = new Depth();
  const end = Math.min(content.length, READ);
  for (let i = 0; i < end && skeleton.length < KEPT; i++) {
    const character = content[i] as string;
    if (character !== '"') depth.pass(character);
    const after = character === '"' ? endOfString(content, i + 1, end) : i + 1;
    if (!depth.isHidden) skeleton += character === '"' ? `"${beginning(content, i + 1, after - 1)}"` : character;
    i = after - 1;
  }
  return skeleton;
}

/** Which objects and lists are open, and whether this is an item that is left out. */
class Depth {
  /** For each open object -1, for each open list the number of items before this one. */
  readonly #open: number[] = [];
  /** How many are open where the items begin that are left out; 0: none is. */
  #hidden = 0;

  get isHidden(): boolean {
    return this.#hidden > 0;
  }

  /** Goes past a character outside of strings. */
  pass(character: string): void {
    if (character === '{') this.#open.push(-1);
    else if (character === '[') this.#open.push(0);
    else if (character === '}' || character === ']') this.#close();
    else if (character === ',') this.#nextItem();
  }

  #close(): void {
    this.#open.pop();
    if (this.#open.length < this.#hidden) this.#hidden = 0;
  }

  #nextItem(): void {
    const items = this.#open.at(-1) ?? -1;
    if (items < 0) return;
    this.#open[this.#open.length - 1] = items + 1;
    if (this.#hidden === 0 && items + 1 === ITEMS) this.#hidden = this.#open.length;
  }
}

/** The place after a string's closing mark, or the end. */
function endOfString(content: string, start: number, end: number): number {
  let i = start;
  while (i < end && content[i] !== '"') i += content[i] === '\\' ? 2 : 1;
  return Math.min(i + 1, end);
}

/** A string's first characters, without half an escape. */
function beginning(content: string, start: number, end: number): string {
  return content.slice(start, Math.min(end, start + OF_STRING)).replace(/\\[^\\]{0,5}$/, '');
}
