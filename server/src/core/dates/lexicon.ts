import { own } from '../members';
import { type Token, tokenize } from '../text/tokens';
import { gluedNumber } from './gluedNumber';
import type { DatePack } from './pack';

/** What a run of tokens can mean by itself. */
export interface Sense {
  readonly cls: string;
  readonly value: string;
  /** `value` as a number; NaN where it is not one. */
  readonly number: number;
  /** Only beside other parts of a date. */
  readonly weak: boolean;
}

interface Entry extends Sense {
  /** The words after the first. */
  readonly rest: readonly string[];
}

/** A sense at a place: tokens `[from, end)`. */
export interface PlacedSense extends Sense {
  readonly end: number;
}

/** What begins with one word: phrases by their second word, longest first, and the word by itself. */
export interface Beginning {
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  readonly alone: readonly Entry[];
  /** Whether a full stop may belong to the word. */
  readonly weak: boolean;
}

/** What is known of a written word wherever it stands: found out once for a word, not for each token. */
export interface Word {
  /** As words are compared. */
  readonly folded: string;
  readonly beginning: Beginning | undefined;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** Whether it is nothing but digits that can be reckoned with. */
  readonly digits: boolean;
  /** What number it is where a language writes longer ones as one word; null for none, or where it is in the lexicon itself. */
  readonly glued: number | null;
  /** What the finder and the clauses' reading keep of it, as bits; -1 before they have looked. */
  opening: number;
  clause: number;
  /** What it says of a date's direction wherever it stands; null before it was asked. */
  leaning: WordLeaning | null;
}

/** What a word says of the direction of a date near it. */
export interface WordLeaning {
  /** Whether a cue begins with it. */
  readonly opensCue: boolean;
  /** The names of the pack's forms that it has: a conditional, an infinitive. */
  readonly forms: readonly string[];
}

/** All phrases of a language by their first word. */
export interface Lexicon {
  readonly pack: DatePack;
  readonly byFirstWord: ReadonlyMap<string, Beginning>;
  /** The classes of what begins with a word. */
  readonly classesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Number words of which longer ones are made; null where the language writes them apart. */
  readonly numerals: ReadonlyMap<string, number> | null;
  /** Words as they were written in texts, with what is known of them: a cache that forgets. */
  readonly written: Map<string, Word>;
}

// Words of these classes are also found without their accents: capitals and old keyboards leave them out.
const FOLDED = new Set(['month', 'weekday', 'season', 'unit', 'feast', 'which', 'day', 'dayPart', 'partWord', 'numeral']);

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

/** A phrase as it is cut in a text; one that begins with a clitic ('s time) stands behind a word there. */
function wordsOf(form: string, { text }: DatePack): string[] {
  const words = (phrase: string): string[] => tokenize(phrase, text).map((token) => foldWord(token.text));
  return form.startsWith("'") ? words(`x${form}`).slice(1) : words(form);
}

// Words as they are compared: nothing to cut but at spaces, nothing to fold.
const PLAIN_WORDS = /^[a-zß-öø-ÿœ]+(?: [a-zß-öø-ÿœ]+)*$/;

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);

/** Makes a language's lexicon. Pure; the finder keeps one per pack. */
export function compileLexicon(pack: DatePack): Lexicon {
  const byFirstWord = new Map<string, Entry[]>();
  const add = (cls: string, value: string, phrases: string): void => {
    for (const phrase of phrases.split('|')) {
      const weak = phrase.endsWith('*');
      const written = weak ? phrase.slice(0, -1) : phrase;
      put(cls, value, weak, written);
      const plain = FOLDED.has(cls) ? withoutAccents(written) : written;
      if (plain !== written) put(cls, value, weak, plain);
    }
  };
  const put = (cls: string, value: string, weak: boolean, form: string): void => {
    const [first, ...rest] = PLAIN_WORDS.test(form) ? form.split(' ') : wordsOf(form, pack);
    if (first === undefined) return;
    const entry: Entry = { cls, value, number: value === '' ? Number.NaN : Number(value), weak, rest };
    const entries = byFirstWord.get(first);
    if (entries === undefined) byFirstWord.set(first, [entry]);
    else if (!entries.some((e) => e.cls === cls && e.value === value && (!e.weak || weak) && sameWords(e.rest, rest)))
      entries.push(entry);
  };
  for (const [i, phrases] of pack.names.months.entries()) add('month', String(i + 1), phrases);
  for (const [i, phrases] of pack.names.weekdays.entries()) add('weekday', String(i + 1), phrases);
  for (const [value, phrases] of Object.entries(pack.names.days)) add('day', value, phrases);
  for (const [cls, phrases] of Object.entries(pack.classes)) add(cls, '', phrases);
  for (const [cls, values] of Object.entries(pack.values)) {
    for (const [value, phrases] of Object.entries(values)) add(cls, value, phrases);
  }
  for (const [value, phrases] of Object.entries(pack.numbers)) add('numeral', value, phrases);
  const classesOf = new Map<string, ReadonlySet<string>>();
  const beginnings = new Map<string, Beginning>();
  for (const [word, entries] of byFirstWord) {
    classesOf.set(word, new Set(entries.map((entry) => entry.cls)));
    beginnings.set(word, beginningOf(entries));
  }
  return {
    pack,
    byFirstWord: beginnings,
    classesOf,
    numerals: pack.gluedNumbers ? numeralsOf(byFirstWord) : null,
    written: new Map(),
  };
}

// How many written words are kept: a text has a few thousand, a corpus any number.
const MOST_WRITTEN = 20_000;

/** What is known of a word as it is written. */
function wordOf(text: string, lexicon: Lexicon): Word {
  const { misspelt } = lexicon.pack;
  const folded =
    (misspelt !== undefined && isCapitalAscii(text) ? own(misspelt, text) : undefined) ?? asciiDigits(foldWord(text));
  const beginning = lexicon.byFirstWord.get(folded);
  const { numerals } = lexicon;
  const word: Word = {
    folded,
    beginning,
    capital: /^\p{Lu}/u.test(text),
    digits: /^[0-9]+$/.test(folded),
    glued: beginning !== undefined || numerals === null || folded.length < 6 ? null : gluedNumber(folded, numerals),
    opening: -1,
    clause: -1,
    leaning: null,
  };
  if (lexicon.written.size >= MOST_WRITTEN) lexicon.written.clear();
  lexicon.written.set(text, word);
  return word;
}

/**
 * Digits that are 0–9 in another form (full width, bold) as 0–9. Those of other scripts stay as they are and are not numbers
 * to the grammar: years written in them count by calendars of their own (Persian, Buddhist, Islamic).
 */
const asciiDigits = (word: string): string =>
  word.charCodeAt(0) > 0x2fff && /^\p{Nd}/u.test(word) ? word.normalize('NFKC') : word;

function numeralsOf(byFirstWord: ReadonlyMap<string, readonly Entry[]>): ReadonlyMap<string, number> {
  const numerals = new Map<string, number>();
  for (const [word, entries] of byFirstWord) {
    const numeral = entries.find((entry) => entry.cls === 'numeral' && entry.rest.length === 0);
    if (numeral !== undefined && word.length > 1) numerals.set(word, numeral.number);
  }
  return numerals;
}

function beginningOf(entries: readonly Entry[]): Beginning {
  const alone: Entry[] = [];
  const phrases = new Map<string, Entry[]>();
  for (const entry of entries) {
    const second = entry.rest[0];
    if (second === undefined) alone.push(entry);
    else if (phrases.get(second)?.push(entry) === undefined) phrases.set(second, [entry]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return { phrases, alone, weak: alone.some((entry) => entry.weak) };
}

const NONE: readonly PlacedSense[] = [];

/** A phrase's class and where it begins. */
interface Ending {
  readonly cls: string;
  readonly from: number;
}

const NO_ENDINGS: readonly Ending[] = [];

// Phrases that stand before a date are no longer than this, in tokens.
const LONGEST_BEFORE = 4;

// What a pack calls misspelt begins with a capital that lost its accent.
const isCapitalAscii = (word: string): boolean => word.charCodeAt(0) <= 0x5a && word.charCodeAt(0) >= 0x41;

/** The senses of a word by itself, ending at a token. Written out: every word of an article comes through here. */
function placeAll(entries: readonly Entry[], end: number): readonly PlacedSense[] {
  const count = entries.length;
  if (count === 0) return NONE;
  const found = new Array<PlacedSense>(count);
  for (let i = 0; i < count; i++) {
    const { cls, value, number, weak } = entries[i] as Entry;
    found[i] = { cls, value, number, weak, end };
  }
  return found;
}

/** A paragraph's tokens as the grammar reads them. */
export class Reader {
  /** The tokens' words as they are compared. */
  readonly words: string[];
  /** What is known of each. */
  readonly known: Word[];
  readonly #senses: (readonly PlacedSense[] | undefined)[];
  readonly #endings: (readonly Ending[] | undefined)[];

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly lexicon: Lexicon,
  ) {
    const count = tokens.length;
    this.words = new Array(count);
    this.known = new Array(count);
    const { written } = lexicon;
    for (let i = 0; i < count; i++) {
      const text = (tokens[i] as Token).text;
      const word = written.get(text) ?? wordOf(text, lexicon);
      this.known[i] = word;
      this.words[i] = word.folded;
    }
    this.#senses = new Array(count);
    this.#endings = new Array(count + 1);
  }

  /** What can begin at a token, longest first. */
  senses(at: number): readonly PlacedSense[] {
    if (at < 0 || at >= this.tokens.length) return NONE;
    const known = this.#senses[at];
    if (known !== undefined) return known;
    const { beginning, glued } = this.known[at] as Word;
    const found = beginning !== undefined ? this.#place(beginning, at) : glued === null ? NONE : this.#glued(glued, at);
    this.#senses[at] = found;
    return found;
  }

  #glued(number: number, at: number): readonly PlacedSense[] {
    return [{ cls: 'numeral', value: String(number), number, weak: false, end: at + 1 }];
  }

  #place(beginning: Beginning, at: number): readonly PlacedSense[] {
    const phrases = beginning.phrases.size === 0 ? undefined : beginning.phrases.get(this.words[at + 1] as string);
    if (phrases === undefined && !beginning.weak) return placeAll(beginning.alone, at + 1);
    const found: PlacedSense[] = [];
    if (phrases !== undefined) {
      for (const entry of phrases) if (this.#follows(entry.rest, at + 1)) this.#put(found, entry, at + 1 + entry.rest.length);
    }
    for (const entry of beginning.alone) this.#put(found, entry, at + 1);
    return found;
  }

  #follows(words: readonly string[], at: number): boolean {
    for (let i = 1; i < words.length; i++) if (this.words[at + i] !== words[i]) return false;
    return true;
  }

  #put(found: PlacedSense[], entry: Entry, end: number): void {
    const { cls, value, number, weak } = entry;
    if (weak && this.words[end] === '.' && !(this.tokens[end] as Token).spaceBefore)
      found.push({ cls, value, number, weak, end: end + 1 });
    found.push({ cls, value, number, weak, end });
  }

  /** The first sense of a class at a token, if there is one. */
  sense(at: number, cls: string): PlacedSense | undefined {
    for (const sense of this.senses(at)) if (sense.cls === cls) return sense;
    return undefined;
  }

  /** Whether a phrase of a class ends right before a token; gives where it begins, or -1. */
  endingBefore(at: number, cls: string): number {
    for (const ending of this.#endings[at] ?? this.#endingAt(at)) if (ending.cls === cls) return ending.from;
    return -1;
  }

  /** The phrases that end right before a token, those that begin closest to it first. */
  #endingAt(at: number): readonly Ending[] {
    let found: Ending[] | undefined;
    for (let from = at - 1; from >= at - LONGEST_BEFORE && from >= 0; from--) {
      for (const sense of this.senses(from)) {
        if (sense.end !== at) continue;
        if (found === undefined) found = [{ cls: sense.cls, from }];
        else found.push({ cls: sense.cls, from });
      }
    }
    const endings = found ?? NO_ENDINGS;
    if (at >= 0 && at <= this.tokens.length) this.#endings[at] = endings;
    return endings;
  }

  /** Whether a token is a number in digits 0–9: what `Number` reads. */
  isNumber(at: number): boolean {
    return this.tokens[at]?.kind === 'number' && (this.known[at] as Word).digits;
  }

  /** Whether the token touches the one before it. */
  isGlued(at: number): boolean {
    return this.tokens[at] !== undefined && !(this.tokens[at] as Token).spaceBefore;
  }

  /** Whether a tab parts a token from the one before it. */
  isNewCell(at: number): boolean {
    const from = this.tokens[at - 1]?.end;
    const to = this.tokens[at]?.start;
    return from !== undefined && to !== undefined && this.text.slice(from, to).includes('\t');
  }

  /** Whether a token begins with a capital letter. */
  isCapital(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.kind === 'word' && (this.known[at] as Word).capital;
  }
}
