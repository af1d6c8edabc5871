import { error, type FormatProblem } from '../formats/format';
import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import { searchMessages } from '../messages/search';
import { asFile, isConflictMark, linesOf, outsideConflicts } from './projectLines';

/** Where a project's sub-corpora and partitions are, from its folder. */
export const PARTS_PATH = '.corpus/parts';

/** A sub-corpus, which is a query, or a partition, which is a column or what else a corpus can be parted by. */
export interface SavedPart {
  readonly kind: 'subcorpus' | 'partition';
  readonly name: string;
  /** The query, or what it is parted by. */
  readonly value: string;
}

/** What a file says, and what in it cannot be understood. */
export interface ParsedParts {
  readonly parts: readonly (SavedPart & { readonly line: number })[];
  readonly problems: readonly FormatProblem[];
}

const LINE = /^(subcorpus|partition)[ \t]+([^=]*?)[ \t]*=[ \t]*(.*\S)[ \t]*$/;

/**
 * Reads `.corpus/parts`: a line for each, `subcorpus NAME = QUERY` or `partition NAME = COLUMN`. Empty lines and those that
 * begin with # say nothing. Never throws: a line that cannot be understood is a problem and says nothing; of two with one
 * name, the first holds. That both sides of a merge say the same is no problem.
 */
export function parseParts(text: string): ParsedParts {
  const parts: (SavedPart & { line: number })[] = [];
  const problems: FormatProblem[] = [];
  const known = new Map<string, (typeof parts)[number]>();
  for (const [i, written] of linesOf(text).entries()) {
    if (written.trim() === '' || written.startsWith('#')) continue;
    const part = partOf(written);
    if (part === undefined) {
      problems.push(error(i + 1, isConflictMark(written) ? fileMessages.mergeConflict : searchMessages.notAPart));
      continue;
    }
    const key = `${part.kind} ${part.name.toLowerCase()}`;
    const before = known.get(key);
    if (before === undefined) {
      const placed = { ...part, line: i + 1 };
      known.set(key, placed);
      parts.push(placed);
    } else if (part.value !== before.value) problems.push(error(i + 1, searchMessages.partTwice(part.name, before.line)));
  }
  return { parts, problems };
}

function partOf(line: string): SavedPart | undefined {
  const [, kind, name = '', value = ''] = LINE.exec(line.normalize('NFC')) ?? [];
  return kind !== undefined && isName(name) ? { kind: kind as SavedPart['kind'], name, value } : undefined;
}

const isName = (name: string): boolean => /^[^\s="*?](?:[^="*?\r\n\t]*[^\s="*?])?$/u.test(name);

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The part of a kind that a name means, whatever its capitals. */
export const findPart = <P extends SavedPart>(parts: readonly P[], kind: SavedPart['kind'], name: string): P | undefined =>
  parts.find((part) => part.kind === kind && isSame(part.name, name.normalize('NFC')));

/**
 * The file with a part in it, in the place of the first with its name, or without any of its name (an empty value). All else
 * stays as it is; a new line stands in the order of the names, so that what two people add can be merged, and never between
 * git's conflict marks.
 *
 * @throws MessageError for a name or value that no line can hold
 */
export function withPart(text: string, part: SavedPart): string {
  const name = part.name.trim().normalize('NFC');
  const value = part.value.trim();
  if (!isName(name)) throw new MessageError(searchMessages.badPartName(part.name));
  if (/[\r\n]/.test(value)) throw new MessageError(searchMessages.notAPart);
  const lines = linesOf(text);
  if (lines.at(-1) === '') lines.pop();
  const isOwn = (line: string): boolean => isOf(partOf(line), part.kind, name);
  const written = `${part.kind} ${name} = ${value}`;
  const at = lines.findIndex(isOwn);
  const isStill = at >= 0 && outsideConflicts(lines, at) === at;
  if (value !== '' && isStill) return asFile(lines.with(at, written), text);
  const others = lines.filter((line) => !isOwn(line));
  if (value !== '') others.splice(outsideConflicts(others, placeFor(others, part.kind, name)), 0, written);
  return asFile(others, text);
}

const isOf = (part: SavedPart | undefined, kind: SavedPart['kind'], name: string): boolean =>
  part?.kind === kind && isSame(part.name, name);

/** Before the first that comes after it; sub-corpora stand after partitions, as their words do. */
function placeFor(lines: readonly string[], kind: SavedPart['kind'], name: string): number {
  const at = lines.findIndex((line) => {
    const part = partOf(line);
    return part !== undefined && (part.kind > kind || (part.kind === kind && part.name > name));
  });
  return at < 0 ? lines.length : at;
}
