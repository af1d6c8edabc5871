import { type Token, tokenize } from '../text/tokens';
import type { DatePack } from './pack';

/** What a run of tokens can mean by itself. */
export interface Sense {
  readonly cls: string;
  readonly value: string;
  /** `value` as a number; NaN where it is none. */
  readonly number: number;
  /** Only beside other parts of a date. */
  readonly weak: boolean;
}

interface Entry extends Sense {
  /** The words behind the first. */
  readonly rest: readonly string[];
}

/** A sense at a place: tokens `[from, end)`. */
export interface PlacedSense extends Sense {
  readonly end: number;
}

/** All phrases of a language by their first word. */
export interface Lexicon {
  readonly pack: DatePack;
  readonly byFirstWord: ReadonlyMap<string, readonly Entry[]>;
}

// Words of these classes are also found without their accents: capitals and old keyboards leave them out.
const FOLDED = new Set(['month', 'weekday', 'season', 'unit', 'feast', 'which', 'day', 'dayPart', 'partWord']);

/** Lower case, one kind of apostrophe, composed accents: how words are compared. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 0x24f || isMark(lower.charCodeAt(i)))
      return lower.replaceAll('’', "'").replaceAll('ʼ', "'").normalize('NFC');
  }
  return lower;
}

const isMark = (unit: number): boolean => unit >= 0x300 && unit < 0x370;

const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe');

/** Makes a language's lexicon. Pure; the finder keeps one per pack. */
export function compileLexicon(pack: DatePack): Lexicon {
  const byFirstWord = new Map<string, Entry[]>();
  const add = (cls: string, value: string, phrases: string): void => {
    for (const phrase of phrases.split('|')) {
      const weak = phrase.endsWith('*');
      const written = weak ? phrase.slice(0, -1) : phrase;
      const plain = withoutAccents(written);
      for (const form of plain !== written && FOLDED.has(cls) ? [written, plain] : [written]) put(cls, value, weak, form);
    }
  };
  const put = (cls: string, value: string, weak: boolean, form: string): void => {
    const words = tokenize(form, pack.text).map((token) => foldWord(token.text));
    const first = words[0];
    if (first === undefined) return;
    const entries = byFirstWord.get(first) ?? [];
    if (entries.length === 0) byFirstWord.set(first, entries);
    const rest = words.slice(1);
    if (!entries.some((e) => e.cls === cls && e.value === value && e.rest.join(' ') === rest.join(' ') && (!e.weak || weak)))
      entries.push({ cls, value, number: value === '' ? Number.NaN : Number(value), weak, rest });
  };
  for (const [i, phrases] of pack.names.months.entries()) add('month', String(i + 1), phrases);
  for (const [i, phrases] of pack.names.weekdays.entries()) add('weekday', String(i + 1), phrases);
  for (const [value, phrases] of Object.entries(pack.names.days)) add('day', value, phrases);
  for (const [cls, phrases] of Object.entries(pack.classes)) add(cls, '', phrases);
  for (const [cls, values] of Object.entries(pack.values)) {
    for (const [value, phrases] of Object.entries(values)) add(cls, value, phrases);
  }
  for (const [value, phrases] of Object.entries(pack.numbers)) add('numeral', value, phrases);
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return { pack, byFirstWord };
}

const NONE: readonly PlacedSense[] = [];

/** A paragraph's tokens as the grammar reads them. */
export class Reader {
  readonly words: string[];
  readonly #senses: (readonly PlacedSense[] | undefined)[];

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly lexicon: Lexicon,
  ) {
    this.words = new Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) this.words[i] = foldWord((tokens[i] as Token).text);
    this.#senses = new Array(tokens.length);
  }

  /** What can begin at a token, longest first. */
  senses(at: number): readonly PlacedSense[] {
    if (at < 0 || at >= this.tokens.length) return NONE;
    const known = this.#senses[at];
    if (known !== undefined) return known;
    const entries = this.lexicon.byFirstWord.get(this.words[at] as string);
    const found = entries === undefined ? NONE : this.#place(entries, at);
    this.#senses[at] = found;
    return found;
  }

  #place(entries: readonly Entry[], at: number): readonly PlacedSense[] {
    const found: PlacedSense[] = [];
    for (const entry of entries) {
      let end = at + 1;
      let i = 0;
      while (i < entry.rest.length && this.words[end] === entry.rest[i]) {
        i++;
        end++;
      }
      if (i < entry.rest.length) continue;
      if (entry.weak && this.words[end] === '.' && !(this.tokens[end] as Token).spaceBefore) {
        found.push({ cls: entry.cls, value: entry.value, number: entry.number, weak: true, end: end + 1 });
      }
      found.push({ cls: entry.cls, value: entry.value, number: entry.number, weak: entry.weak, end });
    }
    return found;
  }

  /** The first sense of a class at a token, if there is one. */
  sense(at: number, cls: string): PlacedSense | undefined {
    for (const sense of this.senses(at)) if (sense.cls === cls) return sense;
    return undefined;
  }

  /** Whether a phrase of a class ends right before a token; gives where it begins, or -1. */
  endingBefore(at: number, cls: string): number {
    for (let back = 1; back <= 4 && at - back >= 0; back++) {
      for (const sense of this.senses(at - back)) if (sense.cls === cls && sense.end === at) return at - back;
    }
    return -1;
  }

  isNumber(at: number): boolean {
    return this.tokens[at]?.kind === 'number';
  }

  /** Whether the token touches the one before it. */
  isGlued(at: number): boolean {
    return this.tokens[at] !== undefined && !(this.tokens[at] as Token).spaceBefore;
  }

  /** Whether a token begins with a capital letter. */
  isCapital(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.kind === 'word' && /^\p{Lu}/u.test(token.text);
  }
}
