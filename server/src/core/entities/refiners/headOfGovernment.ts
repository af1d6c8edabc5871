import { overlaps } from '../../span';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_FORM, FAMILY_NAME, isSmallAsARule, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** gouvernement Kerval: called by its head's name, which is the name. */
export const headOfGovernment: CapitalRule = {
  id: 'head-of-government',
  appliesTo: (pack) => pack.leads.size > 0,
  wakes: ({ folded }, { leads }) => leads.get(folded) === 'namesake',
  refineAt(names, i, { sentence, pack }) {
    const [lead, info] = [sentence.infos[i - 1], sentence.infos[i] as WordInfo];
    if (lead === undefined || (lead.flags & FLAG.particle) !== 0 || pack.leads.get(lead.folded) !== 'namesake') return names;
    if (info.upper) return names;
    const name = names.find((other) => overlaps(other, sentence.words[i] as Word));
    if (name !== undefined) {
      if (!isMisread(name, sentence, i)) return names;
      const { start } = sentence.words[i] as Word;
      return names.map((other) => (other === name ? { ...name, start, type: 'PER', from: i } : other));
    }
    return isLikeFamilyName(info)
      ? inTextOrder([...names, nameOfWords(sentence, { from: i, to: i + 1 }, 'PER', BY_FORM)])
      : names;
  },
};

/** Whether a doubtful name that begins at a word or at the one before it was taken for something else than a person's. */
function isMisread({ type, confidence, start }: NameSpan, { words }: TaggedSentence, i: number): boolean {
  if (type === 'PER' || confidence > SURE) return false;
  return start === (words[i - 1] as Word).start || start === (words[i] as Word).start;
}

/** Whether the lists know a family name, or nothing that is written small as a rule. */
const isLikeFamilyName = (info: WordInfo): boolean =>
  (info.bits & FAMILY_NAME) !== 0 || (info.bits === 0 && !isSmallAsARule(info));
