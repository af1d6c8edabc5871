import type { Mention } from '../mention';
import { keyWords, nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
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
  refine(mentions, { pack }) {
    const firms = firstWordsOfFirms(mentions, pack);
    if (firms.size === 0) return mentions;
    for (const { type, text } of mentions)
      if (type === 'PER' && text.includes(' ')) for (const word of keyWords(text)) firms.delete(word);
    return retypeEach(mentions, ({ type, text, confidence }) =>
      type === 'PER' && confidence < SURE && firms.has(nameKey(text)) ? 'ORG' : type,
    );
  },
};

function firstWordsOfFirms(mentions: readonly Mention[], { companyForms }: EntityPack): Set<string> {
  const firms = new Set<string>();
  for (const { type, text } of mentions) {
    const words = type === 'ORG' && text.includes(' ') ? text.split(/\s+/u) : [];
    const [first, last] = [words[0], words.at(-1)];
    if (first !== undefined && last !== undefined && companyForms.test(last.toLowerCase())) firms.add(nameKey(first));
  }
  return firms;
}
