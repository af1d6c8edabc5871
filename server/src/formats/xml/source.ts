import { addAll } from '../collections';

/**
 * Where everything of an XML file stands in it, to the character: what is needed to put something into somebody's file and
 * leave the rest as it is. For files that {@link readXml} has found well-formed; of any other it gives something, and ends.
 */
export interface XmlPiece {
  /** `other`: comments, processing instructions, the document type, the XML declaration. */
  readonly kind: 'open' | 'close' | 'text' | 'other';
  readonly start: number;
  readonly end: number;
  /** Of an `open` that is its element's end too. */
  readonly isEmpty?: boolean;
  /** Of text that does not stand there letter by letter (a reference, a carriage return): what it means. */
  readonly value?: string;
  /** Of text in a CDATA section: the section, which no tag can be put into. */
  readonly section?: { readonly start: number; readonly end: number };
}

/**
 * Cuts a file into pieces, in order and without gaps but for the marks of CDATA sections. Text that stands there letter by
 * letter is one piece up to the next mark-up, reference or carriage return.
 *
 * @param entities - what the file's own references mean, see {@link declaredEntities}.
 */
export function xmlPieces(content: string, entities: ReadonlyMap<string, string> = new Map()): readonly XmlPiece[] {
  const pieces: XmlPiece[] = [];
  let at = content.startsWith('\ufeff') ? 1 : 0;
  while (at < content.length) {
    if (content.charCodeAt(at) !== 60) {
      const next = content.indexOf('<', at);
      const end = next < 0 ? content.length : next;
      addAll(pieces, textPieces(content.slice(at, end), at, entities));
      at = end;
    } else if (content.startsWith('<![CDATA[', at)) {
      const closing = content.indexOf(']]>', at);
      const end = closing < 0 ? content.length : closing + 3;
      sectionPieces(content, { start: at, end }, pieces);
      at = end;
    } else {
      const piece = markup(content, at);
      pieces.push(piece);
      at = piece.end;
    }
  }
  return pieces;
}

function markup(content: string, start: number): XmlPiece {
  const past = (words: string, from: number): number => {
    const found = content.indexOf(words, from);
    return found < 0 ? content.length : found + words.length;
  };
  if (content.startsWith('<!--', start)) return { kind: 'other', start, end: past('-->', start + 4) };
  if (content.startsWith('<?', start)) return { kind: 'other', start, end: past('?>', start) };
  if (content.startsWith('<!', start)) return { kind: 'other', start, end: doctypeEnd(content, start) };
  if (content.startsWith('</', start)) return { kind: 'close', start, end: past('>', start) };
  const end = tagEnd(content, start);
  return { kind: 'open', start, end, ...(content.charAt(end - 2) === '/' && { isEmpty: true }) };
}

const IN_TAG = /["'>]/g;

function tagEnd(content: string, start: number): number {
  for (let at = start; ; ) {
    IN_TAG.lastIndex = at;
    const found = IN_TAG.exec(content);
    if (found === null) return content.length;
    if (found[0] === '>') return found.index + 1;
    const closing = content.indexOf(found[0], found.index + 1);
    if (closing < 0) return content.length;
    at = closing + 1;
  }
}

const IN_DOCTYPE = /["'[\]>]|<!--|<\?/g;
/** What is passed over whole in a document type, by what it begins with. */
const CLOSINGS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['<!--', '-->'],
  ['<?', '?>'],
]);

function doctypeEnd(content: string, start: number): number {
  let isInside = false;
  for (let at = start + 2; ; ) {
    IN_DOCTYPE.lastIndex = at;
    const found = IN_DOCTYPE.exec(content);
    if (found === null) return content.length;
    const [mark] = found;
    at = found.index + mark.length;
    if (mark === '>' && !isInside) return at;
    if (mark === '[' || mark === ']') isInside = mark === '[';
    const end = CLOSINGS.get(mark);
    if (end === undefined) continue;
    const closing = content.indexOf(end, at);
    if (closing < 0) return content.length;
    at = closing + end.length;
  }
}

const SPECIAL = /&([^;&<]{1,64});|\r\n?/g;

function textPieces(text: string, from: number, entities: ReadonlyMap<string, string>): readonly XmlPiece[] {
  const pieces: XmlPiece[] = [];
  let at = 0;
  const plain = (end: number): void => {
    if (end > at) pieces.push({ kind: 'text', start: from + at, end: from + end });
  };
  for (const { 0: all, 1: name, index } of text.matchAll(SPECIAL)) {
    plain(index);
    at = index + all.length;
    const value = name === undefined ? '\n' : referred(name, entities);
    pieces.push({ kind: 'text', start: from + index, end: from + at, value });
  }
  plain(text.length);
  return pieces;
}

function sectionPieces(content: string, section: { readonly start: number; readonly end: number }, pieces: XmlPiece[]): void {
  const to = section.end - 3;
  let at = section.start + 9;
  for (const found of content.slice(at, to).matchAll(/\r\n?/g)) {
    const start = section.start + 9 + found.index;
    if (start > at) pieces.push({ kind: 'text', start: at, end: start, section });
    at = start + found[0].length;
    pieces.push({ kind: 'text', start, end: at, value: '\n', section });
  }
  if (at < to) pieces.push({ kind: 'text', start: at, end: to, section });
}

/** XML's own entities. */
export const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function referred(name: string, entities: ReadonlyMap<string, string>): string {
  if (name.startsWith('#')) return character(name) ?? '';
  return PREDEFINED.get(name) ?? entities.get(name) ?? '';
}

function character(reference: string): string | undefined {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/**
 * The entities that a file declares itself, in its document type, as plain text: `<!ENTITY eacute "é">`. Those that hold
 * mark-up or name other entities are left out, so that none can grow; outside ones are never fetched.
 */
export function declaredEntities(content: string): ReadonlyMap<string, string> {
  const start = content.slice(0, 4096).search(/<!DOCTYPE/);
  const result = new Map<string, string>();
  if (start < 0) return result;
  const doctype = content.slice(start, Math.min(doctypeEnd(content, start), start + LONGEST_DOCTYPE));
  for (const [, name = '', , quoted, other] of withoutComments(doctype).matchAll(ENTITY)) {
    const value = (quoted ?? other ?? '').replace(/&(#[^;]{1,8});/g, (all, reference: string) => character(reference) ?? all);
    if (!result.has(name) && !/[&<]/.test(value) && value.length <= LONGEST_ENTITY) result.set(name, value);
  }
  return result;
}

function withoutComments(text: string): string {
  const [first = '', ...others] = text.split('<!--');
  return first + others.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join('');
}

const ENTITY = /<!ENTITY\s+([\p{L}_][\p{L}\p{N}_.-]*)\s+("([^"%]*)"|'([^'%]*)')\s*>/gu;
/** Entities stand for characters; longer ones would let a small file grow large. */
const LONGEST_ENTITY = 64;
const LONGEST_DOCTYPE = 1_000_000;
