import type { Vocabulary } from '../searchDocument';

/**
 * What a function gives for forms, by their numbers: each form of a vocabulary is asked about once.
 *
 * @param of - gives a number from 0 on.
 */
export function numbered(of: (form: string) => number): (vocabulary: Vocabulary, number: number) => number {
  let [own, known]: [Vocabulary | undefined, Uint32Array] = [undefined, new Uint32Array(0)];
  return (vocabulary, number) => {
    if (vocabulary !== own || number >= known.length) {
      // articles come from one index after the other
      const more = new Uint32Array(Math.max(vocabulary.size, number + 1) + MORE);
      if (vocabulary === own) more.set(known);
      [own, known] = [vocabulary, more];
    }
    const answer = known[number] as number;
    if (answer !== 0) return answer - 1;
    const found = of(vocabulary.form(number));
    known[number] = found + 1;
    return found;
  };
}

/** Room for forms that come while articles are indexed. */
const MORE = 1_000;
