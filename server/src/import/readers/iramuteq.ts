import { importingMessages } from '../../messages/importing';
import { bodyOf, doubtful, type Field, type ImportedArticle, type Read } from './article';
import { fieldNamed } from './columns';

const STARS = /^(?:\*{4}|\d{4}(?=\s+\*))\s*(.*)$/;

/** Whether a text is a corpus of IRaMuTeQ (or Alceste): its first line that is not blank begins with four stars. */
export const isIramuteq = (text: string): boolean => /^\ufeff?\s*(?:\*{4}\s|0001\s+\*)/.test(text.slice(0, 500));

/**
 * The texts of an IRaMuTeQ corpus: each begins with a line `**** *source_LeMonde *date_2016-03-04`, whose variables are
 * the metadata. Lines of themes (`-*theme`) are no text.
 */
export function readIramuteq(text: string): readonly Read[] {
  const read: Read[] = [];
  let open: { readonly line: number; readonly variables: string; readonly lines: string[] } | undefined;
  const close = (): void => {
    if (open !== undefined) read.push(...articleOf(open));
  };
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const stars = STARS.exec(line);
    if (stars !== null) {
      close();
      open = { line: i + 1, variables: stars[1] ?? '', lines: [] };
    } else if (open !== undefined) open.lines.push(line);
    else if (line.trim() !== '') read.push(doubtful(i + 1, importingMessages.beforeStars));
  }
  close();
  return read;
}

function articleOf(open: { readonly line: number; readonly variables: string; readonly lines: readonly string[] }): Read[] {
  const themes = open.lines.filter((line) => /^-\*/.test(line)).length;
  const lines = open.lines.filter((line) => !/^-\*/.test(line));
  const body = bodyOf(lines.some((line) => line.trim() === '') ? lines.join('\n').split(/\n\s*\n/) : lines);
  if (body === '') return [doubtful(open.line, importingMessages.emptyText)];
  const fields: { [field in Field]?: string } = {};
  const metadata = new Map<string, string>();
  for (const [name, value] of variablesOf(open.variables)) {
    const field = fieldNamed(name);
    if (field === undefined || field === 'text' || fields[field] !== undefined) metadata.set(name, value);
    else fields[field] = field === 'date' ? value.replace(/_/g, '-') : value;
  }
  const { date, title, source, author, id } = fields;
  const article: ImportedArticle = { body, date, title, source, author, id, metadata, line: open.line };
  return [{ article }, ...(themes > 0 ? [doubtful(open.line, importingMessages.themesLeftOut(themes))] : [])];
}

/** `*source_LeMonde` is a variable and its value; `*election` alone is one that holds. */
function variablesOf(stars: string): readonly (readonly [name: string, value: string])[] {
  return stars
    .split(/\s+/)
    .filter((word) => /^\*./.test(word))
    .map((word) => {
      const at = word.indexOf('_');
      return at < 0 ? ([word.slice(1), '1'] as const) : ([word.slice(1, at), word.slice(at + 1)] as const);
    });
}
