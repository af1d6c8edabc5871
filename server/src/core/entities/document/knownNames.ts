import type { EntityType } from '../../analysis';
import { foldWord, phraseHash } from '../lexicon';
import type { Mention, WordRange } from '../mention';
import { hashString } from '../model/hash';
import { TYPES } from '../model/labels';
import { FLAG, type WordInfo } from '../model/wordInfo';
import { isAcronym } from '../nameForms';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';

/** A name of the document, as it is written. */
export interface KnownName {
  /** The words that it is written with where it was first found: `from` to `to` (exclusive). */
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
  /** The confidences of its mentions summed up, by type in the order of {@link TYPES}. */
  readonly votes: number[];
  found: number;
  /** It is the family name of somebody whom the document names in full. */
  isFamily: boolean;
  /** How often the words stand alone where nothing was found. */
  missed: number;
}

/** What was found in a document, by its words. */
export interface KnownNames {
  readonly names: NameTable;
  /** The type of the full names that may have an acronym; undefined where there are none, or of several types. */
  typeOfAcronym(acronym: string): EntityType | undefined;
}

/** The longest name in words that is looked for. */
export const MAX_NAME_WORDS = 16;

/** The names of a document, found by their words: what begins with a common given name may be thousands of them. */
class NameTable {
  /** By the hash of all words. */
  readonly #names = new Map<number, KnownName[]>();
  /** By the hash of the first word: a bit for each number of words that names beginning with it have. */
  readonly #lengths = new Map<number, number>();

  /** The name that stands at words `from` to `to` (exclusive); made where there is none yet. */
  add({ words, infos }: TaggedSentence, from: number, to: number): KnownName {
    const hash = hashOf(infos, from, to);
    const group = this.#names.get(hash);
    const known = group?.find((name) => name.to - name.from === to - from && standsAt(name, words, from));
    if (known !== undefined) return known;
    const name: KnownName = { words, from, to, votes: [0, 0, 0, 0], found: 0, isFamily: false, missed: 0 };
    if (group === undefined) this.#names.set(hash, [name]);
    else group.push(name);
    const first = (infos[from] as WordInfo).foldHash;
    this.#lengths.set(first, (this.#lengths.get(first) ?? 0) | (1 << (to - from)));
    return name;
  }

  /** The longest name that stands at a word and ends before another one (exclusive). */
  longest({ words, infos }: TaggedSentence, from: number, before: number): KnownName | undefined {
    let lengths = this.#lengths.get((infos[from] as WordInfo).foldHash) ?? 0;
    while (lengths !== 0) {
      const length = 31 - Math.clz32(lengths);
      lengths ^= 1 << length;
      if (from + length >= before || from + length > words.length) continue;
      const group = this.#names.get(hashOf(infos, from, from + length));
      const name = group?.find((other) => other.to - other.from === length && standsAt(other, words, from));
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** The name that is just this word. */
  word(text: string): KnownName | undefined {
    const group = this.#names.get(phraseHash(0, hashString(foldWord(text))));
    return group?.find(({ words, from, to }) => to - from === 1 && words[from]?.text === text);
  }
}

function hashOf(infos: readonly WordInfo[], from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = phraseHash(hash, (infos[i] as WordInfo).foldHash);
  return hash;
}

/** Whether a name's words stand just so from a word on. */
function standsAt(name: KnownName, words: readonly Word[], from: number): boolean {
  for (let k = name.from, i = from; k < name.to; k++, i++) if (words[i]?.text !== (name.words[k] as Word).text) return false;
  return true;
}

/** Gathers the names of a document, and the family names of its persons by themselves. */
export function gatherNames(mentions: readonly Mention[]): KnownNames {
  const names = new NameTable();
  const add = ({ type, confidence }: Mention, sentence: TaggedSentence, from: number, to: number): KnownName | undefined => {
    if (to - from >= MAX_NAME_WORDS) return undefined;
    const name = names.add(sentence, from, to);
    const at = TYPES.indexOf(type);
    name.votes[at] = (name.votes[at] as number) + confidence;
    name.found++;
    return name;
  };
  for (const mention of mentions) {
    if (mention.words === undefined) continue;
    const { sentence, from, to } = mention.words;
    if (to <= from) continue;
    add(mention, sentence, from, to);
    const isFullName = mention.type === 'PER' && to - from > 1 && (sentence.infos[to - 1] as WordInfo).capital;
    const family = isFullName ? add(mention, sentence, to - 1, to) : undefined;
    if (family !== undefined) family.isFamily = true;
  }
  let acronyms: ReadonlyMap<string, EntityType | undefined> | undefined;
  return {
    names,
    typeOfAcronym(acronym) {
      acronyms ??= gatherAcronyms(mentions);
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

function gatherAcronyms(mentions: readonly Mention[]): ReadonlyMap<string, EntityType | undefined> {
  const acronyms = new Map<string, EntityType | undefined>();
  for (const { type, words } of mentions) {
    if (type === 'PER' || words === undefined || words.to - words.from < 2) continue;
    for (const acronym of acronymsOf(words, type)) {
      acronyms.set(acronym, acronyms.has(acronym) && acronyms.get(acronym) !== type ? undefined : type);
    }
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
