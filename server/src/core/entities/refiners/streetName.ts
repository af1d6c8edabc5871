import { overlaps } from '../../span';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_LISTS } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** In how many words before a name the word for a street is looked for. */
const REACH = 4;

/** A street's name begins with the word for it: rue de la Tourbe, avenue du général Kerval, place Bellecour. */
export const streetName: CapitalRule = {
  id: 'street-name',
  appliesTo: (pack) => pack.leads.size > 0,
  wakes: ({ folded }, { leads }) => leads.has(folded) && leads.get(folded) !== 'namesake',
  refineAt(names, i, { sentence, pack }) {
    const head = streetBefore(sentence, i, pack);
    if (head === undefined) return names;
    const { start } = sentence.words[head] as Word;
    const first = sentence.words[i] as Word;
    if (names.some((name) => name.start <= start && name.end > start)) return names;
    const begun = names.find((name) => name.start <= first.start && name.end > first.start);
    const street = begun
      ? { ...begun, start, type: 'LOC' as const, from: head }
      : nameOfWords(sentence, { from: head, to: endOfRun(sentence.infos, i, pack) }, 'LOC', BY_LISTS);
    return inTextOrder([...names.filter((name) => !overlaps(name, street)), street]);
  },
};

/** Index of the word for a street that leads to a word, through small words and titles. */
function streetBefore({ infos }: TaggedSentence, i: number, pack: EntityPack): number | undefined {
  for (let at = i - 1; at >= 0 && i - at <= REACH; at--) {
    const info = infos[at] as WordInfo;
    if ((info.flags & FLAG.particle) !== 0) continue;
    const lead = pack.leads.get(info.folded);
    if (lead !== undefined) return lead === 'linked' || (lead === 'direct' && at === i - 1) ? at : undefined;
    if (!isTitleBetween(infos, at, pack)) return undefined;
  }
  return undefined;
}

/** Whether a title in small letters stands here that a small word leads to (avenue du général). */
function isTitleBetween(infos: readonly WordInfo[], at: number, pack: EntityPack): boolean {
  const { flags, folded } = infos[at] as WordInfo;
  const isLinked = at > 0 && ((infos[at - 1] as WordInfo).flags & FLAG.particle) !== 0;
  return isLinked && (flags & FLAG.capital) === 0 && (pack.roles.has(folded) || pack.honorifics.has(folded));
}

/** Index after the last of a run of capitalised words, which genitives may link. */
function endOfRun(infos: readonly WordInfo[], from: number, pack: EntityPack): number {
  let to = from + 1;
  for (let i = to; i < infos.length; i++) {
    const { capital, folded } = infos[i] as WordInfo;
    if (capital) to = i + 1;
    else if (i > to || !pack.genitives.has(folded)) break;
  }
  return to;
}
