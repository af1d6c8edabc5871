import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parse,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { formatMessages } from '../messages/formats';
import type { Message } from '../messages/message';
import { error, type FormatProblem } from './format';
import { jsonRefusal } from './jsonLimits';

/** A JSON object whose members are not known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Parsed JSON, or the problem with the line where it is. */
export type JsonReading = { readonly value: unknown; readonly problem?: undefined } | { readonly problem: FormatProblem };

/** Parses one JSON text that comes from outside; an error is named with its line, counted from `firstLine`. Never throws. */
export function parseJson(content: string, firstLine = 1): JsonReading {
  const refusal = jsonRefusal(content);
  if (refusal) return { problem: error(firstLine + countNewlines(content, refusal.offset), refusal.message) };
  try {
    return { value: JSON.parse(content) as unknown };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const errors: ParseError[] = [];
    parse(content, errors, { disallowComments: true, allowTrailingComma: false });
    const first = errors[0];
    const line = first ? firstLine + countNewlines(content, first.offset) : firstLine;
    return { problem: error(line, formatMessages.notJson(first ? parseProblem(first.error) : cause.message)) };
  }
}

/** Finds the lines of members of one JSON text, for problems with what the JSON says; parsed again only when asked. */
export function jsonLines(content: string): (path: JSONPath) => number {
  let known: { readonly tree: Node | undefined; readonly newlines: readonly number[] } | undefined;
  return (path) => {
    known ??= { tree: parseTree(content), newlines: newlinesOf(content) };
    const node = known.tree && findNodeAtLocation(known.tree, path);
    return 1 + countBelow(known.newlines, node?.offset ?? 0);
  };
}

/** A line of a JSON-lines file. */
export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
}

/**
 * Reads JSON lines. Tolerates what tools hand out under that name: one pretty-printed value, or an array of all of them.
 * Blank lines are skipped; a line that is no JSON is a problem, and the rest is still read.
 */
export function parseJsonLines(content: string): {
  readonly lines: readonly JsonLine[];
  readonly problems: readonly FormatProblem[];
} {
  const trimmed = content.trimStart();
  const first = trimmed.slice(0, Math.max(0, trimmed.search(/[\r\n]|$/))).trimEnd();
  if ((trimmed.startsWith('[') && !isJson(first)) || first === '{') {
    const whole = parseJson(content);
    if (whole.problem) return { lines: [], problems: [whole.problem] };
    const lineOf = jsonLines(content);
    const values = Array.isArray(whole.value) ? whole.value : [whole.value];
    return {
      lines: values.map((value: unknown, i) => ({ line: Array.isArray(whole.value) ? lineOf([i]) : 1, value })),
      problems: [],
    };
  }
  const lines: JsonLine[] = [];
  const problems: FormatProblem[] = [];
  content.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const reading = parseJson(line, i + 1);
    if (reading.problem) problems.push({ ...reading.problem, line: i + 1 });
    else lines.push({ line: i + 1, value: reading.value });
  });
  return { lines, problems };
}

const isJson = (content: string): boolean => parseJson(content).problem === undefined;

/** An array of objects on one line is a list of documents for some tools, one document (`["text", {…}]`) for spaCy. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list; anything else is an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text: strings and numbers; anything else is undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** The value as an offset: a whole number from 0. */
export function asOffset(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** 1-based column-less position: how many lines begin before an offset. */
function countNewlines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

// Thousands of members may be asked for: their lines are counted once.
function newlinesOf(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found.push(at);
  return found;
}

/** How many of some sorted numbers are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the JSON parser finds wrong, from its code. */
export function parseProblem(code: ParseErrorCode): Message | string {
  const name = printParseErrorCode(code);
  return name === '<unknown ParseErrorCode>' ? name : formatMessages.json[name];
}
