import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';
import { followsName } from './context';

// A feast, and not a place or a person of its name, a climb, or what is named for it.

/** "Il aimait Saint-Nicolas": a saint, whose day has an article. */
export const saintNotFeast: Exception<TimexCandidate> = {
  id: 'saint-not-feast',
  // the second word of vendredi saint is no saint
  holds: ({ reader, match: { from } }) =>
    reader.sense(from, 'feastByArticle') !== undefined && reader.sense(from - 1, 'the') === undefined,
};

/** "L'ascension du sommet": a common noun, which the feast's capital tells apart. */
export const feastInSmallLetters: Exception<TimexCandidate> = {
  id: 'feast-in-small-letters',
  holds: ({ reader, match }) =>
    someToken(match, (at) => reader.sense(at, 'feastByCapital') !== undefined && !reader.isCapital(at)),
};

/** "À la Toussaint-Vieille": a place's name goes on. */
export const feastInPlaceName: Exception<TimexCandidate> = {
  id: 'feast-in-place-name',
  holds: ({ reader, match: { to } }) => reader.words[to] === '-' && reader.isGlued(to) && reader.isGlued(to + 1),
};

/** "Lison Noël": a person. */
export const personNotFeast: Exception<TimexCandidate> = {
  id: 'person-not-feast',
  holds: ({ reader, match, previous }) => match.to - match.from <= 1 && followsName(reader, match.from, previous),
};

function someToken({ from, to }: { readonly from: number; readonly to: number }, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(at)) return true;
  return false;
}
