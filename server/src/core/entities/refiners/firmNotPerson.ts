import { fact, type ParagraphNames, refineEach } from '../document/paragraphNames';
import { foldWord, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import { keyWords, nameKey } from '../nameForms';
import { ORGANISATIONS } from './kinds';
import { retypeEach } from './oneTypePerName';
import type { DocumentRefiner } from './refiner';

/**
 * A word that the lists know as an organisation and that is one somewhere in the article is one all through it (Mercedes),
 * unless the article names somebody by it.
 */
export const firmNotPerson: DocumentRefiner = {
  id: 'firm-not-person',
  scope: 'document',
  refine(names, { phrases, memory }) {
    const firms = new Set<string>();
    for (const here of names) if (here.list.length > 0) for (const firm of firmsIn(here, phrases)) firms.add(firm);
    if (firms.size === 0) return names;
    for (const here of names) if (here.list.length > 0) for (const part of partsOfPersons(here, undefined)) firms.delete(part);
    if (firms.size === 0) return names;
    return refineEach(names, memory, 'firm-not-person', ({ list }) =>
      retypeEach(list, ({ type, text }) => (type === 'PER' && firms.has(nameKey(text)) ? 'ORG' : type)),
    );
  },
};

/** The single words that are organisations there and by the lists. */
const firmsIn = fact(({ list }: ParagraphNames, phrases: PhraseLists): readonly string[] => {
  const isListed = (text: string): boolean => (phrases.bits([hashString(foldWord(text))]) & ORGANISATIONS) !== 0;
  return list.flatMap(({ type, text }) => (type === 'ORG' && isSingle(text) && isListed(text) ? nameKey(text) : []));
});

const isSingle = (text: string): boolean => !text.includes(' ');

/** The words of persons' full names. */
export const partsOfPersons = fact(({ list }: ParagraphNames): readonly string[] =>
  list.flatMap(({ type, text }) => (type === 'PER' && !isSingle(text) ? keyWords(text) : [])),
);
