import type { AnnotationDocument } from '../annotationDocument';

/** A line of a sentence as it stood; the surface ones (contractions, words outside of them) are tokens. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly surface: boolean;
}

/** A sentence with its comments. */
export interface RawSentence {
  readonly comments: readonly string[];
  readonly rows: readonly RawRow[];
}

/** What {@link AnnotationDocument.origin} holds: per sentence the lines, so that no column is lost. */
export interface ConlluOrigin {
  readonly sentences: readonly RawSentence[];
  readonly entityFields: string | undefined;
}

/** The keys in MISC under which tools put a tag. */
export const NER_KEYS = ['NER', 'ner', 'NE', 'Ne'];

/** The columns between the form and MISC. */
export const FEATURES = ['lemma', 'upos', 'xpos', 'feats', 'head', 'deprel', 'deps'] as const;

/** The columns that say something; MISC is the writer's. */
export function rowFeatures(cells: readonly string[]): Record<string, string> {
  const filled = FEATURES.flatMap((name, i): [string, string][] => {
    const cell = cells[i + 2] ?? '_';
    return cell === '_' ? [] : [[name, cell]];
  });
  return Object.fromEntries(filled);
}

/** MISC as names and values, in order. */
export function parseMisc(cell: string): Map<string, string> {
  if (cell === '_') return new Map();
  return new Map(
    cell.split('|').map((part): [string, string] => {
      const equals = part.indexOf('=');
      return equals === -1 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    }),
  );
}

/** The inverse of {@link parseMisc}. */
export function formatMisc(misc: ReadonlyMap<string, string>): string {
  return [...misc].map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join('|') || '_';
}

// UDPipe's way of keeping any white space, which most of the field reads.
const ESCAPES: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '\n': '\\n', '\r': '\\r', '|': '\\p', '\\': '\\\\' };
const UNESCAPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ESCAPES).map(([plain, escaped]) => [escaped, plain]),
);

/** White space for SpacesAfter. */
export function escapeSpaces(value: string): string {
  return value.replace(/[ \t\n\r|\\]/g, (character) => ESCAPES[character] ?? character);
}

/** The inverse of {@link escapeSpaces}. */
export function unescapeSpaces(value: string | undefined): string | undefined {
  return value?.replace(/\\[stnrp\\]/g, (escaped) => UNESCAPES[escaped] ?? escaped);
}
