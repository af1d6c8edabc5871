import type { countsAt as onMachine } from '../lsp/index/namesAt';

/** Stands in for `lsp/index/namesAt.ts`: without an index nobody knows what is in other articles. */
export const countsAt: typeof onMachine = async () => undefined;
