import type { EntityType } from '../../analysis';
import type { PlacedParagraph } from '../../document';
import { foldWord, KIND, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import type { EntityPack } from '../pack';
import type { Word } from '../words';
import { isAcronym, type Mention } from './mention';

const PLACES = (1 << KIND.country) | (1 << KIND.city) | (1 << KIND.region);
const FIXED = (1 << KIND.media) | (1 << KIND.club) | (1 << KIND.site) | (1 << KIND.work);
const ORGANISATIONS = (1 << KIND.organisation) | (1 << KIND.acronym);

/**
 * Names inside an organisation's: Cour suprême du Kenya holds Kenya, Haut Conseil des Nations unies holds Nations unies.
 * Only behind a linking word, and never inside a name that is one as a whole (a newspaper, a club).
 */
export function nestedMentions(
  outer: Mention,
  paragraph: PlacedParagraph,
  phrases: PhraseLists,
  pack: EntityPack,
  wordsOf: (text: string) => readonly Word[],
): Mention[] {
  if (outer.type !== 'ORG') return [];
  const words = wordsOf(outer.text);
  if (words.length < 3) return [];
  const hashes = words.map((word) => hashString(foldWord(word.text)));
  if ((phrases.bits(hashes) & FIXED) !== 0) return [];
  const found: Mention[] = [];
  for (let i = 2; i < words.length; i++) {
    const word = words[i] as Word;
    const before = words[i - 1] as Word;
    if (!/^\p{Lu}/u.test(word.text) || !pack.nestingWords.has(foldWord(before.text))) continue;
    const match = phrases.longest(hashes, i, words.length);
    if (match === undefined) continue;
    const type: EntityType | undefined =
      (match.bits & PLACES) !== 0
        ? 'LOC'
        : (match.bits & ORGANISATIONS) !== 0 && (match.length > 1 || isAcronym(word.text))
          ? 'ORG'
          : undefined;
    if (type === undefined) continue;
    const start = outer.start + word.start;
    const end = outer.start + (words[i + match.length - 1] as Word).end;
    const text = outer.text.slice(start - outer.start, end - outer.start);
    found.push({ start, end, text, type, confidence: outer.confidence * 0.9, nested: true, paragraph: paragraph.index });
    i += match.length - 1;
  }
  return found;
}
