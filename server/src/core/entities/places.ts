import type { Entity } from '../analysis';
import { foldWord, phraseHash } from './lexicon';
import type { ModelFile } from './model/format';
import { HashTable, hashString } from './model/hash';

/** What is known of a place by its name. */
export type Place = NonNullable<Entity['place']>;

/** Looks up a place by the words of its name. */
export type PlaceTable = (words: readonly string[]) => Place | undefined;

/**
 * Opens the table of places that a model file bears: hashes of names, countries (two letters packed into 16 bits),
 * coordinates in hundredths of a degree, inhabitants. Where a name has several bearers it holds the most populous.
 */
export function openPlaces(file: ModelFile): PlaceTable {
  const keys = file.sections.get('places') as Int32Array | undefined;
  const countries = file.sections.get('placeCountries') as Int16Array | undefined;
  const positions = file.sections.get('placePositions') as Int16Array | undefined;
  const populations = file.sections.get('placePopulations') as Int32Array | undefined;
  if (!keys || !countries || !positions || !populations) return () => undefined;
  const table = new HashTable(
    keys,
    keys.map((_, i) => i),
  );
  return (words) => {
    const row = table.get(words.reduce((hash, word) => phraseHash(hash, hashString(foldWord(word))), 0));
    if (row < 0) return undefined;
    const packed = countries[row] as number;
    const latitude = positions[2 * row] as number;
    const longitude = positions[2 * row + 1] as number;
    const population = populations[row] as number;
    const known = latitude !== 0 || longitude !== 0;
    return {
      country: String.fromCharCode(packed >> 8, packed & 255),
      ...(known && { latitude: latitude / 100, longitude: longitude / 100 }),
      ...(population > 0 && { population }),
    };
  };
}
