import type { Message } from '../../messages/message';
import type { SavedPart } from '../../store/partsFile';
import { type NetworkUnit, PICTURE_KINDS } from '../pictures/kinds';
import type { SearchDocument } from '../searchDocument';

/** What can be counted. */
export const TABLE_KINDS = [
  'words',
  'ngrams',
  'collocates',
  'keywords',
  'dispersion',
  'entities',
  'speakers',
  'cues',
  'quotes',
  'series',
  ...PICTURE_KINDS,
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** What a table is asked to count, and how. Plain data, so that it can come from a client and go to a thread. */
export interface TableRequest {
  readonly kind: TableKind;
  /** A query: filters of articles, or what must be found in an article for it to be counted. */
  readonly within?: string;
  /** The sub-corpora that `within` and `queries` may name. */
  readonly parts?: readonly SavedPart[];
  /** What the corpus is parted by: `year`, `month`, `language`, `speaker`, or a column of metadata.csv; several with commas between. */
  readonly by?: string;
  /** For keywords: the part, and the part that it is held against (all others where absent). */
  readonly part?: string;
  readonly against?: string;
  /** For keywords: an outside list of words with their frequencies in place of the other parts, and its size in words. */
  readonly reference?: FrequencyList;
  /** For collocates, dispersion and series: what is looked for. */
  readonly queries?: readonly string[];
  /** Collocates of a speaker: words near the name, or words within the quotations. */
  readonly speaker?: { readonly name: string; readonly words: 'near' | 'inside' };
  /** Words on each side that make the window. */
  readonly left: number;
  readonly right: number;
  readonly crossSentences: boolean;
  /** Words of an n-gram, at least and at most. */
  readonly shortest: number;
  readonly longest: number;
  readonly minimum: number;
  /** Words that make no row; they count in all totals. */
  readonly stop: readonly string[];
  /** Forms with their lemmas, which are counted in their place. */
  readonly lemmas: readonly (readonly [form: string, lemma: string])[];
  /** What the files are called that these words and lemmas come from. */
  readonly listNames?: Readonly<Partial<Record<'stop' | 'lemmas', string>>>;
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
  /** Whether marks are counted as words are. */
  readonly marks: boolean;
  /** A property of entities that rows are grouped by: `gender`, or a column of the gazetteer. */
  readonly group?: string;
  /** The column that rows are sorted by, the greatest first; its own for each kind where absent. */
  readonly sort?: string;
  /** At most so many rows. */
  readonly limit: number;
  /** For a network: within what names stand together (sentences where absent), of which types, and how many are drawn. */
  readonly unit?: NetworkUnit;
  readonly types?: readonly string[];
  readonly most?: number;
}

/** What is asked for of a table: what it leaves out is as {@link TABLE_DEFAULTS} has it. */
export type TableAsked = Pick<TableRequest, 'kind'> & Partial<TableRequest>;

/** The request with all that was left out of it. */
export const wholeRequest = (asked: TableAsked): TableRequest => ({ ...TABLE_DEFAULTS, ...asked });

/** An outside list of words. */
export interface FrequencyList {
  readonly name: string;
  readonly words: readonly (readonly [form: string, count: number])[];
  readonly size: number;
}

/** How a table counts where nothing else is asked. */
export const TABLE_DEFAULTS = {
  left: 5,
  right: 5,
  crossSentences: false,
  shortest: 2,
  longest: 4,
  minimum: 1,
  stop: [],
  lemmas: [],
  matchCase: false,
  ignoreAccents: false,
  marks: false,
  limit: 1000,
} as const satisfies Omit<TableRequest, 'kind'>;

/** A column: its name in files, its title, and how its figures are written. */
export interface Column {
  readonly id: string;
  readonly title: Message | string;
  /** `count`: whole numbers; `figure`: with a fraction. */
  readonly form: 'text' | 'count' | 'figure';
  /** What must be added to a row's query so that it shows what this column counts: a part of the corpus. */
  readonly filter?: string;
}

export type TableCell = string | number | null;

/** A row: its cells in the order of the columns, and the query whose concordance shows what was counted. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly query: string | null;
}

/** A setting that a table was counted by. */
export interface Setting {
  readonly name: Message;
  readonly value: Message | string | number;
}

/** What was counted. */
export interface CorpusTable {
  readonly kind: TableKind;
  readonly settings: readonly Setting[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** How many rows there are, those beyond the limit included. */
  readonly all: number;
  readonly articles: number;
  /** Words (and marks, where they are counted) of these articles. */
  readonly words: number;
  /** What a reader must know: why there is no figure, what was left out. */
  readonly notes: readonly Message[];
  /** Of a network: how many names are drawn at most, of how many, and what shows each of them as a concordance. */
  readonly drawn?: { readonly most?: number; readonly names: number; readonly queries: Readonly<Record<string, string>> };
}

/** Counts articles one after the other. */
export interface TableTask {
  /** Takes an article's document; each once. */
  take(document: SearchDocument): void;
  finish(): CorpusTable;
}
