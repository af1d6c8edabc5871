import type { Dated, Mention, Quoted, SearchDocument, Tokens } from '../searchDocument';

/** What tells of an article as a whole. */
type DocumentFacts = Pick<SearchDocument, 'language' | 'date' | 'metadata'>;

/**
 * Lays a document out as bytes: its text, then each token as its distance from the one before and its length, then its
 * stretches and annotations. What tells of the article as a whole ({@link DocumentFacts}) is not in it.
 */
export function packDocument(document: SearchDocument): Uint8Array {
  const text = isWellFormed(document.text) ? Buffer.from(document.text, 'utf8') : Buffer.from(document.text, 'utf16le');
  const numbers: number[] = [];
  let end = 0;
  for (let i = 0; i < document.starts.length; i++) {
    const [start, next] = [document.starts[i] as number, document.ends[i] as number];
    numbers.push(start - end, next - start);
    end = next;
  }
  const sentences = stretches(document.sentences);
  const paragraphs = stretches(document.paragraphs);
  const layers = Buffer.from(JSON.stringify([document.mentions, document.quotations, document.dates]), 'utf8');
  const head = [
    isWellFormed(document.text) ? UTF8 : UTF16,
    text.length,
    document.starts.length,
    document.sentences.length,
    document.paragraphs.length,
    layers.length,
  ];
  return Buffer.concat([varints(head), text, layers, varints(numbers), varints(sentences), varints(paragraphs)]);
}

const [UTF8, UTF16] = [0, 1];

/** A text with half a pair of surrogates cannot be written in UTF-8. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const stretches = (all: readonly Tokens[]): readonly number[] =>
  all.flatMap(({ start, end, first, last }) => [start, end - start, first, last - first]);

/** What {@link packDocument} made bytes of. Sentences and annotations are read when they are asked for. */
export function unpackDocument(id: string, bytes: Uint8Array, { language, date, metadata }: DocumentFacts): SearchDocument {
  const head = new Reader(bytes, 0);
  const [encoding, textLength, tokens, sentences, paragraphs, layersLength] = head.take(6) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layersAt = head.at + textLength;
  const text = buffer.toString(encoding === UTF16 ? 'utf16le' : 'utf8', head.at, layersAt);
  const numbers = new Reader(bytes, layersAt + layersLength);
  const words = readTokens(numbers, text, tokens);
  const stretchesAt = numbers.at;
  const whole = once(() => {
    const reader = new Reader(bytes, stretchesAt);
    return { sentences: readStretches(reader, sentences), paragraphs: readStretches(reader, paragraphs) };
  });
  const layers = once(() => JSON.parse(buffer.toString('utf8', layersAt, layersAt + layersLength)) as Layers);
  return {
    id,
    text,
    language,
    date,
    metadata,
    ...words,
    get sentences() {
      return whole().sentences;
    },
    get paragraphs() {
      return whole().paragraphs;
    },
    get mentions() {
      return layers()[0];
    },
    get quotations() {
      return layers()[1];
    },
    get dates() {
      return layers()[2];
    },
  };
}

type Layers = readonly [readonly Mention[], readonly Quoted[], readonly Dated[]];

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function readTokens(reader: Reader, text: string, count: number): Pick<SearchDocument, 'forms' | 'starts' | 'ends'> {
  const forms: string[] = new Array(count);
  const starts: number[] = new Array(count);
  const ends: number[] = new Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const start = end + reader.next();
    end = start + reader.next();
    starts[i] = start;
    ends[i] = end;
    forms[i] = text.slice(start, end);
  }
  return { forms, starts, ends };
}

function readStretches(reader: Reader, count: number): readonly Tokens[] {
  return Array.from({ length: count }, () => {
    const [start, length, first, tokens] = reader.take(4) as [number, number, number, number];
    return { start, end: start + length, first, last: first + tokens };
  });
}

/** Numbers of any size in seven bits a byte, the lowest first; the eighth bit says that more follow. */
function varints(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * MOST_BYTES);
  let at = 0;
  for (let number of numbers) {
    while (number >= 0x80) {
      bytes[at++] = (number & 0x7f) | 0x80;
      number >>>= 7;
    }
    bytes[at++] = number;
  }
  return bytes.subarray(0, at);
}

/** Of a number of 32 bits. */
const MOST_BYTES = 5;

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  next(): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++] as number;
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }

  take(count: number): number[] {
    return Array.from({ length: count }, () => this.next());
  }
}
