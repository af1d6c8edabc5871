import { tableMessages as messages } from '../../messages/tables';
import { sentencesOf } from '../searchDocument';
import type { List } from './lists';
import { NgramFrequencies, NO_WORDS } from './ngramFrequencies';
import type { Scope } from './scope';
import { NO_WORD } from './wordForms';
import { within, wordQuery } from './written';

/**
 * Rows of words that follow each other within a sentence, with nothing between them that is no word, or marks too where
 * they are counted: segments répétés (Salem, A.: Pratique des segments répétés. Klincksieck 1987). One that begins or ends
 * with a word of the stop list makes no row.
 */
export function ngramList({ request, reader }: Scope): List {
  const { shortest, longest } = request;
  const counts = new NgramFrequencies(request.by !== undefined);
  return {
    columns: [
      { id: 'ngram', title: messages.columns.ngram, form: 'text' },
      { id: 'length', title: messages.columns.length, form: 'count' },
    ],
    get lost() {
      return counts.lost;
    },
    count({ document, keys, article, partOf }) {
      counts.makeRoom();
      for (const { first: from, last } of sentencesOf(document))
        for (let first = from; first < last; first++) {
          const end = Math.min(last, first + longest);
          for (let i = first, row = NO_WORDS; i < end && keys[i] !== NO_WORD; i++) {
            row = counts.with(row, keys[i] as number);
            if (i - first + 1 >= shortest) counts.add(row, article, partOf(first));
          }
        }
    },
    *rows(minimum) {
      for (const { words: numbers, ...frequency } of counts.entries(minimum)) {
        const words = numbers.map((number) => reader.word(number));
        if (reader.stop.has(words[0] as string) || reader.stop.has(words.at(-1) as string)) continue;
        const query = (): string => within(wordQuery(words, request), request);
        yield [
          { cells: [words.join(' '), words.length], query },
          { ...frequency, words: 0 },
        ];
      }
    },
  };
}
