import ignore from 'ignore';
import { error, type FormatProblem } from '../formats/format';
import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import { limitedSearch } from '../timeLimit';

/** What a project says of a file, whatever it begins with: an article, or a text that is not one. */
export type ArticleChoice = 'article' | 'text';

/** A project's choices as a file has them. */
export interface ParsedChoices {
  /**
   * What is said of a file; undefined where nothing is.
   *
   * @param path - from the folder that holds `.corpus`, with slashes: `press/2017/a.txt`
   */
  readonly of: (path: string) => ArticleChoice | undefined;
  readonly problems: readonly FormatProblem[];
}

/** Where the choices of a project are, from its folder. */
export const CHOICES_PATH = '.corpus/articles';

interface Rule {
  readonly choice: ArticleChoice;
  /** The one file that it means, where it is not a pattern. */
  readonly file: string | undefined;
  readonly matches: (path: string) => boolean;
}

const LINE = /^(article|text)[ \t]+(\S.*)$/;
const WILD = /(?<!\\)(?:\\\\)*[*?[]/;

/**
 * Reads `.corpus/articles`: a line for each choice, `article` or `text` and a pattern as in a `.gitignore` file, counted
 * from the folder that holds `.corpus`. The last line that fits a file holds. Empty lines and those that begin with # say
 * nothing. Never throws: a line that cannot be understood is a problem and says nothing.
 */
export function parseArticleChoices(text: string): ParsedChoices {
  const rules: Rule[] = [];
  const problems: FormatProblem[] = [];
  const lineOf = new Map<string, number>();
  const limited = limitedSearch((pattern) => problems.push(error(lineOf.get(pattern) ?? 1, fileMessages.slowPattern)));
  for (const [i, line] of linesOf(text).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const rule = ruleOf(line, (pattern, search) => {
      lineOf.set(pattern, i + 1);
      return limited(pattern, search, false);
    });
    if (rule === undefined) problems.push(error(i + 1, fileMessages.noChoice));
    else rules.push(rule);
  }
  const last = [...rules].reverse();
  return {
    of: (path) => {
      const name = path.normalize('NFC');
      return ignore.isPathValid(name) ? last.find((rule) => rule.matches(name))?.choice : undefined;
    },
    problems,
  };
}

function ruleOf(
  line: string,
  limited: (pattern: string, search: () => boolean) => boolean = (_, search) => search(),
): Rule | undefined {
  const [, choice, given = ''] = LINE.exec(line) ?? [];
  if (choice === undefined || given.startsWith('!')) return undefined;
  const pattern = given.normalize('NFC');
  const file = fileOf(pattern);
  if (file !== undefined) return { choice: choice as ArticleChoice, file, matches: (path) => path === file };
  // each rule alone: together, git's would not take a file out of a folder that an earlier one has taken
  const matcher = ignore({ ignorecase: false }).add({ pattern });
  return { choice: choice as ArticleChoice, file: undefined, matches: (path) => limited(pattern, () => matcher.ignores(path)) };
}

/** The file that a pattern means: one that begins with a slash, ends with none and has no wildcard. */
function fileOf(pattern: string): string | undefined {
  if (!pattern.startsWith('/') || WILD.test(pattern)) return undefined;
  const name = unescaped(pattern.slice(1));
  return name === '' || name.endsWith('/') ? undefined : name;
}

const unescaped = (pattern: string): string => pattern.replace(/(?<!\\)((?:\\\\)*) +$/, '$1').replace(/\\(.)/gsu, '$1');

/** A pattern for one file. A line break in a name can be said by no line. */
function patternFor(path: string): string {
  return `/${path
    .normalize('NFC')
    .replace(/[\\*?[\]]/g, '\\$&')
    .replace(/ +$/, (spaces) => '\\ '.repeat(spaces.length))}`;
}

/**
 * The file with a choice on one text, or without any on it (undefined): what else stands there stays as it is. Lines on
 * single files stand after all patterns, in the order of their names, so that what two people add can be merged.
 * Throws a {@link MessageError} for a name that no line can hold.
 */
export function withChoice(text: string, path: string, choice: ArticleChoice | undefined): string {
  if (/[\r\n]/.test(path) || !ignore.isPathValid(path) || path.endsWith('/'))
    throw new MessageError(fileMessages.noChoiceHeld(path));
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const name = path.normalize('NFC');
  const lines = linesOf(text);
  if (lines.at(-1) === '') lines.pop();
  const kept = lines.filter((line) => ruleOf(line)?.file !== name);
  if (choice !== undefined) {
    const rules = kept.map((line) => ruleOf(line));
    const behind = rules.findLastIndex((rule) => rule !== undefined && rule.file === undefined) + 1;
    const at = rules.findIndex((rule, i) => i >= behind && rule?.file !== undefined && rule.file > name);
    kept.splice(at < 0 ? kept.length : at, 0, `${choice} ${patternFor(path)}`);
  }
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return kept.length === 0 ? mark : `${mark}${kept.join(end)}${end}`;
}

/**
 * The file with a choice on a folder, or without any on it (undefined), before the lines on single files and after all
 * other patterns.
 *
 * @param path - from the folder that holds `.corpus`; empty for that itself.
 */
export function withFolderChoice(text: string, path: string, choice: ArticleChoice | undefined): string {
  if (/[\r\n]/.test(path) || (path !== '' && !ignore.isPathValid(path))) throw new MessageError(fileMessages.noChoiceHeld(path));
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const base = path === '' ? '' : patternFor(path);
  const own = { article: `article ${base}/**/*.txt`, text: path === '' ? 'text *' : `text ${base}/` };
  const lines = linesOf(text);
  if (lines.at(-1) === '') lines.pop();
  const kept = lines.filter((line) => line !== own.article && line !== own.text);
  if (choice !== undefined) {
    const behind = kept.findLastIndex((line) => {
      const rule = ruleOf(line);
      return rule !== undefined && rule.file === undefined;
    });
    const first = kept.findIndex((line) => ruleOf(line)?.file !== undefined);
    kept.splice(behind >= 0 ? behind + 1 : first >= 0 ? first : kept.length, 0, own[choice]);
  }
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return kept.length === 0 ? mark : `${mark}${kept.join(end)}${end}`;
}

const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r?\n/);
