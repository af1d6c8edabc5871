import { partitionPoint } from '../../../span';
import type { QuoteWords } from '../../candidate';
import { endOf, paragraphStart, startOf } from '../../offsets';
import { type CandidateSpeaker, mentionsIn } from '../candidates';
import type { Discourse } from '../discourse';
import { stemOf } from '../roles';
import type { Anaphor } from './anaphor';

/** A place where a definite noun for people stands: "le juge", "the former mayor". */
interface CalledPlace {
  readonly paragraph: number;
  /** The token of the noun. */
  readonly token: number;
  /** An offset in the document. */
  readonly start: number;
}

type CalledIndex = ReadonlyMap<string, readonly CalledPlace[]>;

const indexes = new WeakMap<Discourse, CalledIndex>();

/** Where a text calls somebody by a definite noun, by the noun's stem; looked for when a description first asks. */
function indexOf(discourse: Discourse): CalledIndex {
  const known = indexes.get(discourse);
  if (known !== undefined) return known;
  const index = new Map<string, CalledPlace[]>();
  discourse.scans.forEach(({ words }, paragraph) => {
    const base = paragraphStart(discourse.paragraphs, paragraph);
    for (let token = 1; token < words.tokens.length; token++) {
      if (!words.isHuman(token) || !isDefinite(words, token)) continue;
      const stem = stemOf(words.at(token), discourse.pack);
      const place = { paragraph, token, start: base + startOf(words, token) };
      const places = index.get(stem);
      if (places === undefined) index.set(stem, [place]);
      else places.push(place);
    }
  });
  indexes.set(discourse, index);
  return index;
}

/** Whether a noun stands after a definite article, with an adjective between them at most. */
const isDefinite = (words: QuoteWords, token: number): boolean =>
  words.pack.definite.has(words.at(token - 1)) || words.pack.definite.has(words.at(token - 2));

// Further back than so many places nobody remembers who was called so.
const PLACES_BACK = 12;

/** The places before an anaphor that call somebody by the noun of its own description, the last ones. */
export function placesBefore({ discourse, where, role }: Anaphor): readonly CalledPlace[] {
  if (role === undefined || role.head === '') return [];
  const places = indexOf(discourse).get(role.head) ?? [];
  const count = partitionPoint(places, ({ start }) => start < where.start);
  return places.slice(Math.max(0, count - PLACES_BACK), count);
}

/**
 * "Le procureur accuse Paul Roux": those named after the description's noun in one sentence, and not called so, are others
 * than the one whom it means.
 */
export function namedBeside(anaphor: Anaphor, places: readonly CalledPlace[]): ReadonlySet<CandidateSpeaker> {
  const { discourse, where, role } = anaphor;
  const others = new Set<CandidateSpeaker>();
  for (const { paragraph, token, start } of places) {
    const scan = discourse.scans[paragraph];
    const sentence = scan?.sentences.find(({ end }) => end > token);
    if (scan === undefined || sentence === undefined) continue;
    const end = paragraphStart(discourse.paragraphs, paragraph) + endOf(scan.words, sentence.end - 1);
    for (const { candidate } of mentionsIn(discourse.candidates, start, Math.min(end, where.start)))
      if (!candidate.roles.some(({ words }) => words.has(role?.head ?? ''))) others.add(candidate);
  }
  return others;
}
