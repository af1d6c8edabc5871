import type { Mutant } from './mutants.mjs';

export declare function typeChecker(): (mutant: Omit<Mutant, 'around'>) => boolean;
