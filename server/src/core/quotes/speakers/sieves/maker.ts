import { endOf } from '../../offsets';
import { mentionsIn } from '../candidates';
import { type Resolution, resolutionOf } from '../discourse';
import type { Description } from './descriptionParts';
import type { Mention, Sieve } from './sieve';

/** "les chiffres fournis par Anne Morel": who made something is its source. */
export const makerSieve: Sieve<Description> = {
  id: 'maker',
  resolve: (description) => {
    const { isIndefinite, institution, head, words } = description;
    return isIndefinite || institution >= 0 || words.isHuman(head) ? undefined : makerNamedIn(description);
  },
};

/** Who is named after the "by" of a mention. */
export function makerNamedIn({ discourse, words, phrase, base, end }: Mention): Resolution | undefined {
  for (let i = phrase.start + 1; i < phrase.end; i++) {
    if (!words.lists.agent.has(words.at(i))) continue;
    const maker = mentionsIn(discourse.candidates, base + endOf(words, i), end)[0];
    return maker === undefined || maker.candidate.type === 'LOC' ? undefined : resolutionOf(maker.candidate);
  }
  return undefined;
}
