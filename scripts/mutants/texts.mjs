// Small texts that find faults: those of the tests to begin with, and others made of them by small changes.
import fs from 'node:fs';
import path from 'node:path';
import { pageTexts, stringsIn } from '../lib/golden/inputs.mjs';
import { ROOT } from '../lib/project.mjs';

const FOLDERS = [
  'test/rules',
  ...['core', 'dates', 'entities', 'pictures', 'quotes', 'service'].map((name) => `test/unit/${name}`),
];
const SAMPLES = 'samples/corpus';
const DRAWN = 'test/unit/pictures/drawn';
export const LANGUAGES = ['fr', 'en'];
export const DATES = ['2016-03-16', '2016-12-31', '2016-02-29', '2016-03', '2015', null];
const LONGEST = 420;

/** Each text of the tests and paragraph of the samples, in the language that its file says, else in each. */
export function knownTexts() {
  const jobs = new Map();
  const add = (text, language, file) => {
    if (text.trim() === '' || text.length > LONGEST || !/\p{L}.*\s|\d/u.test(text)) return;
    const date = DATES[jobs.size % 3];
    for (const one of language ? [language] : LANGUAGES) jobs.set(`${one}: ${text}`, { text, language: one, date, file });
  };
  for (const file of [...FOLDERS, SAMPLES].flatMap(below)) {
    const content = fs.readFileSync(path.join(ROOT, file), 'utf8');
    const language =
      /(?:^|[^a-z])(fr|en)(?=[^a-z])/.exec(path.basename(file))?.[1] ??
      /(?:(fr)ench|(en)glish)/i.exec(file)?.slice(1).find(Boolean)?.toLowerCase();
    const texts = file.startsWith(SAMPLES)
      ? content.split(/\n\n+/)
      : file.endsWith('.txt')
        ? pageTexts(content)
        : stringsIn(file, content);
    for (const text of texts)
      add(text, language ?? (file.includes('/fr/') ? 'fr' : file.includes('/en/') ? 'en' : undefined), file);
  }
  return [...jobs.values()];
}

/** The texts that pictures are drawn of already, `language day: text` in a line. */
export function pictureTexts() {
  const files = fs.readdirSync(path.join(ROOT, DRAWN)).filter((name) => name.endsWith('.texts'));
  const lines = files.flatMap((name) => fs.readFileSync(path.join(ROOT, DRAWN, name), 'utf8').split('\n'));
  return lines.flatMap((line) => {
    const [, language, date, text] = /^([a-z]{2}) (\S+): (.*)$/.exec(line) ?? [];
    return text === undefined ? [] : [{ text: text.replaceAll('⏎', '\n'), language, date: date === '-' ? null : date }];
  });
}

const below = (folder) =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.(txt|ts)$/.test(name))
    .sort();

const NUMBERS = [
  '0',
  '1',
  '2',
  '3',
  '7',
  '10',
  '11',
  '12',
  '13',
  '15',
  '20',
  '24',
  '28',
  '29',
  '30',
  '31',
  '32',
  '59',
  '60',
  '61',
  '99',
  '100',
  '101',
  '999',
  '1000',
  '1001',
  '1899',
  '1900',
  '1999',
  '2000',
  '2015',
  '2016',
  '2017',
  '2100',
  '9999',
];
const MARKS = [
  '.',
  ',',
  ';',
  ' :',
  ' ?',
  '!',
  '…',
  '—',
  '–',
  '-',
  '(',
  ')',
  '«',
  '»',
  '"',
  '“',
  '”',
  "'",
  '’',
  '/',
  '&',
  '\n',
  '\n\n',
  ' ',
];
const PART = /\p{L}[\p{L}\p{M}]*['’]?|\d+|\s+|[^\p{L}\d\s]/gu;

/** Makes texts near others. `one(list)` and `below(n)` draw; `pool` are the texts that parts are taken from. */
export function nearTo(job, pool, { one, below: upTo }) {
  let parts = job.text.match(PART) ?? [];
  let { date, language } = job;
  const other = () => {
    for (let tries = 0; tries < 8; tries++) {
      const found = one(pool);
      if (found.language === language) return found.text.match(PART) ?? [];
    }
    return parts;
  };
  const place = (test = () => true) => {
    const places = parts.flatMap((part, i) => (test(part) ? [i] : []));
    return places.length === 0 ? -1 : one(places);
  };
  const isWord = (part) => /^[\p{L}\d]/u.test(part);
  const shape = (part) =>
    /^\p{Lu}/u.test(part) ? 'U' : /^\p{L}/u.test(part) ? 'l' : /^\d/.test(part) ? 'd' : /^\s/.test(part) ? 's' : 'p';
  const put = (at, remove, ...words) => parts.splice(at, remove, ...words);
  const kinds = [
    () => {
      const at = place((part) => /^\d/.test(part));
      if (at >= 0) put(at, 1, upTo(2) ? one(NUMBERS) : String(Number(parts[at]) + one([-1, 1, 2, -2, 10, 100])));
    },
    () => {
      const at = place(isWord);
      if (at >= 0) put(at, 2);
    },
    () => put(place(), 1 + upTo(6)),
    () => {
      const at = place(isWord);
      const same = other().filter((part) => shape(part) === shape(parts[at] ?? ''));
      if (at >= 0 && same.length > 0) put(at, 1, one(same));
    },
    () => {
      const at = place((part) => !isWord(part));
      if (at >= 0) put(at, 1, one(MARKS), ' ');
    },
    () => {
      const from = other();
      const start = upTo(from.length);
      put(Math.max(0, place()), 0, ' ', ...from.slice(start, start + 1 + upTo(12)), ' ');
    },
    () => {
      const at = place((part) => /^\p{L}/u.test(part));
      if (at < 0) return;
      const word = parts[at];
      put(at, 1, one([word.toUpperCase(), word.toLowerCase(), word[0].toUpperCase() + word.slice(1)]));
    },
    () => {
      parts = [...parts, one([' ', '\n\n', ', ', ' ', '. ', '\n']), ...other()];
    },
    () => {
      parts = [...other(), one([' ', '\n\n', ', ', ' ']), ...parts];
    },
    () => {
      const at = Math.max(0, place());
      const size = 1 + upTo(8);
      put(Math.max(0, place()), 0, ' ', ...parts.slice(at, at + size), ' ');
    },
    () => {
      const at = place(isWord);
      const next = parts.findIndex((part, i) => i > at && isWord(part));
      if (at >= 0 && next > 0) [parts[at], parts[next]] = [parts[next], parts[at]];
    },
    () => {
      date = one(DATES);
    },
    () => put(Math.max(0, place()), 0, one(MARKS), one(['', ' '])),
  ];
  for (let n = 1 + upTo(3); n > 0; n--) one(kinds)();
  return { text: parts.join('').replace(/ {2,}/g, ' ').trim().slice(0, LONGEST), language, date };
}
