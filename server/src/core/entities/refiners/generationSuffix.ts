import { overlaps } from '../../span';
import { isCapitalAt } from '../../text/tokens';
import type { NameSpan } from '../tagger';
import type { Word } from '../words';
import type { CapitalRule } from './refiner';
import { inTextOrder } from './spans';

const MAX_LENGTH = 4;

/** Louis Arden Jr.: what tells the son from the father belongs to the name, and so does the family name before it. */
export const generationSuffix: CapitalRule = {
  id: 'generation-suffix',
  wakes: ({ text }, { generations }) => text.length <= MAX_LENGTH && generations.test(text),
  refineAt(names, i, { sentence: { words }, pack }) {
    const word = words[i] as Word;
    if (i === 0 || word.text.length > MAX_LENGTH || !pack.generations.test(word.text)) return names;
    const person = personBefore(names, words, i);
    if (person === undefined) return names;
    const to = hasStopOfItsOwn(words, i) ? i + 2 : i + 1;
    const whole: NameSpan = { ...person, end: (words[to - 1] as Word).end, to };
    return inTextOrder([...names.filter((name) => !overlaps(name, whole)), whole]);
  },
};

/** The person whose name ends right before a word, before a comma there, or before the family name there. */
function personBefore(names: readonly NameSpan[], words: readonly Word[], i: number): NameSpan | undefined {
  const last = words[i - 1]?.text === ',' ? i - 2 : i - 1;
  const family = words[last];
  if (family === undefined) return undefined;
  const givenNameEnd = isCapitalAt(family.text, 0) ? words[last - 1]?.end : undefined;
  return names.find(
    ({ type, start, end }) =>
      type === 'PER' && start < family.end && end <= (words[i] as Word).end && (end >= family.end || end === givenNameEnd),
  );
}

/** Whether the next word is the full stop of this one. */
function hasStopOfItsOwn(words: readonly Word[], i: number): boolean {
  const stop = words[i + 1];
  return stop?.text === '.' && !stop.spaceBefore && !(words[i] as Word).text.endsWith('.');
}
