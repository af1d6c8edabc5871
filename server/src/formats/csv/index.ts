import Papa from 'papaparse';
import { own } from '../../core/members';
import type { Span } from '../../core/span';
import { formatMessages } from '../../messages/formats';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  attributeValues,
  compareText,
  coveredText,
  type EntityGroup,
  groupByMember,
  hull,
  type Relation,
} from '../annotationDocument';
import { addAll } from '../collections';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  textFor,
  type WriteOptions,
  type WriteResult,
  warning,
  withoutBom,
} from '../format';
import { parseJson } from '../json';
import { asStatus } from '../jsonTools/spanObjects';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { reduce } from '../reduce';

/**
 * CSV (RFC 4180), a line for every mention, date and quotation of all documents, UTF-16 offsets. Cells that a
 * spreadsheet would take for a formula get an apostrophe before them, which the reader takes away again. Variant
 * `excel` begins with a byte-order mark, without which Excel does not read UTF-8. Where a comma parts the decimals (in
 * French, German, Spanish …), Excel shows columns, and numbers in them, for `excel-semicolon` alone.
 */
export const csv: FormatDescriptor = {
  id: 'csv',
  title: formatMessages.title.csv,
  extensions: ['csv'],
  unit: 'utf-16 code units',
  perFile: 'many',
  needsText: true,
  variants: ['plain', 'excel', 'excel-semicolon'],
  read,
  write,
};

/**
 * Columns in order; attributes follow, one column each, as `attr.NAME`, then the document's labels as `label.NAME`. `cue`
 * and `speaker` are for the eye only.
 */
const COLUMNS = [
  'document',
  'id',
  'layer',
  'type',
  'start',
  'end',
  'text',
  'spans',
  'entity',
  'entityName',
  'cue',
  'speaker',
  'status',
  'score',
  'source',
  'note',
] as const;
const ATTRIBUTE = 'attr.';
/** What the columns of labels of articles begin with. */
export const LABEL = 'label.';
/** Columns of what is known of the article; they stand in each of its rows. */
/** What the columns of what is known of an article begin with. */
export const META = 'meta.';
const DATE = 'date';

interface TableForm {
  readonly mark: string;
  readonly delimiter: string;
  /** What parts the decimals of a score. */
  readonly decimal: string;
}

const PLAIN: TableForm = { mark: '', delimiter: ',', decimal: '.' };
const FORMS: Readonly<Record<string, TableForm>> = {
  excel: { ...PLAIN, mark: '\ufeff' },
  'excel-semicolon': { mark: '\ufeff', delimiter: ';', decimal: ',' },
};
const formOf = (variant: string | undefined): TableForm => own(FORMS, variant ?? '') ?? PLAIN;

// What spreadsheets run as formulas; apostrophes before it are doubled, so that taking one away is always right.
const FORMULA = /^'*[=+\-@\t\r]/;

function capabilities(document: AnnotationDocument): Capabilities {
  const first = groupByMember(document);
  return {
    ...EVERYTHING,
    // each stands in the document's rows: without a row there is no place for it
    labels: document.annotations.length > 0,
    links: false,
    // The cell `123` is a number for every spreadsheet, and a name with a null character ends there.
    attributes: (_, name) => !name.includes('\0'),
    relations: 'none',
    groups: (group) => {
      const members = group.members.filter((member) => first.get(member)?.id === group.id);
      return members.length > 0 && group.id !== ''
        ? { id: group.id, members, attributes: {}, ...(group.name !== undefined && group.name !== '' && { name: group.name }) }
        : undefined;
    },
    language: false,
    metadata: true,
    tokens: false,
    sentences: false,
  };
}

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const losses: LossItem[] = [];
  const reduced = documents.map((document) => {
    const reduction = reduce(document, capabilities(document), { layers: options.layers, rejected: options.rejected ?? 'keep' });
    addAll(losses, reduction.losses);
    return { original: document, document: reduction.document };
  });
  const names = new Set(
    reduced.flatMap(({ document }) => document.annotations.flatMap((annotation) => Object.keys(annotation.attributes))),
  );
  const attributes = [...names].sort(compareText);
  const written = reduced.map(({ document }) => document);
  const columns = { attributes, facts: factsOf(written), labels: labelsOf(written) };
  const form = formOf(options.variant);
  const rows = reduced.flatMap(({ original, document }) => tableRows(document, original.relations, columns, form));
  const content = csvBeginning(columns, options.variant) + csvLines(rows, options.variant);
  return { files: [{ name: `${options.name ?? 'annotations'}.csv`, content }], losses };
}

/** A label's values: one as it is, several and a flag's empty one as a JSON list. */
function labelCell({ labels = {} }: AnnotationDocument, name: string): string {
  const values = own(labels, name);
  return encodeValue(values?.length === 1 ? values[0] : values);
}

/** The columns of a table beside those that all have. */
export interface CsvColumns {
  readonly attributes: readonly string[];
  /** What is known of the articles, see {@link factsOf}. */
  readonly facts: readonly string[];
  /** The labels that people gave the articles. */
  readonly labels: readonly string[];
}

/** The names of what is known of articles: the date first, then the others as they come. */
export function factsOf(documents: readonly Pick<AnnotationDocument, 'date' | 'metadata'>[]): readonly string[] {
  const names = new Set(documents.flatMap(({ metadata }) => Object.keys(metadata ?? {})));
  const isDated = names.delete(DATE) || documents.some(({ date }) => date !== undefined);
  return [...(isDated ? [DATE] : []), ...names];
}

/** The names of the labels that documents have. */
const labelsOf = (documents: readonly Pick<AnnotationDocument, 'labels'>[]): readonly string[] =>
  [...new Set(documents.flatMap(({ labels }) => Object.keys(labels ?? {})))].sort(compareText);

/** What a table with these columns begins with: its first row, and what the variant has before it. */
export function csvBeginning({ attributes, facts, labels }: CsvColumns, variant?: string): string {
  const own = [
    ...facts.map((name) => META + name),
    ...attributes.map((name) => ATTRIBUTE + name),
    ...labels.map((name) => LABEL + name),
  ];
  return formOf(variant).mark + csvLines([[...COLUMNS, ...own]], variant);
}

/** One document's rows in a table with these columns, for a table that is written as the documents come. */
export function csvRows(document: AnnotationDocument, columns: CsvColumns, variant?: string): string[][] {
  const { document: reduced } = reduce(document, capabilities(document), { rejected: 'keep' });
  return tableRows(reduced, document.relations, columns, formOf(variant));
}

/** What a table of a variant begins with: a byte-order mark where Excel needs one. */
export const csvMark = (variant?: string): string => formOf(variant).mark;

/** Rows as text, each with its line end. A cell that a spreadsheet would run gets an apostrophe, a number never does. */
export function csvLines(rows: (string | number)[][], variant?: string): string {
  const { delimiter } = formOf(variant);
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA, delimiter })}\r\n`;
}

/** Rows with tabs between the cells, which lose the tabs and line breaks that are in them. */
export const tabLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('');

function tableRows(
  document: AnnotationDocument,
  relations: readonly Relation[],
  { attributes, facts, labels }: CsvColumns,
  { decimal }: TableForm,
): string[][] {
  const known: Readonly<Record<string, string>> = {
    ...document.metadata,
    ...(document.date !== undefined && { [DATE]: document.date }),
  };
  const factCells = facts.map((name) => own(known, name) ?? '');
  const labelCells = labels.map((name) => labelCell(document, name));
  const groups = groupByMember(document);
  const byId = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const related = new Map(
    relations.map((relation) => [`${relation.type} ${relation.args[0]?.target}`, relation.args[1]?.target ?? '']),
  );
  const words = (type: string, id: string): string => {
    const target = byId.get(related.get(`${type} ${id}`) ?? '');
    return target ? coveredText(document.text, target) : '';
  };
  return document.annotations.map((annotation) => {
    const { start, end } = hull(annotation);
    const group = groups.get(annotation.id);
    const cells: Record<(typeof COLUMNS)[number], string> = {
      document: document.id,
      id: annotation.id,
      layer: annotation.layer,
      type: annotation.type,
      start: String(start),
      end: String(end),
      text: coveredText(document.text, annotation),
      spans: annotation.spans.length > 1 ? annotation.spans.map((span) => `${span.start}..${span.end}`).join(' ') : '',
      entity: group?.id ?? '',
      entityName: group?.name ?? '',
      cue: words('cue', annotation.id),
      speaker: words('speaker', annotation.id),
      status: annotation.status ?? '',
      score: annotation.score === undefined ? '' : String(annotation.score).replace('.', decimal),
      source: encodeOptional(annotation.source),
      note: encodeOptional(annotation.note),
    };
    const attributeCells = attributes.map((name) => encodeValue(own(annotation.attributes, name)));
    return [...COLUMNS.map((name) => cells[name]), ...factCells, ...attributeCells, ...labelCells];
  });
}

/** An empty cell is not a value; a list, an empty value and what looks like a list are written as JSON lists. */
function encodeValue(value: AttributeValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return value === '' || value.startsWith('[') ? JSON.stringify([value]) : value;
}

function decodeValue(cell: string): AttributeValue | undefined {
  if (cell === '') return undefined;
  if (!cell.startsWith('[')) return cell;
  const reading = parseJson(cell);
  const list = reading.problem ? undefined : reading.value;
  if (Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === 'string'))
    return list.length === 1 ? (list[0] as string) : list;
  // A person's own text in brackets.
  return cell;
}

function encodeOptional(value: string | undefined): string {
  return encodeValue(value);
}

function read(input: FormatInput): ReadResult {
  const { data, errors } = Papa.parse(withoutBom(input.content), { delimiter: delimiterOf(withoutBom(input.content)) });
  const lines = lineNumbers(data);
  const problems: FormatProblem[] = errors
    .filter((problem) => problem.type !== 'Delimiter')
    .map((problem) => error(lines[problem.row ?? 0] ?? 1, formatMessages.notCsv(problem.message)));
  const header = (data[0] ?? []).map(unescapeFormula);
  const missing = ['start', 'end', 'type'].filter((name) => !header.includes(name));
  if (missing.length > 0)
    return { documents: [], problems: [...problems, error(1, formatMessages.noColumn(missing.join(', ')))] };
  const readers = new Map<string, DocumentTable>();
  data.slice(1).forEach((row, i) => {
    if (row.length === 1 && row[0] === '') return;
    const line = lines[i + 1] ?? 1;
    const cells = new Map(header.map((name, column) => [name, unescapeFormula(row[column] ?? '')]));
    const id = cells.get('document') || documentName(input.name);
    const text = textFor(input, id);
    if (text === undefined) {
      if (!readers.has(id)) problems.push(error(line, formatMessages.tableTextMissing(id)));
      readers.set(id, readers.get(id) ?? new DocumentTable(id, undefined));
      return;
    }
    const reader = readers.get(id) ?? new DocumentTable(id, text);
    readers.set(id, reader);
    reader.learn(cells);
    const problem = reader.read(cells, header, line);
    if (problem) problems.push(problem);
  });
  return { documents: [...readers.values()].flatMap((reader) => reader.finish() ?? []), problems };
}

/** The header tells it: a comma, or what spreadsheets of other countries write. */
function delimiterOf(content: string): string {
  const header = content.slice(0, Math.max(0, content.search(/[\r\n]|$/)));
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

/** The line on which each record begins: cells may hold line breaks. */
function lineNumbers(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1;
  return rows.map((row) => {
    const own = line;
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return own;
  });
}

function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

class DocumentTable {
  readonly #id: string;
  readonly #text: string | undefined;
  readonly #annotations: Annotation[] = [];
  readonly #ids = new Set<string>();
  readonly #groups = new Map<string, { name: string; members: string[] }>();
  readonly #labels = new Map<string, readonly string[]>();
  readonly #facts = new Map<string, string>();

  constructor(id: string, text: string | undefined) {
    this.#id = id;
    this.#text = text;
  }

  /** What is known of the article, the same in each of its rows. */
  learn(cells: ReadonlyMap<string, string>): void {
    for (const [name, value] of cells) if (name.startsWith(META) && value !== '') this.#facts.set(name.slice(META.length), value);
  }

  read(cells: ReadonlyMap<string, string>, header: readonly string[], line: number): FormatProblem | undefined {
    const text = this.#text ?? '';
    const cell = (name: string): string => cells.get(name) ?? '';
    const spans = readSpans(cell('spans') || `${cell('start')}..${cell('end')}`, text.length);
    if (!spans)
      return error(line, formatMessages.offsetsOutside(cell('spans') || `${cell('start')}, ${cell('end')}`, text.length));
    const named = cell('id');
    const id = named !== '' && !this.#ids.has(named) ? named : `T${this.#annotations.length + 1}`;
    this.#ids.add(id);
    const [status, note, source] = [asStatus(cell('status')), decodeValue(cell('note')), decodeValue(cell('source'))];
    const score = cell('score') === '' ? Number.NaN : Number(cell('score').replace(',', '.'));
    const attributes = header.flatMap((name): [string, AttributeValue][] => {
      const value = name.startsWith(ATTRIBUTE) ? decodeValue(cell(name)) : undefined;
      return value === undefined ? [] : [[name.slice(ATTRIBUTE.length), value]];
    });
    const annotation: Annotation = {
      id,
      layer: cell('layer') || 'entity',
      type: cell('type'),
      spans,
      attributes: Object.fromEntries(attributes),
      ...(typeof note === 'string' && { note }),
      ...(status && { status }),
      ...(typeof source === 'string' && { source }),
      ...(Number.isFinite(score) && { score }),
    };
    this.#annotations.push(annotation);
    this.#readLabels(cells);
    const entity = cell('entity');
    if (entity !== '') {
      const group = this.#groups.get(entity) ?? { name: cell('entityName'), members: [] };
      group.members.push(id);
      this.#groups.set(entity, group);
    }
    const words = coveredText(text, annotation);
    return header.includes('text') && cell('text') !== words
      ? warning(line, formatMessages.tableSays(cell('text'), words))
      : undefined;
  }

  /** Every row of a document has all of its labels. */
  #readLabels(cells: ReadonlyMap<string, string>): void {
    for (const [name, written] of cells) {
      const value = name.startsWith(LABEL) ? decodeValue(written) : undefined;
      if (value !== undefined) this.#labels.set(name.slice(LABEL.length), attributeValues(value));
    }
  }

  finish(): AnnotationDocument | undefined {
    if (this.#text === undefined) return undefined;
    const labels = this.#labels.size > 0 && { labels: Object.fromEntries(this.#labels) };
    const groups = [...this.#groups].map(
      ([id, { name, members }]): EntityGroup => ({ id, ...(name !== '' && { name }), members, attributes: {} }),
    );
    const { [DATE]: date, ...metadata } = Object.fromEntries(this.#facts);
    return {
      id: this.#id,
      text: this.#text,
      ...labels,
      ...(date !== undefined && { date }),
      ...(Object.keys(metadata).length > 0 && { metadata }),
      annotations: this.#annotations,
      relations: [],
      groups,
    };
  }
}

function readSpans(value: string, length: number): Span[] | undefined {
  const spans: Span[] = [];
  for (const part of value.split(' ')) {
    const match = /^(\d{1,15})\.\.(\d{1,15})$/.exec(part);
    const [start, end] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || start > end || end > length || start < (spans.at(-1)?.end ?? 0)) return undefined;
    spans.push({ start, end });
  }
  return spans;
}
