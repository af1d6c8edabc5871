/**
 * The model file: the magic number, the length of a JSON header, the header, then sections of little-endian numbers,
 * each at a multiple of 4. Read in place: nothing is parsed but the header.
 *
 *     "CAEM" | u32 header length | {"meta": …, "sections": [{"name": "keys", "type": "i32", "offset": 0, "length": 3}]} | …
 *
 * Offsets count from the end of the header (rounded up to 8), lengths in elements.
 */
export interface ModelFile {
  readonly meta: ModelMeta;
  readonly sections: ReadonlyMap<string, Section>;
}

export type Section = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array;

/** What the model says of itself. */
export interface ModelMeta {
  readonly language: string;
  readonly format: number;
  /** What a stored weight of 1 is worth. */
  readonly scale: number;
  /** What share of the first pass's weights describes unseen text best; 1 where it was not measured. */
  readonly temperature?: number;
  /** From which probability on a name is taken, by type number; where absent, the most probable labels say what is one. */
  readonly least?: readonly number[];
  /** Confidence as read off the model, to confidence as observed: points of a rising line, by type number. */
  readonly calibration?: readonly (readonly (readonly [number, number])[])[];
}

const MAGIC = 0x4d454143;
/** The format's version; a model of another one is not read. */
export const FORMAT = 1;

const ARRAYS = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;
type ArrayType = keyof typeof ARRAYS;

interface SectionEntry {
  readonly name: string;
  readonly type: ArrayType;
  readonly offset: number;
  readonly length: number;
}

/** Reads a model file; undefined where the bytes are none of this format's version. */
export function readModelFile(bytes: Uint8Array): ModelFile | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return undefined;
  const headerLength = view.getUint32(4, true);
  const base = align(8 + headerLength);
  if (base > bytes.length) return undefined;
  const header = parseHeader(bytes.subarray(8, 8 + headerLength));
  if (header === undefined || header.meta.format !== FORMAT) return undefined;
  const sections = new Map<string, Section>();
  for (const entry of header.sections) {
    const Type = ARRAYS[entry.type];
    const size = entry.length * Type.BYTES_PER_ELEMENT;
    if (base + entry.offset + size > bytes.length) return undefined;
    // a copy, so that the numbers stand aligned wherever the file's bytes stand; Node's Buffer has a slice that copies nothing
    const copy = Uint8Array.prototype.slice.call(bytes, base + entry.offset, base + entry.offset + size);
    sections.set(entry.name, new Type(copy.buffer, 0, entry.length));
  }
  return { meta: header.meta, sections };
}

/** Writes a model file. The same input gives the same bytes. */
export function writeModelFile(file: ModelFile): Uint8Array {
  const entries: SectionEntry[] = [];
  let offset = 0;
  for (const [name, section] of file.sections) {
    entries.push({ name, type: typeName(section), offset, length: section.length });
    offset = align(offset + section.byteLength);
  }
  const header = encodeAscii(JSON.stringify({ meta: file.meta, sections: entries }));
  const base = align(8 + header.length);
  const bytes = new Uint8Array(base + offset);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, 8);
  for (const entry of entries) {
    const section = file.sections.get(entry.name) as Section;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), base + entry.offset);
  }
  return bytes;
}

const align = (offset: number): number => (offset + 7) & ~7;

function typeName(section: Section): ArrayType {
  for (const [name, Type] of Object.entries(ARRAYS)) if (section instanceof Type) return name as ArrayType;
  throw new TypeError('no such section type');
}

function parseHeader(bytes: Uint8Array): { meta: ModelMeta; sections: SectionEntry[] } | undefined {
  try {
    const header = JSON.parse(decodeAscii(bytes)) as { meta: ModelMeta; sections: SectionEntry[] };
    return Array.isArray(header.sections) && header.sections.every((s) => s.type in ARRAYS) ? header : undefined;
  } catch {
    return undefined;
  }
}

// TextEncoder and TextDecoder belong to the platform, not to the language; the header is kept to ASCII instead.
function decodeAscii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function encodeAscii(json: string): Uint8Array {
  const escaped = json.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Uint8Array.from(escaped, (c) => c.charCodeAt(0));
}
