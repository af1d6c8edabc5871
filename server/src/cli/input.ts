import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ArticleInput } from '../core/analyser';
import { isEdtfDay } from '../core/dates/calendar';
import { asText, isObject, parseJson } from '../formats/json';
import { commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { isOtherText, listFolder } from '../store/articleFiles';
import type { ArticleRules, FoundFile } from '../store/articleRules';
import { type Reading, readAnyText, textOfBytes } from '../store/fileEncoding';
import { STANDARD_INPUT } from './options';

/** An article that was read, or why it could not be; `place` names the file or line for messages. */
export type ReadArticle =
  | { readonly ok: true; readonly article: ArticleInput; readonly place: string | Message }
  | {
      readonly ok: false;
      readonly place: string | Message;
      readonly problem: Message;
      /** Of a JSON line: what the line that answers it is called by. */
      readonly asked?: AskedLine;
    };

/** A line of JSON Lines: its article's id, or the number of a line that has none that can be read. */
export type AskedLine = { readonly id: string } | { readonly line: number };

const { input } = commandMessages;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface Listed {
  readonly path: string;
  readonly problem?: Message;
}

/** What listing files has come by, for whoever asked. */
export interface Listing {
  readonly rules: ArticleRules;
  /** Whether texts that are not articles are taken too. */
  readonly all: boolean;
  /** Told of each folder that was named, once it has been walked. */
  readonly onFolder: (path: string, count: { readonly articles: number; readonly others: number }) => void;
  /** Told of links to folders that were not followed. */
  readonly onLink: (path: string, target: string) => void;
}

/**
 * The files that paths mean, in order: a file as named, whatever it is; a folder's articles by name, sub-folders too (hidden
 * ones left out). Asterisks and question marks are for shells that leave them to the program, as Windows' do.
 */
export async function* listFiles(paths: readonly string[], listing: Listing): AsyncGenerator<Listed> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      yield { path };
      continue;
    }
    let folder: boolean;
    try {
      folder = (await stat(path)).isDirectory();
    } catch (error) {
      if (/[*?]/.test(path)) yield* matching(path, listing);
      else yield { path, problem: messageOf(error) };
      continue;
    }
    if (folder) yield* walk(path, listing);
    else yield { path };
  }
}

/** The files and folders' files whose path fits a pattern: `*` and `?` stand for letters of one name, `**` for folders. */
async function* matching(pattern: string, listing: Listing): AsyncGenerator<Listed> {
  const parts = pattern.split(sep === '/' ? '/' : /[\\/]/);
  const fixed = parts.findIndex((part) => /[*?]/.test(part));
  let found = [parts.slice(0, fixed).join(sep) || (pattern.startsWith('/') ? '/' : '')];
  for (const part of parts.slice(fixed)) found = (await Promise.all(found.map((folder) => step(folder, part)))).flat();
  if (found.length === 0) yield { path: pattern, problem: input.fitsNoFile };
  else yield* listFiles(found, listing);
}

/** What one part of a pattern leads to from a folder. */
async function step(folder: string, part: string): Promise<string[]> {
  const entries = await readdir(folder || '.', { withFileTypes: true }).catch(() => []);
  const shown = entries.filter((entry) => part.startsWith('.') || !entry.name.startsWith('.')).sort(byName);
  if (part === '**') {
    const below = shown.filter((entry) => entry.isDirectory()).map((entry) => step(join(folder, entry.name), part));
    return [folder, ...(await Promise.all(below)).flat()];
  }
  return shown.filter((entry) => fits(entry.name, part)).map((entry) => join(folder, entry.name));
}

/** Whether a name fits a pattern of `*` and `?`. As an expression, one with many asterisks would take for ever. */
function fits(name: string, pattern: string): boolean {
  const [letters, marks] = [[...name], [...pattern]];
  let [at, mark] = [0, 0];
  // the last asterisk, and where what it stands for ends: only that one may have to stand for more
  let [asterisk, end] = [-1, 0];
  while (at < letters.length) {
    if (marks[mark] === '*') {
      asterisk = mark++;
      end = at;
    } else if (mark < marks.length && (marks[mark] === '?' || marks[mark] === letters[at])) {
      at++;
      mark++;
    } else if (asterisk < 0) return false;
    else {
      mark = asterisk + 1;
      at = ++end;
    }
  }
  return marks.slice(mark).every((rest) => rest === '*');
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

async function* walk(folder: string, { rules, all, onFolder, onLink }: Listing): AsyncGenerator<Listed> {
  let [articles, others] = [0, 0];
  for await (const file of listFolder(folder, rules)) {
    if (file.kind === 'problem') yield { path: file.path, problem: messageOf(file.problem) };
    else if (file.kind === 'link') onLink(file.path, file.target);
    else if (file.found.article || (all && isOtherText(file.found)) || isBroken(file)) {
      articles++;
      yield { path: file.path };
    } else if (isOtherText(file.found)) others++;
  }
  onFolder(folder, { articles, others });
}

/** A file that is called a text and is not one: reading it says why. */
const isBroken = ({ path, found }: { readonly path: string; readonly found: FoundFile }): boolean =>
  found.reason === 'binary' && /\.(?:txt|article)$/i.test(path);

/** Reads one file as text, byte-order mark kept. */
export async function readArticle(path: string, reading: Reading): Promise<ReadArticle> {
  try {
    const text =
      path === STANDARD_INPUT ? textOfBytes(path, await whole(standardInput()), reading) : await readAnyText(path, reading);
    if (text === undefined) return { ok: false, place: path, problem: fileMessages.missing };
    return { ok: true, place: path, article: { id: path, file: path, text } };
  } catch (error) {
    return { ok: false, place: path, problem: messageOf(error) };
  }
}

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads articles as JSON Lines. Only a line feed ends a line: U+2028 may stand inside a JSON string. */
export async function* readJsonLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ReadArticle> {
  let number = 0;
  for await (const bytes of lines(stream)) {
    number++;
    const place = commandMessages.line(number);
    let line: string;
    try {
      line = strict.decode(bytes);
    } catch {
      yield { ok: false, place, problem: fileMessages.notUtf8, asked: { line: number } };
      continue;
    }
    if (line.trim() === '') continue;
    yield parseLine(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line, number);
  }
}

/** Reads paths, one a line, as they are. */
export async function* readPaths(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const bytes of lines(stream)) {
    const path = Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
    if (path !== '') yield path;
  }
}

async function* lines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      pending.push(chunk.subarray(start, end));
      yield pending.length === 1 ? (pending[0] as Uint8Array) : Buffer.concat(pending);
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}

function parseLine(line: string, number: number): ReadArticle {
  const place = commandMessages.line(number);
  const bad = (problem: Message, id?: string): ReadArticle => {
    return { ok: false, place, problem, asked: id === undefined ? { line: number } : { id } };
  };
  const reading = parseJson(line);
  if (reading.problem) return bad(reading.problem.message);
  if (!isObject(reading.value)) return bad(input.notObject);
  const { id, text, language, date } = reading.value;
  const name = asText(id);
  if (id !== undefined && id !== null && name === undefined) return bad(input.badId(JSON.stringify(id).slice(0, 80)));
  if (typeof text !== 'string') return bad(input.noText, name);
  const day = typeof date === 'string' ? dayOf(date) : undefined;
  if (date !== undefined && date !== null && day === undefined) return bad(input.badDate(JSON.stringify(date)), name);
  if (language !== undefined && language !== null && typeof language !== 'string') return bad(input.badLanguage, name);
  return {
    ok: true,
    place,
    article: {
      id: name ?? String(number),
      text,
      ...(typeof language === 'string' && language !== 'auto' && { language }),
      ...(day !== undefined && { date: day }),
    },
  };
}

/** The day, month or year of a date with or without a time of day; undefined where it is none of the calendar. */
function dayOf(date: string): string | undefined {
  const day = /^(-?[\d-]+)(?:[T ].*)?$/.exec(date)?.[1];
  return day !== undefined && isEdtfDay(day) ? day : undefined;
}

/** Standard input as bytes. */
export function standardInput(): AsyncIterable<Uint8Array> {
  return process.stdin.isTTY ? createReadStream('', { fd: 0 }) : process.stdin;
}
