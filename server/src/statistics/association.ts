import { expected, type TwoByTwo } from './contingency';

/**
 * Mutual information of a pair: log₂(O/E), how often they are doubled beside what chance would give. Favours what is rare.
 * Church, K. W. and Hanks, P.: Word association norms, mutual information, and lexicography. Computational Linguistics 16
 * (1990), 22–29.
 *
 * @returns null where they never stand together, or nothing is expected
 */
export function mutualInformation(table: TwoByTwo): number | null {
  const awaited = expected(table);
  return table.observed <= 0 || awaited <= 0 ? null : Math.log2(table.observed / awaited);
}

/**
 * MI³: log₂(O³/E), so that frequent pairs count for more.
 * Daille, B.: Approche mixte pour l'extraction automatique de terminologie. Doctoral thesis, Paris 7, 1994; the variant for
 * windows as in Oakes, M. P.: Statistics for Corpus Linguistics, Edinburgh University Press 1998, 171–172.
 *
 * @returns null where they never stand together, or nothing is expected
 */
export function cubedMutualInformation(table: TwoByTwo): number | null {
  const simple = mutualInformation(table);
  return simple === null ? null : simple + 2 * Math.log2(table.observed);
}

/**
 * t-score: (O − E) / √O; from 2 on, a pair is commonly taken to be no chance.
 * Church, K. W., Gale, W., Hanks, P. and Hindle, D.: Using statistics in lexical analysis, in: Zernik, U. (ed.): Lexical
 * Acquisition, Erlbaum 1991, 115–164.
 *
 * @returns null where they never stand together
 */
export function tScore(table: TwoByTwo): number | null {
  return table.observed <= 0 ? null : (table.observed - expected(table)) / Math.sqrt(table.observed);
}

/**
 * log-Dice: 14 + log₂(2·f(x, y) / (f(x) + f(y))): at most 14, one more is twice as often, whatever the size of the corpus.
 * Rychlý, P.: A lexicographer-friendly association score. Proceedings of Recent Advances in Slavonic Natural Language
 * Processing, RASLAN 2008, 6–9.
 *
 * @param together - how often the two stand together; `first`, `second`: how often each occurs at all
 * @returns null where they never stand together
 */
export function logDice(together: number, first: number, second: number): number | null {
  return together <= 0 || first + second <= 0 ? null : 14 + Math.log2((2 * together) / (first + second));
}
