import { overlaps } from '../../span';
import { isCapitalAt } from '../../text/tokens';
import { foldWord, KIND } from '../lexicon';
import { hashString } from '../model/hash';
import type { EntityPack } from '../pack';
import type { Word } from '../words';
import { BY_LISTS, SETTLEMENTS } from './kinds';
import type { CapitalRule, SentenceContext } from './refiner';
import { inTextOrder } from './spans';

const NAMED = SETTLEMENTS | (1 << KIND.organisation);
const COMPOUND = /^(\p{Lu}[\p{L}.]+)[-‑](\p{Ll}+)$/u;
const MIN_LENGTH = 7;

/** New York-based, Nato-led: what stands before the hyphen is a name of its own where the lists know it. */
export const participleCompound: CapitalRule = {
  id: 'participle-compound',
  appliesTo: (pack) => pack.headsLast && pack.participles.size > 0,
  wakes: ({ text }, pack) => nameInCompound(text, pack) !== undefined,
  refineAt(names, i, context) {
    const word = context.sentence.words[i] as Word;
    const part = nameInCompound(word.text, context.pack);
    if (part === undefined) return names;
    const { bits, from } = listedBefore(part, i, context);
    if (bits === 0) return names;
    const { start } = context.sentence.words[from] as Word;
    if (names.some((name) => name.start < start && name.end > start)) return names;
    const type = (bits & SETTLEMENTS) !== 0 ? 'LOC' : 'ORG';
    const rest = names.filter((name) => !overlaps(name, { start, end: word.end }));
    // the compound itself does not lie within the name
    const name = { start, end: word.start + part.length, type, confidence: BY_LISTS, from, to: i } as const;
    return inTextOrder([...rest, name]);
  },
};

/** What a participle is joined to: London of London-listed. */
function nameInCompound(text: string, pack: EntityPack): string | undefined {
  if (text.length < MIN_LENGTH || (!text.includes('-') && !text.includes('‑'))) return undefined;
  const [, name, participle = ''] = COMPOUND.exec(text) ?? [];
  return pack.participles.has(participle) ? name : undefined;
}

/** What the lists know that ends with a part of the compound at a word: with the word before it, or else by itself. */
function listedBefore(part: string, i: number, { sentence: { words }, phrases }: SentenceContext) {
  const own = hashString(foldWord(part));
  const before = words[i - 1];
  if (before !== undefined && isCapitalAt(before.text, 0)) {
    const bits = phrases.bits([hashString(foldWord(before.text)), own]) & NAMED;
    if (bits !== 0) return { bits, from: i - 1 };
  }
  return { bits: phrases.bits([own]) & NAMED, from: i };
}
