import type { ParagraphView } from '../document';
import type { Token } from '../text/tokens';
import { bitOf, type Lexicon, lexiconOf, type VerbReading, WORD_CLASSES, type WordClass, type WordInfo } from './lexicon';
import { type Marks, pairMarks, type Stretch } from './marks';
import type { QuotePack } from './pack';

const NONE: WordInfo = { classes: 0 };

/** A paragraph with what the lexicon says about its tokens and with its marks paired; what all rules read. */
export class Words {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly lower: readonly string[];
  readonly info: readonly WordInfo[];
  readonly marks: Marks;
  readonly pack: QuotePack;
  readonly view: ParagraphView;

  constructor(view: ParagraphView, pack: QuotePack) {
    const lexicon: Lexicon = lexiconOf(pack);
    const lower: string[] = [];
    const info: WordInfo[] = [];
    const { tokens } = view;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.text === ',' && isDecimal(tokens, index)) {
        // the comma of 5,5 parts no clauses
        lower.push('5,5');
        info.push(NONE);
        continue;
      }
      const read = lexicon.read(token.text, token.kind === 'word');
      lower.push(read.form);
      info.push(read.info);
    }
    readAdverbials(pack, lower, info);
    this.view = view;
    this.tokens = view.tokens;
    this.text = view.text;
    this.lower = lower;
    this.info = info;
    this.pack = pack;
    this.marks = pairMarks(view.tokens, pack.marks);
  }

  /** The token's form in lower case; empty outside the paragraph. */
  at(i: number): string {
    return this.lower[i] ?? '';
  }

  is(i: number, name: WordClass): boolean {
    return ((this.info[i]?.classes ?? 0) & BITS[name]) !== 0;
  }

  verb(i: number): VerbReading | undefined {
    return this.info[i]?.verb;
  }

  /** Whether the token's form is (also) a form of a verb in one of the given moods. */
  has(i: number, forms: number): boolean {
    const info = this.info[i];
    return ((info?.verb?.forms ?? 0) & forms) !== 0 || ((info?.other?.forms ?? 0) & forms) !== 0;
  }

  isWord(i: number): boolean {
    return this.tokens[i]?.kind === 'word';
  }

  /** Whether the token begins with a capital letter. */
  isCapital(i: number): boolean {
    const token = this.tokens[i];
    if (token === undefined || token.kind !== 'word') return false;
    const first = token.text[0] as string;
    return first !== first.toLowerCase();
  }

  /** Whether a space stands before the token. */
  spaced(i: number): boolean {
    return this.tokens[i]?.spaceBefore ?? true;
  }

  /** The outermost stretch that opens at this token, if one does. */
  opens(i: number): Stretch | undefined {
    const index = this.marks.inside[i] ?? -1;
    const stretch = index < 0 ? undefined : this.marks.stretches[index];
    return stretch?.open === i ? stretch : undefined;
  }

  /** The stretch that closes at this token, if one does. */
  closes(i: number): Stretch | undefined {
    const index = this.marks.inside[i] ?? -1;
    const stretch = index < 0 ? undefined : this.marks.stretches[index];
    return stretch?.closed === true && stretch.close === i ? stretch : undefined;
  }

  isAdverb(i: number): boolean {
    if (this.is(i, 'adverb') || this.is(i, 'negation')) return true;
    const form = this.at(i);
    return (
      form.length > 5 &&
      !this.pack.things.has(form) &&
      this.pack.adverbEndings.some((ending) => form.endsWith(ending)) &&
      !this.has(i, 15)
    );
  }

  /** Whether the token is a noun for people: by the list, or by its ending. */
  isHuman(i: number): boolean {
    if (this.is(i, 'human')) return true;
    if (!this.isWord(i) || this.isCapital(i) || this.info[i]?.verb !== undefined) return false;
    const form = this.at(i).replace(/s$/, '');
    return form.length > 5 && this.pack.humanEndings.some((ending) => form.endsWith(ending));
  }
}

const ADVERBIAL: WordInfo = { classes: bitOf('adverb') };

/** Adverbials of several words (en effet, d'une part) by their first word; made once for a pack. */
const adverbials = new WeakMap<QuotePack, ReadonlyMap<string, readonly (readonly string[])[]>>();

function adverbialsOf(pack: QuotePack): ReadonlyMap<string, readonly (readonly string[])[]> {
  let byFirst = adverbials.get(pack);
  if (byFirst === undefined) {
    const lists = new Map<string, (readonly string[])[]>();
    for (const phrase of pack.adverbials) lists.set(phrase[0] ?? '', [...(lists.get(phrase[0] ?? '') ?? []), phrase]);
    byFirst = lists;
    adverbials.set(pack, byFirst);
  }
  return byFirst;
}

/** Makes each token of an adverbial an adverb and nothing else, whatever its words are by themselves. */
function readAdverbials(pack: QuotePack, lower: readonly string[], info: WordInfo[]): void {
  const byFirst = adverbialsOf(pack);
  if (byFirst.size === 0) return;
  for (let i = 0; i < lower.length; i++) {
    const phrases = byFirst.get(lower[i] as string);
    const found = phrases?.find((phrase) => phrase.every((word, k) => lower[i + k] === word));
    if (found === undefined) continue;
    // "cela dit-il" is no "cela dit"
    if (lower[i + found.length] === '-') continue;
    info.fill(ADVERBIAL, i, i + found.length);
    i += found.length - 1;
  }
}

function isDecimal(tokens: readonly Token[], comma: number): boolean {
  const after = tokens[comma + 1];
  return (
    !(tokens[comma] as Token).spaceBefore &&
    tokens[comma - 1]?.kind === 'number' &&
    after?.kind === 'number' &&
    !after.spaceBefore
  );
}

const BITS = Object.fromEntries(WORD_CLASSES.map((name) => [name, bitOf(name)])) as Record<WordClass, number>;
