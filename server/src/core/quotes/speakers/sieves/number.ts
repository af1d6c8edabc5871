import type { Sieve } from './sieve';

/** "deux d'entre eux": a number names nobody. */
export const numberSieve: Sieve = {
  id: 'number',
  decides: ({ words, phrase }) => words.tokens[phrase.start]?.kind === 'number',
  resolve: () => undefined,
};
