import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './project.mjs';

const digest = (text) => createHash('md5').update(text).digest();

/** Which half a text is in: 0 was looked at while the rules were written, 1 was only ever measured. */
export const halfOf = (key) => digest(key)[0] & 1;

const byHash = (list, key) =>
  list
    .map((item) => [digest(key(item)).toString('hex'), item])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

/** Texts of the data sets as plain files without header, in the shapes in which people keep them: `{ set, key, shape, path, text }`. */
export function proseTexts(data) {
  const sets = [
    ...jsonl(data, 'news/fr.jsonl', 70),
    ...jsonl(data, 'news/en.jsonl', 70),
    ...jsonl(data, 'news/fr-regional.jsonl', 55),
    ...jsonl(data, 'dates/fr-timebank-dev.jsonl', 55),
    ...jsonl(data, 'dates/meantime-en-dev.jsonl', 63),
    ...jsonl(data, 'quotes/wikinews-fr-dev.jsonl', 25),
    ...winer(data, 120),
    ...novels(data, 'quotes/aads_french_novels.jsonl'),
    ...novels(data, 'quotes/fr_litbank_novels.jsonl'),
    ...sentences(data, 'fr-ner/sentences.jsonl', 80),
    ...portuguese(data, 80),
    ...gum(data),
  ];
  return sets.map(({ set, key, text }, index) => {
    const [shape, change] = SHAPES[index % SHAPES.length];
    return { set, key, shape, path: `texts/${index}.txt`, text: change(text.trim()) };
  });
}

const paragraphsOf = (text) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);

const SHAPES = [
  ['as it is', (text) => text],
  ['a paragraph a line', (text) => paragraphsOf(text).join('\n')],
  [
    'hard wrapped',
    (text) =>
      paragraphsOf(text)
        .map((p) => wrapped(p, 72))
        .join('\n\n'),
  ],
  ['all in one line', (text) => paragraphsOf(text).join(' ')],
  ['CRLF, byte-order mark', (text) => `\ufeff${paragraphsOf(text).join('\r\n\r\n')}\r\n`],
  [
    'with captions',
    (text) =>
      paragraphsOf(text)
        .flatMap((p, i) => (i % 3 === 1 ? [p, '© AFP / J. Martin'] : [p]))
        .join('\n'),
  ],
  ['a brief', (text) => brief(paragraphsOf(text).join(' '))],
  [
    'wrapped at 40, no blank lines',
    (text) =>
      paragraphsOf(text)
        .map((p) => wrapped(p, 40))
        .join('\n'),
  ],
];

function brief(text) {
  const all = text.split(/(?<=[.!?])\s+/);
  const begin = Math.max(
    0,
    all.findIndex((sentence) => sentence.split(' ').length > 6),
  );
  return all.slice(begin, begin + 2).join(' ');
}

function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > width) lines.push(word);
    else lines[lines.length - 1] = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
  }
  return lines.join('\n');
}

function read(data, name) {
  const file = path.join(data, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

const parsed = (data, name) =>
  read(data, name)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const jsonl = (data, name, most) =>
  parsed(data, name)
    .slice(0, most)
    .map(({ id, text }) => ({ set: name.replace(/\.jsonl$/, ''), key: String(id), text }));

function winer(data, most) {
  const folder = path.join(data, 'winer-fr');
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.txt') && /\d/.test(name));
  return byHash(names, (name) => name)
    .slice(0, most)
    .map((name) => ({ set: 'winer-fr', key: name, text: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

/** Three stretches of each novel. */
const novels = (data, name) =>
  parsed(data, name).flatMap(({ id, text }) =>
    [0.1, 0.4, 0.8].map((share) => {
      const from = text.indexOf('\n', Math.floor(text.length * share)) + 1;
      return { set: name.replace(/\.jsonl$/, ''), key: id, text: text.slice(from, from + 3000) };
    }),
  );

/** Sentences of the web, one a text. */
const sentences = (data, name, most) =>
  parsed(data, name)
    .filter(({ text }) => text.split(' ').length >= 6)
    .slice(0, most)
    .map(({ id, text }) => ({ set: 'fr-ner, a sentence', key: id, text }));

function portuguese(data, most) {
  const blocks = read(data, 'pt-ner/pt_bosque-ud-dev.iob2').split('\n\n');
  const all = blocks.flatMap((block) => /# text = (.+)/.exec(block)?.[1] ?? []);
  const texts = [];
  for (let at = 0; at + 4 <= all.length && texts.length < most; at += 4)
    texts.push({ set: 'pt-ner', key: `pt-${at}`, text: all.slice(at, at + 4).join('\n') });
  return texts;
}

function gum(data) {
  return ['news', 'interview'].flatMap((kind) => {
    const folder = path.join(data, 'en-ner/gum', kind);
    if (!fs.existsSync(folder)) return [];
    return fs.readdirSync(folder).map((name) => {
      const rows = fs.readFileSync(path.join(folder, name), 'utf8').split('\n');
      const words = rows.map((row) => row.split('\t')[0]).join(' ');
      // a blank row ends a sentence; marks stand at their words again
      const text = words
        .replace(/ {2,}/g, '\n')
        .replace(/ ([.,;:!?)%]|'\w+|n't\b)/g, '$1')
        .replace(/([($]) /g, '$1');
      return { set: `gum ${kind}`, key: name, text };
    });
  });
}

/** Kinds of files that are no articles, by their names; the first that holds counts. */
const KINDS = [
  ['licence', /^(?:LICEN[CS]E|COPYING|COPYRIGHT|NOTICE)[^/]*$/i],
  ['readme', /^README[^/]*$/i],
  ['changelog', /^(?:CHANGELOG|CHANGES|HISTORY|NEWS)(?:\.\w+)?$/i],
  ['requirements', /^(?:.*requirements.*\.txt|requires\.txt|vendor\.txt|constraints.*\.txt)$/i],
  [
    'package lists',
    /^(?:top_level|entry_points|SOURCES|dependency_links|installed-files|namespace_packages)\.txt$|^(?:RECORD|METADATA|WHEEL)$/,
  ],
  ['cmake', /^CMakeLists\.txt$|\.cmake$/],
  ['robots, humans', /^(?:robots|humans|ads|AUTHORS|CONTRIBUTORS)(?:\.txt)?$/i],
  ['mail', /^msg_\d+\.txt$|\.eml$/],
  ['subtitles', /\.(?:srt|vtt)$/],
  ['translations', /\.po(?:t)?$/],
  ['log', /\.log(?:\.\d)?$/],
  [
    'table',
    /\.(?:csv|tsv)$|^(?:UnicodeData|Blocks|Scripts|CaseFolding|EastAsianWidth|NamesList|DerivedAge|emoji-.*|Jamo|.*Properties.*)\.txt$/i,
  ],
  ['word list', /\.(?:dic|aff)$|(?:words?|stopwords|names|vocab|dictionary|tlds)\w*\.txt$/i],
  ['config', /\.(?:conf|cfg|ini|toml|ya?ml|properties|json)$/],
  ['markup', /\.(?:html?|xml|svg|rst)$/],
  ['code', /\.(?:js|py|c|h|sh|pl|java|rb|go|sql|css)$/],
];
const MOST_OF_A_KIND = 80;
const ROOTS = [
  '/etc',
  '/var/log',
  '/usr/share',
  '/usr/lib/python3',
  '/usr/lib/node_modules',
  '/usr/local/lib',
  '/usr/lib/llvm-14',
];

/** Files of this machine that are no articles, by kind, the same content once; and forms made of prose: `{ kind, key, path, text }`. */
export function otherTexts(prose) {
  const roots = [
    ...ROOTS,
    path.join(ROOT, 'node_modules'),
    path.join(os.homedir(), '.pyenv'),
    path.join(os.homedir(), '.npm/_logs'),
  ];
  const found = new Map(KINDS.map(([kind]) => [kind, []]));
  for (const root of roots) collect(root, found, 0);
  const seen = new Set();
  const files = [...found].flatMap(([kind, paths]) => {
    const list = [];
    for (const file of byHash(paths, (file) => file)) {
      if (list.length >= MOST_OF_A_KIND) break;
      const text = readSome(file);
      if (text === undefined || text.trim() === '') continue;
      const key = digest(text.slice(0, 400)).toString('hex');
      if (seen.has(key)) continue;
      seen.add(key);
      list.push({ kind, key, path: path.basename(file), file, text });
    }
    return list;
  });
  return [...files, ...made(prose)];
}

function collect(folder, found, depth) {
  if (depth > 9) return;
  let entries;
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) collect(file, found, depth + 1);
    else if (entry.isFile()) {
      const kind = KINDS.find(([, pattern]) => pattern.test(entry.name))?.[0];
      if (kind !== undefined) found.get(kind).push(file);
    }
  }
}

function readSome(file) {
  try {
    const handle = fs.openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(32_768);
      return bytes.toString('utf8', 0, fs.readSync(handle, bytes, 0, bytes.length, 0)).replace(/\uFFFD{1,3}$/, '');
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** What is rarely found on a machine, made of prose: subtitles, tables with sentences in cells, words a line. */
function made(prose) {
  return prose.slice(0, 40).flatMap(({ key, text }) => {
    const parts = text.split(/(?<=[.!?])\s+/).slice(0, 12);
    const time = (n) => `00:00:${String(n % 60).padStart(2, '0')},000`;
    const words = text.split(/\s+/).slice(0, 120);
    return [
      {
        kind: 'subtitles, made',
        key,
        path: 'film.txt',
        text: parts.map((p, i) => `${i + 1}\n${time(i)} --> ${time(i + 1)}\n${p}\n`).join('\n'),
      },
      {
        kind: 'table, made',
        key,
        path: 'table.txt',
        text: `id;text;length\n${parts.map((p, i) => `${i};"${p}";${p.length}`).join('\n')}`,
      },
      { kind: 'words, made', key, path: 'list.txt', text: words.join('\n') },
      { kind: 'tokens, made', key, path: 'tokens.txt', text: words.map((w) => `${w}\tO`).join('\n') },
    ];
  });
}
