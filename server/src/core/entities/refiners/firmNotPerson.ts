import { foldWord } from '../lexicon';
import type { Mention } from '../mention';
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
  refine(mentions, { phrases }) {
    const isListed = (text: string): boolean => (phrases.bits([hashString(foldWord(text))]) & ORGANISATIONS) !== 0;
    const firms = new Set(
      mentions.filter(({ type, text }) => type === 'ORG' && isSingle(text) && isListed(text)).map(({ text }) => nameKey(text)),
    );
    if (firms.size === 0) return mentions;
    for (const name of partsOfPersons(mentions)) firms.delete(name);
    return retypeEach(mentions, ({ type, text }) => (type === 'PER' && firms.has(nameKey(text)) ? 'ORG' : type));
  },
};

const isSingle = (text: string): boolean => !text.includes(' ');

const partsOfPersons = (mentions: readonly Mention[]): readonly string[] =>
  mentions.flatMap(({ type, text }) => (type === 'PER' && !isSingle(text) ? keyWords(text) : []));
