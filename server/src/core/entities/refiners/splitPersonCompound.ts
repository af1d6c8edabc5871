import { settledType } from '../document/knownNames';
import type { Word } from '../words';
import { BY_OTHERS, type CompoundRule, type MissedName } from './agreement';

const HYPHEN = /[-‑]/;

/** A compound of two persons of the document names both: Sarna-Kerval, where there are a Sarna and a Kerval. */
export const splitPersonCompound: CompoundRule = {
  id: 'split-person-compound',
  mayPart: (word) => word.includes('-') || word.includes('‑'),
  partsAt({ words }, i, { known }) {
    const { text, start } = words[i] as Word;
    if (!splitPersonCompound.mayPart(text)) return undefined;
    const parts: MissedName[] = [];
    let at = start;
    for (const part of text.split(HYPHEN)) {
      const name = known.names.word(part);
      if (name === undefined || settledType(name) !== 'PER') return undefined;
      // a part of a word: no word lies within it
      parts.push({ start: at, end: at + part.length, type: 'PER', confidence: BY_OTHERS, from: i, to: i });
      at += part.length + 1;
    }
    return parts;
  },
};
