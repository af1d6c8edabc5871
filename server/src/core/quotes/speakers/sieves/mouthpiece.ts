import { CLASS } from '../../../lexicon/wordClasses';
import { startOf, textOf } from '../../offsets';
import { type CandidateMention, mentionsIn } from '../candidates';
import { type Resolution, resolutionOf } from '../discourse';
import { type Description, endOfDescription } from './descriptionParts';
import type { Sieve } from './sieve';

/** A spokesperson, a communiqué or a page speaks for the organisation in its complement: the one named there, or that one's own words. */
export const mouthpieceSieve: Sieve<Description> = {
  id: 'mouthpiece',
  resolve: (description) => {
    const { words, of, head } = description;
    if (of < 0 || !words.is(head, CLASS.mouthpiece)) return undefined;
    const owner = ownerNamedIn(description);
    return owner === undefined ? institutionInComplement(description) : resolutionOf(owner.candidate);
  },
};

/** Who is named after "of", unless an institution stands there by its own words. */
function ownerNamedIn({ discourse, words, base, end, of, head }: Description): CandidateMention | undefined {
  if (words.is(of + 1, CLASS.institution) || words.is(of + 2, CLASS.institution)) return undefined;
  // "les propos du ministre": whose words they are
  const isUtterance = words.is(head, CLASS.message | CLASS.cueNoun);
  return mentionsIn(discourse.candidates, base + startOf(words, of), end).find(
    ({ candidate: { type } }) => (isUtterance || type !== 'PER') && type !== 'LOC',
  );
}

function institutionInComplement({ words, phrase, of }: Description): Resolution | undefined {
  for (let i = of + 1; i < phrase.end; i++)
    if (words.is(i, CLASS.institution)) return { name: textOf(words, i, endOfDescription(words, phrase)) };
  return undefined;
}
