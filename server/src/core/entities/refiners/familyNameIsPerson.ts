import type { Mention } from '../mention';
import { keyWords, nameKey } from '../nameForms';
import { retypeEach } from './oneTypePerName';
import type { DocumentRefiner } from './refiner';

// Below this about every second mention is wrong (docs/entities-report.md, confidence).
const DOUBT = 0.6;

/** A doubtful single word that is the family name of a person whom the document names in full is that person. */
export const familyNameIsPerson: DocumentRefiner = {
  id: 'family-name-is-person',
  scope: 'document',
  refine(mentions) {
    const families = familyNames(mentions);
    if (families.size === 0) return mentions;
    return retypeEach(mentions, ({ type, confidence, text }) =>
      type !== 'PER' && confidence < DOUBT && families.has(nameKey(text)) ? 'PER' : type,
    );
  },
};

function familyNames(mentions: readonly Mention[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const { type, text, confidence } of mentions) {
    const words = type === 'PER' && confidence >= DOUBT ? keyWords(text) : [];
    if (words.length > 1) families.add(words.at(-1) as string);
  }
  return families;
}
