import type { NameSpan } from '../tagger';
import type { NameRefiner, SentenceContext } from './refiner';
import { withWords } from './spans';

/** A tab parts the columns of a table or a list: no name goes over it. */
export const splitAtTab: NameRefiner = {
  id: 'split-at-tab',
  scope: 'sentence',
  refine(names, context) {
    if (!context.text.includes('\t') || !names.some((name) => holdsTab(name, context))) return names;
    return names.flatMap((name) => (holdsTab(name, context) ? partsOf(name, context) : [name]));
  },
};

const holdsTab = ({ start, end }: NameSpan, { text }: SentenceContext): boolean => text.slice(start, end).includes('\t');

function partsOf(name: NameSpan, { sentence, text }: SentenceContext): readonly NameSpan[] {
  const parts: NameSpan[] = [];
  let from = name.from;
  for (let i = name.from + 1; i <= name.to; i++) {
    const isCut = i < name.to && text.slice(sentence.words[i - 1]?.end, sentence.words[i]?.start).includes('\t');
    if (!isCut && i < name.to) continue;
    parts.push(withWords(name, sentence, from, i));
    from = i;
  }
  return parts;
}
