import { describe, expect, it } from 'vitest';
import { observeRules } from '../../../server/src/core/rules/run';
import { analyse } from '../entities/helpers';

/** Who says the last quotation of an article, by name, with the entity layer as shipped. */
const lastSpeaker = (text: string, language = 'fr'): string | undefined => analyse(text, language).quotes.at(-1)?.speakerName;

/** For each sieve a text whose speaker it finds, and no other sieve does. */
const EXAMPLES: readonly (readonly [sieve: string, text: string, speaker: string])[] = [
  ['latter', 'Anne Morel a reçu Paul Sarlin au port. Ce dernier affirme que la digue tient.', 'Paul Sarlin'],
  ['nearest', 'Anne Morel a reçu Nadia Ferrer au port. Celle-ci affirme que la digue tient.', 'Nadia Ferrer'],
  ['pronoun', 'Paul Sarlin a visité la digue. Il affirme que la mer monte.', 'Paul Sarlin'],
  ['name', 'Le maire Paul Sarlin affirme que la mer monte.', 'Paul Sarlin'],
  ['only-relative', 'Sa femme, Anne Morel, était au port avec Paul Sarlin. Sa femme affirme que la mer monte.', 'Anne Morel'],
  ['institution', 'Le parquet de Tolvanne a ouvert une enquête. Le parquet affirme que la digue tient.', 'parquet de Tolvanne'],
  [
    'fuller-institution',
    'Le parquet de Tolvanne a ouvert une enquête. Le parquet affirme que la digue tient.',
    'parquet de Tolvanne',
  ],
  ['whole-of-branch', 'La direction d’Airbus affirme que tout va bien.', 'Airbus'],
  ['organisation-before', 'Airbus a livré deux avions. Le groupe affirme que tout va bien.', 'Airbus'],
  ['maker-of-source', 'L’étude menée par l’ONU affirme que tout va bien.', 'ONU'],
  ['own-words', 'La préfecture de Tolvanne affirme que la digue tient.', 'préfecture de Tolvanne'],
  ['mouthpiece', 'Le porte-parole de l’ONU affirme que la digue tient.', 'ONU'],
  ['epithet', 'Paul Sarlin a visité la digue. L’officier affirme que la mer monte.', 'Paul Sarlin'],
];

const ENGLISH: typeof EXAMPLES = [
  ['utterance-owner', 'A survey by the Ardle Institute found that prices fell.', 'Ardle Institute'],
  ['aged', 'Mark Smith, 44, met Paul Roux, 31. The 44-year-old said the dam leaks.', 'Mark Smith'],
  ['only-force', 'The Marlow Police Department came. Police said the dam leaks.', 'Marlow Police Department'],
];

describe('the sieves for whom a mention means', () => {
  it.each(EXAMPLES)('%s: %s', (sieve, text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
    expect(observeRules({ without: new Set([sieve]) }, () => lastSpeaker(text))).not.toBe(speaker);
  });
  it.each(ENGLISH)('%s: %s', (sieve, text, speaker) => {
    expect(lastSpeaker(text, 'en')).toBe(speaker);
    expect(observeRules({ without: new Set([sieve]) }, () => lastSpeaker(text, 'en'))).not.toBe(speaker);
  });
});
