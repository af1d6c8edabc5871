import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_LISTS } from './kinds';
import type { CapitalRule, SentenceContext } from './refiner';
import { inTextOrder, nameOfWords, withWords } from './spans';

/** How many words of a name that nothing was found of are taken. */
const MAX_WORDS = 3;

/**
 * Mme Tolvanne, Mr. Vichy: what is addressed as a person is one, never a place or a body; so is what stands after a rank that is
 * cut short (Sgt Velmad), where nothing else was found. MM. Tolvanne et Mirval are two.
 */
export const addressedPerson: CapitalRule = {
  id: 'addressed-person',
  wakes: (word, { addresses, ranks }) =>
    word.capital && (addresses.has(withoutStop(word.folded)) || ranks?.has(withoutStop(word.folded)) === true),
  refineAt(names, i, { sentence, pack }) {
    const isRanked = pack.ranks !== undefined && isBehind(sentence, i, pack.ranks);
    if (!isRanked && !isBehind(sentence, i, pack.addresses) && !isSecondBehind(sentence, i, pack)) return names;
    const word = sentence.words[i] as Word;
    const name = names.find((other) => overlaps(other, word));
    // Mr Justice Velbury: what stands between is what he is
    if (name === undefined && names.some((other) => other.type === 'PER' && other.from === i + 1)) return names;
    if (name === undefined) return inTextOrder([...names, missedPerson(sentence, i, names, pack)]);
    if (name.type === 'PER') return withoutOffice(names, name, i, { sentence, pack });
    if (isRanked || name.start !== word.start) return names;
    return names.map((other) =>
      other === name ? { ...other, type: 'PER', confidence: Math.max(BY_LISTS, other.confidence) } : other,
    );
  },
};

/** Somebody whom nothing was found of, without what he is: from a word on, or from the next one. */
function missedPerson(sentence: TaggedSentence, i: number, names: readonly NameSpan[], pack: EntityPack): NameSpan {
  const to = endOfName(sentence, i, names);
  const from = to > i + 1 && isOffice((sentence.infos[i] as WordInfo).folded, pack) ? i + 1 : i;
  return nameOfWords(sentence, { from, to }, 'PER', BY_LISTS);
}

/** A name that begins with what somebody is, without that: Mr Justice Velbury. */
function withoutOffice(
  names: readonly NameSpan[],
  name: NameSpan,
  i: number,
  { sentence, pack }: Pick<SentenceContext, 'sentence' | 'pack'>,
): readonly NameSpan[] {
  if (name.from < i - 2 || name.to < i + 2 || !isOffice((sentence.infos[i] as WordInfo).folded, pack)) return names;
  return names.map((other) => (other === name ? withWords(name, sentence, i + 1, name.to) : other));
}

/** MM. Tolvanne et Mirval: behind a conjunction and a name that an address of several people stands before. */
function isSecondBehind(sentence: TaggedSentence, i: number, { conjunctions, pluralAddresses }: EntityPack): boolean {
  const { infos } = sentence;
  if (
    pluralAddresses === undefined ||
    infos[i - 1] === undefined ||
    conjunctions?.has((infos[i - 1] as WordInfo).folded) !== true
  )
    return false;
  let from = i - 1;
  while (from > 0 && i - 1 - from < MAX_WORDS && isNamePart(infos[from - 1] as WordInfo, pluralAddresses)) from--;
  return from < i - 1 && isBehind(sentence, from, pluralAddresses);
}

const isNamePart = ({ capital, folded }: WordInfo, addresses: ReadonlySet<string>): boolean =>
  capital && !addresses.has(withoutStop(folded));

const isOffice = (folded: string, { roles, titles }: EntityPack): boolean => roles.has(folded) || titles?.has(folded) === true;

/** Whether an address short for one (Mme, Mr, with or without its full stop) stands right before a word. */
function isBehind({ words, infos }: TaggedSentence, i: number, addresses: ReadonlySet<string>): boolean {
  const stop = infos[i - 1]?.text === '.' && words[i - 1]?.spaceBefore === false;
  const before = infos[stop ? i - 2 : i - 1];
  if (before === undefined || !before.capital || (infos[i] as WordInfo).text.length < 2) return false;
  const address = withoutStop(before.folded);
  // M, the letter, is an address with its full stop alone
  return addresses.has(address) && (address.length > 1 || stop || before.folded !== address);
}

const withoutStop = (folded: string): string => (folded.endsWith('.') ? folded.slice(0, -1) : folded);

/** Where a name ends that begins at a word: after its capitalised words. */
function endOfName({ words, infos }: TaggedSentence, from: number, names: readonly NameSpan[]): number {
  let to = from + 1;
  while (to < infos.length && to - from < MAX_WORDS && infos[to]?.capital === true) {
    const word = words[to] as Word;
    if (names.some((other) => overlaps(other, word))) break;
    to++;
  }
  return to;
}
