const UNITS = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const TEENS = ['zehn', 'elf', 'zwölf', 'dreizehn', 'vierzehn', 'fünfzehn', 'sechzehn', 'siebzehn', 'achtzehn', 'neunzehn'];
const TENS = ['', '', 'zwanzig', 'dreißig|dreissig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** Number words: German writes up to ninety-nine as one. */
export const numbers: Readonly<Record<string, string>> = Object.fromEntries([
  ['1', 'eins'],
  ...UNITS.slice(2).map((word, i) => [String(i + 2), word === 'zwei' ? 'zwei|zwo' : word]),
  ...TEENS.map((word, i) => [String(i + 10), word]),
  ...TENS.flatMap((tens, i) =>
    i < 2
      ? []
      : UNITS.map((unit, u) => [
          String(i * 10 + u),
          tens
            .split('|')
            .map((t) => (u === 0 ? t : `${unit}und${t}`))
            .join('|'),
        ]),
  ),
  ['100', 'hundert|einhundert'],
  ['1000', 'tausend|eintausend'],
]);

const STEMS = [
  '',
  'erst',
  'zweit',
  'dritt',
  'viert',
  'fünft',
  'sechst',
  'siebt',
  'acht',
  'neunt',
  'zehnt',
  'elft',
  'zwölft',
  'dreizehnt',
  'vierzehnt',
  'fünfzehnt',
  'sechzehnt',
  'siebzehnt',
  'achtzehnt',
  'neunzehnt',
  'zwanzigst',
];
const ENDINGS = ['e', 'en', 'er', 'es', 'em'];

/** Ordinal words with their endings. */
export const ordinals: Readonly<Record<string, string>> = Object.fromEntries([
  ...STEMS.flatMap((stem, i) => (i === 0 ? [] : [[String(i), ENDINGS.map((ending) => stem + ending).join('|')]])),
  ...UNITS.flatMap((unit, u) =>
    u === 0 ? [] : [[String(20 + u), ENDINGS.map((ending) => `${unit}undzwanzigst${ending}`).join('|')]],
  ),
  ['30', ENDINGS.map((ending) => `dreißigst${ending}`).join('|')],
  ['31', ENDINGS.map((ending) => `einunddreißigst${ending}`).join('|')],
]);
