import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
/** How a file marks chunks: which prefixes it uses, and when a chunk begins with B-. */
export type IobScheme = 'IOB1' | 'IOB2' | 'BIOES' | 'BILOU' | 'mixed' | 'none';

/** A labelled run of tokens of one sentence, `[first, end)` as token indices. */
export interface Chunk {
  readonly first: number;
  readonly end: number;
  readonly label: string;
}

/** Whether a cell is a chunk tag: O, or a prefix with a label. */
export function isTag(cell: string): boolean {
  return cell === 'O' || /^[BIOESLUM]-\S/u.test(cell);
}

/** Tells the scheme from all of a file's tags, sentence by sentence. */
function detectScheme(sentences: readonly (readonly string[])[]): IobScheme {
  let [ends, units, startsWithI, startsWithB, joinsWithB] = [false, false, false, false, false];
  for (const tags of sentences) {
    let previous = '';
    for (const tag of tags) {
      const [prefix, label] = [tag[0], tag.slice(2)];
      if (tag !== 'O') {
        if (prefix === 'E' || prefix === 'S') ends = true;
        if (prefix === 'L' || prefix === 'U') units = true;
        if (prefix === 'I' && previous !== label) startsWithI = true;
        if (prefix === 'B' && previous !== label) startsWithB = true;
        if (prefix === 'B' && previous === label) joinsWithB = true;
      }
      previous = tag === 'O' ? '' : label;
    }
  }
  if (units) return 'BILOU';
  if (ends) return 'BIOES';
  if (startsWithI) return startsWithB ? 'mixed' : 'IOB1';
  // IOB1 uses B- only between neighbours of one type, so a file of chunks that all begin with it is IOB2.
  return startsWithB || joinsWithB ? 'IOB2' : 'none';
}

/** In which scheme tags were read, as it is said to a person. */
export function readAs(sentences: readonly (readonly string[])[]): Message {
  const scheme = detectScheme(sentences);
  return formatMessages.readAs(scheme === 'mixed' || scheme === 'none' ? formatMessages.scheme[scheme] : scheme);
}

/**
 * The chunks of a sentence. One rule fits all schemes (that of the conlleval script): a chunk begins at B, S, U, after O,
 * after E, L, S, U, and where the label changes.
 */
export function decodeTags(tags: readonly string[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let open: { first: number; label: string } | undefined;
  tags.forEach((tag, i) => {
    const [prefix, label] = [tag[0] ?? 'O', tag.slice(2)];
    const inside = tag !== 'O' && label !== '';
    const before = i > 0 ? (tags[i - 1] as string)[0] : 'O';
    const begins = inside && (!open || 'BSU'.includes(prefix) || 'ELSU'.includes(before ?? 'O') || open.label !== label);
    if (open && (!inside || begins)) {
      chunks.push({ ...open, end: i });
      open = undefined;
    }
    if (begins) open = { first: i, label };
  });
  if (open) chunks.push({ ...open, end: tags.length });
  return chunks;
}

/** IOB2 tags of a sentence of `length` tokens; chunks must not overlap. */
export function encodeTags(length: number, chunks: readonly Chunk[]): readonly string[] {
  const tags = new Array<string>(length).fill('O');
  for (const { first, end, label } of chunks) {
    for (let i = first; i < end; i++) tags[i] = `${i === first ? 'B' : 'I'}-${label}`;
  }
  return tags;
}
