import { analyse } from 'chardet';

/** The encodings that texts are read in: names as TextDecoder and VS Code's users know them. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | (string & {});

/** A file's text. */
export interface DecodedText {
  readonly encoding: Encoding;
  /** A byte-order mark is kept as the first character; line ends are as they are. Offsets count in it. */
  readonly text: string;
  /** Whether no other encoding comes into question. */
  readonly sure: boolean;
}

/** How much is looked at to tell one old encoding from another, in bytes. */
const SAMPLE = 64_000;

/**
 * Reads bytes as text, in the encoding that they are in: UTF-8 where they are valid UTF-8, UTF-16 by its mark or its NUL
 * bytes, else one of the old encodings of one byte a letter, Western ones first, or of East Asia.
 *
 * @param isCut - whether these are a file's first bytes alone: the last letter may then be half a letter.
 * @returns undefined for what is not a text.
 */
export function decodeText(bytes: Uint8Array, isCut = false): DecodedText | undefined {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) {
    const text = decodeAs(bytes, marked.encoding, isCut);
    return text === undefined ? undefined : { encoding: marked.encoding, text, sure: true };
  }
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    const text = wide === 'binary' ? undefined : decodeAs(bytes, wide, isCut);
    return text === undefined ? undefined : { encoding: wide, text, sure: true };
  }
  const utf8 = decodeAs(bytes, 'utf-8', isCut);
  if (utf8 !== undefined) return { encoding: 'utf-8', text: utf8, sure: true };
  return hasControls(bytes) ? undefined : decodeOld(bytes);
}

/**
 * Reads bytes in an encoding that is known.
 *
 * @param encoding - as {@link isEncoding} knows it.
 * @returns undefined where UTF-8 or UTF-16 is not valid; the others have a letter for every byte.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding, isCut = false): string | undefined {
  const name = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  try {
    const text = new TextDecoder(name, { fatal: /^(?:utf|gb|shift|euc|big)/i.test(name), ignoreBOM: true }).decode(bytes, {
      stream: isCut,
    });
    return /^(?:windows-1252|iso-8859-1|latin1|ascii)$/i.test(name) ? withWesternMarks(text) : text;
  } catch {
    return undefined;
  }
}

/** Whether texts can be read in an encoding of this name: windows-1252, iso-8859-15, macintosh, utf-16le … */
export function isEncoding(name: string): boolean {
  if (name.toLowerCase() === 'utf-8-bom') return true;
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

const BYTE_ORDER_MARKS: readonly { readonly mark: readonly number[]; readonly encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8-bom' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** UTF-16 without its mark has NUL bytes on one side of its letters alone; with NUL bytes on both it is not a text. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (even + odd === 0) return undefined;
  const half = sample.length / 2;
  // a script without Latin letters has NUL bytes at spaces and marks alone
  if (odd > 0.1 * half && even <= 0.02 * half) return 'utf-16le';
  if (even > 0.1 * half && odd <= 0.02 * half) return 'utf-16be';
  return 'binary';
}

function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) controls++;
  return controls > 0.01 * sample.length;
}

// Some versions of Node read 0x80 to 0x9f in windows-1252 as control characters.
const WESTERN_MARKS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const withWesternMarks = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (control) => WESTERN_MARKS[control.charCodeAt(0) - 0x80] as string);

/** Encodings for Latin letters; of two that give the same the first holds. */
const LATIN: readonly Encoding[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'windows-1250', 'iso-8859-2', 'windows-1254'];
/** What languages are written in that share no letters with marks with Western ones, by what chardet takes a text for. */
const EASTERN: ReadonlyMap<string, readonly Encoding[]> = new Map<string, readonly Encoding[]>([
  ...['cs', 'hu', 'pl', 'ro'].map((language) => [language, ['windows-1250', 'iso-8859-2']] as const),
  ['tr', ['windows-1254']],
]);
/** How much the language counts beside how well the letters stand. */
const KNOWN_LANGUAGE = 0.12;
/** Letters with marks from which on a language can be told. */
const ENOUGH = 6;
/** Encodings in which most letters are beyond ASCII: only what a text consists of can tell them apart. */
const OTHER_SCRIPTS: ReadonlySet<string> = new Set([
  'windows-1251',
  'koi8-r',
  'iso-8859-5',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'iso-8859-8',
  'windows-1256',
  'iso-8859-6',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
]);

function decodeOld(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, SAMPLE);
  const guesses = analyse(sample);
  if (shareOfHigh(sample) > 0.3) {
    for (const { name, confidence } of guesses) {
      if (!OTHER_SCRIPTS.has(name.toLowerCase())) continue;
      // what the older standard leaves empty, the one that Windows uses has marks for
      const text = decodeAs(bytes, OF_WINDOWS.get(name.toLowerCase()) ?? name.toLowerCase());
      if (text !== undefined && !text.includes('\ufffd'))
        return { encoding: OF_WINDOWS.get(name.toLowerCase()) ?? name.toLowerCase(), text, sure: confidence >= 50 };
    }
  }
  const isEnough = sample.filter((byte) => byte >= 0x80).length >= ENOUGH;
  const eastern = (isEnough && EASTERN.get(guesses[0]?.lang ?? '')) || [];
  const scored = LATIN.map((encoding) => ({
    encoding,
    score: plausibility(decodeAs(sample, encoding) ?? '') + (eastern.includes(encoding) ? KNOWN_LANGUAGE : 0),
  }));
  const best = scored.reduce((first, other) => (other.score > first.score + 1e-9 ? other : first));
  const second = Math.max(...scored.filter(({ encoding }) => encoding !== best.encoding).map(({ score }) => score));
  return {
    encoding: best.encoding,
    text: decodeAs(bytes, best.encoding) ?? '',
    sure: best.score > 0.5 && (best.score - second > 0.3 || best.encoding === 'windows-1252'),
  };
}

const OF_WINDOWS: ReadonlyMap<string, Encoding> = new Map([
  ['iso-8859-7', 'windows-1253'],
  ['iso-8859-8', 'windows-1255'],
  ['iso-8859-6', 'windows-1256'],
]);

/** The share of bytes beyond ASCII among those of letters. */
function shareOfHigh(sample: Uint8Array): number {
  let [high, letters] = [0, 0];
  for (const byte of sample) {
    if (byte >= 0x80) high++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
  }
  return high / Math.max(1, high + letters);
}

/** Small letters with marks that Europe's languages write often, and seldom. */
const OFTEN = /[éèêàçùôîïâûœëäöüßñáíóúãõåæøìò]/;
const AT_TIMES = /[ąćęłńśźżčďěňřšťůžőűășțşţğıđğýíìÿ]/;
const LETTER = /\p{L}/u;
const SMALL = /\p{Ll}/u;
const DIGIT = /\d/;
const CAPITAL = /\p{Lu}/u;

/** How well a text's characters beyond ASCII stand among the others: 1 at the best, below 0 for what nobody writes. */
function plausibility(text: string): number {
  let [sum, all] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    all++;
    sum += pointsOf(text.charAt(i), text.charAt(i - 1), text.charAt(i + 1));
  }
  return all === 0 ? 0 : sum / all;
}

function pointsOf(letter: string, before: string, after: string): number {
  if (/[\x80-\x9f\ufffd]/.test(letter)) return -2;
  const inside = LETTER.test(before) && LETTER.test(after);
  if (DIGIT.test(before)) return /[°€%½¼¾²³ªº\u00a0\u202f–—’»”…£×]/.test(letter) ? 1 : -1;
  if (LETTER.test(letter)) {
    if (CAPITAL.test(letter)) return SMALL.test(before) ? -1.5 : SMALL.test(after) || CAPITAL.test(after) ? 0.7 : 0.1;
    if (!SMALL.test(letter)) return -0.5;
    // no small letter stands after a capital that is not a word's first
    if (CAPITAL.test(before) && CAPITAL.test(after)) return -1;
    return OFTEN.test(letter) ? 1 : AT_TIMES.test(letter) ? 0.8 : 0;
  }
  if (/[’‘]/.test(letter)) return inside || !LETTER.test(before) || !LETTER.test(after) ? 1 : 0.2;
  if (inside) return -1.5;
  if (/[«“„–—]/.test(letter)) return LETTER.test(before) ? -0.5 : 1;
  if (/[»”…]/.test(letter)) return LETTER.test(after) ? -0.5 : 1;
  if (/[\u00a0°€£§©®™•·½¼²³¿¡ºª×\u202f]/.test(letter)) return 0.5;
  return -0.5;
}
