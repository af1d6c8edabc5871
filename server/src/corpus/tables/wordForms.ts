import { plain } from '../query/folding';
import { numbered } from '../query/numbered';
import type { SearchDocument } from '../searchDocument';
import type { TableRequest } from './table';

/** What of words is told apart, and what is a word. */
export type WordSettings = Pick<TableRequest, 'matchCase' | 'ignoreAccents' | 'marks' | 'stop' | 'lemmas'>;

/** A word as it is counted, by its number; {@link NO_WORD} is what is not counted. */
export type WordKey = number;

/** What is not counted: a mark, where marks are not. */
export const NO_WORD = 0;

/** How tokens are counted. */
export interface WordReader {
  /** As what each token is counted; holds until the next document is read. */
  keysOf(document: SearchDocument): Uint32Array;
  /** What a number stands for: the form folded, or its lemma. */
  word(key: WordKey): string;
  /** No number is as large. */
  readonly size: number;
  /** Words that make no row. */
  readonly stop: ReadonlySet<string>;
}

const MOST_FORMS = 200_000;
const WORD = /[\p{L}\p{N}]/u;

/** Reads tokens as settings say. Each form is folded once. */
export function wordReader({ matchCase, ignoreAccents, marks, stop, lemmas }: WordSettings): WordReader {
  const fold = (form: string): string => plain(form, !matchCase, ignoreAccents);
  const lemmaOf = new Map(lemmas.map(([form, lemma]) => [fold(form), lemma]));
  const words: string[] = [''];
  const numbers = new Map<string, WordKey>();
  const keyOf = (form: string): WordKey => {
    if (!marks && !WORD.test(form)) return NO_WORD;
    const folded = fold(form);
    const word = lemmaOf.get(folded) ?? folded;
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    return words.push(word) - 1;
  };
  const known = new Map<string, WordKey>();
  const ofForm = (form: string): WordKey => {
    let key = known.get(form);
    if (key === undefined) {
      if (known.size >= MOST_FORMS) known.clear();
      key = keyOf(form);
      known.set(form, key);
    }
    return key;
  };
  const ofNumber = numbered(keyOf);
  let room = new Uint32Array(1024);
  return {
    keysOf(document) {
      const own = document.words;
      if (own === undefined) return Uint32Array.from(document.forms, ofForm);
      const { numbers, vocabulary } = own;
      if (room.length < numbers.length) room = new Uint32Array(2 * numbers.length);
      for (let i = 0; i < numbers.length; i++) room[i] = ofNumber(vocabulary, numbers[i] as number);
      return room.subarray(0, numbers.length);
    },
    word: (key) => words[key] as string,
    get size() {
      return words.length;
    },
    stop: new Set(stop.map(fold)),
  };
}
