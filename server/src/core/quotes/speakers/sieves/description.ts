import type { Resolution } from '../discourse';
import { type Description, descriptionOf } from './descriptionParts';
import { onlyForceSieve } from './force';
import { institutionSieve } from './institution';
import { makerSieve } from './maker';
import { mouthpieceSieve } from './mouthpiece';
import { officeSieve, onlyRelativeSieve } from './office';
import { lastOrganisationSieve, organisationNounSieve } from './organisation';
import { type Mention, type Sieve, sift } from './sieve';

/** Whom a description can mean, the surest way first. */
const SIEVES: readonly Sieve<Description>[] = [
  officeSieve,
  onlyRelativeSieve,
  organisationNounSieve,
  makerSieve,
  institutionSieve,
  onlyForceSieve,
  lastOrganisationSieve,
  mouthpieceSieve,
];

/** "le secrétaire du Conseil de sécurité": whom the article gives this role; "le parquet de Nouméa": the institution by its own words. */
export const descriptionSieve: Sieve = { id: 'description', resolve: resolveDescription };

/** Whom a description without a name means. */
export function resolveDescription(mention: Mention): Resolution | undefined {
  const description = descriptionOf(mention);
  return description && sift(SIEVES, description);
}
