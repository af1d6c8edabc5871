import { JSONParser } from '@streamparser/json';
import type { FormatProblem } from '../../formats/format';
import { isObject, type JsonObject, parseJson } from '../../formats/json';
import { importingMessages } from '../../messages/importing';
import { fieldNamed, type Row } from './columns';

/** A record as a row of a table, or what could not be read. `line`: where it ends; of JSON Lines its line. */
export type JsonRecord =
  | { readonly row: Row; readonly line: number; readonly problem?: undefined }
  | { readonly problem: FormatProblem; readonly row?: undefined };

/** In characters: an object that holds records is read whole up to this size. */
const LARGEST_OBJECT = 128_000_000;

/**
 * Reads records: JSON Lines, an array of objects, or an object with such an array in one of its members. The first two may
 * be of any size. A line that is no JSON is passed over; an array is read as far as it is one.
 *
 * @param chunks - the text, cut anywhere.
 */
export async function* jsonRecords(chunks: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  const lines = textLines(chunks);
  const first = await lines.next();
  if (first.done) return;
  const all = (async function* (): AsyncGenerator<Line> {
    yield first.value;
    yield* lines;
  })();
  const begin = first.value.text.trim();
  if (begin.startsWith('[')) yield* ofArray(all);
  else if (parseJson(begin).problem === undefined) yield* ofLines(all);
  else yield* ofObject(all, begin);
}

/** A line with what ends it; of an array also a piece of one, since all of it may stand on one line. */
interface Line {
  readonly text: string;
  readonly number: number;
}

async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let [rest, number, begun, isArray] = ['', 1, false, false];
  for await (const chunk of chunks) {
    const text = rest + (number === 1 && rest === '' && !begun ? chunk.replace(/^\ufeff/, '') : chunk);
    isArray ||= !begun && text.trimStart().startsWith('[');
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      const line = text.slice(at, end + 1);
      // blank lines at the beginning tell nothing of what follows
      if (begun || line.trim() !== '') yield { text: line, number };
      begun ||= line.trim() !== '';
      at = end + 1;
      number++;
    }
    rest = text.slice(at);
    if (!isArray || rest.trim() === '') continue;
    yield { text: rest, number };
    [rest, begun] = ['', true];
  }
  if (rest.trim() !== '') yield { text: rest, number };
}

async function* ofLines(lines: AsyncIterable<Line>): AsyncGenerator<JsonRecord> {
  for await (const { text, number } of lines) {
    if (text.trim() === '') continue;
    const { value, problem } = parseJson(text, number) as { value?: unknown; problem?: FormatProblem };
    if (problem !== undefined) yield { problem: { ...problem, line: number } };
    else yield* recordsIn(value, number);
  }
}

async function* ofArray(lines: AsyncIterable<Line>): AsyncGenerator<JsonRecord> {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  let found: unknown[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ value }) => void found.push(value);
  parser.onError = (error) => {
    failure ??= error;
  };
  let last = 1;
  for await (const { text, number } of lines) {
    last = number;
    try {
      if (!parser.isEnded || text.trim() !== '') parser.write(text);
    } catch (error) {
      failure ??= error as Error;
    }
    for (const value of found) yield recordOf(value, number);
    found = [];
    if (failure !== undefined) {
      yield { problem: { severity: 'error', line: number, message: importingMessages.brokenJson } };
      return;
    }
  }
  if (!parser.isEnded) yield { problem: { severity: 'error', line: last, message: importingMessages.brokenJson } };
}

async function* ofObject(lines: AsyncIterable<Line>, begin: string): AsyncGenerator<JsonRecord> {
  let text = '';
  for await (const line of lines) {
    text += line.text;
    if (text.length > LARGEST_OBJECT) {
      yield { problem: { severity: 'error', line: 1, message: importingMessages.objectTooLarge(LARGEST_OBJECT / 1e6) } };
      return;
    }
  }
  if (!begin.startsWith('{')) {
    yield { problem: { severity: 'error', line: 1, message: importingMessages.notRecords } };
    return;
  }
  const { value, problem } = parseJson(text) as { value?: unknown; problem?: FormatProblem };
  if (problem !== undefined || !isObject(value)) {
    yield { problem: problem ?? { severity: 'error', line: 1, message: importingMessages.notRecords } };
    return;
  }
  yield* recordsIn(value, 1);
}

/** The records that an object holds, else the one that it is. */
function recordsIn(value: unknown, line: number): readonly JsonRecord[] {
  const list = isObject(value) && !hasText(value) ? recordList(value) : undefined;
  return list === undefined ? [recordOf(value, line)] : list.map((member, i) => recordOf(member, i + 1));
}

const hasText = (value: unknown): boolean => isObject(value) && Object.keys(value).some((key) => fieldNamed(key) === 'text');

/** The longest list of objects with a text, in an object or in one that it holds. */
function recordList(value: JsonObject): readonly unknown[] | undefined {
  const members = Object.values(value);
  const lists = [...members, ...members.flatMap((member) => (isObject(member) ? Object.values(member) : []))];
  const found = lists.filter((list): list is unknown[] => Array.isArray(list) && list.some(hasText));
  return found.reduce<unknown[] | undefined>((best, list) => (best && best.length >= list.length ? best : list), undefined);
}

function recordOf(value: unknown, line: number): JsonRecord {
  if (!isObject(value)) return { problem: { severity: 'error', line, message: importingMessages.notObject } };
  const row = new Map<string, string>();
  flatten(value, '', row, 0);
  return { row, line };
}

/** Objects within objects are told by `source.name`; deeper ones are left as JSON. */
const DEEPEST = 3;

function flatten(value: JsonObject, prefix: string, row: Map<string, string>, depth: number): void {
  for (const [key, member] of Object.entries(value)) {
    const name = prefix + key;
    if (member === null || member === undefined) continue;
    if (isObject(member) && depth < DEEPEST) flatten(member, `${name}.`, row, depth + 1);
    else row.set(name, textOf(member));
  }
}

/** A list of words is one value; a list of paragraphs stays one. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  const parts = value.map((part) => (isObject(part) ? nameOf(part) : textOf(part)));
  return parts.join(parts.some((part) => part.length > 80) ? '\n\n' : '; ');
}

/** Lists of authors are often lists of objects that have a name. */
function nameOf(value: JsonObject): string {
  const name = value.name ?? value.nom ?? value.title ?? value.text;
  return typeof name === 'string' ? name : JSON.stringify(value);
}
