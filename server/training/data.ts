import fs from 'node:fs';
import path from 'node:path';
import type { EntityType } from '../src/core/analysis';

/** A gold name: UTF-16 offsets into the document's text, end exclusive. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

/** A document with its outermost names. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  /** yyyy-mm where the set has dates; else a block's number. */
  readonly block: string;
  readonly set: string;
  readonly spans: readonly GoldSpan[];
}

const WINER: Readonly<Record<string, EntityType>> = {
  Person: 'PER',
  Location: 'LOC',
  Organization: 'ORG',
  Product: 'MISC',
  Event: 'MISC',
};

/** WiNER-fr: brat standoff, offsets in code points. */
export function readWiner(folder: string): GoldDocument[] {
  return walk(folder)
    .filter((file) => file.endsWith('.txt') && fs.existsSync(file.replace(/txt$/, 'ann')))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(file, 'utf8');
      const units = [0];
      for (const character of text) units.push((units.at(-1) as number) + character.length);
      const spans: GoldSpan[] = [];
      for (const line of fs.readFileSync(file.replace(/txt$/, 'ann'), 'utf8').split('\n')) {
        const match = /^T\d+\t(\S+) ([\d; ]+)\t/.exec(line);
        const type = match && WINER[match[1] as string];
        if (!match || !type) continue;
        const numbers = (match[2] as string).split(/[; ]/).map(Number);
        spans.push({ start: units[numbers[0] as number] as number, end: units[numbers.at(-1) as number] as number, type });
      }
      const date = /(\d{4})_(\d{2})_\d{2}/.exec(path.basename(file));
      return {
        id: path.relative(folder, file).replace(/\.txt$/, ''),
        text,
        block: date ? `${date[1]}-${date[2]}` : '0000-00',
        set: 'winer',
        spans: outermost(spans),
      };
    });
}

/** Names that stand in no longer one; of equal ones the first. */
export function outermost(spans: readonly GoldSpan[]): GoldSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: GoldSpan[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.start < end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}

/** Universal NER: rows of token and IOB2 tag, with the raw sentence and its document. */
export function readUner(file: string, set: string): GoldDocument[] {
  const documents: { id: string; text: string; spans: GoldSpan[] }[] = [];
  let text = '';
  let rows: [string, string][] = [];
  const flush = () => {
    if (rows.length === 0) return;
    if (documents.length === 0) documents.push({ id: set, text: '', spans: [] });
    const document = documents.at(-1) as { text: string; spans: GoldSpan[] };
    if (text === '') text = rows.map((row) => row[0]).join(' ');
    const base = document.text === '' ? 0 : document.text.length + 1;
    document.text += (base === 0 ? '' : '\n') + text;
    document.spans.push(...spansOf(rows, text, base));
    rows = [];
    text = '';
  };
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc')) {
      flush();
      documents.push({ id: (line.split('=')[1] ?? '').trim(), text: '', spans: [] });
    } else if (line.startsWith('# text =')) text = line.slice(8).trim();
    else if (/^\d+\t/.test(line)) {
      const [, form, tag] = line.split('\t');
      rows.push([form as string, tag as string]);
    } else if (line.trim() === '') flush();
  }
  flush();
  return documents.map((d) => ({ ...d, block: d.id, set, spans: d.spans }));
}

function spansOf(rows: readonly [string, string][], text: string, base: number): GoldSpan[] {
  const spans: GoldSpan[] = [];
  let at = 0;
  let open: { start: number; end: number; type: EntityType } | undefined;
  for (const [form, tag] of rows) {
    const found = text.indexOf(form, at);
    if (found < 0) {
      open = undefined;
      continue;
    }
    at = found + form.length;
    const type = mapLabel(tag.slice(2));
    if (tag === 'O' || type === undefined) open = undefined;
    else if (tag.startsWith('B-') || open === undefined || open.type !== type) {
      open = { start: base + found, end: base + at, type };
      spans.push(open);
    } else open.end = base + at;
  }
  return spans;
}

const LABELS: Readonly<Record<string, EntityType>> = {
  PER: 'PER',
  LOC: 'LOC',
  ORG: 'ORG',
  MISC: 'MISC',
  person: 'PER',
  location: 'LOC',
  corporation: 'ORG',
  group: 'ORG',
  product: 'MISC',
  'creative-work': 'MISC',
};
const mapLabel = (label: string): EntityType | undefined => LABELS[label];

/** Rows of token and tag parted by white space, sentences by empty lines; the text is put together again. */
export function readConll(file: string, set: string, sentencesPerDocument: number): GoldDocument[] {
  const documents: { id: string; text: string; spans: GoldSpan[] }[] = [];
  let sentences = 0;
  for (const block of fs.readFileSync(file, 'utf8').split(/\n\s*\n/)) {
    const rows = block
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('-DOCSTART-'))
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells.length >= 2)
      .map((cells): [string, string] => [cells[0] as string, cells.at(-1) as string]);
    if (rows.length === 0) continue;
    if (sentences++ % sentencesPerDocument === 0) documents.push({ id: `${set}-${documents.length}`, text: '', spans: [] });
    const document = documents.at(-1) as { text: string; spans: GoldSpan[] };
    const text = joinTokens(rows.map((row) => row[0]));
    const base = document.text === '' ? 0 : document.text.length + 1;
    document.text += (base === 0 ? '' : '\n') + text;
    document.spans.push(...spansOf(rows, text, base));
  }
  return documents.map((d) => ({ ...d, block: d.id, set }));
}

/** Puts tokens together as they are written: no space before a full stop, none behind an opening parenthesis. */
export function joinTokens(tokens: readonly string[]): string {
  let text = '';
  let glue = true;
  let quoted = false;
  for (const token of tokens) {
    const closingQuote = token === '"' && quoted;
    const tight = glue || closingQuote || /^[.,;:!?)\]%’]+$|^'(?:s|re|ve|ll|m|d|t)?$|^n't$/.test(token);
    text += (tight ? '' : ' ') + token;
    glue = /^[([$#@]$/.test(token) || (token === '"' && !quoted);
    if (token === '"') quoted = !quoted;
  }
  return text;
}

function walk(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? walk(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
}
