import { settledType } from '../document/knownNames';
import type { WordInfo } from '../model/wordInfo';
import { BY_OTHERS, type MissedNameRule } from './agreement';
import { nameOfWords } from './spans';

/** The Tolvanes: the family name of somebody whom the article names in full, in the plural behind an article. */
export const familyPlural: MissedNameRule = {
  id: 'family-plural',
  appliesTo: ({ familyPlurals }) => familyPlurals !== undefined,
  mayFind: ({ text, upper }, pack) => !upper && pack.familyPlurals?.test(text) === true,
  findAt(sentence, i, _free, { known, pack }) {
    const { text, upper } = sentence.infos[i] as WordInfo;
    const [before, after] = [sentence.infos[i - 1], sentence.infos[i + 1]];
    if (upper || pack.familyPlurals?.test(text) !== true || after?.capital === true) return undefined;
    if (before === undefined || !pack.articles.has(before.folded)) return undefined;
    const family = known.names.word(text.replace(pack.familyPlurals, ''));
    if (family === undefined || !family.isFamily || settledType(family) !== 'PER') return undefined;
    return nameOfWords(sentence, { from: i, to: i + 1 }, 'PER', BY_OTHERS);
  },
};
