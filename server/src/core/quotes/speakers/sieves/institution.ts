import { CLASS } from '../../../lexicon/wordClasses';
import type { Phrase } from '../../../syntax/nounPhrases';
import type { QuoteWords } from '../../candidate';
import { endOf, textOf } from '../../offsets';
import { mentionsIn } from '../candidates';
import { type Resolution, resolutionOf } from '../discourse';
import { genderByEnding } from '../nounGender';
import { articleGender, type Description, endOfDescription, isBareNoun } from './descriptionParts';
import { fullerInstitution } from './fullerInstitution';
import { makerNamedIn } from './maker';
import { organisationMeant } from './organisation';
import { type Sieve, sift } from './sieve';

/** A definite institution: one named more fully before, a part of a whole, the one named last, or its own words. */
export const institutionSieve: Sieve<Description> = {
  id: 'institution',
  decides: isDefiniteInstitution,
  resolve: (description) => (isDefiniteInstitution(description) ? sift(SIEVES, description) : undefined),
};

function isDefiniteInstitution({ institution, isIndefinite }: Description): boolean {
  return institution >= 0 && !isIndefinite;
}

const SIEVES: readonly Sieve<Description>[] = [
  { id: 'fuller-institution', resolve: fullerInstitution },
  { id: 'whole-of-branch', resolve: wholeOfBranch },
  { id: 'organisation-before', resolve: organisationBefore },
  { id: 'maker-of-source', resolve: makerOfSource },
  { id: 'own-words', resolve: ownWords },
];

/** "le bureau de Val-Info": the organisation whose part it is. */
function wholeOfBranch({ discourse, words, base, end, of, institution }: Description): Resolution | undefined {
  if (of < 0 || !words.pack.branches.has(words.at(institution))) return undefined;
  const whole = mentionsIn(discourse.candidates, base + endOf(words, of), end)[0];
  return whole?.candidate.type === 'ORG' ? resolutionOf(whole.candidate) : undefined;
}

/** "le quotidien" is one named before, "le quotidien régional" may be any. */
function organisationBefore(description: Description): Resolution | undefined {
  const { words, phrase, institution } = description;
  const adjectives = words.is(institution, CLASS.source) ? 0 : 1;
  const isBare = isGeneral(description) && isBareNoun(words, phrase, institution, adjectives);
  return isBare ? organisationMeant(description) : undefined;
}

/** A noun that any organisation is called by: groupe. */
const isGeneral = ({ words, institution }: Description): boolean => words.pack.organisations.has(words.at(institution));

/** "l'étude de l'institut Val-Info": the institute. */
function makerOfSource(description: Description): Resolution | undefined {
  return description.words.is(description.institution, CLASS.source) ? makerNamedIn(description) : undefined;
}

/** "parquet de Nouméa"; "l'étude", "les premiers chiffres" name nobody. */
function ownWords(description: Description): Resolution | undefined {
  const { words, phrase, institution } = description;
  if (!words.is(institution, CLASS.institution) && !isGeneral(description) && !hasCapital(words, phrase)) return undefined;
  const start = words.is(phrase.start, CLASS.determiner | CLASS.of) ? phrase.start + 1 : phrase.start;
  const gender = articleGender(description) ?? genderByEnding(words, institution);
  return { name: textOf(words, start, endOfDescription(words, phrase)), ...(gender && { gender }) };
}

function hasCapital(words: QuoteWords, { start, end }: Phrase): boolean {
  for (let i = start + 1; i < end; i++) if (words.isCapital(i)) return true;
  return false;
}
