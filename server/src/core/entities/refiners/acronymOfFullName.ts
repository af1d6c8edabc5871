import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { WordInfo } from '../model/wordInfo';
import { isLongAcronym } from './acronymTakesType';
import { BY_OTHERS, type MissedNameRule } from './agreement';
import { type FurtherMention, partOfAddressOrCode, partOfLongerName } from './exceptions/furtherMentions';
import { nameOfWords } from './spans';

const EXCEPT: readonly Exception<FurtherMention>[] = [partOfLongerName, partOfAddressOrCode];

/** An acronym is what a name of the document is that it spells: UPT, after Union des pêcheurs de Tolvanne. */
export const acronymOfFullName: MissedNameRule = {
  id: 'acronym-of-full-name',
  except: EXCEPT,
  mayFind: isLongAcronym,
  findAt(sentence, i, _free, { known, pack }) {
    const info = sentence.infos[i] as WordInfo;
    const type = isLongAcronym(info) ? known.typeOfAcronym(info.text) : undefined;
    if (type === undefined || !isAccepted(EXCEPT, { sentence, from: i, to: i + 1, pack })) return undefined;
    return nameOfWords(sentence, { from: i, to: i + 1 }, type, BY_OTHERS);
  },
};
