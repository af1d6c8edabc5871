import type { NameSpan } from '../tagger';
import { BY_FORM, LOCATIONS, ORGANISATIONS, SURE } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';

/** A doubtful name of several words between persons, parted from them by commas alone, is a person too. */
export const oneOfSeveral: NameRefiner = {
  id: 'one-of-several',
  scope: 'sentence',
  refine(names, context) {
    let retyped: NameSpan[] | undefined;
    for (let k = 1; k < names.length - 1; k++) {
      const [before, name, after] = names.slice(k - 1, k + 2) as [NameSpan, NameSpan, NameSpan];
      if (name.type === 'PER' || before.type !== 'PER' || after.type !== 'PER' || !isDoubtful(name, context)) continue;
      if (!isNext(before, name, context) || !isNext(name, after, context)) continue;
      retyped ??= [...names];
      retyped[k] = { ...name, type: 'PER', confidence: BY_FORM };
    }
    return retyped ?? names;
  },
};

const isNext = (a: NameSpan, b: NameSpan, { sentence: { infos } }: SentenceContext): boolean =>
  b.from === a.to + 1 && infos[a.to]?.text === ',';

function isDoubtful({ from, to, confidence }: NameSpan, { sentence: { infos }, phrases }: SentenceContext): boolean {
  if (to - from < 2 || confidence >= SURE) return false;
  const bits = phrases.bits(infos.slice(from, to).map(({ foldHash }) => foldHash));
  return (bits & (LOCATIONS | ORGANISATIONS)) === 0;
}
