import { own } from '../../../members';
import type { Resolution } from '../discourse';
import { likeliest } from '../ranking/rank';
import { pairBefore } from './pair';
import { institutionSubject } from './sentenceSubject';
import type { Mention, Sieve } from './sieve';

/** "il", "elles": whom a pronoun of the third person means. */
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
  if (sense.number === 'pl') return last?.plural ? last.resolution : pairBefore(discourse, mention);
  const { gender } = sense;
  const meansPerson = sense.person === true;
  return likeliest({
    discourse,
    where: mention,
    form: sense.thing ? 'thing pronoun' : 'pronoun',
    meansPerson,
    ...(gender && { gender }),
    ...(gender && !meansPerson && { institution: (sentence) => institutionSubject(discourse, sentence, gender) }),
  });
}
