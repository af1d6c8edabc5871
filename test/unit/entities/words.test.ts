import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../server/src/core/entities/words';
import { french } from '../../../server/src/core/languages/fr/index';
import { tokenize } from '../../../server/src/core/text/tokens';

const check = (text: string, splits: (parts: readonly string[]) => boolean = () => false): string[] => {
  const words = joinWords(tokenize(text, french.text), { prefixes: french.entities.prefixes, splits });
  for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
  return words.map((word) => word.text);
};

describe('words of the sequence model', () => {
  it('keeps hyphenated names whole', () => {
    expect(check('Anne-Lise quitte Saint-Brieuc')).toEqual(['Anne-Lise', 'quitte', 'Saint-Brieuc']);
  });
  it('cuts a prefix off the name behind it', () => {
    expect(check('les anti-Brexit')).toEqual(['les', 'anti', '-', 'Brexit']);
  });
  it('keeps compounds in small letters whole', () => {
    expect(check('un accord franco-suisse')).toEqual(['un', 'accord', 'franco-suisse']);
  });
  it('parts names side by side where the lists know each', () => {
    expect(check('ligne Oslo-Bergen', () => true)).toEqual(['ligne', 'Oslo', '-', 'Bergen']);
  });
  it('joins initials with their full stops', () => {
    expect(check('J. K. Martin et U.R.S.S.')).toEqual(['J.', 'K.', 'Martin', 'et', 'U.R.S.S.']);
  });
  it('cuts an elision off', () => {
    expect(check("l'Ukraine d’Odile")).toEqual(["l'", 'Ukraine', 'd’', 'Odile']);
  });
  it('joins a site with its ending', () => {
    expect(check('selon Exemple.fr hier.')).toEqual(['selon', 'Exemple.fr', 'hier', '.']);
  });
});
