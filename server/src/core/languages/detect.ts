import { data } from 'franc-min/data.js';
import { expressions } from 'franc-min/expressions.js';
import { isCapitalAt, isLetterAt, isMarkAt, widthAt } from '../text/tokens';
import { languageBySmallWords } from './smallWords';

// ISO 639-3, as the detector answers, to BCP 47: the languages of Europe that it knows.
const TAGS: Readonly<Record<string, string>> = {
  fra: 'fr',
  eng: 'en',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  ron: 'ro',
  swe: 'sv',
  ces: 'cs',
  ell: 'el',
  hun: 'hu',
  rus: 'ru',
  ukr: 'uk',
  bul: 'bg',
  srp: 'sr',
  bos: 'bs',
  hrv: 'hr',
  tur: 'tr',
};
const READ_AT_MOST = 1_500;
const MINIMUM = 24;
/** Letters, names left out, up to which a text's small words tell more than its trigrams. */
const SHORT = 240;
/** What a trigram that a language's list lacks adds to the distance. */
const ABSENT = 300;

/**
 * The language of a text, as BCP 47; `fallback` where there is too little text to tell, and `und` for a script that
 * none of Europe's languages uses. Names mislead a detector: words in capitals are left out.
 */
export function detectLanguage(text: string, fallback: string): string {
  const sample = withoutNames(text.slice(0, READ_AT_MOST));
  if (sample.letters < SHORT) {
    const told = languageBySmallWords(text.slice(0, READ_AT_MOST), fallback);
    if (told !== undefined) return told;
  }
  if (sample.letters < MINIMUM) return fallback;
  const best = nearestLanguage(sample);
  if (best === undefined) return /\p{Script=Latin}/u.test(sample.text) ? fallback : 'und';
  return TAGS[best] ?? 'und';
}

/** A text without its names, and how many letters and how many common Latin ones are in it. */
interface Sample {
  readonly text: string;
  readonly letters: number;
  readonly latin: number;
}

const units = new Uint16Array(READ_AT_MOST);

/** Puts a space for each word that begins with a capital. */
function withoutNames(text: string): Sample {
  let length = 0;
  let letters = 0;
  let latin = 0;
  let inWord = false;
  for (let i = 0; i < text.length; ) {
    const first = text.charCodeAt(i);
    if (first >= 0x61 && first <= 0x7a) {
      // a to z, most of any text
      inWord = true;
      letters++;
      latin++;
      units[length++] = first;
      i++;
      continue;
    }
    const width = widthAt(text, i);
    const letter = isLetterAt(text, i);
    if (letter && !inWord && isCapitalAt(text, i)) {
      i += width;
      while (i < text.length && (isLetterAt(text, i) || isMarkAt(text, i))) i += widthAt(text, i);
      units[length++] = SPACE;
      continue;
    }
    inWord = letter || isMarkAt(text, i);
    if (letter) letters++;
    for (const end = i + width; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit < LATIN.length) latin += LATIN[unit] as number;
      units[length++] = unit;
    }
  }
  return { text: stringOf(length), letters, latin };
}

const stringOf = (length: number): string => String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
const SPACE = 0x20;

/** Which of the first code units the detector takes as Latin: nearly all that European languages are written in. */
const LATIN = latinUnits(0x250);

function latinUnits(size: number): Uint8Array {
  const latin = new RegExp(expressions.Latin as RegExp, '');
  return Uint8Array.from({ length: size }, (_, unit) => (latin.test(String.fromCharCode(unit)) ? 1 : 0));
}

/**
 * The nearest language by trigrams (Cavnar and Trenkle 1994), as ISO 639-3. It answers as franc does, from franc's own
 * tables, but asks for all languages in one pass: an article's language is asked for at every analysis.
 */
function nearestLanguage(sample: Sample): string | undefined {
  const script = mostUsedScript(sample);
  if (script === undefined) return undefined;
  const table = tableOf(script);
  if (table === undefined) return script in TAGS ? script : undefined;
  const { languages, places, counts } = table;
  const distances = new Int32Array(languages.length);
  // what is in no language's list is as far from all of them
  for (const row of countTrigrams(sample.text, table)) {
    const count = counts[row] as number;
    counts[row] = 0;
    for (let i = 0; i < distances.length; i++) {
      const place = places[row * languages.length + i] as number;
      distances[i] = (distances[i] as number) + (place === ABSENT ? ABSENT : Math.abs(count - place - 1));
    }
  }
  let best = 0;
  for (let i = 1; i < distances.length; i++) if ((distances[i] as number) < (distances[best] as number)) best = i;
  return languages[best];
}

/** The script that most characters are of; of two with as many the one listed first. */
function mostUsedScript({ text, latin }: Sample): string | undefined {
  const count = (expression: RegExp): number => text.match(expression)?.length ?? 0;
  // scripts share no more than a few signs: with more than half of the text no other one can come before it
  if (latin * 2 > text.length || count(expressions.Latin as RegExp) * 2 > text.length) return 'Latin';
  let best: string | undefined;
  let most = 0;
  for (const [script, expression] of Object.entries(expressions)) {
    const found = count(expression);
    if (found <= most) continue;
    most = found;
    best = script;
  }
  return best;
}

/** The trigrams of all languages in a script; each has a row. */
interface TrigramTable {
  readonly languages: readonly string[];
  /** Of each row its place in each language's list, most frequent first; {@link ABSENT} where it is in none. */
  readonly places: Int16Array;
  /** Rows by trigram, by open addressing: its first two code units, its third one, and the row. */
  readonly slots: Int32Array;
  /** Room to count how often each row occurs; all 0 between two texts. */
  readonly counts: Int32Array;
}

// made at the first text in a script; they depend on the tables alone
const tables = new Map<string, TrigramTable>();

/** Undefined for a script that one language alone is written in. */
function tableOf(script: string): TrigramTable | undefined {
  const known = tables.get(script);
  if (known !== undefined || data[script] === undefined) return known;
  const lists = Object.entries(data[script])
    .filter(([language]) => language in TAGS)
    .map(([language, list]) => [language, list.split('|')] as const);
  if (lists.length === 0) return undefined;
  const rows = new Map<string, number>();
  for (const [, trigrams] of lists) for (const trigram of trigrams) if (!rows.has(trigram)) rows.set(trigram, rows.size);
  const places = new Int16Array(rows.size * lists.length).fill(ABSENT);
  lists.forEach(([, trigrams], language) => {
    // of a trigram that a list has twice the first place counts
    for (let place = trigrams.length - 1; place >= 0; place--) {
      places[(rows.get(trigrams[place] as string) as number) * lists.length + language] = place;
    }
  });
  const table: TrigramTable = {
    languages: lists.map(([language]) => language),
    places,
    slots: slotsFor(rows),
    counts: new Int32Array(rows.size),
  };
  tables.set(script, table);
  return table;
}

/** What a slot takes. */
const WIDTH = 3;

function slotsFor(rows: ReadonlyMap<string, number>): Int32Array {
  let capacity = 16;
  while (capacity < rows.size * 2) capacity *= 2;
  const slots = new Int32Array(capacity * WIDTH).fill(-1);
  for (const [trigram, row] of rows) {
    const [a, b, c] = [trigram.charCodeAt(0), trigram.charCodeAt(1), trigram.charCodeAt(2)];
    let slot = firstSlot(a, b, c, capacity);
    while (slots[slot * WIDTH + 2] !== -1) slot = (slot + 1) & (capacity - 1);
    slots.set([(a << 16) | b, c, row], slot * WIDTH);
  }
  return slots;
}

function firstSlot(a: number, b: number, c: number, capacity: number): number {
  const hash = Math.imul(Math.imul(Math.imul(a, 0x01000193) ^ b, 0x01000193) ^ c, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (capacity - 1);
}

/** Counts each three characters in a row of the text in small letters, without marks and figures; gives the rows that occur. */
function countTrigrams(sample: string, { slots, counts }: TrigramTable): number[] {
  const text = ` ${sample
    .replace(/[!-@]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()} `;
  const capacity = slots.length / WIDTH;
  const found: number[] = [];
  let a = text.charCodeAt(0);
  let b = text.charCodeAt(1);
  for (let i = 2; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const pair = (a << 16) | b;
    for (let slot = firstSlot(a, b, c, capacity); ; slot = (slot + 1) & (capacity - 1)) {
      const row = slots[slot * WIDTH + 2] as number;
      if (row === -1) break;
      if (slots[slot * WIDTH] !== pair || slots[slot * WIDTH + 1] !== c) continue;
      if (counts[row] === 0) found.push(row);
      counts[row] = (counts[row] as number) + 1;
      break;
    }
    a = b;
    b = c;
  }
  return found;
}
