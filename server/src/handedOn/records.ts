import type { Quoted, SearchDocument } from '../corpus/searchDocument';

/** What is handed on: whole articles, or each quotation as a text of its own. */
export const UNITS = ['quotes', 'articles'] as const;
export type Unit = (typeof UNITS)[number];

/** A text as it is handed on, with all that is known of it and of its article. */
export interface HandedText {
  /** Letters, digits, `-`, `_` and `.` alone; no two texts have the same. */
  readonly id: string;
  readonly text: string;
  /** By column, in order; empty where it is not known. */
  readonly fields: ReadonlyMap<string, string>;
  /** The article, and which of its tokens the text is. */
  readonly document: SearchDocument;
  readonly parts: readonly { readonly first: number; readonly last: number }[];
}

/** Makes the texts of articles, one after the other; ids stay different over all of them. */
export function textMaker(unit: Unit, columns: readonly string[]): (document: SearchDocument) => readonly HandedText[] {
  const taken = new Set<string>();
  const own = columns.filter((column) => !RESERVED.has(column));
  return (document) => {
    const id = unused(stem(document.id), taken);
    const known = new Map([
      ['file', document.id],
      ['date', document.date ?? ''],
      ['year', document.date?.slice(0, 4) ?? ''],
      ['language', document.language],
      ...own.map((column) => [column, document.metadata.get(column) ?? ''] as const),
    ]);
    if (unit === 'articles') {
      const all = [{ first: 0, last: document.forms.length }];
      const start = document.starts[0];
      return start === undefined ? [] : [{ id, text: document.text.slice(start), fields: known, document, parts: all }];
    }
    return document.quotations.filter(isSaid).map((quotation, i) => ({
      id: `${id}_${String(i + 1).padStart(3, '0')}`,
      text: quotation.parts.map(({ start, end }) => document.text.slice(start, end)).join(' '),
      fields: new Map([...factsOf(quotation), ...known]),
      document,
      parts: quotation.parts,
    }));
  };
}

/** Words in marks that nobody says, and titles, are no quotations to be handed on. */
const isSaid = ({ kind, parts }: Quoted): boolean => kind !== 'scare' && kind !== 'title' && parts.length > 0;

const factsOf = ({ kind, speakers, gender, cue = '', properties = {} }: Quoted): readonly (readonly [string, string])[] => [
  ['speaker', speakers[0] ?? ''],
  ['gender', gender ?? ''],
  ['quote', kind],
  ['cue', cue.replace(/\s+/g, ' ')],
  ...Object.entries(properties).map(([name, value]) => [propertyField(name), value] as const),
];

/** The field for a column of the gazetteer that tells of who speaks. */
export const propertyField = (column: string): string => `speaker_${column.toLowerCase()}`;

/** Columns that a text has of itself: those of metadata.csv of the same name say the same, or are left out. */
const RESERVED: ReadonlySet<string> = new Set([
  'id',
  'file',
  'date',
  'year',
  'language',
  'speaker',
  'gender',
  'quote',
  'cue',
  'text',
]);

/** A path as an id: without its extension, every other sign a line below. */
const stem = (path: string): string =>
  path
    .replace(/^(?:\.{0,2}[\\/])+/, '')
    .replace(/\.[^./\\]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9.-]+/g, '_') || 'text';

function unused(name: string, taken: Set<string>): string {
  let id = name;
  for (let i = 2; taken.has(id.toLowerCase()); i++) id = `${name}-${i}`;
  taken.add(id.toLowerCase());
  return id;
}
