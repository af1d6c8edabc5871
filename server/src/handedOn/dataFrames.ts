import { fitsCell, spreadsheet } from '../corpus/export/spreadsheet';
import { ParquetTable } from '../formats/parquet';
import type { HandedText } from './records';
import type { HandOnWriter } from './writers';

/*
 * Texts as rows with a column for each field: `doc_id`, `text`, and all that is known of the text and its article. Cells are
 * texts throughout, so that 01 stays 01; what is not known has no value.
 */

const headOf = (columns: readonly string[]): readonly string[] => ['doc_id', 'text', ...columns];

const cellsOf = ({ id, text, fields }: HandedText, columns: readonly string[]): readonly string[] => [
  id,
  text.trim(),
  ...columns.map((column) => fields.get(column) ?? ''),
];

/** JSON Lines: an object a text. */
export function linesWriter(): HandOnWriter {
  return {
    add({ id, text, fields }) {
      const line = { doc_id: id, text: text.trim(), ...Object.fromEntries([...fields].filter(([, value]) => value !== '')) };
      return [{ file: 'corpus.jsonl', content: `${JSON.stringify(line)}\n` }];
    },
    end: () => [{ file: 'corpus.jsonl', content: '' }],
  };
}

/** Apache Parquet, for Arrow in R and Python, DuckDB, Spark. */
export function parquetWriter(columns: readonly string[]): HandOnWriter {
  const table = new ParquetTable(headOf(columns).map((name) => ({ name, type: 'STRING' })));
  const file = 'corpus.parquet';
  return {
    add: (text) => [{ file, content: table.add(cellsOf(text, columns)) }],
    end: () => [{ file, content: table.end() }],
  };
}

/** A workbook of Excel; it is kept in memory until it is written. */
export function workbookWriter(columns: readonly string[]): HandOnWriter {
  const rows: (readonly string[])[] = [headOf(columns)];
  let cut = 0;
  return {
    add(text) {
      const cells = cellsOf(text, columns);
      if (!cells.every(fitsCell)) cut++;
      rows.push(cells);
      return [];
    },
    end: async () => [{ file: 'corpus.xlsx', content: await spreadsheet(rows) }],
    get cut() {
      return cut;
    },
  };
}
