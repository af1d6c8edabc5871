// Texts out of whatever sets of labelled or plain text a developer has at hand. No label is read.
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../project.mjs';
import { filesIn } from './trees.mjs';

/** Longer texts are cut at the end of a line. */
const LONGEST = 60_000;
/** Sentences that are told apart by nothing else make documents of so many. */
const SENTENCES = 20;
/** What a string that no field says to be a text has at least. */
const MIN_WORDS = 4;
/** The fields that hold a record's text, language and date, the first that is there. */
const FIELDS = {
  text: ['text', 'sentence', 'Input'],
  language: ['language', 'lang'],
  date: ['dct', 'date', 'reference'],
};

/** How files are read, by the ends of their names. */
const READERS = [
  [/\.txt$/, (content) => [{ text: content }]],
  [/\.jsonl$/, (content) => content.split('\n').flatMap((line) => recordsOf(parsed(line)))],
  [/\.json$/, (content) => recordsOf(parsed(content))],
  [/\.(conllu|iob2|conll|bio)$/, sentencesOf],
];
const READABLE = new RegExp(READERS.map(([{ source }]) => source).join('|'));

/** Jobs for all texts below folders; see runJobs. Throws a UserError where a folder is not there. */
export function dataJobs(folders) {
  return folders.flatMap((folder) => {
    if (!fs.existsSync(folder)) throw new UserError(`There is no folder ${folder}`);
    return filesIn(folder, READABLE).flatMap((file) => jobsOfFile(file, path.relative(folder, file).replaceAll('\\', '/')));
  });
}

function jobsOfFile(file, from) {
  const [, read] = READERS.find(([ending]) => ending.test(file));
  const language = /(?:^|[^a-z])(fr|en|de|es|it|nl|pt)(?=[^a-z])/.exec(from)?.[1];
  const records = read(fs.readFileSync(file, 'utf8')).flatMap((record) =>
    parts(record.text).map((text) => ({ ...record, text })),
  );
  return records.map((record, i) => ({
    source: 'data',
    from: `${from}, text ${i + 1}`,
    text: record.text,
    variants: [[record.language ?? language, record.date]],
  }));
}

function parts(text) {
  const found = [];
  for (let start = 0; start < text.length; ) {
    const line = text.length - start > LONGEST ? text.lastIndexOf('\n', start + LONGEST) : -1;
    const end = line > start ? line + 1 : Math.min(text.length, start + LONGEST);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Texts with what their records say of them; in a value without such a field all strings that look like sentences. */
export function recordsOf(value) {
  if (typeof value === 'string') return value.split(/\s+/).length >= MIN_WORDS ? [{ text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const text = fieldOf(value, 'text');
  if (text === undefined) return Object.values(value).flatMap(recordsOf);
  return [{ text, language: fieldOf(value, 'language'), date: fieldOf(value, 'date')?.slice(0, 10) }];
}

function fieldOf(value, which) {
  const name = FIELDS[which].find((one) => typeof value[one] === 'string');
  return name === undefined ? undefined : value[name];
}

/** The documents of a file in columns: the sentences' texts, or else their words. */
export function sentencesOf(content) {
  const documents = [[]];
  for (const block of content.split(/\r?\n\s*\n/)) {
    const lines = block.split(/\r?\n/);
    const begins = lines.some((line) => /^(# newdoc|-DOCSTART-)/.test(line));
    if (documents.at(-1).length > 0 && (begins || documents.at(-1).length >= SENTENCES)) documents.push([]);
    const text = lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? wordsOf(lines).join(' ');
    if (text !== '') documents.at(-1).push(text);
  }
  return documents.filter((sentences) => sentences.length > 0).map((sentences) => ({ text: sentences.join('\n') }));
}

/** The words: the first column, or the second where the first counts. */
function wordsOf(lines) {
  const rows = lines.filter((line) => line.trim() !== '' && !/^(# |-DOCSTART-)/.test(line)).map((line) => line.split(/\s+/));
  return rows.map(([first, second]) => (/^\d+$/.test(first) && second !== undefined ? second : first));
}
