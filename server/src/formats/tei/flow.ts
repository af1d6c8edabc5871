/** A stretch of the text and where it stands in the file; within one that is not atomic, letters stand for letters. */
export interface TextPart {
  /** In the text. */
  readonly at: number;
  readonly length: number;
  /** In the file. */
  readonly start: number;
  readonly end: number;
  /** In the string value of the `text` element. */
  readonly raw: number;
  readonly rawLength: number;
  /** A reference, or white space that is written as one space: nothing can be put into it. */
  readonly isAtomic: boolean;
  /** Index of the element that it stands in directly. */
  readonly node: number;
  /** The running text or the note that it is of. */
  readonly flow: number;
  /** The CDATA section that it stands in. */
  readonly section?: { readonly start: number; readonly end: number };
}

type Place = Omit<TextPart, 'at' | 'length'>;

/** The running text, or a note in the line, while it is being gathered. */
export class Flow {
  readonly number: number;
  readonly parts: TextPart[] = [];
  readonly #text: string[] = [];
  length = 0;
  #space: Place | 'thought' | undefined;
  #isJoined = false;
  #breaks = 0;
  #into: { readonly flow: Flow; readonly at: number } | undefined;

  constructor(number: number) {
    this.number = number;
  }

  /** What follows begins so many lines further down. */
  part(breaks: number): void {
    this.#breaks = Math.max(this.#breaks, breaks);
  }

  /** What follows is a new word; with the white space that says so. */
  space(place?: Place): void {
    if (place === undefined) this.#space ??= 'thought';
    else if (this.#space === undefined || this.#space === 'thought') this.#space = place;
  }

  /** What follows is the same word, whatever white space stands between. */
  join(): void {
    this.#isJoined = true;
  }

  /** Adds text; gives where it begins. */
  put(value: string, place: Place): number {
    this.#separate();
    const at = this.length;
    this.#add(value, { ...place, at, length: value.length });
    return at;
  }

  /** Adds a whole other text after what there is. */
  append(other: Flow): void {
    if (other.length === 0) return;
    this.part(2);
    this.#separate();
    other.#into = { flow: this, at: this.length };
    for (const part of other.parts) this.parts.push({ ...part, at: part.at + this.length });
    this.#text.push(other.text());
    this.length += other.length;
    this.part(2);
  }

  /** Where it begins in the whole text. */
  base(): number {
    let sum = 0;
    for (let place = this.#into; place !== undefined; place = place.flow.#into) sum += place.at;
    return sum;
  }

  text(): string {
    return this.#text.join('');
  }

  #separate(): void {
    const [space, breaks, isJoined] = [this.#space, this.#breaks, this.#isJoined];
    this.#space = undefined;
    this.#breaks = 0;
    this.#isJoined = false;
    if (this.length === 0) return;
    if (breaks > 0) this.#thought('\n'.repeat(breaks));
    else if (space === undefined || isJoined) return;
    else if (space === 'thought') this.#thought(' ');
    else this.#add(' ', { ...space, isAtomic: space.isAtomic || space.rawLength > 1, at: this.length, length: 1 });
  }

  #thought(value: string): void {
    this.#text.push(value);
    this.length += value.length;
  }

  #add(value: string, part: TextPart): void {
    const last = this.parts.at(-1);
    if (last && canFollow(last, part)) {
      const length = last.length + part.length;
      this.parts[this.parts.length - 1] = { ...last, length, end: part.end, rawLength: last.rawLength + part.rawLength };
    } else this.parts.push(part);
    this.#text.push(value);
    this.length += value.length;
  }
}

function canFollow(last: TextPart, part: TextPart): boolean {
  if (last.isAtomic || part.isAtomic || last.node !== part.node || last.section !== part.section) return false;
  return last.end === part.start && last.at + last.length === part.at && last.raw + last.rawLength === part.raw;
}

/** Numbers the texts of one document. */
export class Flows {
  #count = 0;

  begin(): Flow {
    return new Flow(this.#count++);
  }
}
