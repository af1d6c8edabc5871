import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import {
  century,
  currencyCountry,
  type DoubtfulName,
  neverAName,
  partOfAddress,
  quarterOfYear,
  stateInTitle,
} from './exceptions/notNames';
import type { NameCorrection } from './refiner';

const NOT_NAMES: readonly Exception<DoubtfulName>[] = [
  currencyCountry,
  partOfAddress,
  neverAName,
  quarterOfYear,
  century,
  stateInTitle,
];

/** Drops what is not a name though it is written as one. */
export const dropNonName: NameCorrection = {
  id: 'drop-non-name',
  except: NOT_NAMES,
  correct: (name, { sentence, pack }) => (isAccepted(NOT_NAMES, { name, sentence, pack }) ? name : undefined),
};
