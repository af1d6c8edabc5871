import { join } from 'node:path';
import type { FormatProblem } from '../formats/format';
import { importing, importingMessages } from '../messages/importing';
import { say } from '../messages/say';
import { wordsOf } from '../messages/topic';
import { readText, writeText } from '../store/files';
import { delimitedRows } from './readers/delimited';

/** The file in the target's folder that says what came of each source. */
const REPORT_FILE = 'import-report.csv';

/** What came of one file. */
export interface SourceReport {
  readonly place: string;
  readonly articles: number;
  readonly problems: readonly FormatProblem[];
  /** Problems beyond those that are listed. */
  readonly more: number;
  /** It needs no import: there is nothing to say of it. */
  readonly isText: boolean;
}

/** Of one file so many are listed: a table of another form has one in each row. */
export const MOST_PROBLEMS = 1_000;

const COLUMNS = ['file', 'line', 'kind', 'message'];

/**
 * Writes what could not be read, and what each file that holds several articles gave. What the report says of files that
 * are not among these stays; the same again changes no byte.
 *
 * @returns its path; undefined where there is nothing to say and was nothing.
 */
export async function writeReport(
  folder: string,
  sources: readonly SourceReport[],
  language: string | undefined,
): Promise<string | undefined> {
  const path = join(folder, REPORT_FILE);
  const before = await readText(path);
  const own = new Set(sources.map(({ place }) => place));
  const kept = (await rowsOf(before ?? '')).filter((row) => row[0] !== undefined && !own.has(row[0]));
  const words = wordsOf(importing, language);
  const rows = sources.flatMap(({ place, articles, problems, more, isText }) => {
    if ((articles === 1 || isText) && problems.length === 0) return [];
    return [
      [place, '', words.kind.summary, say(importingMessages.articlesOut(articles), language)],
      ...problems.map(({ line, severity, message }) => [
        place,
        String(line),
        severity === 'error' ? words.kind.lost : words.kind.doubtful,
        say(message, language),
      ]),
      ...(more > 0 ? [[place, '', words.kind.lost, say(importingMessages.moreProblems(more), language)]] : []),
    ];
  });
  if (before === undefined && rows.length === 0) return undefined;
  const content = [COLUMNS, ...kept, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
  if (content !== before) await writeText(path, content);
  return path;
}

async function rowsOf(content: string): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const once = async function* (): AsyncGenerator<string> {
    yield content;
  };
  for await (const read of delimitedRows(once(), ',')) if ('row' in read) rows.push(read.row.cells);
  return rows.slice(1);
}

/** A cell that a spreadsheet would run as a formula is none. */
function cell(value: string): string {
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
