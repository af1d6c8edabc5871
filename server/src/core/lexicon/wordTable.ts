import { WORD_CLASSES, type WordClass } from './wordClasses';

/** A language's words as the generator packs them out of `server/data/<language>`: forms parted by blanks, phrases by line breaks. */
export interface WordTable {
  /** Forms by class, gender (`feminine`, `epicene`) or number (`plural`). */
  readonly words: Readonly<Record<string, string>>;
  /** Lemmas of verbs by class. */
  readonly verbs: Readonly<Record<string, string>>;
  /** Phrases by kind, each as the tokenizer cuts it. */
  readonly phrases: Readonly<Record<string, string>>;
}

/** A table's lists, unpacked; a class that the language does not have is empty. */
export interface WordLists {
  readonly words: (name: string) => readonly string[];
  readonly set: (name: string) => ReadonlySet<string>;
  readonly verbs: (name: string) => ReadonlySet<string>;
  readonly phrases: (name: string) => readonly (readonly string[])[];
}

const split = (list: string | undefined, by: string): string[] => (list === undefined || list === '' ? [] : list.split(by));

/** Unpacks a language's words. */
export function wordLists({ words, verbs, phrases }: WordTable): WordLists {
  return {
    words: (name) => split(words[name], ' '),
    set: (name) => new Set(split(words[name], ' ')),
    verbs: (name) => new Set(split(verbs[name], ' ')),
    phrases: (name) => split(phrases[name], '\n').map((phrase) => phrase.split(' ')),
  };
}

/** The forms of each word class ({@link CLASS}), as a grammar asks for them. */
export const classWords = (lists: WordLists): Readonly<Partial<Record<WordClass, readonly string[]>>> =>
  Object.fromEntries(WORD_CLASSES.map((name) => [name, lists.words(name)]));
