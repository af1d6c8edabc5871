import type { Dated, Decided, Mention, Quoted, SearchDocument, Tokens } from '../searchDocument';
import { Reader, varints } from './varints';

/** What tells of an article as a whole. */
export type DocumentFacts = Pick<SearchDocument, 'language' | 'date' | 'metadata'>;

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
  const layers = Buffer.from(JSON.stringify([document.mentions, document.quotations, document.dates, document.decided]), 'utf8');
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

/** What {@link packDocument} made bytes of. Each part is read when it is asked for. */
export const unpackDocument = (id: string, bytes: Uint8Array, facts: DocumentFacts): SearchDocument =>
  new PackedDocument(id, bytes, facts);

/**
 * A class, since an object with so many getters takes longer to make than to read; its fields have no `#`, since decisions on
 * names are laid over it as an object that inherits from it.
 */
class PackedDocument implements SearchDocument {
  readonly id: string;
  readonly language: string;
  readonly date: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  private readonly bytes: Uint8Array;
  private readonly head: Head;
  private letters: string | undefined;
  private tokens: PlacedTokens | undefined;
  private forming: readonly string[] | undefined;
  private stretched: Record<'sentences' | 'paragraphs', readonly Tokens[]> | undefined;
  private annotated: Layers | undefined;

  constructor(id: string, bytes: Uint8Array, { language, date, metadata }: DocumentFacts) {
    this.id = id;
    this.language = language;
    this.date = date;
    this.metadata = metadata;
    this.bytes = bytes;
    this.head = readHead(bytes);
  }

  get text(): string {
    const { encoding, textAt, layersAt } = this.head;
    this.letters ??= bufferOf(this.bytes).toString(encoding === UTF16 ? 'utf16le' : 'utf8', textAt, layersAt);
    return this.letters;
  }

  private get placed(): PlacedTokens {
    this.tokens ??= readTokens(new Reader(this.bytes, this.head.tokensAt), this.head.tokens);
    return this.tokens;
  }

  get starts(): readonly number[] {
    return this.placed.starts;
  }

  get ends(): readonly number[] {
    return this.placed.ends;
  }

  get forms(): readonly string[] {
    const { text } = this;
    const { starts, ends } = this.placed;
    this.forming ??= starts.map((start, i) => text.slice(start, ends[i]));
    return this.forming;
  }

  private get stretches(): Record<'sentences' | 'paragraphs', readonly Tokens[]> {
    if (this.stretched === undefined) {
      const reader = new Reader(this.bytes, this.placed.after);
      const sentences = readStretches(reader, this.head.sentences);
      this.stretched = { sentences, paragraphs: readStretches(reader, this.head.paragraphs) };
    }
    return this.stretched;
  }

  get sentences(): readonly Tokens[] {
    return this.stretches.sentences;
  }

  get paragraphs(): readonly Tokens[] {
    return this.stretches.paragraphs;
  }

  private get layers(): Layers {
    const { layersAt, tokensAt } = this.head;
    this.annotated ??= JSON.parse(bufferOf(this.bytes).toString('utf8', layersAt, tokensAt)) as Layers;
    return this.annotated;
  }

  get mentions(): readonly Mention[] {
    return this.layers[0];
  }

  get quotations(): readonly Quoted[] {
    return this.layers[1];
  }

  get dates(): readonly Dated[] {
    return this.layers[2];
  }

  get decided(): readonly Decided[] {
    return this.layers[3];
  }
}

type Head = ReturnType<typeof readHead>;

function readHead(bytes: Uint8Array) {
  const reader = new Reader(bytes, 0);
  const [encoding, length, tokens, sentences, paragraphs, layers] = Array.from({ length: 6 }, () => reader.next()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const textAt = reader.at;
  const layersAt = textAt + length;
  return { encoding, tokens, sentences, paragraphs, textAt, layersAt, tokensAt: layersAt + layers };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where tokens are, and where what comes after them begins. */
interface PlacedTokens extends Pick<SearchDocument, 'starts' | 'ends'> {
  readonly after: number;
}

type Layers = readonly [readonly Mention[], readonly Quoted[], readonly Dated[], readonly Decided[]];

function readTokens(reader: Reader, count: number): PlacedTokens {
  const starts: number[] = new Array(count);
  const ends: number[] = new Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const start = end + reader.next();
    end = start + reader.next();
    starts[i] = start;
    ends[i] = end;
  }
  return { starts, ends, after: reader.at };
}

function readStretches(reader: Reader, count: number): readonly Tokens[] {
  return Array.from({ length: count }, () => {
    const [start, length, first, tokens] = reader.take(4) as [number, number, number, number];
    return { start, end: start + length, first, last: first + tokens };
  });
}
