import type { EntityType } from '../../analysis';
import { foldWord, phraseHash } from '../lexicon';
import type { ParagraphName, WordRange } from '../mention';
import { hashString } from '../model/hash';
import { TYPES } from '../model/labels';
import { FLAG, type WordInfo } from '../model/wordInfo';
import { isAcronym } from '../nameForms';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { type DocumentNames, fact, type ParagraphNames } from './paragraphNames';

/** A name as it is written, and how a document has it. */
export interface KnownName {
  /** The words that it is written with. */
  readonly words: readonly string[];
  /** The confidences of its mentions summed up, by type in the order of {@link TYPES}. */
  readonly votes: number[];
  found: number;
  /** It is the family name of somebody whom the document names in full. */
  isFamily: boolean;
  /** How often the words stand alone where nothing was found. */
  missed: number;
  /** The document that the rest was counted in. */
  document: number;
}

/** What was found in a document, by its words. */
export interface KnownNames {
  readonly names: NameTable;
  /** The type of the full names that may have an acronym; undefined where there are none, or of several types. */
  typeOfAcronym(acronym: string): EntityType | undefined;
}

/** The longest name in words that is looked for. */
export const MAX_NAME_WORDS = 16;

/**
 * Names, found by their words: what begins with a common given name may be thousands of them. They are kept from one document
 * to the next, since the same stand in its next version; what a document has of them is counted anew.
 */
export class NameTable {
  /** By the hash of all words. */
  readonly #names = new Map<number, KnownName[]>();
  /** By the hash of the first word: a bit for each number of words that names beginning with it have. */
  readonly #lengths = new Map<number, number>();
  #document = 0;
  #size = 0;

  /** How many names it holds, of whatever document. */
  get size(): number {
    return this.#size;
  }

  /** Begins a document, in which nothing has been found yet. */
  begin(): void {
    this.#document++;
  }

  /** The name that is written like the words `from` to `to` (exclusive). */
  written({ words, infos }: TaggedSentence, from: number, to: number): KnownName {
    const hash = hashOf(infos, from, to);
    const group = this.#names.get(hash);
    const known = group?.find((name) => name.words.length === to - from && standsAt(name, words, from));
    if (known !== undefined) return known;
    const texts = words.slice(from, to).map(({ text }) => text);
    const name: KnownName = { words: texts, votes: [0, 0, 0, 0], found: 0, isFamily: false, missed: 0, document: 0 };
    if (group === undefined) this.#names.set(hash, [name]);
    else group.push(name);
    const first = (infos[from] as WordInfo).foldHash;
    this.#lengths.set(first, (this.#lengths.get(first) ?? 0) | (1 << (to - from)));
    this.#size++;
    return name;
  }

  /** Counts a mention in the present document. */
  count(name: KnownName, type: number, confidence: number): void {
    if (name.document !== this.#document) {
      name.document = this.#document;
      name.votes.fill(0);
      name.found = 0;
      name.missed = 0;
      name.isFamily = false;
    }
    name.votes[type] = (name.votes[type] as number) + confidence;
    name.found++;
  }

  /** Whether a name, perhaps of another document, begins with a word, given by its hash. */
  mayBegin(word: number): boolean {
    return this.#lengths.has(word);
  }

  /** The longest name of the document that stands at a word and ends before another one (exclusive). */
  longest({ words, infos }: TaggedSentence, from: number, before: number): KnownName | undefined {
    let lengths = this.#lengths.get((infos[from] as WordInfo).foldHash) ?? 0;
    while (lengths !== 0) {
      const length = 31 - Math.clz32(lengths);
      lengths ^= 1 << length;
      if (from + length >= before || from + length > words.length) continue;
      const group = this.#names.get(hashOf(infos, from, from + length));
      const name = group?.find((other) => this.#isHere(other) && other.words.length === length && standsAt(other, words, from));
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** The name of the document that is just this word. */
  word(text: string): KnownName | undefined {
    const group = this.#names.get(phraseHash(0, hashString(foldWord(text))));
    return group?.find((name) => this.#isHere(name) && name.words.length === 1 && name.words[0] === text);
  }

  #isHere(name: KnownName): boolean {
    return name.document === this.#document;
  }
}

function hashOf(infos: readonly WordInfo[], from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = phraseHash(hash, (infos[i] as WordInfo).foldHash);
  return hash;
}

/** Whether a name's words stand just so from a word on. */
function standsAt(name: KnownName, words: readonly Word[], from: number): boolean {
  for (let k = 0, i = from; k < name.words.length; k++, i++) if (words[i]?.text !== name.words[k]) return false;
  return true;
}

/** A name that stands in a paragraph, and the family name in it. */
interface Entry {
  readonly name: KnownName;
  readonly type: number;
  readonly confidence: number;
  readonly family: KnownName | undefined;
}

/** What a paragraph says of the document's names; the entries hold for one table. */
const entriesIn = fact((): { table: NameTable | undefined; entries: readonly Entry[] } => ({ table: undefined, entries: [] }));

function readEntries({ list }: ParagraphNames, table: NameTable): Entry[] {
  const entries: Entry[] = [];
  for (const { type, confidence, words } of list) {
    if (words === undefined || words.to <= words.from) continue;
    const { sentence, from, to } = words;
    const isFullName = type === 'PER' && to - from > 1 && (sentence.infos[to - 1] as WordInfo).capital;
    const name = to - from < MAX_NAME_WORDS ? table.written(sentence, from, to) : undefined;
    const family = isFullName ? table.written(sentence, to - 1, to) : undefined;
    if (name !== undefined) entries.push({ name, type: TYPES.indexOf(type), confidence, family });
    else if (family !== undefined) entries.push({ name: family, type: TYPES.indexOf(type), confidence, family });
  }
  return entries;
}

/** Gathers the names of a document, and the family names of its persons by themselves. */
export function gatherNames(names: DocumentNames, table: NameTable): KnownNames {
  table.begin();
  for (const here of names) {
    if (here.list.length === 0) continue;
    const known = entriesIn(here, table);
    if (known.table !== table) {
      known.entries = readEntries(here, table);
      known.table = table;
    }
    for (const { name, type, confidence, family } of known.entries) {
      if (name !== family) table.count(name, type, confidence);
      if (family === undefined) continue;
      table.count(family, type, confidence);
      family.isFamily = true;
    }
  }
  let acronyms: ReadonlyMap<string, EntityType | undefined> | undefined;
  return {
    names: table,
    typeOfAcronym(acronym) {
      acronyms ??= gatherAcronyms(names);
      return acronyms.get(acronym);
    },
  };
}

/** The share of mentions that settles a type. */
const SETTLED_SHARE = 0.8;

/** The type of nearly all mentions; undefined where they do not agree. */
export function settledType({ votes }: KnownName): EntityType | undefined {
  let best = 0;
  let sum = 0;
  for (let type = 0; type < votes.length; type++) {
    sum += votes[type] as number;
    if ((votes[type] as number) > (votes[best] as number)) best = type;
  }
  return (votes[best] as number) >= SETTLED_SHARE * sum ? TYPES[best] : undefined;
}

/** The acronyms that a paragraph's names may have, with the names' types. */
const acronymsIn = fact(({ list }: ParagraphNames): readonly (readonly [string, EntityType])[] =>
  list.flatMap(({ type, words }: ParagraphName) => {
    if (type === 'PER' || words === undefined || words.to - words.from < 2) return [];
    return acronymsOf(words, type).map((acronym) => [acronym, type] as const);
  }),
);

function gatherAcronyms(names: DocumentNames): ReadonlyMap<string, EntityType | undefined> {
  const acronyms = new Map<string, EntityType | undefined>();
  for (const here of names) {
    if (here.list.length === 0) continue;
    for (const [acronym, type] of acronymsIn(here, undefined))
      acronyms.set(acronym, acronyms.has(acronym) && acronyms.get(acronym) !== type ? undefined : type);
  }
  return acronyms;
}

/**
 * The acronyms that a name of these words may have: initials of all its words, and without the small ones; of an
 * organisation also what stands alone in parentheses right after it, whatever language it is made from.
 */
function acronymsOf({ sentence, from, to }: WordRange, type: EntityType): readonly string[] {
  const { infos } = sentence;
  let all = '';
  let great = '';
  for (let i = from; i < to; i++) {
    const { text, flags } = infos[i] as WordInfo;
    if ((flags & FLAG.mark) !== 0) continue;
    const isCapital = (flags & FLAG.capital) !== 0;
    const initial = isCapital ? text.charAt(0) : text.charAt(0).toUpperCase();
    all += initial;
    if (isCapital || (flags & FLAG.particle) === 0) great += initial;
  }
  const acronyms = all === great ? [all] : [all, great];
  const bracketed = type === 'ORG' ? wordInParentheses(sentence.words, to) : undefined;
  return bracketed !== undefined && isAcronym(bracketed) ? [...acronyms, bracketed] : acronyms;
}

const wordInParentheses = (words: readonly Word[], i: number): string | undefined =>
  words[i]?.text === '(' && words[i + 2]?.text === ')' ? words[i + 1]?.text : undefined;
