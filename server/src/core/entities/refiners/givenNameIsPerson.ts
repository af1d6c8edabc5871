import { refineAlone } from '../document/paragraphNames';
import { foldWord, KIND } from '../lexicon';
import type { ParagraphName } from '../mention';
import { hashString } from '../model/hash';
import { FAMILY_NAME, FEMALE_NAME, LOCATIONS, MALE_NAME, SURE } from './kinds';
import { retypeEach } from './oneTypePerName';
import type { DocumentContext, DocumentRefiner } from './refiner';

const OTHERWISE_NAMED = LOCATIONS | (1 << KIND.organisation) | FAMILY_NAME;

/** An uncertain single word that is a given name, and nothing else by the lists, is a person. */
export const givenNameIsPerson: DocumentRefiner = {
  id: 'given-name-is-person',
  scope: 'document',
  refine: (names, context) =>
    refineAlone(names, context.memory, 'given-name-is-person', ({ list }) =>
      retypeEach(list, (name) => (isGivenName(name, context) ? 'PER' : name.type)),
    ),
};

function isGivenName({ type, confidence, text }: ParagraphName, { phrases }: DocumentContext): boolean {
  if (type === 'PER' || confidence >= SURE || !/^\p{Lu}\p{Ll}+$/u.test(text)) return false;
  const bits = phrases.bits([hashString(foldWord(text))]);
  return (bits & (MALE_NAME | FEMALE_NAME)) !== 0 && (bits & OTHERWISE_NAMED) === 0;
}
