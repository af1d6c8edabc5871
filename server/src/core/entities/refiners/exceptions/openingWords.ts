import type { Exception } from '../../../rules/rule';
import type { WordInfo } from '../../model/wordInfo';
import type { EntityPack } from '../../pack';
import { ANY_GIVEN_NAME, isTitle } from '../kinds';

/** A word with a capital that a sentence and a person's name begin with. */
export interface OpeningWord {
  readonly info: WordInfo;
  readonly pack: EntityPack;
}

/** "De Gaulle", "La Rochefoucauld": names begin with particles and articles too, and with titles. */
export const particleOrTitle: Exception<OpeningWord> = {
  id: 'particle-or-title',
  holds: ({ info: { particle, folded }, pack }) =>
    particle || folded.length < 2 || pack.articles.has(folded) || isTitle(folded, pack),
};

/** "Rose Sarna": a common word that is a given name too, unless it never is one at a sentence's beginning ("Vive"). */
export const listedGivenName: Exception<OpeningWord> = {
  id: 'listed-given-name',
  holds: ({ info: { folded, upper, bits }, pack }) => !pack.neverGiven.has(folded) && (upper || (bits & ANY_GIVEN_NAME) !== 0),
};
