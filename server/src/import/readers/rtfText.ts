import { decodeAs, isEncoding } from '../../core/text/encoding';

/** What a file of rich text says. */
export interface RtfText {
  /** Its paragraphs, empty ones too. */
  readonly paragraphs: readonly string[];
  /** `title`, `author` of its information, where it has some. */
  readonly info: ReadonlyMap<string, string>;
}

/*
 * No library on npm that is kept up turns RTF into text without drawing in a PDF engine or a renderer. What is needed of
 * the Rich Text Format Specification 1.9.1 is little: groups, destinations to pass over, letters in code pages and Unicode.
 */

/** Groups whose content is not the text. */
const SILENT = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object header headerl headerr headerf ' +
    'footer footerl footerr footerf footnote annotation atnid atnauthor xmlnstbl themedata colorschememapping datastore ' +
    'latentstyles fldinst filetbl revtbl shpinst nonshppict operator company creatim revtim printim buptim comment doccomm ' +
    'keywords subject category manager hlinkbase version vern edmins nofpages nofwords nofchars'
  ).split(' '),
);
/** Control words that stand for a letter. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['line', '\n'],
  ['cell', '\t'],
  ['nestcell', '\t'],
  ['emspace', ' '],
  ['enspace', ' '],
]);
const BREAKS = new Set(['par', 'sect', 'page', 'row', 'nestrow']);

interface Group {
  isSilent: boolean;
  /** The part of the information that it is. */
  info: string | undefined;
  /** How many letters stand in for a Unicode one. */
  standIns: number;
}

interface State {
  readonly paragraphs: string[];
  readonly info: Map<string, string>;
  readonly groups: Group[];
  group: Group;
  current: string;
  encoding: string;
  /** Letters yet to be passed over, since a Unicode one stood before. */
  passOver: number;
  /** Bytes of a code page that wait to be read together. */
  waiting: number[];
}

const TOKEN = /\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;

/** Reads rich text; undefined where the bytes are none. Groups may nest as deep as they like. */
export function readRtfText(bytes: Uint8Array): RtfText | undefined {
  const source = withoutBinary(latin(bytes));
  if (!/^\s*\{\\rtf/.test(source)) return undefined;
  const group: Group = { isSilent: false, info: undefined, standIns: 1 };
  const state: State = {
    paragraphs: [],
    info: new Map(),
    groups: [],
    group,
    current: '',
    encoding: 'windows-1252',
    passOver: 0,
    waiting: [],
  };
  for (const token of source.matchAll(TOKEN)) take(token, state);
  flushBytes(state);
  if (state.current !== '') state.paragraphs.push(state.current);
  return { paragraphs: state.paragraphs, info: state.info };
}

function take([, word, number, byte, sign, brace, text]: RegExpExecArray, state: State): void {
  if (byte !== undefined) takeByte(Number.parseInt(byte, 16), state);
  else if (word !== undefined) takeWord(word, number === undefined ? undefined : Number(number), state);
  else if (sign !== undefined) takeSign(sign, state);
  else if (brace !== undefined) takeBrace(brace, state);
  else if (text !== undefined) takeText(text, state);
}

/** A character for each byte. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Pictures may be bytes in which braces mean nothing: `\binN` says how many. */
function withoutBinary(source: string): string {
  const binary = /\\bin(\d+) ?/g;
  let [text, from] = ['', 0];
  for (let match = binary.exec(source); match !== null; match = binary.exec(source)) {
    text += source.slice(from, match.index);
    from = match.index + match[0].length + Number(match[1]);
    binary.lastIndex = from;
  }
  return text + source.slice(from);
}

function takeWord(word: string, number: number | undefined, state: State): void {
  const { group } = state;
  if (word === 'u' && number !== undefined) {
    add(String.fromCharCode(number < 0 ? number + 65_536 : number), state);
    state.passOver = group.standIns;
    return;
  }
  state.passOver = 0;
  const set = Object.hasOwn(SETTING, word) ? SETTING[word] : undefined;
  if (set !== undefined) set(state, number);
  else if (group.info !== undefined && (word === 'title' || word === 'author')) group.info = word;
  else if (SILENT.has(word)) group.isSilent = true;
  else if (BREAKS.has(word)) endParagraph(state);
  else if (LETTERS.has(word)) add(LETTERS.get(word) as string, state);
}

/** Words that say how what follows is to be read. */
const SETTING: Readonly<Record<string, (state: State, number: number | undefined) => void>> = {
  uc: ({ group }, number) => {
    group.standIns = number ?? 1;
  },
  ansicpg: (state, number) => {
    state.encoding = codePage(number ?? 1252);
  },
  mac: (state) => {
    state.encoding = 'macintosh';
  },
  info: ({ group }) => {
    group.info = '';
  },
};

function takeSign(sign: string, state: State): void {
  if (sign === '*') state.group.isSilent = true;
  else if (sign === '~') add('\u00a0', state);
  else if (sign === '_') add('-', state);
  else if (sign === '\n' || sign === '\r') endParagraph(state);
  else if (/[\\{}]/.test(sign)) takeText(sign, state);
}

function takeBrace(brace: string, state: State): void {
  flushBytes(state);
  state.passOver = 0;
  if (brace === '{') {
    state.groups.push(state.group);
    state.group = { ...state.group };
    return;
  }
  state.group = state.groups.pop() ?? state.group;
}

function takeByte(byte: number, state: State): void {
  if (state.passOver > 0) state.passOver--;
  else state.waiting.push(byte);
}

function takeText(text: string, state: State): void {
  const left = text.slice(Math.min(text.length, state.passOver));
  state.passOver = Math.max(0, state.passOver - text.length);
  for (const letter of /[\x80-\xff]/.test(left) ? left : '') state.waiting.push(letter.charCodeAt(0));
  if (!/[\x80-\xff]/.test(left)) add(left, state);
}

function flushBytes(state: State): void {
  if (state.waiting.length === 0) return;
  const bytes = Uint8Array.from(state.waiting);
  state.waiting = [];
  write(decodeAs(bytes, state.encoding) ?? latin(bytes), state);
}

function add(text: string, state: State): void {
  flushBytes(state);
  write(text, state);
}

function write(text: string, state: State): void {
  const { isSilent, info } = state.group;
  if (info) state.info.set(info, (state.info.get(info) ?? '') + text);
  else if (!isSilent && info === undefined) state.current += text;
}

function endParagraph(state: State): void {
  flushBytes(state);
  if (state.group.isSilent || state.group.info !== undefined) return;
  state.paragraphs.push(state.current);
  state.current = '';
}

function codePage(number: number): string {
  const named: Readonly<Record<number, string>> = {
    10000: 'macintosh',
    65001: 'utf-8',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
  };
  const name = named[number] ?? `windows-${number}`;
  return isEncoding(name) ? name : 'windows-1252';
}
