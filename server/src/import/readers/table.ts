import { delimiterOf } from '../../formats/metadata';
import { importingMessages } from '../../messages/importing';
import { doubtful, lost, type Read } from './article';
import { articleOfRow, type ColumnMapping, columnNamed, guessColumns, type Row } from './columns';
import { type DelimitedRow, delimitedRows } from './delimited';
import type { JsonRecord } from './jsonRecords';

/** How a table, or records, are to be read. */
export interface TableOptions {
  /** What a person has said of the columns; the rest is told by their names. */
  readonly columns?: ColumnMapping | undefined;
  /** Between two cells; undefined: as the first line tells. */
  readonly delimiter?: string | undefined;
}

/** What the columns are taken for, once it is known. */
export interface TableShape {
  readonly names: readonly string[];
  readonly mapping: ColumnMapping;
  readonly sample: readonly Row[];
}

type OnShape = (shape: TableShape) => void;

/** So many rows are looked at before columns are told. */
const LOOKED_AT = 20;

/**
 * The articles of a CSV or TSV file, one a row; the first line names the columns.
 *
 * @param onShape - told once what the columns are taken for.
 */
export async function* readTable(
  chunks: AsyncIterable<string>,
  { columns, delimiter }: TableOptions,
  onShape?: OnShape,
): AsyncGenerator<Read> {
  const [first, all] = await peek(chunks);
  const rows = delimitedRows(all, delimiter ?? delimiterOf(first.replace(/^\ufeff/, '')));
  let names: readonly string[] | undefined;
  yield* records(
    (async function* () {
      for await (const read of rows) {
        if ('problem' in read) yield { problem: read };
        else if (names === undefined) names = columnNames(read.row.cells);
        else yield* record(read.row, names);
      }
    })(),
    columns,
    onShape,
  );
}

/** The articles of JSON records: one a record. */
export function readRecords(
  found: AsyncIterable<JsonRecord>,
  { columns }: TableOptions,
  onShape?: OnShape,
): AsyncGenerator<Read> {
  return records(
    (async function* () {
      for await (const read of found)
        yield read.problem === undefined ? { row: read.row, line: read.line } : { problem: { problem: read.problem } };
    })(),
    columns,
    onShape,
  );
}

type Found =
  | { readonly row: Row; readonly line: number; readonly problem?: undefined }
  | { readonly problem: Read; readonly row?: undefined };

async function* records(found: AsyncIterable<Found>, chosen: ColumnMapping | undefined, onShape?: OnShape): AsyncGenerator<Read> {
  let mapping: ColumnMapping | undefined;
  const waiting: { readonly row: Row; readonly line: number }[] = [];
  const settle = (): Read[] => {
    const names = [...new Set(waiting.flatMap(({ row }) => [...row.keys()]))];
    mapping = guessColumns(
      names,
      waiting.map(({ row }) => row),
      chosen,
    );
    onShape?.({ names, mapping, sample: waiting.map(({ row }) => row) });
    const [line] = [waiting[0]?.line ?? 1];
    const unknown = Object.values(chosen ?? {}).filter(
      (name) => typeof name === 'string' && columnNamed(names, name) === undefined,
    );
    const told = unknown.map((name) => lost(line, importingMessages.noColumn(name as string, names.join(', '))));
    if (mapping.text == null) return [...told, lost(line, importingMessages.noTextColumn(names.join(', ')))];
    return [...told, ...waiting.map((each) => articleOfRow(each.row, mapping as ColumnMapping, each.line))];
  };
  for await (const read of found) {
    if (read.row === undefined) {
      yield read.problem;
      continue;
    }
    if (mapping === undefined) {
      waiting.push(read);
      if (waiting.length < LOOKED_AT) continue;
      yield* settle();
    } else yield articleOfRow(read.row, mapping, read.line);
    if (mapping?.text == null) return;
  }
  if (mapping === undefined && waiting.length > 0) yield* settle();
}

function* record({ cells, line }: DelimitedRow, names: readonly string[]): Generator<Found> {
  if (cells.length < names.length) yield { problem: doubtful(line, importingMessages.fewCells(cells.length, names.length)) };
  const more = cells.slice(names.length).filter((cell) => cell.trim() !== '');
  if (more.length > 0) yield { problem: doubtful(line, importingMessages.manyCells(cells.length, names.length)) };
  yield { row: new Map(names.map((name, i) => [name, cells[i] ?? ''])), line };
}

/** Names of columns, each once; one that has none is called by its place. */
function columnNames(cells: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim() || `column_${i + 1}`;
    let own = name;
    for (let n = 2; names.includes(own); n++) own = `${name}_${n}`;
    names.push(own);
  }
  return names;
}

/** A text's first piece that is not empty, and the whole again. */
async function peek(chunks: AsyncIterable<string>): Promise<[first: string, all: AsyncIterable<string>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = '';
  let isDone = false;
  while (!isDone && !/[^\n\r][\n\r]/.test(first) && first.length < 1_000_000) {
    const { done, value } = await iterator.next();
    isDone = done === true;
    first += value ?? '';
  }
  const all = async function* (): AsyncGenerator<string> {
    try {
      yield first;
      for (let next = isDone ? undefined : await iterator.next(); next && !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return [first, all()];
}
