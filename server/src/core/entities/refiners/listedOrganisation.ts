import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import { BY_OTHERS, type MissedNameRule } from './agreement';
import { type FurtherMention, partOfAddressOrCode, partOfLongerName } from './exceptions/furtherMentions';
import { ORGANISATIONS } from './kinds';
import { nameOfWords } from './spans';

const EXCEPT: readonly Exception<FurtherMention>[] = [partOfLongerName, partOfAddressOrCode];

/** Boeing, Ryanair: a word that the lists know as an organisation and as nothing else, and that is never written small. */
export const listedOrganisation: MissedNameRule = {
  id: 'listed-organisation',
  except: EXCEPT,
  mayFind: (info, pack) => isListedAlone(info, pack),
  findAt(sentence, i, _free, { pack }) {
    if (!isListedAlone(sentence.infos[i] as WordInfo, pack)) return undefined;
    if (!isAccepted(EXCEPT, { sentence, from: i, to: i + 1, pack })) return undefined;
    return nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_OTHERS);
  },
};

const NOTHING_ELSE = ~(ORGANISATIONS | (1 << KIND.acronym));
/** Casings of words that corpora never have in small letters, and of those that they do not have. */
const NEVER_SMALL: ReadonlySet<number> = new Set([0, 1]);
/** That of words that corpora have once, with a capital. */
const ONCE = 6;

/** Whether the lists know a word as an organisation and as nothing else. */
export const isListedAlone = ({ bits, statistics, folded, upper }: WordInfo, pack: EntityPack): boolean =>
  (bits & ORGANISATIONS) !== 0 &&
  (bits & NOTHING_ELSE) === 0 &&
  (NEVER_SMALL.has(statistics.casing) || (statistics.casing === ONCE && !upper)) &&
  !pack.stateWords.has(folded);
