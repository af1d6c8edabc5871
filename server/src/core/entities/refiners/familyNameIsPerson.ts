import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { foldWord, KIND } from '../lexicon';
import type { Mention } from '../mention';
import { hashString } from '../model/hash';
import { nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
import { BY_FORM, LOCATIONS, ORGANISATIONS } from './kinds';
import { retypeEach } from './oneTypePerName';
import type { DocumentContext, DocumentRefiner } from './refiner';

// Below this about every second mention is wrong (docs/entities-report.md, confidence).
const DOUBT = 0.6;

interface FamilyName {
  readonly mention: Mention;
  /** Names that stand somewhere in the document as a place's can alone. */
  readonly places: ReadonlySet<string>;
}

/** "À Malvoye, Rose Malvoye attend": who is called as her town is does not make a person of the town. */
const namesakeOfPlace: Exception<FamilyName> = {
  id: 'namesake-of-place',
  holds: ({ mention: { type, confidence, text }, places }) => type === 'LOC' && confidence >= DOUBT && places.has(nameKey(text)),
};

const EXCEPT: readonly Exception<FamilyName>[] = [namesakeOfPlace];

/**
 * A single word that is the family name of a person whom the document names in full is that person: Liz Torvane, then
 * Torvane. A word that the lists know as something else is so only where it is doubtful: Denzel Washington may be in Washington.
 */
export const familyNameIsPerson: DocumentRefiner = {
  id: 'family-name-is-person',
  scope: 'document',
  except: EXCEPT,
  refine(mentions, context) {
    const families = familyNames(mentions);
    if (families.size === 0) return mentions;
    const places = placeNames(mentions, families, context);
    return retypeEach(mentions, (mention) => {
      const { type, confidence, text } = mention;
      if (type === 'PER' || !families.has(nameKey(text))) return type;
      if (confidence >= DOUBT && isListedOtherwise(text, context)) return type;
      return isAccepted(EXCEPT, { mention, places }) ? 'PER' : type;
    });
  },
};

/** The family names that, where they are found as places, stand after a preposition of place or an office held there. */
function placeNames(
  mentions: readonly Mention[],
  families: ReadonlySet<string>,
  { document: { text }, pack }: DocumentContext,
): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { type, confidence, start, text: name } of mentions)
    if (
      type === 'LOC' &&
      confidence >= DOUBT &&
      families.has(nameKey(name)) &&
      isPlaceAfter(text.slice(Math.max(0, start - MOST_BEFORE), start), pack)
    )
      places.add(nameKey(name));
  return places;
}

// No word that is asked about is longer, nor is what stands between two.
const MOST_BEFORE = 40;

/** à, in; maire de, mayor of. */
function isPlaceAfter(before: string, { placePrepositions, genitives, localOffices }: EntityPack): boolean {
  const [last = '', previous = ''] = before
    .toLowerCase()
    .split(/\s+|(?<=['’])/)
    .filter(Boolean)
    .reverse();
  if (placePrepositions?.has(last) === true) return true;
  return genitives.has(last.replace('’', "'")) && localOffices?.has(previous) === true;
}

const OTHERWISE = LOCATIONS | ORGANISATIONS | (1 << KIND.acronym) | (1 << KIND.work);

const isListedOtherwise = (name: string, { phrases, wordsOf }: DocumentContext): boolean =>
  (phrases.bits(wordsOf(name).map((word) => hashString(foldWord(word.text)))) & OTHERWISE) !== 0;

function familyNames(mentions: readonly Mention[]): ReadonlySet<string> {
  const families = new Set<string>();
  for (const { type, text, confidence } of mentions) {
    const family = type === 'PER' && confidence >= BY_FORM ? text.slice(text.search(/\S+$/u)) : text;
    // a family name in two parts is one: Lena Arden-Roy
    if (family !== text) families.add(nameKey(family));
  }
  return families;
}
