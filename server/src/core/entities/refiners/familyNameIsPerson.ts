import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { type DocumentNames, fact, type ParagraphNames, refineEach } from '../document/paragraphNames';
import { foldWord, KIND } from '../lexicon';
import type { ParagraphName } from '../mention';
import { hashString } from '../model/hash';
import { nameKey } from '../nameForms';
import type { EntityPack } from '../pack';
import { BY_FORM, LOCATIONS, ORGANISATIONS } from './kinds';
import { retypeEach } from './oneTypePerName';
import type { DocumentContext, DocumentRefiner } from './refiner';

// Below this about every second mention is wrong (docs/entities-report.md, confidence).
const DOUBT = 0.6;

interface FamilyName {
  readonly name: ParagraphName;
  /** Names that stand somewhere in the document as a place's can alone. */
  readonly places: ReadonlySet<string>;
}

/** "À Malvoye, Rose Malvoye attend": who is called as her town is does not make a person of the town. */
const namesakeOfPlace: Exception<FamilyName> = {
  id: 'namesake-of-place',
  holds: ({ name: { type, confidence, text }, places }) => type === 'LOC' && confidence >= DOUBT && places.has(nameKey(text)),
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
  refine(names, context) {
    const families = familyNames(names);
    if (families.size === 0) return names;
    const places = placeNames(names, families, context);
    return refineEach(names, context.memory, 'family-name-is-person', (here) => {
      if (!hasAnyKey(here, families)) return here.list;
      return retypeEach(here.list, (name) => {
        const { type, confidence, text } = name;
        if (type === 'PER' || !families.has(nameKey(text))) return type;
        if (confidence >= DOUBT && isListedOtherwise(text, context)) return type;
        return isAccepted(EXCEPT, { name, places }) ? 'PER' : type;
      });
    });
  },
};

/** The keys of names that are not persons'. */
const otherKeys = fact(({ list }: ParagraphNames): readonly string[] =>
  list.flatMap(({ type, text }) => (type === 'PER' ? [] : nameKey(text))),
);

const hasAnyKey = (here: ParagraphNames, keys: ReadonlySet<string>): boolean =>
  here.list.length > 0 && otherKeys(here, undefined).some((key) => keys.has(key));

/** The family names that, where they are found as places, stand after a preposition of place or an office held there. */
function placeNames(names: DocumentNames, families: ReadonlySet<string>, { pack }: DocumentContext): ReadonlySet<string> {
  const places = new Set<string>();
  for (const here of names) {
    if (!hasAnyKey(here, families)) continue;
    const { text } = here.of.view;
    for (const { type, confidence, start, text: name } of here.list)
      if (
        type === 'LOC' &&
        confidence >= DOUBT &&
        families.has(nameKey(name)) &&
        isPlaceAfter(text.slice(Math.max(0, start - MOST_BEFORE), start), pack)
      )
        places.add(nameKey(name));
  }
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

function familyNames(names: DocumentNames): ReadonlySet<string> {
  const families = new Set<string>();
  for (const here of names) if (here.list.length > 0) for (const family of familiesIn(here, undefined)) families.add(family);
  return families;
}

const familiesIn = fact(({ list }: ParagraphNames): readonly string[] =>
  list.flatMap(({ type, text, confidence }) => {
    const family = type === 'PER' && confidence >= BY_FORM ? text.slice(text.search(/\S+$/u)) : text;
    // a family name in two parts is one: Lena Arden-Roy
    return family === text ? [] : nameKey(family);
  }),
);
