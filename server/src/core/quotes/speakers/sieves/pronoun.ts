import { own } from '../../../members';
import type { Resolution } from '../discourse';
import { resolveAnaphor } from './antecedent';
import type { Mention, Sieve } from './sieve';

/** "il", "elles": the antecedent of a pronoun of the third person. */
export const pronounSieve: Sieve = {
  id: 'pronoun',
  decides: ({ phrase }) => phrase.kind === 'pronoun',
  resolve: (mention) => (mention.phrase.kind === 'pronoun' ? antecedentOf(mention) : undefined),
};

function antecedentOf(mention: Mention): Resolution | undefined {
  const { discourse, words, phrase } = mention;
  const sense = own(discourse.pack.pronouns, words.at(phrase.start));
  if (sense === undefined || sense.speaker) return undefined;
  const last = discourse.speakers.at(-1);
  if (sense.number === 'pl') return last?.plural ? last.resolution : undefined;
  return resolveAnaphor({ mention, gender: sense.gender, meansPerson: sense.person === true });
}
