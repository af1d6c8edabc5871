import type { Span } from '../span';

/** What stands at the head of an article's file. Spans count in the whole text. */
export interface Header extends Span {
  /** EDTF, to the year, month or day. */
  readonly date: string | null;
  readonly dateSpan?: Span;
  /** Where a date stands that is written in another way (3 mars 2017): its reader needs a language. */
  readonly writtenDate?: Span;
  readonly title?: Span;
  readonly source?: Span;
  readonly author?: Span;
}

/** The form of the header that the files of this project's first user bear: ` date 2017-01 La Russie …`. */
export const DEFAULT_HEADER_PATTERNS: readonly string[] = [
  '\\s*date\\s+(?<date>\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?)(?![\\d-])[^\\S\\r\\n]*',
];

// A header is short; more is not read.
const READ_AT_MOST = 2_000;

/** A header pattern that is not a regular expression, with the reason the engine gives. */
export interface PatternProblem {
  readonly pattern: string;
  readonly message: string;
}

/** A compiled header pattern. */
export interface HeaderPattern {
  /** What it matches at an offset of a file's head. */
  match(head: string, at: number): RegExpExecArray | null;
}

/**
 * Runs a search in a pattern of somebody's, or gives `otherwise` where it took too long. Who runs a program with people's
 * own patterns hands one in: this code knows no clock.
 */
export type Limited = <T>(pattern: string, search: () => T, otherwise: T) => T;

const unlimited: Limited = (_, search) => search();

/** Compiled header patterns, and those that could not be compiled. */
export interface HeaderPatterns {
  readonly patterns: readonly HeaderPattern[];
  readonly problems: readonly PatternProblem[];
}

/**
 * Compiles header patterns: regular expressions (JavaScript, Unicode) that are matched at the file's first
 * character (after a byte-order mark), with the named groups `date`, `title`, `source` and `author`.
 *
 * @param limited - runs what is not built in; without it nothing ends a search that takes for ever.
 */
export function compileHeaderPatterns(sources: readonly string[], limited: Limited = unlimited): HeaderPatterns {
  const patterns: HeaderPattern[] = [];
  const problems: PatternProblem[] = [];
  for (const pattern of sources) {
    try {
      const compiled = new RegExp(pattern.replace(/^\^/, ''), 'duy');
      const run = DEFAULT_HEADER_PATTERNS.includes(pattern) ? unlimited : limited;
      const search = (head: string, at: number): RegExpExecArray | null => {
        compiled.lastIndex = at;
        return compiled.exec(head);
      };
      patterns.push({ match: (head, at) => run(pattern, () => search(head, at), null) });
    } catch (error) {
      problems.push({ pattern, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { patterns, problems };
}

const EDTF_DAY = /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Reads the header; null where no pattern matches. A date that is no EDTF to the year, month or day is given by its place alone. */
export function readHeader(text: string, patterns: readonly HeaderPattern[]): Header | null {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const head = text.slice(0, READ_AT_MOST);
  for (const pattern of patterns) {
    const match = pattern.match(head, bom);
    if (match === null || match[0].trim() === '') continue;
    const span = (name: string): Span | undefined => {
      const range = match.indices?.groups?.[name];
      return range ? { start: range[0], end: range[1] } : undefined;
    };
    const date = match.groups?.date?.trim();
    const valid = date !== undefined && EDTF_DAY.test(date);
    const dateSpan = valid ? span('date') : undefined;
    const writtenDate = valid ? undefined : span('date');
    const title = span('title');
    const source = span('source');
    const author = span('author');
    return {
      start: bom,
      end: bom + match[0].length,
      date: valid ? date : null,
      ...(dateSpan && { dateSpan }),
      ...(writtenDate && { writtenDate }),
      ...(title && { title }),
      ...(source && { source }),
      ...(author && { author }),
    };
  }
  return null;
}

const NAMED_DATE = /(?<!\d)((?:18|19|20)\d{2})([-_./]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)/g;
/** How many folders above a file are taken for a part of its name: /2017/03/15/…. Those further up tell of other things. */
const NAMED_FOLDERS = 3;

/**
 * The date that a file's name bears (2016_01_08-001), else the folders it lies in, the innermost first (2017/03/a.txt),
 * as EDTF to the day or month; null where they bear none.
 * @param path - a file's path or an address, whole or not.
 */
export function dateFromName(path: string): string | null {
  const folders = path.split(/[\\/]/);
  const name = folders.pop() as string;
  return datesIn(name)[0] ?? datesIn(folders.slice(-NAMED_FOLDERS).join('/')).at(-1) ?? null;
}

function datesIn(name: string): string[] {
  return [...name.matchAll(NAMED_DATE)].flatMap(([, year, separator, month, day]) => {
    // eight digits in a row are a date only as a whole; six could be anything
    if (separator === '' && day === undefined) return [];
    return [[year, month, day].filter((part) => part !== undefined).join('-')];
  });
}
