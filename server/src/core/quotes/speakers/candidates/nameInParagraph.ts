import { overlaps, type Span } from '../../../span';
import { tokenAt } from '../../../syntax/paragraphWords';
import type { QuoteWords } from '../../candidate';
import { endOf, startOf, textOf } from '../../offsets';
import type { CandidateType } from '../candidates';
import { type CapitalName, capitalNames } from './capitalNames';
import { participleGender } from './participleGender';
import { bodyGender, descriptionsAround, type NameDescription } from './rolesAroundNames';

/** A name in a paragraph, whatever it means; offsets count from the paragraph's start. What is around it is read once. */
export class NameInParagraph implements Span {
  readonly start: number;
  readonly end: number;
  /** Inside quotation marks. */
  readonly isQuoted: boolean;
  /** Of a name that the entity layer has not found: its words, and what those around it make likely. */
  readonly unlinked: { readonly name: string; readonly type: CandidateType } | undefined;
  readonly #words: QuoteWords;
  readonly #first: number;
  readonly #last: number;
  #descriptions: readonly NameDescription[] | undefined;
  #bodyGender: 'm' | 'f' | 'open' | undefined;
  #participle: 'm' | 'f' | 'open' | undefined;

  constructor(words: QuoteWords, { start, end }: Span, unlinked?: CapitalName) {
    this.#words = words;
    this.start = start;
    this.end = end;
    this.#first = unlinked?.start ?? tokenAt(words, start);
    this.#last = unlinked?.end ?? tokenAt(words, end - 1) + 1;
    this.isQuoted = (words.marks.inside[this.#first] ?? -1) >= 0;
    this.unlinked = unlinked && { name: textOf(words, unlinked.start, unlinked.end), type: unlinked.type };
  }

  /** What the words around it call its bearer. */
  get descriptions(): readonly NameDescription[] {
    this.#descriptions ??= descriptionsAround(this.#words, this.#first, this.#last);
    return this.#descriptions;
  }

  /** The gender of an organisation of that name. */
  get bodyGender(): 'm' | 'f' | undefined {
    this.#bodyGender ??= bodyGender(this.#words, this.#first) ?? 'open';
    return this.#bodyGender === 'open' ? undefined : this.#bodyGender;
  }

  /** The gender of a person that a participle shows. */
  get participle(): 'm' | 'f' | undefined {
    this.#participle ??= participleGender(this.#words, this.#first, this.#last) ?? 'open';
    return this.#participle === 'open' ? undefined : this.#participle;
  }
}

/** The names of a paragraph, of which the entity layer has found some. */
export interface NamesOfParagraph {
  readonly words: QuoteWords;
  /** What the entity layer found: beginning and end of each, nested ones too. */
  readonly found: readonly number[];
  /** Those of its names that are not nested, in its order. */
  readonly linked: readonly NameInParagraph[];
  /** By their capitals alone, in text order. */
  readonly unlinked: readonly NameInParagraph[];
}

/** A name of the entity layer in its paragraph. */
export interface FoundName extends Span {
  readonly nested: boolean;
}

/** Reads the names of a paragraph. */
export function namesOfParagraph(words: QuoteWords, found: readonly FoundName[]): NamesOfParagraph {
  const linked = found.filter(({ nested }) => !nested).map((name) => new NameInParagraph(words, name));
  const unlinked: NameInParagraph[] = [];
  for (const name of words.once(capitalNames, 0, words.tokens.length)) {
    const span = { start: startOf(words, name.start), end: endOf(words, name.end - 1) };
    if (!found.some((other) => overlaps(other, span))) unlinked.push(new NameInParagraph(words, span, name));
  }
  return { words, found: found.flatMap(({ start, end }) => [start, end]), linked, unlinked };
}
