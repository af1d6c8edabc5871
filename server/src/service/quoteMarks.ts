import type { Span } from '../core/span';

/** Opening marks and what closes them. A straight mark closes itself. */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  '«': ['»'],
  '»': ['«', '»'],
  '“': ['”'],
  '„': ['“', '”'],
  '”': ['”'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '‹': ['›'],
  '›': ['‹'],
  '<<': ['>>'],
  '``': ["''"],
  "''": ["''"],
  '"': ['"'],
  "'": ["'"],
};
const OPENS: Readonly<Record<string, string>> = {
  '»': '«',
  '”': '“',
  '“': '„',
  '’': '‘',
  '›': '‹',
  '«': '»',
  '>>': '<<',
  "''": '``',
  '"': '"',
  "'": "'",
};

const DOUBLED = ['<<', '>>', '``', "''"];

/** The marks around a quotation's content, with the white space that stands between them and it. */
export interface Marks {
  readonly opening?: Span & { readonly mark: string };
  readonly closing?: Span & { readonly mark: string };
  /** Content with the marks that are there. */
  readonly span: Span;
}

/** Finds the marks right before and after a stretch of content, past white space on the same line. */
export function marksAround(text: string, content: Span): Marks {
  const before = skipBack(text, content.start);
  const after = skipOn(text, content.end);
  const opener = DOUBLED.find((mark) => text.endsWith(mark, before)) ?? text[before - 1];
  const closer = DOUBLED.find((mark) => text.startsWith(mark, after)) ?? text[after];
  const opening =
    opener !== undefined && CLOSES[opener] !== undefined
      ? { start: before - opener.length, end: before, mark: opener }
      : undefined;
  const closing =
    closer !== undefined && OPENS[closer] !== undefined ? { start: after, end: after + closer.length, mark: closer } : undefined;
  return {
    ...(opening && { opening }),
    ...(closing && { closing }),
    span: { start: opening?.start ?? content.start, end: closing?.end ?? content.end },
  };
}

/** What closes a mark, with the white space that the opening one has after it: « … ». Undefined for what is not a mark. */
export function closingFor(mark: string): string | undefined {
  return CLOSES[mark]?.[0];
}

/** What opens where a mark closes. */
export function openingFor(mark: string): string | undefined {
  return OPENS[mark];
}

const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\u00a0' || c === '\u202f' || c === '\u2009' || c === '\t';

function skipBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && isBlank(text[at - 1])) at--;
  return at;
}

function skipOn(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text[at])) at++;
  return at;
}

/** The white space between a mark and what is in it: after `offset`, on the same line. */
export function blanksAfter(text: string, offset: number): string {
  return text.slice(offset, skipOn(text, offset));
}

/** The white space between what is in a mark and the mark: before `offset`, on the same line. */
export function blanksBefore(text: string, offset: number): string {
  return text.slice(skipBack(text, offset), offset);
}
