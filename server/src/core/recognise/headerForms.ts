/** A form of header that lines have in common. */
export interface HeaderProposal {
  /** For the setting `headerPatterns`: named groups `date`, `title`, `source`, `author`, matched at a file's first character. */
  readonly pattern: string;
  /** What it is made of, in order, for people: `source, date - title`. */
  readonly name: string;
  /** How many of the lines it fits, and how many there are. */
  readonly fits: number;
  readonly of: number;
  /** The first line that it fits. */
  readonly example: string;
}

type Field = 'date' | 'title' | 'source' | 'author' | 'other';

/** A line with a date, cut at what parts its fields. */
interface Cut {
  readonly line: string;
  readonly fields: readonly string[];
  readonly separators: readonly string[];
  /** Which field is the date. */
  readonly date: number;
  readonly opening: string;
  readonly closing: string;
}

const YEAR = '(?:1[5-9]|20)\\d{2}';
/** Dates as people write them at the head of a text: in figures, or with the month's name, the year always. */
const DATE = `(?:${YEAR}-\\d{1,2}(?:-\\d{1,2})?|${YEAR}/\\d{1,2}/\\d{1,2}|\\d{1,2}([./-])\\d{1,2}\\1${YEAR}|\\d{1,2}\\p{L}{0,3}\\.? \\p{L}{3,10}\\.? ${YEAR}|\\p{L}{3,10}\\.? \\d{1,2}\\p{L}{0,2},? ${YEAR}|\\p{L}{3,10} ${YEAR})`;
/** The same as a part of a pattern: numbers of groups would count those of the pattern. */
const DATE_PART = DATE.replace('([./-])', '[./-]').replace('\\1', '[./-]');
const FIND_DATE = new RegExp(`(?<![\\p{L}\\d])${DATE}(?![\\p{L}\\d])`, 'u');
/** What parts two fields, the longer first; a comma and a colon only beside the date. */
const SEPARATOR = /\s+\|\s*|\s*\|\s+|\s+[-–—•·/]\s+|\t+|\s*;\s*/u;
const BESIDE_DATE = /^(?:\s+[-–—|•·/:]\s+|,\s+|\t+|\s*[;|:]\s*|\s+)/u;
const BEFORE_DATE = /(?:\s+[-–—|•·/:]\s+|,\s+|\t+|\s*[;|]\s*|:\s+|\s+)$/u;

const LONGEST = 400;
const MOST_LINES = 500;
/** A form counts from this share of the lines on, and from this many. */
const LEAST_SHARE = 0.2;
const LEAST = 2;

/**
 * The forms of header that the first lines of a folder's texts have in common, the one that fits most first: lines with a
 * date, and before or after it what stays the same or varies, as `Le Monde, 3 mars 2017 - Titre`, `2017-03-03 | title |
 * author`, `[03/03/2017] Title`. The patterns are linear: no part of them can be read in two ways.
 *
 * @param firstLines - one for each text.
 */
export function proposeHeaderPatterns(firstLines: readonly string[]): readonly HeaderProposal[] {
  const lines = firstLines.slice(0, MOST_LINES).map((line) =>
    line
      .replace(/^\uFEFF/, '')
      .slice(0, LONGEST)
      .trimEnd(),
  );
  const cuts = lines.flatMap((line) => cut(line) ?? []);
  const groups = new Map<string, Cut[]>();
  for (const found of cuts) {
    const key = JSON.stringify([found.opening, found.closing, found.separators.map(kindOf), found.date]);
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  const proposals = [...groups.values()]
    .filter((group) => group.length >= LEAST && group.length >= LEAST_SHARE * lines.length)
    .map((group) => proposalOf(group, lines));
  return proposals
    .filter(({ fits }) => fits >= LEAST)
    .sort((a, b) => b.fits - a.fits)
    .filter(({ pattern }, index, all) => all.findIndex((other) => other.pattern === pattern) === index);
}

/** A line's fields around its date; undefined where it has none, or where that stands in running text. */
function cut(line: string): Cut | undefined {
  const match = FIND_DATE.exec(line);
  if (match === null) return undefined;
  const [opening, closing] = bracketsAround(line, match.index, match.index + match[0].length);
  const start = match.index - opening.length;
  const end = match.index + match[0].length + closing.length;
  const before = line.slice(0, start);
  const after = line.slice(end);
  const gapBefore = BEFORE_DATE.exec(before)?.[0] ?? '';
  const gapAfter = BESIDE_DATE.exec(after)?.[0] ?? '';
  if (before !== '' && !isGap(gapBefore, opening)) return undefined;
  if (after.trim() !== '' && !isGap(gapAfter, closing)) return undefined;
  const left = parts(before.slice(0, before.length - gapBefore.length));
  const right = parts(after.slice(gapAfter.length));
  return {
    line,
    fields: [...left.fields, match[0], ...right.fields],
    separators: [
      ...left.separators,
      ...(left.fields.length > 0 ? [gapBefore] : []),
      ...(right.fields.length > 0 ? [gapAfter] : []),
      ...right.separators,
    ],
    date: left.fields.length,
    opening,
    closing,
  };
}

/** White space alone parts fields only at a bracket. */
const isGap = (gap: string, bracket: string): boolean => gap.trim() !== '' || gap.includes('\t') || bracket !== '';

function bracketsAround(line: string, start: number, end: number): readonly [string, string] {
  const pair = `${line.charAt(start - 1)}${line.charAt(end)}`;
  return pair === '[]' || pair === '()' ? [pair.charAt(0), pair.charAt(1)] : ['', ''];
}

function parts(text: string): { readonly fields: readonly string[]; readonly separators: readonly string[] } {
  if (text.trim() === '') return { fields: [], separators: [] };
  const fields = text.split(SEPARATOR);
  const separators = [...text.matchAll(new RegExp(SEPARATOR, 'gu'))].map(([separator]) => separator);
  return { fields, separators };
}

/** A separator by what it is, however much white space stands around it. */
const kindOf = (separator: string): string => (separator.includes('\t') ? '\t' : separator.trim().replace(/[–—]/, '-') || ' ');

function proposalOf(group: readonly Cut[], lines: readonly string[]): HeaderProposal {
  const [first] = group as [Cut];
  const roles = rolesOf(group);
  let pattern = '';
  let name = '';
  for (const [index, role] of roles.entries()) {
    const separator = first.separators[index];
    const mark = separator === undefined ? '' : kindOf(separator);
    const group_ = role === 'other' ? fieldPart(mark) : `(?<${role}>${role === 'date' ? DATE_PART : fieldPart(mark)})`;
    pattern += index === first.date ? `${escaped(first.opening)}${group_}${escaped(first.closing)}` : group_;
    pattern += separator === undefined ? '' : separatorPart(mark);
    name += `${index === first.date ? `${first.opening}date${first.closing}` : role === 'other' ? '…' : role}${separator === undefined ? '' : shown(mark)}`;
  }
  const compiled = new RegExp(`^(?:${pattern})`, 'u');
  const fitting = lines.filter((line) => compiled.test(line));
  return { pattern, name, fits: fitting.length, of: lines.length, example: fitting[0] ?? first.line };
}

/**
 * Which field is what: what many lines have alike is the source; of the others the longest is the title, and what is left
 * behind it, or before it, short and in capitals, the author.
 */
function rolesOf(group: readonly Cut[]): readonly Field[] {
  const [first] = group as [Cut];
  const columns = first.fields.map((_, index) => group.map((cut) => cut.fields[index] as string));
  const lengths = columns.map((column) => column.reduce((sum, field) => sum + field.length, 0) / column.length);
  const roles: Field[] = columns.map((_, index) => (index === first.date ? 'date' : 'other'));
  const take = (role: Field, wanted: (index: number) => boolean, better: (index: number) => number): void => {
    const free = roles.flatMap((other, index) => (other === 'other' && wanted(index) ? [index] : []));
    const best = free.sort((a, b) => better(b) - better(a))[0];
    if (best !== undefined) roles[best] = role;
  };
  const repeated = (index: number): number => 1 - new Set(columns[index]).size / group.length;
  const average = (index: number): number => lengths[index] as number;
  take('source', (index) => average(index) <= 40 && repeated(index) >= 0.5 - (group.length < 4 ? 0.1 : 0), repeated);
  take('title', () => true, average);
  take('author', (index) => average(index) <= 40 && (columns[index] as string[]).every((field) => NAME.test(field)), average);
  take('source', (index) => !roles.includes('source') && average(index) <= 40, repeated);
  return roles;
}

const NAME = /^(?:\p{Lu}[\p{L}.'’-]*|\p{Ll}{1,3}['’]?)(?: (?:\p{Lu}[\p{L}.'’-]*|\p{Ll}{1,3}))*$/u;

/** What a field may hold: all but what parts it from the next. */
function fieldPart(mark: string): string {
  switch (mark) {
    case '':
      return '[^\\r\\n]+';
    case '-':
      return '(?:(?![^\\S\\r\\n]+[-–—][^\\S\\r\\n])[^\\r\\n])+';
    case '\t':
      return '[^\\t\\r\\n]+';
    case ' ':
      return '[^\\[(\\r\\n]+?';
    default:
      return `(?:(?!${separatorPart(mark)})[^\\r\\n])+`;
  }
}

const SPACE = '[^\\S\\r\\n]';
function separatorPart(mark: string): string {
  if (mark === '\t') return '\\t+';
  if (mark === ' ') return `${SPACE}+`;
  if (mark === '-') return `${SPACE}+[-–—]${SPACE}+`;
  return mark === ',' || mark === ':' ? `${SPACE}*${mark}${SPACE}+` : `${SPACE}*${escaped(mark)}${SPACE}*`;
}

const shown = (mark: string): string =>
  mark === ',' || mark === ':' || mark === ';' ? `${mark} ` : mark === '\t' ? ' → ' : mark === ' ' ? ' ' : ` ${mark} `;

const escaped = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&');
