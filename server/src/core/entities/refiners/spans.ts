import type { EntityType } from '../../analysis';
import { overlaps } from '../../span';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { Word } from '../words';

/** Names in the order of the text. */
export const inTextOrder = <T extends { readonly start: number }>(names: readonly T[]): T[] =>
  [...names].sort((a, b) => a.start - b.start);

/** The name of the words `from` to `to` (exclusive) of a sentence. */
export const nameOfWords = (
  { words }: TaggedSentence,
  range: { readonly from: number; readonly to: number },
  type: EntityType,
  confidence: number,
): NameSpan => ({
  start: (words[range.from] as Word).start,
  end: (words[range.to - 1] as Word).end,
  type,
  confidence,
  from: range.from,
  to: range.to,
});

/** A name with other words, `from` to `to` (exclusive). */
export const withWords = (name: NameSpan, { words }: TaggedSentence, from: number, to: number): NameSpan => ({
  ...name,
  start: (words[from] as Word).start,
  end: (words[to - 1] as Word).end,
  from,
  to,
});

/** Where the words with a capital end that begin at one, so many of them at most. */
export function endOfCapitals({ infos }: TaggedSentence, from: number, most: number): number {
  let to = from + 1;
  while (to < infos.length && to - from < most && infos[to]?.capital === true) to++;
  return to;
}

/** The names with another one in them: in place of the doubtful single word that stands there as something else, or new. */
export function withSingleWord(names: readonly NameSpan[], better: NameSpan, sure: number): readonly NameSpan[] {
  const found = names.find((name) => overlaps(name, better));
  if (found === undefined) return inTextOrder([...names, better]);
  if (found.to - found.from > 1 || found.type === better.type || found.confidence >= sure) return names;
  return names.map((name) => (name === found ? better : name));
}

/** Whether no longer word is written small, nor most short ones: a headline, which says nothing of where names end. */
export function isHeadline(infos: readonly WordInfo[]): boolean {
  let capital = 0;
  let small = 0;
  for (const { flags, text } of infos) {
    if ((flags & FLAG.capital) !== 0) capital++;
    else if ((flags & (FLAG.mark | FLAG.digit)) === 0) {
      if (text.length > 3) return false;
      small++;
    }
  }
  return small <= capital;
}
