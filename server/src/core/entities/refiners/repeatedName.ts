import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { type KnownName, MAX_NAME_WORDS, settledType } from '../document/knownNames';
import type { WordInfo } from '../model/wordInfo';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { type Agreement, BY_OTHERS, type MissedNameRule } from './agreement';
import {
  behindArticle,
  capitalOfSentence,
  type FurtherMention,
  missedMoreOften,
  partOfAddressOrCode,
  partOfLongerName,
} from './exceptions/furtherMentions';
import { isListedAlone } from './listedOrganisation';
import { nameOfWords } from './spans';

const EXCEPT: readonly Exception<FurtherMention & Pick<KnownName, 'isFamily'>>[] = [
  capitalOfSentence,
  partOfLongerName,
  partOfAddressOrCode,
  behindArticle,
];

/**
 * A name that was found in one place is found wherever its words stand alone, as long as it was found at least as often
 * as it was missed.
 */
export const repeatedName: MissedNameRule = {
  id: 'repeated-name',
  except: [...EXCEPT, missedMoreOften],
  findAt(sentence, i, free, agreement) {
    const name = knownNameAt(sentence, i, free, agreement);
    if (name === undefined) return undefined;
    const to = i + name.words.length;
    const type = settledType(name);
    if (type === undefined || !isAccepted(EXCEPT, { sentence, from: i, to, pack: agreement.pack, isFamily: name.isFamily }))
      return 'nothing';
    const found = nameOfWords(sentence, { from: i, to }, type, BY_OTHERS);
    const isListed = to - i === 1 && isListedAlone(sentence.infos[i] as WordInfo, agreement.pack);
    return isListed ? found : { name, ...found };
  },
};

/** The longest name of the document that stands at a word and ends before an offset. */
function knownNameAt(sentence: TaggedSentence, i: number, free: number, { known }: Agreement): KnownName | undefined {
  const { words } = sentence;
  const last = Math.min(words.length, i + MAX_NAME_WORDS);
  let before = i + 1;
  while (before <= last && (words[before - 1] as Word).end <= free) before++;
  return known.names.longest(sentence, i, before);
}
