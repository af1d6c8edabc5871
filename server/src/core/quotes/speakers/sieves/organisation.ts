import { partitionPoint } from '../../../span';
import type { CandidateSpeaker } from '../candidates';
import { type Discourse, type Resolution, resolutionOf } from '../discourse';
import { likeliest } from '../ranking/rank';
import { type Description, isBareNoun } from './descriptionParts';
import type { Sieve } from './sieve';

/** "le musée" after "le musée de la Mer": the organisation whose name begins with the noun. */
export const organisationNounSieve: Sieve<Description> = {
  id: 'organisation-noun',
  resolve: ({ discourse, words, phrase, isIndefinite, institution, head, role, start }) => {
    if (isIndefinite || institution >= 0 || !isBareNoun(words, phrase, head, 0)) return undefined;
    const named = organisationNamedBy(discourse, role.head, start);
    return named && resolutionOf(named);
  },
};

/** "l'entreprise", "le groupe": the organisation that is meant. */
export const lastOrganisationSieve: Sieve<Description> = {
  id: 'last-organisation',
  decides: isOrganisationNoun,
  resolve: (description) => (isOrganisationNoun(description) ? organisationMeant(description) : undefined),
};

function isOrganisationNoun({ words, phrase, isIndefinite }: Description): boolean {
  const noun = phrase.start + 1;
  return !isIndefinite && words.pack.organisations.has(words.at(noun)) && isBareNoun(words, phrase, noun, 1);
}

/** The organisation that "le groupe" means. */
export const organisationMeant = ({ discourse, role, ...where }: Description): Resolution | undefined =>
  likeliest({ discourse, where, end: where.end, role, form: 'body noun', meansPerson: false });

/** The organisation whose name a noun heads and that was named last before an offset. */
export function organisationNamedBy({ candidates }: Discourse, noun: string, offset: number): CandidateSpeaker | undefined {
  let last: CandidateSpeaker | undefined;
  let at = -1;
  for (const candidate of candidates.byNoun(noun)) {
    const place = candidate.places[partitionPoint(candidate.places, (start) => start < offset) - 1] ?? -1;
    if (place <= at) continue;
    last = candidate;
    at = place;
  }
  return last;
}
