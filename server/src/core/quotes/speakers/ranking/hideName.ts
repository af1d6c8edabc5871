import { own } from '../../../members';
import type { CandidateSpeaker } from '../candidates';
import type { Where } from '../discourse';
import { type Role, stemOf } from '../roles';
import type { Mention } from '../sieves/sieve';
import { likeliest } from './rank';
import { unnamedSpeaker } from './unnamed';

/** A speaker's name as if a pronoun stood in its place: the choice goes to who watches, as an example to learn from. */
export function hideName(mention: Mention | undefined, candidate: CandidateSpeaker): void {
  if (mention === undefined || (candidate.places[0] ?? mention.start) >= mention.start) return;
  if (candidate.type !== 'PER') return;
  const { discourse } = mention;
  const shown = { discourse, ...(candidate.gender && { gender: candidate.gender }), hidden: candidate.name };
  const meansPerson = Object.values(discourse.pack.pronouns).some(({ person }) => person);
  // where somebody without a name spoke last, the text names the next one because a pronoun would not do
  if (unnamedSpeaker({ ...shown, where: mention, form: 'pronoun', meansPerson }) === undefined)
    likeliest({ ...shown, where: mention, form: 'pronoun', meansPerson });
  likeliest({ ...shown, where: mention, form: 'epithet', meansPerson: true, role: NEW_ROLE });
  likeliest({ ...shown, where: mention, form: 'description', meansPerson: true, role: NEW_ROLE });
  hideBearer(mention, candidate);
  if (quotes(mention))
    likeliest({ discourse, where: beforeQuotation(mention), form: 'without words', meansPerson: false, hidden: candidate.name });
}

/**
 * A pronoun for who spoke last as if the text named him nowhere: nobody else who is named is meant.
 * @param found - whom it means
 */
export function hideLastSpeaker(mention: Mention | undefined, found: CandidateSpeaker): void {
  const last = mention?.discourse.speakers.at(-1);
  if (mention === undefined || last?.resolution?.candidate !== found || last.plural || found.type !== 'PER') return;
  const { discourse, words, phrase } = mention;
  const sense = own(discourse.pack.pronouns, words.at(phrase.start));
  if (sense?.gender === undefined) return;
  likeliest({
    discourse,
    where: mention,
    form: 'pronoun',
    gender: sense.gender,
    meansPerson: sense.person === true,
    absent: found,
    hidden: null,
  });
}

/** A description of somebody as if the text named him nowhere: nobody else who is named is meant. */
function hideBearer({ discourse, ...where }: Mention, absent: CandidateSpeaker): void {
  const { pack } = discourse;
  const [role] = absent.roles;
  if (role === undefined || role.head === '') return;
  // two who are called so are told apart by more than a description
  if (discourse.candidates.byRole(role.head).some((other) => other !== absent)) return;
  likeliest({
    discourse,
    where,
    form: role.words.size === 1 ? 'epithet' : 'description',
    ...(absent.gender && { gender: absent.gender }),
    meansPerson: true,
    role,
    isOffice: [...pack.speakers.offices].some((office) => stemOf(office, pack) === role.head),
    hasNamedComplement: [...role.words].some((word) => discourse.text.includes(capitalised(word))),
    absent,
    hidden: null,
  });
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What nobody was called before. */
const NEW_ROLE: Role = { head: '', words: new Set() };

/** Whether a speaker's quotation stands in marks, in the mention's paragraph and before it. */
const quotes = ({ words, base, quoted }: Mention): boolean => {
  const [first] = quoted;
  return (
    first !== undefined &&
    first[0] >= base &&
    /[«"“]\s?$/u.test(words.text.slice(Math.max(0, first[0] - base - 2), first[0] - base))
  );
};

const beforeQuotation = ({ paragraph, quoted, start }: Mention): Where => ({
  paragraph,
  start: Math.min(start, quoted[0]?.[0] ?? start),
  quoted,
});
