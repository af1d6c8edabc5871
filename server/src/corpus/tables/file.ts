import { ParquetTable } from '../../formats/parquet';
import { say } from '../../messages/say';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import { spreadsheet } from '../export/spreadsheet';
import type { Column, CorpusTable } from './table';
import { said, type TableForm, tableText } from './text';

/** The forms of a table that are no text. */
export const BINARY_FORMATS = ['xlsx', 'parquet'] as const;
type BinaryFormat = (typeof BINARY_FORMATS)[number];

/**
 * A table as a file, with every setting that it was counted by: in a workbook on a second sheet, in Parquet in the file's
 * metadata, else as {@link tableText} has it. Columns have names that are the same in every language.
 *
 * @throws MessageError for more rows than a workbook's sheet has
 */
export async function tableFile(
  table: CorpusTable,
  form: Omit<TableForm, 'format'> & { readonly format: TableForm['format'] | BinaryFormat },
): Promise<string | Uint8Array> {
  const { format } = form;
  if (format === 'xlsx') return workbook(table, form.language);
  return format === 'parquet' ? parquet(table, form.language) : tableText(table, { ...form, format });
}

function workbook(table: CorpusTable, language: string | undefined): Promise<Uint8Array> {
  const { kinds, editor } = wordsOf(tables, language);
  const rows = [[...table.columns.map(({ id }) => id), 'query'], ...table.rows.map(({ cells, query }) => [...cells, query])];
  return spreadsheet(rows, { sheet: kinds[table.kind], beside: { sheet: editor.settings, rows: factsOf(table, language) } });
}

function parquet(table: CorpusTable, language: string | undefined): Uint8Array {
  const columns = table.columns.map(({ id, form }) => ({ name: id, type: TYPES[form] }));
  const file = new ParquetTable([...columns, { name: 'query', type: 'STRING' }], factsOf(table, language));
  const pieces = [...table.rows.map(({ cells, query }) => file.add([...cells, query])), file.end()];
  return Buffer.concat(pieces);
}

const TYPES: Readonly<Record<Column['form'], 'STRING' | 'INT64' | 'DOUBLE'>> = {
  text: 'STRING',
  count: 'INT64',
  figure: 'DOUBLE',
};

const factsOf = ({ settings, notes }: CorpusTable, language: string | undefined): readonly (readonly [string, string])[] => [
  ...settings.map(({ name, value }) => [say(name, language), said(value, language)] as const),
  ...notes.map((note) => ['', say(note, language)] as const),
];
