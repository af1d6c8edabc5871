import { error, type FormatProblem } from '../formats/format';
import { corpusNamesMessages as messages } from '../messages/corpusNames';
import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { asFile, isConflictMark, linesOf, outsideConflicts } from './projectLines';

/** Where a project's decisions on names over the corpus are, from its folder. */
export const NAMES_PATH = '.corpus/names';

/**
 * What a person has decided on a name over all articles. `same`: `other` is another name of whom `name` means.
 * `apart`: the name may be somebody else in each article.
 */
export type NameDecision =
  | { readonly kind: 'same'; readonly type: string; readonly name: string; readonly other: string }
  | { readonly kind: 'apart'; readonly type: string; readonly name: string };

/** What a file says, and what in it cannot be understood. */
export interface ParsedNames {
  readonly decisions: readonly NameDecision[];
  readonly problems: readonly FormatProblem[];
}

const LINE = /^(same|apart)[ \t]+(PER|ORG|LOC|MISC)[ \t]+(.*\S)[ \t]*$/;

/**
 * Reads `.corpus/names`: a line a decision, `same TYPE NAME = OTHER` or `apart TYPE NAME`. Empty lines and those that begin
 * with # say nothing. Never throws: a line that cannot be understood, or that says otherwise than one before it, is a
 * problem and says nothing. That both sides of a merge say the same is no problem.
 */
export function parseNames(text: string): ParsedNames {
  const decisions: NameDecision[] = [];
  const problems: FormatProblem[] = [];
  const known: Known = { lines: new Map(), heads: new Map() };
  const read = new Set<string>();
  for (const [i, line] of linesOf(text).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const decision = decisionOf(line);
    if (decision === undefined) {
      problems.push(error(i + 1, isConflictMark(line) ? fileMessages.mergeConflict : messages.notADecision));
      continue;
    }
    if (read.has(written(decision))) continue;
    const problem = problemOf(decision, known);
    if (problem !== undefined) {
      problems.push(error(i + 1, problem));
      continue;
    }
    read.add(written(decision));
    const subject = subjectOf(decision);
    known.lines.set(subject, i + 1);
    if (decision.kind === 'same') known.heads.set(subject, keyOf(decision.type, decision.name));
    decisions.push(decision);
  }
  return { decisions, problems };
}

/** By what is decided on: on which line, and what its other name is. */
interface Known {
  readonly lines: Map<string, number>;
  readonly heads: Map<string, string>;
}

/** What a line decides on. */
const subjectOf = (decision: NameDecision): string =>
  keyOf(decision.type, decision.kind === 'same' ? decision.other : decision.name);

function problemOf(decision: NameDecision, { lines, heads }: Known): Message | undefined {
  const subject = subjectOf(decision);
  const before = lines.get(subject);
  if (before !== undefined) return messages.decidedBefore(before);
  const isRound = decision.kind === 'same' && goesRound(heads, subject, keyOf(decision.type, decision.name));
  return isRound ? messages.goesRound : undefined;
}

const keyOf = (type: string, name: string): string => `${type} ${name}`;

/** Whether what is to be another name of a head is its head already, or is it itself. Ways to heads are made shorter. */
function goesRound(heads: Map<string, string>, subject: string, head: string): boolean {
  let last = head;
  for (let next = heads.get(last); next !== undefined; next = heads.get(last)) last = next;
  for (let at = head, next = heads.get(at); next !== undefined && next !== last; at = next, next = heads.get(at))
    heads.set(at, last);
  return last === subject;
}

function decisionOf(line: string): NameDecision | undefined {
  const [, kind, type = '', rest = ''] = LINE.exec(line.normalize('NFC')) ?? [];
  if (kind === 'apart') return isName(rest) ? { kind, type, name: rest } : undefined;
  const [name = '', other = '', ...more] = rest.split(/[ \t]+=[ \t]+/);
  return kind === 'same' && more.length === 0 && isName(name) && isName(other) ? { kind, type, name, other } : undefined;
}

/** One that a line can hold, and that is read from it as it was written. */
const isName = (name: string): boolean => /^[^\s=](?:[^\r\n\t]*[^\s=])?$/u.test(name) && !/\s=\s/.test(name);

const written = (decision: NameDecision): string => {
  const names = decision.kind === 'same' ? [decision.name, '=', decision.other] : [decision.name];
  return [decision.kind, decision.type, ...names].join(' ');
};

/**
 * The file with decisions in it, in the place of those on the same names, or without them. All else stays as it is; a new
 * line stands in the order of the lines, so that what two people add can be merged.
 *
 * @throws MessageError for a name that no line can hold
 */
export function withNames(text: string, added: readonly NameDecision[], removed: readonly NameDecision[]): string {
  const gone = new Set(removed.map(written));
  const lines = linesOf(text).filter((line) => {
    const decision = decisionOf(line);
    return decision === undefined || !gone.has(written(decision));
  });
  if (lines.at(-1) === '') lines.pop();
  for (const decision of added) {
    const line = written(decision);
    if (decisionOf(line) === undefined) throw new MessageError(messages.badName(decision.name));
    const there = lines.indexOf(line);
    if (there >= 0 && outsideConflicts(lines, there) === there) continue;
    const at = lines.findIndex((other) => decisionOf(other) !== undefined && other > line);
    lines.splice(outsideConflicts(lines, at < 0 ? lines.length : at), 0, line);
  }
  return asFile(lines, text);
}
