import { mentionsIn } from '../candidates';
import { isQuoted, type Resolution, resolutionOf } from '../discourse';
import { findBackwards } from '../sentencesBack';
import type { Mention, Sieve } from './sieve';

/** "ce dernier": the person named last. */
export const latterSieve: Sieve = {
  id: 'latter',
  decides: (mention) => latterGender(mention) !== undefined,
  resolve: (mention) => {
    const gender = latterGender(mention);
    return gender && lastNamed(mention, gender, ['PER']);
  },
};

/** "celle-ci": the person named last, or an organisation of the gender. */
export const nearestSieve: Sieve = {
  id: 'nearest',
  decides: (mention) => nearestGender(mention) !== undefined,
  resolve: (mention) => {
    const gender = nearestGender(mention);
    return gender && lastNamed(mention, gender, ['PER', 'ORG']);
  },
};

const latterGender = ({ words, phrase: { start, end } }: Mention): 'm' | 'f' | undefined =>
  end - start === 2 ? words.pack.speakers.latterAdjectives.get(words.at(end - 1)) : undefined;

const nearestGender = ({ words, phrase: { start, end } }: Mention): 'm' | 'f' | undefined =>
  words.pack.speakers.nearestSuffix.has(words.at(end - 1))
    ? words.pack.speakers.nearestDemonstratives.get(words.at(start))
    : undefined;

function lastNamed(mention: Mention, gender: 'm' | 'f', types: readonly string[]): Resolution | undefined {
  const { candidates } = mention.discourse;
  return findBackwards(mention.discourse, mention, ({ from, to }) => {
    const named = mentionsIn(candidates, from, to).findLast((other) => {
      const { type, gender: known } = other.candidate;
      const agrees = type === 'PER' ? (known ?? gender) === gender : known === gender;
      return types.includes(type) && agrees && !isQuoted(other, mention);
    });
    return named && resolutionOf(named.candidate);
  });
}
