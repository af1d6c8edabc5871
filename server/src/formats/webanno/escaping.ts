/*
 * WebAnno TSV escapes in two ways: values (with `[ ] | _ -> ; *`), and the sentence's text (Java's control escapes).
 * The word in the third column is not escaped at all.
 */

const VALUE_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n' };

/** A feature value for a cell. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n]/g, (found) => VALUE_ESCAPES[found] ?? `\\${found}`);
}

/** The inverse of {@link escapeValue}. */
export function unescapeValue(cell: string): string {
  return cell.replace(/\\(->|[\s\S])/g, (_, found: string) => (found === 't' ? '\t' : found === 'n' ? '\n' : found));
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\b': '\\b',
  '\\': '\\\\',
};
const TEXT_UNESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

/** A line of a sentence's text. */
export function escapeText(line: string): string {
  return line.replace(/[\t\n\f\r\b\\]/g, (found) => TEXT_ESCAPES[found] ?? found);
}

/** The inverse of {@link escapeText}; takes `\u0041` too, as Java does. */
export function unescapeText(line: string): string {
  return line.replace(/\\(?:u+([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, found: string) =>
    code === undefined ? (TEXT_UNESCAPES[found] ?? found) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Splits a cell at a separator that no backslash stands before. */
export function splitCell(cell: string, separator: '|' | ';'): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let i = 0; i < cell.length; i++) {
    const character = cell.charAt(i);
    if (character === separator) {
      parts.push(part);
      part = '';
    } else part += character === '\\' ? character + cell.charAt(++i) : character;
  }
  parts.push(part);
  return parts;
}

/** `PER[3]` → value `PER`, id `3`; a value without id has none. */
export function splitId(value: string): { readonly value: string; readonly id: string | undefined } {
  const match = /^((?:\\[\s\S]|[^\\])*)\[([0-9_]+)\]$/.exec(value);
  return match ? { value: match[1] as string, id: match[2] } : { value, id: undefined };
}
