import { type CandidateSpeaker, mentionsIn } from '../candidates';
import { type Discourse, isQuoted, type Resolution, resolutionOf } from '../discourse';
import { findBackwards } from '../sentencesBack';
import { type Description, isBareNoun } from './descriptionParts';
import type { Mention, Sieve } from './sieve';

/** "le musée" after "le musée de la Mer": the organisation whose name begins with the noun. */
export const organisationNounSieve: Sieve<Description> = {
  id: 'organisation-noun',
  resolve: ({ discourse, words, phrase, isIndefinite, institution, head, role, start }) => {
    if (isIndefinite || institution >= 0 || !isBareNoun(words, phrase, head, 0)) return undefined;
    const named = organisationNamedBy(discourse, role.head, start);
    return named && resolutionOf(named);
  },
};

/** "l'entreprise", "le groupe": the organisation last named. */
export const lastOrganisationSieve: Sieve<Description> = {
  id: 'last-organisation',
  decides: isOrganisationNoun,
  resolve: (description) => (isOrganisationNoun(description) ? lastOrganisation(description) : undefined),
};

function isOrganisationNoun({ words, phrase, isIndefinite }: Description): boolean {
  const noun = phrase.start + 1;
  return !isIndefinite && words.pack.organisations.has(words.at(noun)) && isBareNoun(words, phrase, noun, 1);
}

/** The organisation last named, a sentence's first before those after it. */
export function lastOrganisation(mention: Mention): Resolution | undefined {
  const { candidates } = mention.discourse;
  return findBackwards(mention.discourse, mention, ({ from, to }) => {
    const named = mentionsIn(candidates, from, to).find((other) => !isQuoted(other, mention) && other.candidate.type === 'ORG');
    return named && resolutionOf(named.candidate);
  });
}

/** The organisation whose name begins with a noun and that was named before an offset. */
export const organisationNamedBy = ({ candidates }: Discourse, noun: string, offset: number): CandidateSpeaker | undefined =>
  candidates.byNoun(noun).find(({ places }) => (places[0] ?? offset) < offset);
