import Papa from 'papaparse';
import { plain } from '../corpus/query/folding';
import { cqpWriter } from './cqp';
import { linesWriter, parquetWriter, workbookWriter } from './dataFrames';
import type { HandedText, Unit } from './records';

/** A piece of a file; the pieces of one file are written one behind the other. */
export interface Piece {
  /** Without a folder. */
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** Writes texts for a program, as they come. */
export interface HandOnWriter {
  add(text: HandedText): readonly Piece[];
  /** What stands at the end, or in files beside. */
  end(): readonly Piece[] | Promise<readonly Piece[]>;
  /** How many texts had to be cut, since the program's form has no room for them. */
  readonly cut?: number;
}

export const PROGRAMS = ['iramuteq', 'txm', 'readtext', 'cqp', 'jsonl', 'xlsx', 'parquet'] as const;
/** Programs, and forms, that a corpus is handed on to; `readtext`: readtext and quanteda in R, pandas, a spreadsheet. */
export type Program = (typeof PROGRAMS)[number];

/**
 * What writes for a program.
 *
 * @param columns - of all fields that texts may have, for tables whose head is written first; a field that is not among them
 *   is left out of those tables.
 */
export function writerFor(program: Program, unit: Unit, columns: readonly string[]): HandOnWriter {
  switch (program) {
    case 'iramuteq':
      return iramuteqWriter();
    case 'txm':
      return txmWriter();
    case 'readtext':
      return tableWriter(columns);
    case 'jsonl':
      return linesWriter();
    case 'xlsx':
      return workbookWriter(columns);
    case 'parquet':
      return parquetWriter(columns);
    default:
      return cqpWriter(unit);
  }
}

/**
 * One file for IRaMuTeQ: a line of variables before each text, `**** *speaker_anne-morel *source_le-phare`. Variables are
 * letters and digits without accents; in the body, what IRaMuTeQ takes for its commands (asterisks, forms between low
 * lines, a hyphen at the beginning of a line) is taken away, and a text is one line.
 * Ratinaud, P.: IRaMuTeQ, documentation, section 2.1 (Format des données en entrée).
 */
function iramuteqWriter(): HandOnWriter {
  return {
    add({ id, text, fields }) {
      const body = text
        .replace(/[*_]+/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s-]+/, '')
        .trim();
      if (body === '') return [];
      const variables = [...fields].flatMap(([name, value]) => {
        if (name === 'file') return [`*id_${variable(id)}`];
        const said = variable(value);
        return said === '' ? [`*${variable(name)}_${NOTHING}`] : [`*${variable(name)}_${said}`];
      });
      return [{ file: 'corpus-iramuteq.txt', content: `**** ${variables.join(' ')}\n${body}\n\n` }];
    },
    end: () => [],
  };
}

/** The value of a variable that has none: IRaMuTeQ needs each variable in each text. */
const NOTHING = 'na';

/** Small letters and digits, other signs a hyphen: a low line parts the name from the value. */
const variable = (value: string): string =>
  plain(value, true, true)
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * A folder for TXM's import TXT + CSV: a file for each text, and `metadata.csv` with commas, every cell in quotation marks,
 * its first column the file's name without its extension. Names of columns are letters and digits alone, as TXM makes
 * attributes of them. TXM's manual, 5.5.2 (Modules d'import).
 */
function txmWriter(): HandOnWriter {
  const rows: ReadonlyMap<string, string>[] = [];
  const ids: string[] = [];
  return {
    add({ id, text, fields }) {
      ids.push(id);
      rows.push(fields);
      return [{ file: `${id}.txt`, content: `${text.trim()}\n` }];
    },
    end() {
      const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
      const head = ['id', ...columns.map((column) => variable(column).replace(/-/g, ''))];
      const cells = rows.map((row, i) => [ids[i] as string, ...columns.map((column) => oneLine(row.get(column) ?? ''))]);
      return [{ file: 'metadata.csv', content: [head, ...cells].map((row) => `${row.map(quoted).join(',')}\n`).join('') }];
    },
  };
}

/** One table for readtext and quanteda: `doc_id`, `text`, and a column for each field (docvars). */
function tableWriter(columns: readonly string[]): HandOnWriter {
  let isBegun = false;
  const line = (cells: string[]): string => `${Papa.unparse([cells], { newline: '\n' })}\n`;
  return {
    add({ id, text, fields }) {
      const head = isBegun ? '' : line(['doc_id', 'text', ...columns]);
      isBegun = true;
      return [
        { file: 'corpus.csv', content: head + line([id, text.trim(), ...columns.map((column) => fields.get(column) ?? '')]) },
      ];
    },
    end: () => (isBegun ? [] : [{ file: 'corpus.csv', content: line(['doc_id', 'text', ...columns]) }]),
  };
}

const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;
const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
