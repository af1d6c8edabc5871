/** A position as editors count it: zero-based line, and UTF-16 code units into it. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Offset ↔ line and character, by binary search. Line ends are \n, \r\n and a lone \r, as in LSP. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;
  /** The line that was found last: whoever goes through a text asks for it again, or for the next one. */
  #last = 0;

  constructor(text: string) {
    this.#starts = text.includes('\r') ? startsOf(text) : startsAfterFeeds(text);
    this.#text = text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of a line's first character. Lines past the end give the text's length. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** End of a line's content, its line break left out. */
  lineEnd(line: number): number {
    let end = line + 1 < this.#starts.length ? (this.#starts[line + 1] as number) : this.#text.length;
    const start = this.lineStart(line);
    while (end > start && (this.#text.charCodeAt(end - 1) === 10 || this.#text.charCodeAt(end - 1) === 13)) end--;
    return end;
  }

  /** The line that an offset lies in; offsets out of the text are clamped. */
  lineOf(offset: number): number {
    if (this.#isOn(this.#last, offset)) return this.#last;
    this.#last = this.#isOn(this.#last + 1, offset) ? this.#last + 1 : this.#search(offset);
    return this.#last;
  }

  #isOn(line: number, offset: number): boolean {
    const starts = this.#starts;
    return (starts[line] as number) <= offset && (line + 1 >= starts.length || offset < (starts[line + 1] as number));
  }

  #search(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset → position, clamped to the text. */
  positionAt(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineOf(at);
    return { line, character: at - this.lineStart(line) };
  }

  /** Position → offset; a character past the line's end is taken as its end, as LSP wants it. */
  offsetAt(position: LinePosition): number {
    if (position.line >= this.#starts.length) return this.#text.length;
    if (position.line < 0) return 0;
    return Math.max(
      this.lineStart(position.line),
      Math.min(this.lineStart(position.line) + position.character, this.lineEnd(position.line)),
    );
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  return starts;
}

/** The same for a text whose lines end in \n alone, which the engine finds faster. */
function startsAfterFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
