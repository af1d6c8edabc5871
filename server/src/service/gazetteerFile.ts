import type { EntityType } from '../core/analysis';
import type { GazetteerEntry } from '../core/entities/index';
import { own } from '../core/members';
import type { Span } from '../core/span';
import type { Messages } from '../messages/reading';

/** A row that could not be read as it stands; spans count in the file's text. */
export interface RowProblem {
  readonly span: Span;
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** The project's own names, and what is wrong with the file. Good rows count even where others are bad. */
export interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly problems: readonly RowProblem[];
}

/** What may stand in the type column, lower case, besides the four types themselves. */
const TYPES: Readonly<Record<string, EntityType>> = {
  per: 'PER',
  person: 'PER',
  personne: 'PER',
  org: 'ORG',
  organization: 'ORG',
  organisation: 'ORG',
  loc: 'LOC',
  location: 'LOC',
  place: 'LOC',
  lieu: 'LOC',
  misc: 'MISC',
  work: 'MISC',
  event: 'MISC',
  product: 'MISC',
};

const COLUMNS = 5;

/**
 * Reads `.corpus/gazetteer.tsv`: name, type, aliases separated by `|`, identifier, note, separated by tabs; the last
 * three may be missing. Empty lines and lines that begin with `#` are passed over, and so is a first line that names the
 * columns; what it names beyond these five are properties of the entity. Never fails: a bad row is a problem at its place.
 */
export function parseGazetteer(text: string, messages: Messages): Gazetteer {
  const entries: GazetteerEntry[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  // a name leads to the first row that bears it, as name or alias
  const taken = new Map<string, number>();
  let number = 0;
  let first = true;
  let further: readonly string[] = [];
  for (const line of linesOf(text)) {
    number++;
    if (line.text.trim() === '' || line.text.startsWith('#')) continue;
    const cells = cellsOf(line);
    if (first && isHeading(cells)) {
      first = false;
      further = cells.slice(COLUMNS).map((cell) => cell.text);
      continue;
    }
    first = false;
    const entry = readRow(cells, further, problems, messages);
    if (entry === undefined) continue;
    const key = `${entry.type}\t${entry.name}`;
    const before = seen.get(key);
    if (before !== undefined) {
      problems.push({
        span: (cells[0] as Cell).span,
        level: 'warning',
        message: messages.gazetteer.duplicate(entry.name, before),
      });
      continue;
    }
    seen.set(key, number);
    entries.push(entry);
    for (const { text: name, span } of namesOf(cells)) {
      const owner = taken.get(foldName(name));
      if (owner === undefined) taken.set(foldName(name), number);
      else if (owner !== number) problems.push({ span, level: 'warning', message: messages.gazetteer.taken(name, owner) });
    }
  }
  return { entries, problems };
}

interface Cell {
  readonly text: string;
  readonly span: Span;
}

function readRow(
  cells: readonly Cell[],
  further: readonly string[],
  problems: RowProblem[],
  messages: Messages,
): GazetteerEntry | undefined {
  const [name, type, aliases, identifier, note] = cells;
  if (name === undefined || name.text === '') {
    problems.push({ span: rowSpan(cells), level: 'error', message: messages.gazetteer.missingName });
    return undefined;
  }
  if (type === undefined || type.text === '') {
    const message = cells.length === 1 ? messages.gazetteer.noTabs : messages.gazetteer.missingType;
    problems.push({ span: name.span, level: 'error', message });
    return undefined;
  }
  const known = own(TYPES, type.text.toLowerCase());
  if (known === undefined) {
    problems.push({ span: type.span, level: 'error', message: messages.gazetteer.unknownType(type.text) });
    return undefined;
  }
  const most = COLUMNS + further.length;
  if (cells.length > most) {
    const extra = { start: (cells[most] as Cell).span.start, end: (cells.at(-1) as Cell).span.end };
    problems.push({ span: extra, level: 'warning', message: messages.gazetteer.tooManyColumns(cells.length, most) });
  }
  const properties = further.flatMap((column, i): (readonly [string, string])[] => {
    const value = cells[COLUMNS + i]?.text ?? '';
    return column === '' || value === '' ? [] : [[column, value]];
  });
  const others = (aliases?.text ?? '').split('|').map((alias) => alias.trim());
  return {
    name: name.text,
    type: known,
    aliases: [...new Set(others)].filter((alias) => alias !== '' && alias !== name.text),
    ...(identifier !== undefined && identifier.text !== '' && { identifier: identifier.text }),
    ...(note !== undefined && note.text !== '' && { note: note.text }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
  };
}

/** A row's name and aliases, each at its place. */
function namesOf([name, , aliases]: readonly Cell[]): Cell[] {
  const names = name === undefined ? [] : [name];
  if (aliases === undefined) return names;
  let start = aliases.span.start;
  for (const raw of aliases.text.split('|')) {
    const from = start + (raw.length - raw.trimStart().length);
    const text = raw.trim();
    if (text !== '') names.push({ text, span: { start: from, end: from + text.length } });
    start += raw.length + 1;
  }
  return names;
}

const foldName = (name: string): string => name.toLowerCase().split(/\s+/u).join(' ');

const rowSpan = (cells: readonly Cell[]): Span => ({ start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 });

const isHeading = (cells: readonly Cell[]): boolean =>
  /^(?:name|nom)$/i.test(cells[0]?.text ?? '') && /^type$/i.test(cells[1]?.text ?? '');

/** A line's cells without the white space at their edges. */
function cellsOf(line: { readonly text: string; readonly start: number }): Cell[] {
  const cells: Cell[] = [];
  let start = line.start;
  for (const raw of line.text.split('\t')) {
    const from = start + (raw.length - raw.trimStart().length);
    const words = raw.trim();
    cells.push({ text: words, span: { start: from, end: from + words.length } });
    start += raw.length + 1;
  }
  return cells;
}

function* linesOf(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    yield { text: text.slice(start, end), start };
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}
