import { changeProjectFile, projectFile } from './projectFile';
import { asFile, isConflictMark, linesOf, outsideConflicts } from './projectLines';
import { readText, SIZE_LIMITS } from './readText';

/** Where a project keeps what is not to be learnt, from its folder. */
const FORGOTTEN_PATH = '.corpus/forgotten';

/** A form with the type that it was decided to be of; the empty type is no name. */
export interface LearntForm {
  /** Its words as they stand, parted by single spaces. */
  readonly form: string;
  readonly type: string;
}

/** In a line, what stands for no name. */
const NO_NAME = '-';
const LINE = /^(\S+)[ \t]+(\S.*?)[ \t]*$/;

/** A key of a form and type, the line that says it. */
export const forgottenLine = ({ form, type }: LearntForm): string => `${type === '' ? NO_NAME : type} ${form}`;

/**
 * The lines of `.corpus/forgotten`: `TYPE FORM`, with `-` for no name. Empty lines, those that begin with # and what git leaves
 * of two sides say nothing. Never throws: a line that no form has forgets nothing.
 */
export function parseForgotten(text: string): ReadonlySet<string> {
  const said = linesOf(text).filter((line) => !line.startsWith('#') && !isConflictMark(line));
  return new Set(said.flatMap((line) => [LINE.exec(line)].flatMap((found) => (found ? [`${found[1]} ${found[2]}`] : []))));
}

/** The file with more to forget, in the order of its lines, so that what two people add can be merged. */
export function withForgotten(text: string, added: readonly LearntForm[]): string {
  const lines = linesOf(text);
  if (lines.at(-1) === '') lines.pop();
  for (const line of [...new Set(added.map(forgottenLine))].sort()) {
    if (lines.includes(line)) continue;
    const at = lines.findIndex((other) => LINE.test(other) && !other.startsWith('#') && other > line);
    lines.splice(outsideConflicts(lines, at < 0 ? lines.length : at), 0, line);
  }
  return asFile(lines, text);
}

/** What a project does not learn: lines as of {@link forgottenLine}. Throws where the file cannot be read. */
export async function readForgotten(folder: string): Promise<ReadonlySet<string>> {
  return parseForgotten((await readText(projectFile(FORGOTTEN_PATH, folder, folder), SIZE_LIMITS.choices)) ?? '');
}

/** Forgets more in a project, or (null) learns all again. Throws where the file cannot be written. */
export async function saveForgotten(folder: string, added: readonly LearntForm[] | null): Promise<void> {
  const file = projectFile(FORGOTTEN_PATH, folder, folder);
  await changeProjectFile(file, (text) => (added === null ? '' : withForgotten(text, added)));
}
