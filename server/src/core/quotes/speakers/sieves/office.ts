import { partitionPoint } from '../../../span';
import { describes } from '../../../syntax/nounPhrases';
import type { QuoteWords } from '../../candidate';
import { bearersOf, type CandidateSpeaker, mentionsIn } from '../candidates';
import { resolutionOf } from '../discourse';
import { type Role, stemOf } from '../roles';
import { articleGender, type Description } from './descriptionParts';
import type { Sieve } from './sieve';

/** "la ministre de la Mer": the candidate whose role has the same head noun, and the rest of the description does not contradict. */
export const officeSieve: Sieve<Description> = {
  id: 'office',
  resolve: (description) => {
    if (description.isIndefinite || meansSeveral(description)) return undefined;
    const bearer = likeliestBearer(description);
    // "le sondage de Val-Info" is not the one of another institute
    return bearer === undefined || namesAnother(description, bearer) ? undefined : resolutionOf(bearer);
  },
};

/** "sa femme ajoute": the only person who is called so. */
export const onlyRelativeSieve: Sieve<Description> = {
  id: 'only-relative',
  resolve: ({ discourse, words, phrase, of, role, start }) => {
    if (!words.pack.speakers.thirdPersonPossessives.has(words.at(phrase.start)) || of >= 0) return undefined;
    const called = bearersOf(discourse.candidates, role.head, start).filter(
      ({ type, roles }) => type === 'PER' && roles.some((known) => known.head === role.head),
    );
    return called.length === 1 && called[0] ? resolutionOf(called[0]) : undefined;
  },
};

/** "analysts", "the local officials": several people, whatever one of them is called. */
function meansSeveral({ words, phrase, of }: Description): boolean {
  const { pluralEndings } = words.pack;
  const end = of < 0 ? phrase.end : of;
  for (let i = end - 1; i >= phrase.start; i--) {
    const form = words.at(i);
    if (words.isHuman(i) && !words.isCapital(i))
      return pluralEndings.some((ending) => form.endsWith(ending)) && !words.lists.singularEnding.test(form);
  }
  return words.isHuman(phrase.start) && pluralEndings.some((ending) => words.at(phrase.start).endsWith(ending));
}

function likeliestBearer(description: Description): CandidateSpeaker | undefined {
  const { discourse, role, start } = description;
  const within = namedWithin(description);
  let best: CandidateSpeaker | undefined;
  let most = 0;
  for (const candidate of bearersOf(discourse.candidates, role.head, start)) {
    if (!canBear(candidate, description) || within.has(candidate)) continue;
    for (const known of candidate.roles) {
      const match = matchOf(role, known);
      const score = match === undefined ? 0 : match.sure + nearness(candidate, start) - match.besides;
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
  }
  return best;
}

/** "the wife of President Carl Dunn" is not Carl Dunn, whatever the words before his name call him. */
function namedWithin({ discourse, words, start, end }: Description): ReadonlySet<CandidateSpeaker> {
  if (!words.pack.speakers.lastNameHeads) return NOBODY;
  return new Set(
    mentionsIn(discourse.candidates, start, end).flatMap(({ candidate }) => (candidate.type === 'PER' ? [candidate] : [])),
  );
}

const NOBODY: ReadonlySet<CandidateSpeaker> = new Set();

function canBear({ type, gender }: CandidateSpeaker, description: Description): boolean {
  // a town is neither its ministry nor its mayor
  if (type === 'LOC' || type === 'MISC') return description.institution < 0 && !describes(description.words, description.phrase);
  if (type !== 'PER') return true;
  // a ministry is not its minister
  if (description.institution >= 0) return false;
  // "la mère de la victime" is not one of the men whose roles speak of her, "le président du club" no présidente
  const shown = articleGender(description);
  return gender === undefined || shown === undefined || gender === shown;
}

/** How well a role that somebody has fits a described one; undefined where it does not. */
function matchOf(role: Role, known: Role): { sure: number; besides: number } | undefined {
  if (!known.words.has(role.head)) return undefined;
  let shared = 0;
  for (const word of role.words) if (known.words.has(word)) shared++;
  const share = shared / role.words.size;
  if (share < 0.5 || (role.words.size === 2 && share < 1 && known.words.size > 1)) return undefined;
  // of two presidents the one whose office has no words besides
  return { sure: share * 10 + shared + (known.head === role.head ? 2 : 0), besides: 0.1 * (known.words.size - shared) };
}

// At so many code units after the last mention half of the nearness is left.
const HALF_NEARNESS = 500;

/** Between 0 and 1: how near before an offset a candidate was last named. */
function nearness({ places }: CandidateSpeaker, offset: number): number {
  const last = places[partitionPoint(places, (place) => place < offset) - 1];
  return last === undefined ? 0 : 1 / (1 + (offset - last) / HALF_NEARNESS);
}

/** Whether a description of an institution holds a name that its supposed bearer is not called by. */
function namesAnother({ words, phrase }: Description, bearer: CandidateSpeaker): boolean {
  if (bearer.type === 'PER') return false;
  for (let i = phrase.start + 1; i < phrase.end; i++) if (words.isCapital(i) && !isCalled(bearer, words, i)) return true;
  return false;
}

function isCalled({ name, roles }: CandidateSpeaker, words: QuoteWords, i: number): boolean {
  const stem = stemOf(words.at(i), words.pack);
  return roles.some((role) => role.words.has(stem)) || name.toLowerCase().includes(words.at(i));
}
