import { foldWord, KIND } from '../lexicon';
import type { Mention } from '../mention';
import { hashString } from '../model/hash';
import { nameKey } from '../nameForms';
import { LOCATIONS, ORGANISATIONS } from './kinds';
import { retypeEach } from './oneTypePerName';
import type { DocumentContext, DocumentRefiner } from './refiner';

// Below this about every second mention is wrong (docs/entities-report.md, confidence).
const DOUBT = 0.6;

/**
 * A single word that is the family name of a person whom the document names in full is that person: Liz Torvane, then
 * Torvane. A word that the lists know as something else is so only where it is doubtful: Denzel Washington may be in Washington.
 */
export const familyNameIsPerson: DocumentRefiner = {
  id: 'family-name-is-person',
  scope: 'document',
  refine(mentions, context) {
    const families = familyNames(mentions);
    if (families.size === 0) return mentions;
    return retypeEach(mentions, ({ type, confidence, text }) =>
      type !== 'PER' && families.has(nameKey(text)) && (confidence < DOUBT || !isListedOtherwise(text, context)) ? 'PER' : type,
    );
  },
};

const OTHERWISE = LOCATIONS | ORGANISATIONS | (1 << KIND.acronym) | (1 << KIND.work);

const isListedOtherwise = (name: string, { phrases, wordsOf }: DocumentContext): boolean =>
  (phrases.bits(wordsOf(name).map((word) => hashString(foldWord(word.text)))) & OTHERWISE) !== 0;

function familyNames(mentions: readonly Mention[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const { type, text, confidence } of mentions) {
    const family = type === 'PER' && confidence >= DOUBT ? text.slice(text.search(/\S+$/u)) : text;
    // a family name in two parts is one: Lena Arden-Roy
    if (family !== text) families.add(nameKey(family));
  }
  return families;
}
