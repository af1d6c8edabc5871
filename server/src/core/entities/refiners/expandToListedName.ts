import type { EntityType } from '../../analysis';
import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { overlaps, type Span } from '../../span';
import { isCapitalAt } from '../../text/tokens';
import { KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { ListedPhrase, NameSpan } from '../tagger';
import type { Word } from '../words';
import { BY_LISTS, LOCATIONS, ORGANISATIONS, PERSONS_AND_WORKS } from './kinds';
import type { NameRefiner } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** A phrase of the lists, and what was found so far where it stands. */
interface Listed extends Span {
  readonly phrase: ListedPhrase;
  readonly type: EntityType;
  readonly touched: readonly NameSpan[];
  /** Its second word. */
  readonly second: WordInfo;
  readonly pack: EntityPack;
}

const FEW_WORDS = 3;
const isPair = ({ phrase }: Listed): boolean => phrase.length < FEW_WORDS;

/**
 * Two words stand together by chance: only a country's of which one was found ("New" of "New Zealand") and an
 * organisation's that were found just so as something else, or not at all ("Rossiyskaya Gazeta"), are taken.
 */
const pairByChance: Exception<Listed> = {
  id: 'pair-by-chance',
  holds: (listed) => isPair(listed) && !isPartOfCountry(listed) && !isMisreadOrganisation(listed) && !isFirmInGenitive(listed),
};

function isPartOfCountry({ type, phrase, touched, start, end }: Listed): boolean {
  const [only] = touched;
  if (type !== 'LOC' || (phrase.bits & (1 << KIND.country)) === 0 || only === undefined || touched.length > 1) return false;
  return only.type === 'LOC' && only.start >= start && only.end <= end;
}

const isMisreadOrganisation = ({ type, second, touched, start, end }: Listed): boolean =>
  type === 'ORG' &&
  second.capital &&
  touched.every((name) => name.type !== 'ORG' && name.type !== 'MISC' && name.start === start && name.end === end);

/** Wendy's, Moody's: a firm whose name is a genitive itself. */
const isFirmInGenitive = ({ type, second, touched, start, end, pack }: Listed): boolean =>
  type === 'ORG' &&
  second.text.length > 1 &&
  pack.nounsBefore?.genitive.test(second.text) === true &&
  touched.every((name) => name.start === start && name.end <= end);

/** A longer name or a person's holds some of the words. */
const crossesAnotherName: Exception<Listed> = {
  id: 'crosses-another-name',
  holds: (listed) =>
    !isPair(listed) && listed.touched.some((name) => name.start < listed.start || name.end > listed.end || name.type === 'PER'),
};

/** A place is only made whole, not put where none was found: "Rio Grande do Sul", but also "Tour de France". */
const placeNotSeen: Exception<Listed> = {
  id: 'place-not-seen',
  holds: (listed) => !isPair(listed) && listed.type === 'LOC' && !listed.touched.some((name) => name.type === 'LOC'),
};

const EXCEPT: readonly Exception<Listed>[] = [pairByChance, crossesAnotherName, placeNotSeen];

/** What a pair of words is worth that only the lists speak for. */
const LISTED_PAIR = 0.6;

/**
 * Takes an organisation's or a place's name as a whole where the lists know it whole: the model may have stopped at a
 * part of it (Nations unies for Conseil de sécurité des Nations unies, Mexico for Gulf of Mexico) or have seen nothing.
 */
export const expandToListedName: NameRefiner = {
  id: 'expand-to-listed-name',
  scope: 'sentence',
  except: EXCEPT,
  refine(names, { sentence, pack }) {
    const { words, infos } = sentence;
    let refined = names;
    let free = 0;
    for (const phrase of sentence.listed) {
      const { from, length, bits } = phrase;
      const type = (bits & PERSONS_AND_WORKS) === 0 ? listedType(bits) : undefined;
      if (from < free || type === undefined || !isCapitalAt((words[from] as Word).text, 0)) continue;
      const whole = nameOfWords(sentence, { from, to: from + length }, type, 0);
      const { start, end } = whole;
      const touched = refined.filter((name) => overlaps(name, whole));
      const listed = { phrase, type, touched, second: infos[from + 1] as WordInfo, start, end, pack };
      if (!isAccepted(EXCEPT, listed)) continue;
      const confidence = isPair(listed) ? LISTED_PAIR : Math.max(BY_LISTS, ...touched.map((name) => name.confidence));
      refined = [...refined.filter((name) => !touched.includes(name)), { ...whole, confidence }];
      free = from + length;
    }
    return refined === names ? names : inTextOrder(refined);
  },
};

/** ORG or LOC where the lists know a phrase as one and not as the other. */
export function listedType(bits: number): EntityType | undefined {
  const organisation = (bits & ORGANISATIONS) !== 0;
  const location = (bits & LOCATIONS) !== 0;
  return organisation === location ? undefined : organisation ? 'ORG' : 'LOC';
}
