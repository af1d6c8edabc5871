import { CLASS } from '../../../lexicon/wordClasses';
import { resolutionOf } from '../discourse';
import { stemOf } from '../roles';
import type { Description } from './descriptionParts';
import type { Sieve } from './sieve';

// An article, an adjective and the noun.
const MAX_TOKENS = 2;

/** "Police said …", "la police": the only body of the article with that word in its name, the only one named before if one is: "Arden Police Department". */
export const onlyForceSieve: Sieve<Description> = {
  id: 'only-force',
  resolve: ({ discourse, words, phrase: { start, end }, isIndefinite, start: at }) => {
    const noun = end - 1;
    if (isIndefinite || end - start > MAX_TOKENS || words.isCapital(noun) !== (noun === start && words.isCapital(start)))
      return undefined;
    if (!words.is(noun, CLASS.institution) || !words.is(noun, CLASS.human)) return undefined;
    const stem = stemOf(words.at(noun), words.pack);
    const bodies = discourse.candidates.all.filter(
      ({ type, name }) => type === 'ORG' && name.split(/[\s-]/).some((word) => stemOf(word, words.pack) === stem),
    );
    const before = bodies.filter(({ places }) => (places[0] ?? at) < at);
    const [only, ...others] = before.length > 0 ? before : bodies;
    return only !== undefined && others.length === 0 ? resolutionOf(only) : undefined;
  },
};
