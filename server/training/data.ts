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
  /** Stretches of which it is not known whether they are names, nor of which type: nothing is learnt of their labels. */
  readonly doubtful?: readonly { readonly start: number; readonly end: number }[];
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
function outermost(spans: readonly GoldSpan[]): GoldSpan[] {
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

/** How a file of one document a line is read. */
interface LinesOptions {
  readonly set: string;
  /** The block of a document: what is left out together. */
  block(document: { readonly id: string; readonly newspaper?: string }): string;
}

/** One document a line, in the scorer's form: text, names with start, end and type, stretches of which nothing is known. */
export function readLines(file: string, { set, block }: LinesOptions): GoldDocument[] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const document = JSON.parse(line) as {
        id: string;
        text: string;
        newspaper?: string;
        entities: GoldSpan[];
        doubtful?: { start: number; end: number }[];
      };
      const spans = document.entities.map(({ start, end, type }) => ({ start, end, type }));
      return {
        id: document.id,
        text: document.text,
        block: block(document),
        set,
        spans: outermost(spans),
        ...(document.doubtful && { doubtful: document.doubtful }),
      };
    });
}

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

const GUM_TYPES: Readonly<Record<string, EntityType>> = { person: 'PER', place: 'LOC', organization: 'ORG' };
/** What GUM labels that is not a name even where it is written with a capital: Monday, the 80s. */
const GUM_NAMELESS: ReadonlySet<string> = new Set(['O', 'time', 'quantity']);
const LINKS = /^(?:of|the|de|del|van|von|al|el|for|and|&|-|’s|'s)$/;
const BREAKS = /^(?:of|in|at|from|for|to|with|by|on|and|or|who|which|that|,|\(|:)$/;

/** Words that stand before a name and belong to none, as GUM's noun phrases have them; all folded. */
export interface NameHabits {
  readonly titles: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  /** Whether a name is a country's, a region's or a large city's: GUM labels these as organisations where they act. */
  isPlace(name: string): boolean;
}

/**
 * GUM's rows of token and outermost noun phrase. It labels every noun phrase; names are what is derived from them: a
 * stretch of capitalised words that makes up a person's, a place's or an organisation's phrase but for article and
 * title, or ends it after plain words (the carmaker Volmer), or begins it before a comma; within a place's phrase any
 * (the port of Sarn). Other capitalised stretches are left open.
 */
export function readGum(folder: string, habits: NameHabits): GoldDocument[] {
  const files = walk(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .map((file) => ({ id: path.basename(file, '.tsv'), sentences: gumSentences(file) }));
  // words that stand somewhere in small letters: at the beginning of a sentence their capital says nothing
  const small = new Set(
    files.flatMap(({ sentences }) => sentences.flat().flatMap(([token]) => (/^\p{Ll}/u.test(token) ? [token] : []))),
  );
  return files.map(({ id, sentences }) => {
    let text = '';
    const spans: GoldSpan[] = [];
    const doubtful: { start: number; end: number }[] = [];
    for (const rows of sentences) {
      const sentence = joinTokens(rows.map((row) => row[0]));
      const base = text === '' ? 0 : text.length + 1;
      text += (base === 0 ? '' : '\n') + sentence;
      const places: { start: number; end: number }[] = [];
      let at = 0;
      for (const [token] of rows) {
        const start = sentence.indexOf(token, at);
        at = start + token.length;
        places.push({ start: base + start, end: base + at });
      }
      for (const { from, to, type } of gumNames(rows, habits, small)) {
        const span = { start: places[from]?.start ?? 0, end: places[to - 1]?.end ?? 0 };
        if (type === undefined) doubtful.push(span);
        else spans.push({ ...span, type });
      }
    }
    settle(text, spans, doubtful);
    return { id, text, block: id, set: 'gum', spans: spans.sort((a, b) => a.start - b.start), doubtful };
  });
}

function gumSentences(file: string): [string, string][][] {
  return fs
    .readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.split('\t'))
        .filter((cells): cells is [string, string] => cells.length === 2 && cells[0] !== ''),
    )
    .filter((rows) => rows.length > 0);
}

/** Stretches left open that are elsewhere in the document a name of one type are that name here too. */
function settle(text: string, spans: GoldSpan[], doubtful: { start: number; end: number }[]): void {
  const types = new Map<string, EntityType | undefined>();
  for (const { start, end, type } of spans) {
    const name = text.slice(start, end);
    types.set(name, types.has(name) && types.get(name) !== type ? undefined : type);
  }
  for (let i = doubtful.length - 1; i >= 0; i--) {
    const { start, end } = doubtful[i] as { start: number; end: number };
    const type = types.get(text.slice(start, end));
    if (type === undefined) continue;
    spans.push({ start, end, type });
    doubtful.splice(i, 1);
  }
}

function gumNames(
  rows: readonly [string, string][],
  { titles, demonyms, isPlace }: NameHabits,
  small: ReadonlySet<string>,
): { from: number; to: number; type: EntityType | undefined }[] {
  const names: { from: number; to: number; type: EntityType | undefined }[] = [];
  const word = (i: number): string => (rows[i] as [string, string])[0];
  const isName = (i: number): boolean =>
    /^\p{Lu}/u.test(word(i)) && word(i) !== 'I' && !(i === 0 && small.has(word(i).toLowerCase()));
  for (let begin = 0; begin < rows.length; ) {
    const label = (rows[begin] as [string, string])[1];
    let end = begin + 1;
    while (end < rows.length && rows[end]?.[1] === label) end++;
    if (!GUM_NAMELESS.has(label)) {
      for (let from = begin; from < end; from++) {
        if (!isName(from)) continue;
        let to = from + 1;
        for (let k = to; k < end; k++) {
          if (isName(k) || /^\p{Nd}+$/u.test(word(k))) to = k + 1;
          else if (!LINKS.test(word(k))) break;
        }
        const whole = { from, to };
        while (from < to - 1 && titles.has(word(from).toLowerCase())) from++;
        if (to - from === 1 && (demonyms.has(word(from).toLowerCase()) || titles.has(word(from).toLowerCase()))) continue;
        const before = Array.from({ length: from - begin }, (_, k) => word(begin + k));
        const behind = to < end ? word(to) : undefined;
        const isHead =
          !before.some((w) => BREAKS.test(w)) &&
          (behind === undefined || behind === ',' || (/^['’]s?$/.test(behind) && to + 1 === end));
        const isLinked = Array.from({ length: to - from }, (_, k) => word(from + k)).some((w) => /^(?:and|&|['’]s)$/.test(w));
        const name = Array.from({ length: to - from }, (_, k) => word(from + k)).join(' ');
        const type = isPlace(name) ? 'LOC' : GUM_TYPES[label];
        if (type !== undefined && (type === 'LOC' || isHead) && !isLinked) names.push({ from, to, type });
        else names.push({ ...whole, type: undefined });
        from = to - 1;
      }
    }
    begin = end;
  }
  return names;
}

/** Puts tokens together as they are written: no space before a full stop, none after an opening parenthesis. */
function joinTokens(tokens: readonly string[]): string {
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
