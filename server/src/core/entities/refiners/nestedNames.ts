import type { EntityType } from '../../analysis';
import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { refineAlone } from '../document/paragraphNames';
import { foldWord, KIND, type PhraseMatch } from '../lexicon';
import type { ParagraphName } from '../mention';
import { hashString } from '../model/hash';
import { isAcronym } from '../nameForms';
import type { Word } from '../words';
import { COUNTRIES_AND_CITIES } from './kinds';
import type { DocumentContext, DocumentRefiner } from './refiner';

const PLACES = COUNTRIES_AND_CITIES | (1 << KIND.region);
const BODIES = (1 << KIND.organisation) | (1 << KIND.acronym);
const WHOLE = (1 << KIND.media) | (1 << KIND.club) | (1 << KIND.site) | (1 << KIND.work);

/** A newspaper's or a club's name is one as a whole: Le Journal de Paris. Given: the bits of the lists. */
const wholeName: Exception<number> = { id: 'whole-name', holds: (bits) => (bits & WHOLE) !== 0 };

const EXCEPT: readonly Exception<number>[] = [wholeName];
/** What a name within another is worth of the confidence in that one. */
const SHARE = 0.9;
const MIN_WORDS = 3;

/**
 * Finds the names inside an organisation's, after a linking word: Cour suprême du Kenya holds Kenya, Haut Conseil des
 * Nations unies holds Nations unies.
 */
export const nestedNames: DocumentRefiner = {
  id: 'nested-names',
  scope: 'document',
  except: EXCEPT,
  refine: (names, context) =>
    refineAlone(names, context.memory, 'nested-names', ({ list }) => {
      const nested = list.flatMap((name) => (name.type === 'ORG' ? namesWithin(name, context) : NOTHING));
      return nested.length === 0 ? list : [...list, ...nested];
    }),
};

const NOTHING: readonly ParagraphName[] = [];

function namesWithin(outer: ParagraphName, { phrases, pack, wordsOf }: DocumentContext): readonly ParagraphName[] {
  const words = wordsOf(outer.text);
  if (words.length < MIN_WORDS) return NOTHING;
  const hashes = words.map((word) => hashString(foldWord(word.text)));
  if (!isAccepted(EXCEPT, phrases.bits(hashes))) return NOTHING;
  const found: ParagraphName[] = [];
  for (let i = 2; i < words.length; i++) {
    if (!/^\p{Lu}/u.test((words[i] as Word).text) || !pack.nestingWords.has(foldWord((words[i - 1] as Word).text))) continue;
    const match = phrases.longest(hashes, i, words.length);
    const type = match && nestedType(match, words[i] as Word);
    if (match === undefined || type === undefined) continue;
    const last = i + match.length - 1;
    found.push(partOf(outer, { start: (words[i] as Word).start, end: (words[last] as Word).end }, type));
    i = last;
  }
  return found;
}

/** LOC or ORG; a single word is an organisation only where it is an acronym. */
function nestedType({ bits, length }: PhraseMatch, first: Word): EntityType | undefined {
  if ((bits & PLACES) !== 0) return 'LOC';
  return (bits & BODIES) !== 0 && (length > 1 || isAcronym(first.text)) ? 'ORG' : undefined;
}

/** @param within - offsets from the outer name's start */
const partOf = (
  outer: ParagraphName,
  within: { readonly start: number; readonly end: number },
  type: EntityType,
): ParagraphName => ({
  start: outer.start + within.start,
  end: outer.start + within.end,
  text: outer.text.slice(within.start, within.end),
  type,
  confidence: outer.confidence * SHARE,
  nested: true,
});
