import { type DocumentNames, fact, type ParagraphNames, refineEach } from '../document/paragraphNames';
import { nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
import { partsOfPersons } from './firmNotPerson';
import { SURE } from './kinds';
import { retypeEach } from './oneTypePerName';
import type { DocumentRefiner } from './refiner';

/**
 * Tovan said that …, in an article on Tovan Foods Inc.: the first word of a firm's full name by itself is the firm, where the
 * model took it for a person's and nobody in the article is called so.
 */
export const shortFormOfFirm: DocumentRefiner = {
  id: 'short-form-of-firm',
  scope: 'document',
  refine(names, { pack, memory }) {
    const firms = firstWordsOfFirms(names, pack);
    if (firms.size === 0) return names;
    for (const here of names) if (here.list.length > 0) for (const word of partsOfPersons(here, undefined)) firms.delete(word);
    if (firms.size === 0) return names;
    return refineEach(names, memory, 'short-form-of-firm', ({ list }) =>
      retypeEach(list, ({ type, text, confidence }) =>
        type === 'PER' && confidence < SURE && firms.has(nameKey(text)) ? 'ORG' : type,
      ),
    );
  },
};

function firstWordsOfFirms(names: DocumentNames, pack: EntityPack): Set<string> {
  const firms = new Set<string>();
  for (const here of names) if (here.list.length > 0) for (const word of firstWordsIn(here, pack)) firms.add(word);
  return firms;
}

const firstWordsIn = fact(({ list }: ParagraphNames, { companyForms }: EntityPack): readonly string[] =>
  list.flatMap(({ type, text }) => {
    const words = type === 'ORG' && text.includes(' ') ? text.split(/\s+/u) : [];
    const [first, last] = [words[0], words.at(-1)];
    return first !== undefined && last !== undefined && companyForms.test(last.toLowerCase()) ? nameKey(first) : [];
  }),
);
