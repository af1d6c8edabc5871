import type { WordLists } from '../lexicon/wordTable';

/**
 * Words for what a person does or is, with the gender they show; both where they tell none. The rows of lexicon.tsv of the
 * classes masculineRole, feminineRole and eitherRole.
 */
export const roleWords = ({ words }: WordLists): ReadonlyMap<string, 'm' | 'f' | 'both'> =>
  new Map([
    ...words('masculineRole').map((form) => [form, 'm'] as const),
    ...words('feminineRole').map((form) => [form, 'f'] as const),
    ...words('eitherRole').map((form) => [form, 'both'] as const),
  ]);
