import { overlaps } from '../../span';
import { CLOSING, OPENING, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { BY_LISTS } from './kinds';
import type { CapitalRule } from './refiner';
import { endOfCapitals, inTextOrder, nameOfWords } from './spans';

/** The longest title in quotation marks, in words. */
const MAX_TITLE = 10;
const MAX_NAME = 4;

/**
 * ouragan Mirvane, navire Tolvane, film « Un hiver de trop »: what stands right after the noun for a work, a ship, a machine or
 * a storm is its name: in quotation marks all of it.
 */
export const workByHeadNoun: CapitalRule = {
  id: 'work-by-head-noun',
  appliesTo: (pack) => pack.workHeads.size > 0,
  wakes: ({ capital, folded }, pack) => !capital && isWorkHead(folded, true, pack),
  refineAt(names, i, { sentence, pack }) {
    const { infos, words } = sentence;
    const quoted = OPENING.has(infos[i - 1]?.text ?? '') || infos[i - 1]?.text === '"';
    const head = infos[quoted ? i - 2 : i - 1];
    // with a capital it is a part of a name itself: the Sable Film Festival
    if (head === undefined || head.capital || !isWorkHead(head.folded, quoted, pack)) return names;
    const to = quoted ? endOfTitle(sentence, i) : endOfCapitals(sentence, i, MAX_NAME);
    if (to === undefined) return names;
    const title = nameOfWords(sentence, { from: i, to }, 'MISC', BY_LISTS);
    const touched = names.filter((name) => overlaps(name, title));
    if (quoted) return inTextOrder([...names.filter((name) => !touched.includes(name)), title]);
    return retyped(names, touched, title, (words[i] as Word).start);
  },
};

/** Some nouns only lead to a title where marks say that it is one: her book “Winter”, but the book Velbury wrote. */
export const isWorkHead = (noun: string, quoted: boolean, { workHeads, quotedWorkHeads }: EntityPack): boolean =>
  workHeads.has(noun) || (quoted && quotedWorkHeads?.has(noun) === true);

/** Where a title in quotation marks ends: before the closing one; undefined where that is too far away. */
export function endOfTitle({ infos }: TaggedSentence, from: number): number | undefined {
  for (let i = from + 1; i < infos.length && i - from <= MAX_TITLE; i++) {
    const { text } = infos[i] as WordInfo;
    if (CLOSING.has(text) || text === '"') return beforeMarks(infos, from, i);
  }
  return undefined;
}

/** Without the full stop or comma that English puts inside the closing mark; a question mark is the title's own. */
function beforeMarks(infos: readonly WordInfo[], from: number, closing: number): number {
  const last = infos[closing - 1]?.text ?? '';
  return closing - from > 1 && /^[.,;:]$/.test(last) ? closing - 1 : closing;
}

/** A name that begins there has the type; where nothing was found, the capitalised words are the name. */
function retyped(names: readonly NameSpan[], touched: readonly NameSpan[], title: NameSpan, start: number): readonly NameSpan[] {
  const [found] = touched;
  if (found === undefined) return inTextOrder([...names, title]);
  const isWithNoun = touched.length === 1 && found.type === 'MISC' && found.from === title.from - 1 && found.to === title.to;
  if (isWithNoun) return names.map((name) => (name === found ? { ...title, confidence: found.confidence } : name));
  if (touched.length > 1 || found.start > start || found.type === 'MISC') return names;
  return names.map((name) => (name === found ? { ...name, type: 'MISC', confidence: BY_LISTS } : name));
}
