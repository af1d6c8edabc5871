import { data } from 'franc-min/data.js';
import { expressions } from 'franc-min/expressions.js';

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
const ENOUGH_LETTERS = new RegExp(`^(?:\\P{L}*\\p{L}){${MINIMUM}}`, 'u');
// the lookbehind stands behind the capital, which few characters are, so that it is seldom tried
const CAPITALISED = /\p{Lu}(?<![\p{L}\p{M}]\p{Lu})[\p{L}\p{M}]*/gu;
/** What a trigram that a language's list lacks adds to the distance. */
const ABSENT = 300;

/**
 * The language of a text, as BCP 47; `fallback` where there is too little text to tell, and `und` for a script that
 * none of Europe's languages uses. Names mislead a detector: words in capitals are left out.
 */
export function detectLanguage(text: string, fallback: string): string {
  const sample = text.slice(0, READ_AT_MOST).replace(CAPITALISED, ' ');
  if (!ENOUGH_LETTERS.test(sample)) return fallback;
  const best = nearestLanguage(sample);
  if (best === undefined) return /\p{Script=Latin}/u.test(sample) ? fallback : 'und';
  return TAGS[best] ?? 'und';
}

/**
 * The nearest language by trigrams (Cavnar and Trenkle 1994), as ISO 639-3. It answers as franc does, from franc's own
 * tables, but asks for all languages in one pass: an article's language is asked for at every analysis.
 */
function nearestLanguage(sample: string): string | undefined {
  const script = mostUsedScript(sample);
  if (script === undefined) return undefined;
  const table = tableOf(script);
  if (table === undefined) return script in TAGS ? script : undefined;
  const distances = new Int32Array(table.languages.length);
  for (const [trigram, count] of trigramCounts(sample)) {
    const places = table.places.get(trigram);
    for (let i = 0; i < distances.length; i++) {
      const place = places === undefined ? ABSENT : (places[i] as number);
      const step = place === ABSENT ? ABSENT : Math.abs(count - place - 1);
      distances[i] = (distances[i] as number) + step;
    }
  }
  let best = 0;
  for (let i = 1; i < distances.length; i++) if ((distances[i] as number) < (distances[best] as number)) best = i;
  return table.languages[best];
}

/** The script that most characters are of; of two with as many the one listed first. */
function mostUsedScript(sample: string): string | undefined {
  const count = (expression: RegExp): number => sample.match(expression)?.length ?? 0;
  // scripts share no more than a few signs: with more than half of the text no other one can come before it
  if (count(expressions.Latin as RegExp) * 2 > sample.length) return 'Latin';
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

interface TrigramTable {
  readonly languages: readonly string[];
  /** Of each trigram its place in each language's list, most frequent first; {@link ABSENT} where it is in none. */
  readonly places: ReadonlyMap<string, Int16Array>;
}

// made at the first text in a script; they depend on the tables alone
const tables = new Map<string, TrigramTable>();

/** Undefined for a script that one language alone is written in. */
function tableOf(script: string): TrigramTable | undefined {
  const known = tables.get(script);
  if (known !== undefined || data[script] === undefined) return known;
  const lists = Object.entries(data[script]).filter(([language]) => language in TAGS);
  if (lists.length === 0) return undefined;
  const places = new Map<string, Int16Array>();
  lists.forEach(([, list], language) => {
    list.split('|').forEach((trigram, place) => {
      const row = places.get(trigram) ?? new Int16Array(lists.length).fill(ABSENT);
      if (row[language] === ABSENT) row[language] = place;
      places.set(trigram, row);
    });
  });
  const table: TrigramTable = { languages: lists.map(([language]) => language), places };
  tables.set(script, table);
  return table;
}

/** How often each three characters in a row occur in the text in small letters, without marks and figures. */
function trigramCounts(sample: string): Map<string, number> {
  const text = ` ${sample
    .replace(/[!-@]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()} `;
  const counts = new Map<string, number>();
  for (let i = 0; i + 3 <= text.length; i++) {
    const trigram = text.slice(i, i + 3);
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return counts;
}
